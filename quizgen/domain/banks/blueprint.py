"""What to draw from a bank, and the drawing."""

import random
from collections import defaultdict
from dataclasses import dataclass

from quizgen.domain.banks.bank import Bank
from quizgen.domain.errors import NotAllowed
from quizgen.domain.items.item import Basis, Item

MOST_DRAWS = 20


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

    No two items share a claim or stand on the two sides of a conflict. An unlucky start can leave too few for the
    rest: then it is drawn anew, and of ``MOST_DRAWS`` the longest counts. Raises NotAllowed when nothing fits.
    """
    longest: list[Item] = []
    for _ in range(MOST_DRAWS):
        drawn = _one_draw(bank, blueprint, rng)
        longest = max(longest, drawn, key=len)
        if len(longest) >= blueprint.count:
            break
    if not longest:
        raise NotAllowed("This bank has no ready question that fits the quiz.")
    return tuple(rng.sample(longest, len(longest)))


def _one_draw(bank: Bank, blueprint: Blueprint, rng: random.Random) -> list[Item]:
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
    return drawn


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
