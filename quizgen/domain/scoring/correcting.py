"""Corrections: a key or tolerance that was wrong is put right after students have answered, or a question taken out."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from fractions import Fraction

from quizgen.domain.attempts.paper import Paper
from quizgen.domain.banks.reading import read_item
from quizgen.domain.banks.writing import item_document
from quizgen.domain.document import Document, Fields
from quizgen.domain.errors import BadInput, Problem
from quizgen.domain.items.item import InvalidResponse, Item
from quizgen.domain.scoring.rules import MarkingRules


class Intention(StrEnum):
    """What a correction does to the answers that were given."""

    NEW = "new key only"
    EITHER = "old or new key"
    FULL = "full credit for all"
    DROP = "take the question out"
    LEAVE = "leave what is marked"


RIGHTING = (Intention.NEW, Intention.EITHER, Intention.LEAVE)


@dataclass(frozen=True, slots=True)
class Correction:
    """What is put right of the item with this id: fields of its kind set anew, for the intentions that need them."""

    item: str
    intention: Intention
    changes: Document = field(default_factory=dict)


def righted(item: Item, changes: Document) -> Item:
    """Return the item with fields of its kind set anew, such as its key. Raises BadInput when that is no sound item."""
    problems: list[Problem] = []
    found = read_item(Fields({**item_document(item), **changes}, "", problems), set())
    if problems or found is None or found.id != item.id:
        raise BadInput(" ".join(f"{problem.message[:1].upper()}{problem.message[1:]}." for problem in problems))
    return found


def marked(item: Item, response: str, rules: MarkingRules, corrections: Sequence[Correction] = ()) -> Fraction | None:
    """Return the credit for a stored response ("": none was given) under corrections, the last one on top.

    None means that the question is taken out. A response that the item does not know gets no credit.
    """
    credit: Fraction | None = _credit(item, response, rules)
    for correction in corrections:
        if correction.item != item.id:
            continue
        match correction.intention:
            case Intention.DROP:
                credit = None
            case Intention.FULL:
                credit = Fraction(1)
            case _:
                item = righted(item, correction.changes)
                new = _credit(item, response, rules)
                keeps_old = correction.intention is Intention.EITHER and credit is not None
                credit = max(credit or Fraction(0), new) if keeps_old else new
    return credit


def righted_paper(paper: Paper, corrections: Sequence[Correction]) -> Paper:
    """Return the paper with each key as it was put right."""
    questions = list(paper.questions)
    for place, question in enumerate(questions):
        item = question.item
        for correction in corrections:
            if correction.item == item.id and correction.intention in RIGHTING:
                item = righted(item, correction.changes)
        questions[place] = replace(question, item=item)
    return Paper(tuple(questions))


def corrected_places(paper: Paper, corrections: Sequence[Correction]) -> dict[int, Intention]:
    """Return what was done last about each corrected question, by its position from 0."""
    last = {correction.item: correction.intention for correction in corrections}
    return {place: last[question.item.id] for place, question in enumerate(paper.questions) if question.item.id in last}


def _credit(item: Item, response: str, rules: MarkingRules) -> Fraction:
    if not response:
        return Fraction(0)
    try:
        return rules.credit(item, item.read_response(response))
    except InvalidResponse:
        return Fraction(0)
