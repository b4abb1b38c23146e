"""What the gradebook's page shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from quizgen.domain.gradebook.gradebook import Column, Gradebook, Row, Standing
from quizgen.domain.gradebook.means import column_means, mean_share
from quizgen.services.classes import ClassCard
from quizgen.services.quizzes import Quiz
from quizgen.services.wording import folded


@dataclass(frozen=True, slots=True)
class Head:
    """A column's head: the quiz, when it was published, and the mean of the class."""

    column: Column
    published: datetime
    mean: Fraction | None


@dataclass(frozen=True, slots=True)
class GradebookPage:
    """A class's gradebook; ``rows`` are those whose student was looked for, ``everybody`` how many there are.

    ``share`` is the class's mean, from 0 to 1.
    """

    card: ClassCard
    classes: tuple[ClassCard, ...]
    heads: tuple[Head, ...]
    rows: tuple[Row, ...]
    everybody: int
    share: Fraction | None
    find: str
    has_server: bool
    has_not_sat: bool


def gradebook_page(
    card: ClassCard, classes: tuple[ClassCard, ...], gradebook: Gradebook, *, quizzes: Sequence[Quiz], find: str
) -> GradebookPage:
    """Return the page; ``find`` is a part of a name or user name, whatever its case."""
    published = {quiz.id: quiz.published for quiz in quizzes}
    rows = tuple(row for row in gradebook.rows if folded(find) in folded(f"{row.name} {row.username}"))
    cells = [cell for row in rows for cell in row.cells]
    return GradebookPage(
        card=card,
        classes=classes,
        heads=tuple(
            Head(column, published[column.quiz], mean)
            for column, mean in zip(gradebook.columns, column_means(gradebook), strict=True)
        ),
        rows=rows,
        everybody=len(gradebook.rows),
        share=mean_share(gradebook),
        find=find,
        has_server=any(cell.by_server for cell in cells),
        has_not_sat=any(cell.standing is Standing.NOT_SAT for cell in cells),
    )
