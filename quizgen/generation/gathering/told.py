"""What a gatherer is given, and what is known of it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from quizgen.domain.claims.claim import Claim
from quizgen.domain.items.item import Item
from quizgen.domain.passages.passage import Passage
from quizgen.generation.claims.found import FoundClaim


@dataclass(frozen=True, slots=True)
class Told:
    """A claim of the bank with its passage, how it was found, and the items that it has."""

    passage: Passage
    claim: Claim
    found: FoundClaim
    items: tuple[Item, ...]
    disputed: bool

    @property
    def sentence(self) -> str:
        """Return the whole sentence of the claim with single blanks, word for word as in the passage."""
        return " ".join(self.found.sentence.span.of(self.passage.text).split())


@dataclass(frozen=True, slots=True)
class Gatherer:
    """An operation: its name, the kind it makes, and how it makes items of the claims of one passage, in their order.

    The items come without an id; the first of their claims is the one that they belong to.
    """

    name: str
    kind: str
    gather: Callable[[Sequence[Told]], Iterator[Item]]
