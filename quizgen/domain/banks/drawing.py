"""Drawing a quiz from a bank: as many items as are wanted, kinds and keys in their shares, cues even over the keys."""

import random
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from quizgen.domain.banks.apportioning import apportion
from quizgen.domain.banks.bank import Bank
from quizgen.domain.banks.blueprint import Blueprint
from quizgen.domain.banks.cues import Balance, cues_of
from quizgen.domain.banks.giveaway import Giveaways
from quizgen.domain.claims.claim import Verdict
from quizgen.domain.errors import NotAllowed
from quizgen.domain.items.item import Basis, Item
from quizgen.domain.items.verdict import VerdictItem

MOST_DRAWS, BALANCED_DRAWS = 20, 5
# So many of a group are weighed against one another for a place; more would make large banks slow and papers alike.
LOOKED_AT = 60
_PLAIN_DRAWS = MOST_DRAWS - BALANCED_DRAWS
Group = tuple[str, Basis, str]


def draw(bank: Bank, blueprint: Blueprint, *, rng: random.Random) -> tuple[Item, ...]:
    """Return at most ``blueprint.count`` ready items in random order, kinds as even and keys as wanted.

    No two items share a claim, have claims that say the same, or stand on the two sides of a conflict. Of several that
    could take a place, the one that leaves the words of the three keys most alike takes it; items that answer one
    another meet only when there are too few others. Where the bank lacks a kind or key, others take its places. An
    unlucky start can leave too few for the rest: then it is drawn anew, in the end without a look at the words, and
    of ``MOST_DRAWS`` the longest counts. Raises NotAllowed when nothing fits.
    """
    longest: list[Item] = []
    source = _Source(bank, blueprint)
    for number in range(MOST_DRAWS):
        drawn = _Draw(source, rng, LOOKED_AT if number < BALANCED_DRAWS else 1).items()
        longest = max(longest, drawn, key=len)
        if len(longest) >= min(blueprint.count, len(source.fitting)):
            break
    if not longest:
        raise NotAllowed("This bank has no ready question that fits the quiz.")
    return tuple(rng.sample(longest, len(longest)))


def most_drawn(bank: Bank, blueprint: Blueprint, *, rng: random.Random) -> int:
    """Return how many items a draw can be trusted to give: fewer than fit, since no two share a claim."""
    source = _Source(bank, replace(blueprint, count=len(bank.items)))
    tries = [len(_Draw(source, rng, 1).items()) for _ in range(3 * _PLAIN_DRAWS)]
    return min(max(tries[start::3]) for start in range(3))


class _Source:
    """What every try draws from: the items that fit, and the claims that bar one another."""

    def __init__(self, bank: Bank, blueprint: Blueprint) -> None:
        self.bank, self.blueprint = bank, blueprint
        self.fitting = [item for item in bank.ready() if blueprint.fits(item)]
        self.enemies = _enemies(bank)
        self._cues: dict[str, frozenset[str]] = {}

    def cues_of(self, item: Item) -> frozenset[str]:
        """Return the cues of an item, worked out once."""
        if item.id not in self._cues:
            self._cues[item.id] = cues_of(item.stem)
        return self._cues[item.id]


class _Draw:
    """One try: the items that wait by group, the next one last, and what was drawn so far."""

    def __init__(self, source: _Source, rng: random.Random, looked_at: int) -> None:
        self._source, self._rng, self._looked_at = source, rng, looked_at
        self._waiting: dict[Group, list[Item]] = defaultdict(list)
        for item in rng.sample(source.fitting, len(source.fitting)):
            self._waiting[group_of(item)].append(item)
        self._weights = self._weighed(source.blueprint)
        self._aside: dict[Group, list[Item]] = defaultdict(list)
        self._giveaways = Giveaways(source.bank)
        # What is settled by evidence is told from other statements than what the passage settles.
        self._balances = {basis: Balance() for basis in Basis}
        self._barred: set[str] = set()
        self._drawn: list[Item] = []

    def items(self) -> list[Item]:
        """Return what was drawn, first without items that answer one another, then with them."""
        self._fill(sparing=True)
        self._waiting, self._aside = self._aside, {}
        self._fill(sparing=False)
        return self._drawn

    def _fill(self, *, sparing: bool) -> None:
        """Draw in turns, one of each group that still has a place; places that stay empty are given out anew."""
        while self._waiting and self._missing:
            weights = {group: weight for group, weight in self._weights.items() if group in self._waiting}
            places = apportion(self._missing, weights, rng=self._rng)
            order = self._rng.sample(list(weights), len(weights))
            if self._looked_at > 1:
                # The group with fewest to choose from goes first; the richest adapts to the others.
                order.sort(key=lambda group: len(self._waiting[group]) / weights[group])
            while any(places.values()):
                for group in order:
                    if places[group]:
                        places[group] = places[group] - 1 if self._take(group, sparing=sparing) else 0

    @property
    def _missing(self) -> int:
        return self._source.blueprint.count - len(self._drawn)

    def _take(self, group: Group, *, sparing: bool) -> bool:
        candidates = self._candidates(group, sparing=sparing)
        if not candidates:
            del self._waiting[group]
            return False
        place = min(range(len(candidates)), key=lambda number: self._strain(candidates[number]))
        chosen = candidates.pop(place)
        self._waiting[group].extend(reversed(candidates))
        self._drawn.append(chosen)
        self._barred.update(chosen.claims, *(self._source.enemies[claim] for claim in chosen.claims))
        self._giveaways.add(chosen)
        if isinstance(chosen, VerdictItem):
            self._balances[chosen.basis].add(chosen.key, self._source.cues_of(chosen))
        return True

    def _candidates(self, group: Group, *, sparing: bool) -> list[Item]:
        """Take the next items of a group that may be drawn; what never may is gone, what answers another is aside."""
        found: list[Item] = []
        waiting = self._waiting[group]
        while waiting and len(found) < self._looked_at:
            item = waiting.pop()
            if self._barred.intersection(item.claims):
                continue
            if sparing and self._giveaways.between(item):
                self._aside[group].append(item)
            else:
                found.append(item)
        return found

    def _strain(self, item: Item) -> float:
        if not isinstance(item, VerdictItem):
            return 0
        return self._balances[item.basis].strain(item.key, self._source.cues_of(item))

    def _weighed(self, blueprint: Blueprint) -> dict[Group, float]:
        """Return the weight of each group that waits, in random order and side by side as ``apportion`` wants them."""
        kinds: Sequence[str] = sorted({kind for kind, _, _ in self._waiting})
        keys = self._rng.sample(list(blueprint.shares), len(blueprint.shares))
        weights = weights_of(self._rng.sample(kinds, len(kinds)), {key: blueprint.shares[key] for key in keys})
        return {group: weight for group, weight in weights.items() if group in self._waiting}


def weights_of(kinds: Iterable[str], shares: Mapping[Verdict, int]) -> dict[Group, float]:
    """Return how many places a group gets for one of another: 1 a kind on each basis, 3 the verdict items together.

    These three are divided by the shares of the keys.
    """
    weights: dict[Group, float] = {}
    for kind in kinds:
        for basis in Basis:
            if kind == VerdictItem.kind:
                weights |= {(kind, basis, key.value): 3 * share / 100 for key, share in shares.items()}
            else:
                weights[kind, basis, ""] = 1
    return weights


def group_of(item: Item) -> Group:
    """Return the group that an item takes a place of: its kind, basis, and the key of a verdict item."""
    return item.kind, item.basis, item.key.value if isinstance(item, VerdictItem) else ""


def _enemies(bank: Bank) -> dict[str, set[str]]:
    """Return for each claim the others that bar it: the other side of a conflict, and what says the same."""
    enemies: dict[str, set[str]] = defaultdict(set)
    for one, other in bank.conflicts:
        enemies[one].add(other)
        enemies[other].add(one)
    alike: dict[str, set[str]] = {}
    for claim in bank.claims:
        family = alike.setdefault(claim.repeats or claim.id, set())
        alike[claim.id] = family
        family.add(claim.id)
    for name, family in alike.items():
        enemies[name] |= family - {name}
    return enemies
