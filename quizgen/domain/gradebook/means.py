"""What a class reached on the whole; who has no score counts neither way."""

from collections.abc import Iterable
from fractions import Fraction

from quizgen.domain.gradebook.gradebook import Gradebook


def column_means(gradebook: Gradebook) -> tuple[Fraction | None, ...]:
    """Return the mean points of each quiz in the order of the columns; None where nobody has a score."""
    return tuple(
        _mean(cell.score.points for row in gradebook.rows if (cell := row.cells[index]).score)
        for index, _ in enumerate(gradebook.columns)
    )


def mean_share(gradebook: Gradebook) -> Fraction | None:
    """Return the mean of the students' shares, from 0 to 1; None where nobody has a score."""
    return _mean(row.total.share for row in gradebook.rows if row.total)


def _mean(values: Iterable[Fraction]) -> Fraction | None:
    each = tuple(values)
    return sum(each, Fraction(0)) / len(each) if each else None
