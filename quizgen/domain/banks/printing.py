"""A paper to be printed: the same questions in several versions of another order, an answer sheet and a key."""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quizgen.domain.banks.bank import Bank
from quizgen.domain.banks.wording import split_context
from quizgen.domain.claims.claim import Verdict
from quizgen.domain.items.cloze import ClozeItem
from quizgen.domain.items.evidence_finding import EvidenceFindingItem
from quizgen.domain.items.item import Basis, Item
from quizgen.domain.items.matching import MatchingItem
from quizgen.domain.items.multiple_response import MultipleResponseItem
from quizgen.domain.items.ordering import OrderingItem
from quizgen.domain.items.short_answer import ShortAnswerItem
from quizgen.domain.items.single_choice import SingleChoiceItem
from quizgen.domain.items.verdict import VerdictItem
from quizgen.domain.passages.passage import Passage

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
VERSIONS = ("A", "B")
HOW = {
    VerdictItem.kind: "True, false or unverified?",
    SingleChoiceItem.kind: "Choose one.",
    MultipleResponseItem.kind: "Choose all that are right.",
    EvidenceFindingItem.kind: "Which sentence bears this out?",
    OrderingItem.kind: "Put the letters in order.",
    MatchingItem.kind: "Give each number its letter.",
}


@dataclass(frozen=True, slots=True)
class PrintedQuestion:
    """A question on paper. ``options`` stand behind the letters A, B, C; ``lefts`` behind the numbers 1, 2, 3.

    ``marks`` are what is ticked on the answer sheet, () where something is written: on ``blanks`` short lines, or one
    long one when that is 0.
    """

    number: int
    kind: str
    how: str
    on_evidence: bool
    context: str
    stem: str
    options: tuple[str, ...]
    lefts: tuple[str, ...]
    marks: tuple[str, ...]
    blanks: int
    key: str
    rationale: str


@dataclass(frozen=True, slots=True)
class Version:
    """One order of the questions, known by its letter."""

    letter: str
    questions: tuple[PrintedQuestion, ...]


@dataclass(frozen=True, slots=True)
class PrintedPaper:
    """What is printed: a title, the texts that the questions are about, and the versions. ``code`` makes it again."""

    title: str
    code: str
    passages: tuple[Passage, ...]
    versions: tuple[Version, ...]


def printed(
    bank: Bank, items: Sequence[Item], *, title: str, code: str, letters: Iterable[str], rng: random.Random
) -> PrintedPaper:
    """Return the paper of some items of a bank, each version in an order of its own; options are shuffled too."""
    wanted = {bank.passage_of(item).id for item in items}
    passages = tuple(passage for passage in bank.passages if passage.id in wanted)
    versions = []
    for letter in letters:
        order = rng.sample(items, len(items))
        questions = [_question(number, item.shuffled(rng)) for number, item in enumerate(order, start=1)]
        versions.append(Version(letter, tuple(questions)))
    return PrintedPaper(title, code, passages, tuple(versions))


def _question(number: int, item: Item) -> PrintedQuestion:
    context, stem = split_context(item.stem)
    options = _options(item)
    lefts = tuple(pair.left for pair in item.key) if isinstance(item, MatchingItem) else ()
    return PrintedQuestion(
        number=number,
        kind=item.kind,
        how=HOW.get(item.kind, ""),
        on_evidence=item.basis is Basis.EVIDENCE,
        context=context,
        stem=stem,
        options=options,
        lefts=lefts,
        marks=_marks(item, options),
        blanks=len(lefts) or (len(options) if isinstance(item, OrderingItem) else 0),
        key=_key(item, options),
        rationale=item.rationale,
    )


def _options(item: Item) -> tuple[str, ...]:
    if isinstance(item, OrderingItem | MatchingItem):
        return item.shown
    if isinstance(item, SingleChoiceItem | MultipleResponseItem | EvidenceFindingItem | ClozeItem):
        return item.options
    return ()


def _marks(item: Item, options: Sequence[str]) -> tuple[str, ...]:
    if isinstance(item, VerdictItem):
        return tuple(verdict.value.capitalize() for verdict in Verdict)
    if isinstance(item, SingleChoiceItem | MultipleResponseItem | EvidenceFindingItem):
        return tuple(LETTERS[: len(options)])
    return ()


def _key(item: Item, options: Sequence[str]) -> str:
    """Return what the key says in the letters of this version, or in words where something is written."""
    places = {option: LETTERS[place] for place, option in enumerate(options)}
    match item:
        case SingleChoiceItem():
            return places[item.key]
        case MultipleResponseItem():
            return ", ".join(sorted(places[text] for text in item.key))
        case EvidenceFindingItem():
            return " or ".join(sorted(places[text] for text in item.key))
        case OrderingItem():
            return " ".join(places[text] for text in item.key)
        case MatchingItem():
            return ", ".join(f"{number}{places[pair.right]}" for number, pair in enumerate(item.key, start=1))
        case ClozeItem() | ShortAnswerItem():
            return " or ".join(item.key)
        case _:
            return item.key_text()
