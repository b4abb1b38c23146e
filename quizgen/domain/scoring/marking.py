"""Marking: a score is a function of a paper, its stored responses, the rules and the corrections, and nothing else."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from quizgen.domain.attempts.paper import Paper
from quizgen.domain.scoring.correcting import Correction, marked
from quizgen.domain.scoring.rules import USUAL, MarkingRules

Credits = tuple[Fraction | None, ...]


def mark(
    paper: Paper,
    responses: Mapping[int, str],
    rules: MarkingRules = USUAL,
    corrections: Sequence[Correction] = (),
) -> Credits:
    """Return the credit of each question in order, None for one that was taken out.

    ``responses`` maps the index of a question, from 0, to what was stored. No response, and a response that the item
    does not know, get no credit.
    """
    return tuple(
        marked(question.item, responses.get(index, ""), rules, corrections)
        for index, question in enumerate(paper.questions)
    )
