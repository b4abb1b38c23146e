"""The bank as a value."""

from dataclasses import dataclass, replace
from typing import TypeVar

from quizgen.domain.claims.claim import Claim
from quizgen.domain.items.item import Item, Status
from quizgen.domain.passages.passage import Passage

FORMAT = "quizgen-bank/1"

_Thing = TypeVar("_Thing", Passage, Claim, Item)


@dataclass(frozen=True, slots=True)
class Bank:
    """Passages, the claims found in them, pairs of claims that cannot both hold, and the items about them."""

    title: str
    passages: tuple[Passage, ...]
    claims: tuple[Claim, ...] = ()
    conflicts: tuple[tuple[str, str], ...] = ()
    items: tuple[Item, ...] = ()

    def passage(self, passage_id: str) -> Passage:
        """Return the passage with this id. Raises KeyError when there is none."""
        return _by_id(self.passages, passage_id)

    def claim(self, claim_id: str) -> Claim:
        """Return the claim with this id. Raises KeyError when there is none."""
        return _by_id(self.claims, claim_id)

    def item(self, item_id: str) -> Item:
        """Return the item with this id. Raises KeyError when there is none."""
        return _by_id(self.items, item_id)

    def ready(self) -> tuple[Item, ...]:
        """Return the items that may enter a quiz."""
        return tuple(item for item in self.items if item.status is Status.READY)

    def passage_of(self, item: Item) -> Passage:
        """Return the passage that the item is about: its first claim's, or the bank's first."""
        return self.passage(self.claim(item.claims[0]).passage) if item.claims else self.passages[0]

    def self_contained(self) -> "Bank":
        """Return the bank as one file can hold it: every passage with its text, none by the name of a file."""
        return replace(self, passages=tuple(replace(passage, source=None) for passage in self.passages))


def _by_id(things: tuple[_Thing, ...], wanted: str) -> _Thing:
    for thing in things:
        if thing.id == wanted:
            return thing
    raise KeyError(wanted)
