"""The gradebook of a class: the best attempt counts."""

from collections import defaultdict
from collections.abc import Iterable
from fractions import Fraction

from sqlalchemy import select
from sqlalchemy.orm import Session

from quizgen.domain.attempts.attempt import ENDED, State
from quizgen.domain.gradebook.gradebook import Cell, Column, Gradebook, Row, Standing
from quizgen.services import classes
from quizgen.storage.stores.attempts import score_of
from quizgen.storage.tables import AttemptRow, EnrolmentRow, QuizRow


def gradebook(session: Session, class_id: int) -> Gradebook:
    """Return the gradebook of a class in four queries, however large: students by name, quizzes as published.

    Students who have left the class are not in it. Raises NotFound.
    """
    title = classes.get(session, class_id).name
    query = select(QuizRow.id, QuizRow.title).where(QuizRow.class_id == class_id)
    quizzes = session.execute(query.order_by(QuizRow.published, QuizRow.id)).all()
    attempts = _attempts(session, class_id)
    rows = tuple(
        Row(
            student=entry.id,
            name=entry.name,
            username=entry.username,
            cells=tuple(_cell(attempts[quiz_id, entry.id]) for quiz_id, _ in quizzes),
        )
        for entry in classes.roster(session, class_id)
    )
    columns = tuple(
        Column(quiz_id, quiz_title, _worth(row.cells[index] for row in rows))
        for index, (quiz_id, quiz_title) in enumerate(quizzes)
    )
    return Gradebook(title, columns, rows)


def _attempts(session: Session, class_id: int) -> defaultdict[tuple[int, int], list[AttemptRow]]:
    """Return the attempts of everybody in the class by quiz and student, in order."""
    query = (
        select(AttemptRow)
        .join(QuizRow, QuizRow.id == AttemptRow.quiz_id)
        .join(
            EnrolmentRow,
            (EnrolmentRow.class_id == QuizRow.class_id) & (EnrolmentRow.student_id == AttemptRow.student_id),
        )
        .where(QuizRow.class_id == class_id)
        .order_by(AttemptRow.number)
    )
    found: defaultdict[tuple[int, int], list[AttemptRow]] = defaultdict(list)
    for row in session.scalars(query):
        found[row.quiz_id, row.student_id].append(row)
    return found


def _cell(attempts: list[AttemptRow]) -> Cell:
    attempts = [row for row in attempts if row.state is not State.VOIDED]
    if not attempts:
        return Cell()
    ended = [row for row in attempts if row.state in ENDED]
    scored = [(score, row) for row in ended if (score := score_of(row))]
    score, best = max(scored, key=lambda pair: pair[0].share, default=(None, None))
    return Cell(
        standing=Standing.DONE if ended else Standing.SITTING,
        score=score,
        by_server=best is not None and best.state is State.EXPIRED,
        attempts=len(attempts),
        attempt=None if best is None else best.id,
    )


def _worth(cells: Iterable[Cell]) -> Fraction | None:
    return max((cell.score.possible for cell in cells if cell.score), default=None)
