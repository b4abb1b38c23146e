"""A claim, its stance, and its verdict on evidence."""

from dataclasses import dataclass, field
from enum import StrEnum

from quizgen.domain.passages.span import Span


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
    """Something a passage puts forward: where, in which words, how said, and what is known about it."""

    id: str
    passage: str
    span: Span
    statement: str
    stance: Stance
    evidence: Evidence = field(default_factory=Evidence)
