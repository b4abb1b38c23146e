"""A claim, its stance, and its verdict on evidence."""

from dataclasses import dataclass, field
from enum import StrEnum

from quizgen.domain.passages.span import Span

MIDDLE_IMPORTANCE = 3


class Verdict(StrEnum):
    """The three answers to the signature item, in their fixed order."""

    TRUE = "true"
    FALSE = "false"
    UNVERIFIED = "unverified"


class Stance(StrEnum):
    """How the passage says it."""

    ASSERTED = "asserted"
    REPORTED = "reported"
    HEDGED = "hedged"
    EVALUATIVE = "evaluative"
    PREDICTED = "predicted"
    NORMATIVE = "normative"
    CONDITIONAL = "conditional"


class Polarity(StrEnum):
    """Whether it says that something is so, or that it is not."""

    AFFIRMED = "affirmed"
    DENIED = "denied"


class Quantifier(StrEnum):
    """How much of its subject it is said of; a claim that does not say has none."""

    ALL = "all"
    MOST = "most"
    MANY = "many"
    SOME = "some"
    FEW = "few"
    NO = "no"
    EXACT = "exact"


class Bearing(StrEnum):
    """What a source says about a claim."""

    CONFIRMS = "confirms"
    REFUTES = "refutes"
    LEAVES_OPEN = "leaves open"


@dataclass(frozen=True, slots=True)
class Source:
    """A citable source: what it is, where it is, and what it shows about the claim."""

    title: str
    publisher: str
    shows: str
    says: Bearing
    year: int | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """The verdict that cited sources allow. Without a source that settles it a claim is *unverified*.

    ``reason`` says why an unverified claim stays open (opinion, prediction, too vague, no source found, sources
    disagree); ``rationale`` explains the verdict in plain words.
    """

    verdict: Verdict = Verdict.UNVERIFIED
    sources: tuple[Source, ...] = ()
    reason: str | None = None
    rationale: str | None = None

    def problems(self) -> tuple[str, ...]:
        """Return what is wrong with it: a settled verdict needs at least one source that says so."""
        needed = {Verdict.TRUE: Bearing.CONFIRMS, Verdict.FALSE: Bearing.REFUTES}.get(self.verdict)
        if needed and not any(source.says is needed for source in self.sources):
            return (f"the verdict {self.verdict.value} needs at least one source that {needed.value} the claim",)
        return ()


@dataclass(frozen=True, slots=True)
class Claim:
    """Something a passage puts forward: where, in which words, how said, and what is known about it.

    ``importance`` is 1 (a detail) to 5 (what the passage is about). ``leans_on`` is the word of the statement that only
    earlier sentences explain, ``repeats`` the id of an earlier claim that says the same; None when there is none.
    """

    id: str
    passage: str
    span: Span
    statement: str
    stance: Stance
    evidence: Evidence = field(default_factory=Evidence)
    polarity: Polarity = Polarity.AFFIRMED
    quantifier: Quantifier | None = None
    importance: int = MIDDLE_IMPORTANCE
    leans_on: str | None = None
    repeats: str | None = None

    def problems(self) -> tuple[str, ...]:
        """Return what is wrong with it by itself."""
        return () if 1 <= self.importance <= 5 else (f"importance goes from 1 to 5, not {self.importance}",)
