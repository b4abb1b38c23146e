"""What to draw from a bank, and the drawing."""

import random
from collections import defaultdict
from dataclasses import dataclass

from quizgen.domain.banks.bank import Bank
from quizgen.domain.errors import NotAllowed
from quizgen.domain.items.item import Basis, Item


@dataclass(frozen=True, slots=True)
class Blueprint:
    """How many items, and of which kinds and basis; None means any."""

    count: int
    kinds: tuple[str, ...] | None = None
    basis: Basis | None = None

    def fits(self, item: Item) -> bool:
        """Tell whether an item may be drawn."""
        return (self.kinds is None or item.kind in self.kinds) and self.basis in (None, item.basis)


def draw(bank: Bank, blueprint: Blueprint, *, rng: random.Random) -> tuple[Item, ...]:
    """Return at most ``blueprint.count`` ready items in random order, keys and kinds as even as the bank allows.

    No two items share a claim or stand on the two sides of a conflict. Raises NotAllowed when nothing fits.
    """
    groups: dict[tuple[str, str], list[Item]] = defaultdict(list)
    for item in bank.ready():
        if blueprint.fits(item):
            groups[item.kind, item.key_text() if item.kind == "verdict" else ""].append(item)
    for group in groups.values():
        rng.shuffle(group)
    enemies = _enemies(bank)
    drawn: list[Item] = []
    barred: set[str] = set()
    order = rng.sample(list(groups), len(groups))
    while groups and len(drawn) < blueprint.count:
        for name in [name for name in order if name in groups]:
            chosen = _next_allowed(groups[name], barred)
            if chosen is None:
                del groups[name]
            elif len(drawn) < blueprint.count:
                drawn.append(chosen)
                barred.update(chosen.claims, *(enemies[claim] for claim in chosen.claims))
    if not drawn:
        raise NotAllowed("This bank has no ready question that fits the quiz.")
    rng.shuffle(drawn)
    return tuple(drawn)


def _next_allowed(group: list[Item], barred: set[str]) -> Item | None:
    while group:
        item = group.pop()
        if not barred.intersection(item.claims):
            return item
    return None


def _enemies(bank: Bank) -> dict[str, set[str]]:
    enemies: dict[str, set[str]] = defaultdict(set)
    for one, other in bank.conflicts:
        enemies[one].add(other)
        enemies[other].add(one)
    return enemies
