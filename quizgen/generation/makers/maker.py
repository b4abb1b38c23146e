"""What a maker is given, what it proposes, and what is known of it."""

import hashlib
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from quizgen.domain.claims.claim import Verdict
from quizgen.domain.passages.span import Span
from quizgen.generation.article import Article
from quizgen.generation.claims.found import FoundClaim

COPY = "It repeats the sentence nearly word for word."
SAME_ORDER = "Its words are changed but not its order; some readers will take it for a copy."

Inflect = Callable[[str, str], str | None]


@dataclass(slots=True)
class Setting:
    """The text around a claim, the dice of this claim and maker alone, the forms of words, and some claims before.

    ``dice`` may be a name that they follow from: most makers throw none, and to make dice takes time.
    """

    article: Article
    dice: random.Random | str
    inflect: Inflect
    before: tuple[FoundClaim, ...] = ()

    @property
    def rng(self) -> random.Random:
        """Return the dice, the same ones each time."""
        if isinstance(self.dice, str):
            self.dice = random.Random(int.from_bytes(hashlib.sha256(self.dice.encode()).digest()[:8], "big"))
        return self.dice


@dataclass(frozen=True, slots=True)
class Proposal:
    """An item before the gates. ``why`` is the reason to queue it, "" when the maker sees none.

    ``stem`` is the statement to judge, the sentence with the gap, or the question, without its context line. ``spans``
    show where the passage speaks to it. ``verdict`` is the key of a verdict item, ``key`` that of the other kinds;
    ``tolerance`` belongs to a number.
    """

    stem: str
    rationale: str
    spans: tuple[Span, ...]
    verdict: Verdict | None = None
    key: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    tolerance: str = "0"
    why: str = ""


Propose = Callable[[FoundClaim, Setting], Iterator[Proposal]]


@dataclass(frozen=True, slots=True)
class Maker:
    """An operation: its name, the kind it makes, its rank among rivals (lower is better), how hard its items are.

    ``hardness`` is added to the difficulty, -1 to 2.
    """

    name: str
    kind: str
    rank: int
    hardness: int
    propose: Propose


def true(claim: FoundClaim, stem: str, rationale: str, *spans: Span, why: str = "") -> Proposal:
    """Return a statement that the passage bears out."""
    return Proposal(stem, rationale, spans or (claim.span,), Verdict.TRUE, why=why)


def false(claim: FoundClaim, stem: str, rationale: str, *spans: Span, why: str = "") -> Proposal:
    """Return a statement that the passage contradicts in so many words."""
    return Proposal(stem, rationale, spans or (claim.span,), Verdict.FALSE, why=why)


def unverified(claim: FoundClaim, stem: str, rationale: str, *spans: Span, why: str = "") -> Proposal:
    """Return a statement that the passage leaves open."""
    return Proposal(stem, rationale, spans or (claim.span,), Verdict.UNVERIFIED, why=why)
