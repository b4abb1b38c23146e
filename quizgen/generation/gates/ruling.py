"""What a gate is shown and what it answers."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum

from quizgen.generation.article import Article
from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.makers.maker import Maker, Proposal
from quizgen.language.parsed import ParsedSentence


class Outcome(IntEnum):
    """The worst ruling of all gates decides."""

    PASS = 0
    QUEUE = 1
    REFUSE = 2


@dataclass(frozen=True, slots=True)
class Candidate:
    """A proposal with the claim and maker it came from, and its statement parsed afresh: not for gaps, and without
    entities."""

    claim: FoundClaim
    maker: Maker
    proposal: Proposal
    parsed: tuple[ParsedSentence, ...] = ()


@dataclass(frozen=True, slots=True)
class Ruling:
    """``gate`` and ``reason`` are "" when it passes."""

    outcome: Outcome
    gate: str = ""
    reason: str = ""


PASS = Ruling(Outcome.PASS)
Gate = Callable[[Candidate, Article], Ruling]
