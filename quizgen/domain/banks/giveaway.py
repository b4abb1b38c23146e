"""Items that answer one another: the stem of one holds what another asks for, and both are about one paragraph."""

import re
from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass

from quizgen.domain.banks.bank import Bank
from quizgen.domain.items.cloze import ClozeItem
from quizgen.domain.items.item import Item
from quizgen.domain.items.numeric import NumericItem
from quizgen.domain.items.short_answer import ShortAnswerItem
from quizgen.domain.items.single_choice import SingleChoiceItem

# A longer option is a statement, which no stem repeats.
LONGEST_ANSWER = 5
_WORD = re.compile(r"\w+")
Place = tuple[str, int]


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a stem, and of each answer that it asks for; one blank around every word."""

    stem: str
    answers: tuple[str, ...]


class Giveaways:
    """What the items taken so far show and ask, paragraph by paragraph."""

    def __init__(self, bank: Bank) -> None:
        ends = {one.id: [block.span.end for block in one.paragraphs()] for one in bank.passages}
        self._places: dict[str, Place] = {
            claim.id: (claim.passage, bisect_right(ends.get(claim.passage, ()), claim.span.start))
            for claim in bank.claims
        }
        self._taken: dict[Place, list[_Words]] = defaultdict(list)
        self._words: dict[str, _Words] = {}

    def add(self, item: Item) -> None:
        """Count one more item."""
        for place in self._places_of(item):
            self._taken[place].append(self._words_of(item))

    def between(self, item: Item) -> bool:
        """Tell whether the item answers one of those taken, or one of them answers it."""
        taken = [words for place in self._places_of(item) for words in self._taken.get(place, ())]
        if not taken:
            return False
        own = self._words_of(item)
        return any(_answers(own, other) or _answers(other, own) for other in taken)

    def _places_of(self, item: Item) -> set[Place]:
        return {self._places[claim] for claim in item.claims if claim in self._places}

    def _words_of(self, item: Item) -> _Words:
        if item.id not in self._words:
            answers = (_plain(answer) for answer in _answers_of(item))
            self._words[item.id] = _Words(_plain(item.stem), tuple(answer for answer in answers if answer.strip()))
        return self._words[item.id]


def _answers(one: _Words, other: _Words) -> bool:
    return any(answer in one.stem for answer in other.answers)


def _answers_of(item: Item) -> tuple[str, ...]:
    if isinstance(item, ClozeItem | ShortAnswerItem):
        return item.key
    if isinstance(item, NumericItem):
        return (item.key,)
    if isinstance(item, SingleChoiceItem) and len(item.key.split()) <= LONGEST_ANSWER:
        return (item.key,)
    return ()


def _plain(text: str) -> str:
    return f" {' '.join(_WORD.findall(text.casefold().replace(',', '')))} "
