"""The bank that was asked for: of everything ready so much, so hard, in such shares and spread over the sections.

What is not wanted waits with a plain reason, so that the teacher can still use it; nothing is lost. What could not be
had is told.
"""

import hashlib
import random
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from operator import itemgetter

from quizgen.domain.banks.apportioning import apportion
from quizgen.domain.banks.bank import Bank
from quizgen.domain.banks.cues import Balance, cues_of
from quizgen.domain.banks.drawing import LOOKED_AT, Group, group_of, weights_of
from quizgen.domain.banks.shortfall import shortfall
from quizgen.domain.items.item import Basis, Item, Status
from quizgen.domain.items.kinds import KINDS
from quizgen.domain.items.verdict import VerdictItem
from quizgen.generation.options import Options
from quizgen.generation.sections import unknown

NOT_NEEDED = "Not needed for the number of questions that you asked for; it is as good as the others."
MOST_NAMED = 5
Section = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Composed:
    """A bank, how many ready items wait because they were not asked for, and a sentence for each wish not met."""

    bank: Bank
    set_aside: int
    unmet: tuple[str, ...]


def compose(bank: Bank, options: Options) -> Composed:
    """Return the bank with what is not wanted queued: too easy, too hard, of no wanted key, beyond the count.

    Of the count each kind gets the same and the verdict items three times as much, divided by the shares of their keys.
    Places go to the section that has fewest for its claims, there to claims without an item, and of these to the item
    that leaves the words of the keys most alike. Without a count every item that is wanted stays.
    """
    reasons = {item.id: why for item in bank.ready() if (why := _against(item, options))}
    wanted = [item for item in bank.ready() if item.id not in reasons]
    if options.count is not None:
        chosen = {item.id for item in _Choice(bank, wanted, options).items()}
        reasons |= {item.id: NOT_NEEDED for item in wanted if item.id not in chosen}
    items = tuple(_queued(item, reasons[item.id]) if item.id in reasons else item for item in bank.items)
    composed = replace(bank, items=items)
    return Composed(composed, len(reasons), tuple(_unmet(composed, options)))


def _against(item: Item, options: Options) -> str | None:
    if not options.easiest <= item.difficulty <= options.hardest:
        return f"Its difficulty is {item.difficulty}; you asked for {_range(options)}."
    if isinstance(item, VerdictItem) and not options.shares.get(item.key):
        return f"You asked for no {item.key.value} statements."
    return None


def _queued(item: Item, why: str) -> Item:
    return replace(item, status=Status.QUEUED, why=why)


class _Choice:
    """What still waits, by group and section, and what was chosen so far."""

    def __init__(self, bank: Bank, wanted: list[Item], options: Options) -> None:
        self._bank, self._options = bank, options
        self._rng = random.Random(f"compose {options.seed}")
        self._section = _sections_of(bank)
        # Items without a claim count for a section that may have none.
        self._size = Counter([*self._section.values(), (bank.passages[0].id, "")])
        self._taken: Counter[Section] = Counter()
        self._waiting: dict[Group, dict[Section, list[Item]]] = defaultdict(lambda: defaultdict(list))
        for item in sorted(wanted, key=self._shuffled):
            self._waiting[group_of(item)][self._section_of(item)].append(item)
        self._same = {claim.id: claim.repeats or claim.id for claim in bank.claims}
        self._used: set[str] = set()
        self._balances = {basis: Balance() for basis in Basis}
        self._chosen: list[Item] = []

    def items(self) -> list[Item]:
        """Return the chosen items; places that a group cannot fill go to the others."""
        weights = weights_of(self._options.kinds, self._options.shares)
        while missing := (self._options.count or 0) - len(self._chosen):
            weights = {group: weight for group, weight in weights.items() if self._waiting.get(group)}
            places = apportion(missing, weights, rng=self._rng)
            if not any(places.values()):
                break
            order = sorted(weights, key=lambda group: sum(map(len, self._waiting[group].values())) / weights[group])
            while any(places.values()):
                for group in order:
                    if places[group]:
                        places[group] = places[group] - 1 if self._take(group) else 0
        return self._chosen

    def _take(self, group: Group) -> bool:
        sections = {section: items for section, items in self._waiting[group].items() if items}
        if not sections:
            del self._waiting[group]
            return False
        order = sorted(sections, key=lambda name: (self._taken[name] / self._size[name], name))
        looked_at = ((name, self._fresh(sections[name])) for name in order)
        section, candidates = next(filter(itemgetter(1), looked_at), (order[0], sections[order[0]][:LOOKED_AT]))
        chosen = min(candidates, key=self._strain)
        self._waiting[group][section].remove(chosen)
        self._chosen.append(chosen)
        self._taken[section] += 1
        self._used.update(self._same.get(claim, claim) for claim in chosen.claims)
        if isinstance(chosen, VerdictItem):
            self._balances[chosen.basis].add(chosen.key, cues_of(chosen.stem))
        return True

    def _fresh(self, items: Iterable[Item]) -> list[Item]:
        """Return the first items about claims that no chosen item is about."""
        fresh = (item for item in items if self._used.isdisjoint(self._same.get(one, one) for one in item.claims))
        return list(islice(fresh, LOOKED_AT))

    def _strain(self, item: Item) -> float:
        return self._balances[item.basis].strain(item.key, cues_of(item.stem)) if isinstance(item, VerdictItem) else 0

    def _section_of(self, item: Item) -> Section:
        return self._section[item.claims[0]] if item.claims else (self._bank.passages[0].id, "")

    def _shuffled(self, item: Item) -> str:
        return hashlib.sha256(f"{self._options.seed}\x1f{item.id}".encode()).hexdigest()


def _sections_of(bank: Bank) -> dict[str, Section]:
    """Return passage and heading of each claim."""
    found = {}
    for passage in bank.passages:
        paragraphs = passage.paragraphs()
        ends = [block.span.end for block in paragraphs]
        for claim in bank.claims:
            if claim.passage == passage.id:
                place = bisect_right(ends, claim.span.start)
                found[claim.id] = passage.id, paragraphs[place].section if place < len(ends) else ""
    return found


def _unmet(bank: Bank, options: Options) -> Iterator[str]:
    ready = bank.ready()
    yield from shortfall(ready, count=options.count, shares=options.shares)
    there = {item.kind for item in ready}
    missing = [kind.replace("_", " ") for kind in options.kinds if kind not in there]
    if missing and set(options.kinds) != set(KINDS):
        yield f"No question of these kinds is ready: {', '.join(missing)}."
    if Basis.EVIDENCE in options.bases and not any(item.basis is Basis.EVIDENCE for item in ready):
        yield "No question that is judged by evidence is ready."
    for name in unknown(bank.passages, options.left_out):
        yield f"There is no heading “{name}”, so nothing was left out for it."
    sections = _sections_of(bank)
    covered = {sections[claim] for item in ready for claim in item.claims}
    bare = [
        name[1] or "the part before the first heading"
        for name in dict.fromkeys(sections.values())
        if name not in covered
    ]
    if bare:
        more = f" and {len(bare) - MOST_NAMED:,} more" if len(bare) > MOST_NAMED else ""
        yield f"Sections without a ready question: {', '.join(bare[:MOST_NAMED])}{more}."


def _range(options: Options) -> str:
    if options.easiest == options.hardest:
        return f"{options.easiest}"
    return f"{options.easiest} to {options.hardest}"
