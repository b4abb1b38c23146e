"""Who sat a quiz, for its teacher: every student of the class, and everybody else with an attempt."""

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from quizgen.services.student_home import AttemptCard
from quizgen.storage.stores.attempts import attempt_of, score_of
from quizgen.storage.tables import AccountRow, AttemptRow, EnrolmentRow, QuizRow, ResponseRow


@dataclass(frozen=True, slots=True)
class StudentStanding:
    """A student and their attempts at one quiz by number, () for one who has not sat it."""

    student: int
    name: str
    attempts: tuple[AttemptCard, ...]


def of_quiz(session: Session, quiz_id: int) -> tuple[StudentStanding, ...]:
    """Return the students of the quiz's class, and those who left it after sitting the quiz, by name; three queries."""
    roster = (
        select(AccountRow.id, AccountRow.name)
        .join(EnrolmentRow, EnrolmentRow.student_id == AccountRow.id)
        .join(QuizRow, QuizRow.class_id == EnrolmentRow.class_id)
        .where(QuizRow.id == quiz_id)
    )
    names = dict(iter(session.execute(roster)))
    answered = _answered(session, quiz_id)
    cards: dict[int, list[AttemptCard]] = defaultdict(list)
    attempts = (
        select(AttemptRow, AccountRow.name)
        .join(AccountRow, AccountRow.id == AttemptRow.student_id)
        .where(AttemptRow.quiz_id == quiz_id)
        .order_by(AttemptRow.number)
    )
    for row, name in session.execute(attempts):
        names[row.student_id] = name
        cards[row.student_id].append(
            AttemptCard(
                id=row.id,
                quiz_id=quiz_id,
                attempt=attempt_of(row),
                answered=answered.get(row.id, 0),
                questions=len(row.outline),
                score=score_of(row),
            )
        )
    by_name = sorted(names.items(), key=lambda entry: (entry[1].casefold(), entry[0]))
    return tuple(StudentStanding(student, name, tuple(cards[student])) for student, name in by_name)


def _answered(session: Session, quiz_id: int) -> dict[int, int]:
    """Return how many questions are answered, by attempt."""
    query = (
        select(ResponseRow.attempt_id, func.count())
        .join(AttemptRow, AttemptRow.id == ResponseRow.attempt_id)
        .where(AttemptRow.quiz_id == quiz_id, ResponseRow.response != "")
        .group_by(ResponseRow.attempt_id)
    )
    return dict(iter(session.execute(query)))
