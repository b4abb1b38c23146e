"""Evidence finding: a restated claim, and the one sentence among its neighbours that bears it out."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from quizgen.domain.claims.claim import Verdict
from quizgen.domain.items.evidence_finding import EvidenceFindingItem
from quizgen.domain.items.item import Basis, Item, Status
from quizgen.domain.items.verdict import VerdictItem
from quizgen.generation.gathering.told import Gatherer, Told
from quizgen.generation.makers.as_stated import AS_STATED

_OTHERS = 3
_SHORTEST, _LONGEST = 5, 40
_TOO_MUCH = 0.5
_FEWEST_WORDS = 3
_EVERYWHERE = 200
_REACH = 20
_AT_SIGHT = 0.75
_WORD = re.compile(r"[\w’'-]+")


def _supports(claims: Sequence[Told]) -> Iterator[Item]:
    """Yield an item for each ready true statement that is more than a copy, where no other sentence says as much."""
    text = _Sentences(claims)
    asked: set[int] = set()
    for told in claims:
        number = told.found.number
        statement = _restated(told)
        if statement is None or number in asked or not _is_quotable(told) or text.says_as_much(number):
            continue
        near = text.neighbours(told)
        if len(near) == _OTHERS:
            asked.add(number)
            yield _item(told, statement, near)


class _Sentences:
    """The sentences of a passage that hold claims, by their number, with what each speaks of."""

    def __init__(self, claims: Sequence[Told]) -> None:
        self._told = {told.found.number: told for told in reversed(claims)}
        self._numbers = sorted(self._told)
        self._speaks_of = {number: _content(told) for number, told in self._told.items()}
        self._where: dict[str, list[int]] = defaultdict(list)
        for number, lemmas in self._speaks_of.items():
            for lemma in lemmas:
                self._where[lemma].append(number)

    def says_as_much(self, number: int) -> bool:
        """Tell whether another sentence may bear out what this one says.

        Words that a long text has everywhere lead to none, so that the time grows with the text and not its square.
        """
        rare = (self._where[lemma] for lemma in self._speaks_of[number])
        others = {other for numbers in rare if len(numbers) <= _EVERYWHERE for other in numbers if other != number}
        return any(self._nearness(number, other) >= _TOO_MUCH for other in others)

    def neighbours(self, told: Told) -> list[Told]:
        """Return three sentences of its section: those that share most words with it, of equals the nearest."""
        here = told.found.number
        place = bisect_left(self._numbers, here)
        around = self._numbers[max(place - _REACH, 0) : place + _REACH + 1]
        section = [
            number
            for number in around
            if number != here
            and self._told[number].found.sentence.section == told.found.sentence.section
            and _is_quotable(self._told[number])
        ]
        section.sort(key=lambda number: (-self._nearness(here, number), abs(number - here)))
        return [self._told[number] for number in section[:_OTHERS]]

    def _nearness(self, one: int, other: int) -> float:
        """Return the share of content words in common, of the shorter sentence's: it may stand in the longer."""
        first, second = self._speaks_of[one], self._speaks_of[other]
        return len(first & second) / max(min(len(first), len(second)), _FEWEST_WORDS)


def _restated(told: Told) -> VerdictItem | None:
    """Return a ready true statement about the claim that rests on its sentence alone and stands without a context."""
    for item in told.items:
        if isinstance(item, VerdictItem) and item.key is Verdict.TRUE and item.status is Status.READY:
            whole = all(told.found.sentence.span.covers(span) for span in item.spans)
            fit = item.maker != AS_STATED.name and whole and not item.stem.startswith("[")
            if fit and not _is_matched_at_sight(item.stem, told.sentence):
                return item
    return None


def _is_matched_at_sight(statement: str, sentence: str) -> bool:
    """Tell whether nearly the whole statement stands word for word in the sentence, so that nothing need be read."""
    one, other = (_WORD.findall(text.lower()) for text in (statement, sentence))
    longest = SequenceMatcher(None, one, other, autojunk=False).find_longest_match()
    return longest.size > _AT_SIGHT * len(one)


def _is_quotable(told: Told) -> bool:
    return not told.disputed and _SHORTEST <= len(told.sentence.split()) <= _LONGEST


def _content(told: Told) -> frozenset[str]:
    tokens = told.found.sentence.tokens
    return frozenset(t.lemma.lower() for t in tokens if t.pos in ("NOUN", "PROPN", "VERB", "ADJ", "NUM"))


def _item(told: Told, statement: VerdictItem, near: Sequence[Told]) -> Item:
    quoted = sorted((told, *near), key=lambda one: one.found.number)
    return EvidenceFindingItem(
        id="",
        basis=Basis.PASSAGE,
        claims=(told.claim.id,),
        stem=statement.stem,
        rationale=statement.rationale,
        spans=(told.found.sentence.span,),
        maker=SENTENCE_FOUND.name,
        difficulty=2,
        options=tuple(one.sentence for one in quoted),
        key=(told.sentence,),
    )


SENTENCE_FOUND = Gatherer("sentence-found", EvidenceFindingItem.kind, _supports)
