"""A review sheet: which items of a bank a reader is asked about, in which order, and some with a wrong key."""

import random
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from quizgen.domain.banks.bank import Bank
from quizgen.domain.claims.claim import Verdict
from quizgen.domain.errors import NotAllowed
from quizgen.domain.items.evidence_finding import EvidenceFindingItem
from quizgen.domain.items.item import Basis, Item, Status
from quizgen.domain.items.single_choice import SingleChoiceItem
from quizgen.domain.items.verdict import VerdictItem
from quizgen.domain.passages.passage import Block
from quizgen.domain.passages.span import Span

MOST_PLANTED = 4
BY_HAND = "by hand"
_CONTEXT = re.compile(r'\[Context:\s*"?(?P<context>.*?)"?\]\s*(?P<statement>\S.*)', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to draw: how many items, at least ``per_operation`` of each operation where there are, of which kinds.

    ``planted`` items get a wrong key, at most one in MOST_PLANTED of the sheet.
    """

    count: int
    kinds: tuple[str, ...]
    per_operation: int = 0
    planted: int = 0
    with_queued: bool = False

    def fits(self, item: Item) -> bool:
        """Tell whether the text alone settles the item, and whether it was asked for."""
        is_open = item.status is Status.READY or self.with_queued
        return item.basis is Basis.PASSAGE and item.kind in self.kinds and is_open


@dataclass(frozen=True, slots=True)
class Question:
    """One row of a sheet: ``name`` tells nothing of the item, ``place`` says where in the texts to begin to read.

    ``item`` is as the reader sees it, its options shuffled; ``planted`` is the same item with a wrong key, or None.
    """

    name: str
    place: str
    item: Item
    planted: Item | None = None

    @property
    def operation(self) -> str:
        """Return what made the item."""
        return self.item.maker or BY_HAND

    @property
    def context(self) -> str:
        """Return the words that the stem opens with to stand alone, or ""."""
        found = _CONTEXT.fullmatch(self.item.stem)
        return found["context"] if found else ""

    @property
    def statement(self) -> str:
        """Return the stem without its context."""
        found = _CONTEXT.fullmatch(self.item.stem)
        return found["statement"] if found else self.item.stem


@dataclass(frozen=True, slots=True)
class Sheet:
    """The questions on a bank, in the order in which they are asked."""

    title: str
    questions: tuple[Question, ...]


def make_sheet(bank: Bank, wanted: Wanted, *, rng: random.Random) -> Sheet:
    """Return a sheet in random order. Raises NotAllowed when the bank has no item that fits."""
    items = _drawn(bank, wanted, rng)
    if not items:
        raise NotAllowed("This bank has no question that fits the sheet: the text alone must settle it.")
    plantable = [item.id for item in items if isinstance(item, _PLANTABLE)]
    most = min(wanted.planted, len(items) // MOST_PLANTED, len(plantable))
    wrong = set(rng.sample(plantable, most))
    paragraphs = {passage.id: passage.paragraphs() for passage in bank.passages}
    questions = []
    for number, item in enumerate(items, start=1):
        shown = item.shuffled(rng)
        planted = _with_wrong_key(shown, rng) if item.id in wrong else None
        questions.append(Question(f"q{number}", _place(bank, item, paragraphs), shown, planted))
    return Sheet(bank.title, tuple(questions))


def _drawn(bank: Bank, wanted: Wanted, rng: random.Random) -> list[Item]:
    """Return items in random order, no two about one claim, the rarest operations served first."""
    fit = [item for item in bank.items if wanted.fits(item)]
    rng.shuffle(fit)
    groups: dict[str, list[Item]] = defaultdict(list)
    for item in fit:
        groups[item.maker or BY_HAND].append(item)
    rarest = sorted(groups, key=lambda name: (len(groups[name]), name))
    drawn: list[Item] = []
    asked: set[str] = set()
    for _ in range(wanted.per_operation):
        for name in rarest:
            _take_first(groups[name], drawn, asked, wanted.count)
    chosen = {item.id for item in drawn}
    rest = [item for item in fit if item.id not in chosen]
    while rest and len(drawn) < wanted.count:
        _take_first(rest, drawn, asked, wanted.count)
    rng.shuffle(drawn)
    return drawn


def _take_first(group: list[Item], drawn: list[Item], asked: set[str], count: int) -> None:
    """Move the first item of ``group`` that shares no claim with those asked about; what shares one is dropped."""
    while group and len(drawn) < count:
        item = group.pop(0)
        if asked.isdisjoint(item.claims):
            asked.update(item.claims)
            drawn.append(item)
            return


def _place(bank: Bank, item: Item, paragraphs: dict[str, tuple[Block, ...]]) -> str:
    passage = bank.passage_of(item)
    text = f"text {bank.passages.index(passage) + 1}"
    spans: Sequence[Span] = item.spans or [bank.claim(claim).span for claim in item.claims[:1]]
    near = [block.number for span in spans[:1] for block in paragraphs[passage.id] if block.span.overlaps(span)]
    return f"{text}, near paragraph {near[0]}" if near else text


_PLANTABLE = (VerdictItem, SingleChoiceItem, EvidenceFindingItem)


def _with_wrong_key(item: Item, rng: random.Random) -> Item:
    match item:
        case VerdictItem():
            return replace(item, key=rng.choice([verdict for verdict in Verdict if verdict is not item.key]))
        case SingleChoiceItem():
            return replace(item, key=rng.choice([option for option in item.options if option != item.key]))
        case EvidenceFindingItem():
            return replace(item, key=(rng.choice([option for option in item.options if option not in item.key]),))
        case _:
            raise ValueError(f"there is no wrong key to plant in {item.kind}")
