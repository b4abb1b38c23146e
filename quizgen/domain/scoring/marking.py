"""Marking: a score is a function of a paper, what was given for it, and the steps of correction, and nothing else."""

from collections.abc import Mapping, Sequence

from quizgen.domain.attempts.paper import Paper
from quizgen.domain.scoring.confidence import Confidence
from quizgen.domain.scoring.correcting import Step, marked
from quizgen.domain.scoring.rules import Mark

Marks = tuple[Mark | None, ...]
NO_CONFIDENCE: Mapping[int, Confidence] = {}


def mark(
    paper: Paper,
    responses: Mapping[int, str],
    steps: Sequence[Step] = (),
    confidences: Mapping[int, Confidence] = NO_CONFIDENCE,
) -> Marks:
    """Return the mark of each question in order, None for one that was taken out.

    ``responses`` and ``confidences`` map the index of a question, from 0, to what was stored. No response, and one
    that the item does not know, get nothing.
    """
    return tuple(
        marked(question.item, responses.get(index, ""), confidences.get(index), steps)
        for index, question in enumerate(paper.questions)
    )
