"""The desk: which questions of a bank wait for a student now, and which of them comes first."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from quizgen.domain.items.item import Item
from quizgen.domain.practice.card import Card

# A question that was not right comes back in the same sitting, even when its minutes are not over yet.
AHEAD = timedelta(minutes=20)


@dataclass(frozen=True, slots=True)
class Desk:
    """The items of a bank in four heaps, each in the order in which it is taken.

    ``due`` are cards whose time has come, ``new`` items never answered that may begin today, ``soon`` cards that come
    back within minutes, ``resting`` all other cards. ``kept`` counts the new ones that wait for another day.
    """

    due: tuple[Card, ...]
    new: tuple[Item, ...]
    soon: tuple[Card, ...]
    resting: tuple[Card, ...]
    kept: int

    @property
    def first(self) -> str | None:
        """Return the id of the item to ask now, or None when nothing waits."""
        if self.due:
            return self.due[0].item
        if self.new:
            return self.new[0].id
        return self.soon[0].item if self.soon else None

    @property
    def number(self) -> int:
        """Return for which time the first item is asked, from 1."""
        if self.due:
            return self.due[0].reviews + 1
        return 1 if self.new or not self.soon else self.soon[0].reviews + 1

    @property
    def waiting(self) -> int:
        """Return how many questions this sitting still has."""
        return len(self.due) + len(self.new) + len(self.soon)

    @property
    def next_due(self) -> datetime | None:
        """Return when the next card that rests is due, or None when none does."""
        return min((card.due for card in self.resting), default=None)


def lay_out(items: Sequence[Item], cards: Mapping[str, Card], *, new_left: int, now: datetime) -> Desk:
    """Return the desk of a student. ``cards`` go by item; ``new_left`` is how many new items may begin today.

    Cards whose item is not among ``items`` are left out. A card is due while ``due <= now``.
    """
    own = sorted((cards[item.id] for item in items if item.id in cards), key=lambda card: (card.due, card.item))
    due = [card for card in own if card.due <= now]
    later = [card for card in own if card.due > now]
    soon = [card for card in later if card.in_minutes and card.due <= now + AHEAD]
    new = _claim_by_claim(items, cards)
    return Desk(
        # What was not right lately comes before what was learnt long ago.
        due=(*(card for card in due if card.in_minutes), *(card for card in due if not card.in_minutes)),
        new=tuple(new[: max(new_left, 0)]),
        soon=tuple(soon),
        resting=tuple(card for card in later if card not in soon),
        kept=len(new) - len(new[: max(new_left, 0)]),
    )


def _claim_by_claim(items: Sequence[Item], cards: Mapping[str, Card]) -> list[Item]:
    """Return the items without a card: one about each claim first, then a second one, each time in bank order.

    Two items about one claim often answer each other.
    """
    asked: dict[str, int] = {}
    for item in items:
        if item.id in cards:
            _count(asked, item.claims)
    turns = []
    for place, item in enumerate(items):
        if item.id not in cards:
            turns.append((max((asked.get(claim, 0) for claim in item.claims), default=0), place, item))
            _count(asked, item.claims)
    return [item for _, _, item in sorted(turns, key=lambda turn: turn[:2])]


def _count(asked: dict[str, int], claims: Iterable[str]) -> None:
    for claim in claims:
        asked[claim] = asked.get(claim, 0) + 1
