"""Corrections: a key, a tolerance or the rules put right after students have answered, or a question taken out."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from quizgen.domain.attempts.paper import Paper
from quizgen.domain.banks.reading import read_item
from quizgen.domain.banks.writing import item_document
from quizgen.domain.document import Document, Fields
from quizgen.domain.errors import BadInput, Problem
from quizgen.domain.items.item import Item
from quizgen.domain.scoring.confidence import Confidence
from quizgen.domain.scoring.rules import ONE, USUAL, Mark, MarkingRules


class Intention(StrEnum):
    """What a correction does to the answers that were given."""

    NEW = "new key only"
    EITHER = "old or new key"
    FULL = "full credit for all"
    DROP = "take the question out"
    LEAVE = "leave what is marked"


RIGHTING = (Intention.NEW, Intention.EITHER, Intention.LEAVE)
"""The intentions that set a key, or rules, anew."""


@dataclass(frozen=True, slots=True)
class Correction:
    """What is put right of the item with this id: fields of its kind set anew, for the intentions that need them."""

    item: str
    intention: Intention
    changes: Document = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RuleChange:
    """Other marking rules for the whole quiz, with one of the intentions that set anew."""

    rules: MarkingRules
    intention: Intention = Intention.NEW


Step = Correction | RuleChange


def righted(item: Item, changes: Document) -> Item:
    """Return the item with fields of its kind set anew, such as its key. Raises BadInput when that is no sound item."""
    problems: list[Problem] = []
    found = read_item(Fields({**item_document(item), **changes}, "", problems), set())
    if problems or found is None or found.id != item.id:
        raise BadInput(" ".join(f"{problem.message[:1].upper()}{problem.message[1:]}." for problem in problems))
    return found


def rules_after(steps: Sequence[Step]) -> MarkingRules:
    """Return the rules that hold after the steps."""
    return next((step.rules for step in reversed(steps) if isinstance(step, RuleChange)), USUAL)


def marked(item: Item, response: str, confidence: Confidence | None, steps: Sequence[Step] = ()) -> Mark | None:
    """Return the mark for a stored response ("": none was given) after the steps; None when the question is taken out.

    Where old and new count, each question gets the better share, of the points that the newest rules give it; full
    credit for all is then the old.
    """
    items: tuple[Item, ...] = (item,)
    rules: tuple[MarkingRules, ...] = (USUAL,)
    settled: Intention | None = None
    for step in steps:
        either = step.intention is Intention.EITHER
        if isinstance(step, RuleChange):
            rules = (*rules, step.rules) if either else (step.rules,)
        elif step.item == item.id:
            if step.intention not in RIGHTING:
                settled = step.intention
            elif not (either and settled is Intention.FULL):
                settled = None
                new = righted(items[-1], step.changes)
                items = (*items, new) if either else (new,)
    if settled is Intention.DROP:
        return None
    possible = rules[-1].mark(items[-1], "").possible
    if settled is Intention.FULL:
        return Mark(ONE, possible, possible)
    found = [each.mark(one, response, confidence) for each in rules for one in items]
    best = max(found, key=lambda mark: (mark.points / mark.possible, mark.credit))
    return Mark(best.credit, best.points / best.possible * possible, possible)


def righted_paper(paper: Paper, steps: Sequence[Step]) -> Paper:
    """Return the paper with each key as it was put right."""
    questions = list(paper.questions)
    for place, question in enumerate(questions):
        item = question.item
        for step in steps:
            if isinstance(step, Correction) and step.item == item.id and step.intention in RIGHTING:
                item = righted(item, step.changes)
        questions[place] = replace(question, item=item)
    return Paper(tuple(questions))


def corrected_places(paper: Paper, steps: Sequence[Step]) -> dict[int, Intention]:
    """Return what was done last about each corrected question, by its position from 0."""
    last = {step.item: step.intention for step in steps if isinstance(step, Correction)}
    return {place: last[question.item.id] for place, question in enumerate(paper.questions) if question.item.id in last}
