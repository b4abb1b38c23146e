"""Marking: a score is a function of a paper and its stored responses, and of nothing else."""

from collections.abc import Mapping
from fractions import Fraction

from quizgen.domain.attempts.paper import Paper
from quizgen.domain.items.item import InvalidResponse, Item


def mark(paper: Paper, responses: Mapping[int, str]) -> tuple[Fraction, ...]:
    """Return the credit of each question in order; ``responses`` maps its index, from 0, to what was stored.

    No response, and a response that the item does not know, get no credit.
    """
    return tuple(_credit(question.item, responses.get(index)) for index, question in enumerate(paper.questions))


def _credit(item: Item, response: str | None) -> Fraction:
    if not response:
        return Fraction(0)
    try:
        return item.credit(item.read_response(response))
    except InvalidResponse:
        return Fraction(0)
