"""What the rules of a quiz come to for its students, as their teacher sees it."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from quizgen.domain.attempts.accommodation import Accommodation
from quizgen.domain.attempts.policy import Policy
from quizgen.domain.attempts.resolving import Resolved, policy_for
from quizgen.domain.errors import NotFound
from quizgen.services import classes, rules
from quizgen.storage.stores.attempts import attempt_of
from quizgen.storage.stores.rules import accommodations_of
from quizgen.storage.tables import AttemptRow, QuizRow


@dataclass(frozen=True, slots=True)
class Held:
    """A student of the class and the rules that hold for them; overrides and extra time are in the policy."""

    student: int
    name: str
    policy: Policy
    accommodation: Accommodation


def for_class(session: Session, quiz_id: int) -> tuple[Held, ...]:
    """Return what holds for each student of the quiz's class, by name; six queries. Raises NotFound."""
    quiz = _quiz(session, quiz_id)
    roster = classes.roster(session, quiz.class_id)
    needs = accommodations_of(session, [entry.id for entry in roster])
    of_quiz = rules.of_quiz(session, quiz)
    return tuple(
        Held(entry.id, entry.name, policy_for(of_quiz, entry.id, needs[entry.id]), needs[entry.id]) for entry in roster
    )


def for_student(session: Session, quiz_id: int, student: int, *, now: datetime) -> Resolved:
    """Return what holds for one student now, wherever they are. Raises NotFound."""
    quiz = _quiz(session, quiz_id)
    rows = session.scalars(
        select(AttemptRow)
        .where(AttemptRow.quiz_id == quiz_id, AttemptRow.student_id == student)
        .order_by(AttemptRow.number)
    )
    # Where the student is cannot be known here: no network is within none, and the page names the networks.
    return rules.resolved(session, quiz, student, attempts=[attempt_of(row) for row in rows], now=now)


def _quiz(session: Session, quiz_id: int) -> QuizRow:
    quiz = session.get(QuizRow, quiz_id)
    if quiz is None:
        raise NotFound("There is no such quiz.")
    return quiz
