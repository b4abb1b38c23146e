"""What arrived of an attempt: its receipt, what a receipt is worth now, and what came too late."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from quizgen.domain.attempts.attempt import ENDED
from quizgen.domain.attempts.receipt import Receipt, receipt_of_answer, receipt_of_attempt
from quizgen.domain.errors import NotFound
from quizgen.storage.stores.responses import stored_response
from quizgen.storage.tables import AccountRow, AttemptRow, ClassRow, LateResponseRow, QuizRow, ResponseRow


@dataclass(frozen=True, slots=True)
class LateResponse:
    """A response to the question at ``position``, from 0, that came ``late`` after the end and does not count."""

    position: int
    response: str
    arrived: datetime
    late: timedelta


class Agreement(StrEnum):
    """What is stored now against what a receipt says."""

    SAME = "same"
    REPLACED = "replaced"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Checked:
    """A receipt against what is stored now, with the names that a page about it shows."""

    receipt: Receipt
    agreement: Agreement
    student_name: str
    quiz_title: str
    time_zone: str


def late_responses(session: Session, attempt_id: int) -> tuple[LateResponse, ...]:
    """Return what came too late to an attempt, in the order of its questions."""
    query = (
        select(LateResponseRow, AttemptRow.finished, AttemptRow.deadline)
        .join(AttemptRow, AttemptRow.id == LateResponseRow.attempt_id)
        .where(LateResponseRow.attempt_id == attempt_id)
        .order_by(LateResponseRow.position)
    )
    return tuple(
        LateResponse(row.position, row.response, row.arrived, row.arrived - (finished or deadline or row.arrived))
        for row, finished, deadline in session.execute(query)
    )


def check(session: Session, receipt: Receipt) -> Checked:
    """Return what a genuine receipt is worth now. Raises NotFound when there is no such attempt."""
    query = (
        select(AttemptRow, AccountRow.name, QuizRow.title, ClassRow.time_zone)
        .join(AccountRow, AccountRow.id == AttemptRow.student_id)
        .join(QuizRow, QuizRow.id == AttemptRow.quiz_id)
        .join(ClassRow, ClassRow.id == QuizRow.class_id)
        .where(AttemptRow.id == receipt.attempt)
    )
    found = session.execute(query).one_or_none()
    if found is None:
        raise NotFound("There is no such attempt.")
    row, student, title, zone = found
    agreement = _of_answer(session, receipt) if receipt.question else _of_attempt(session, receipt, row)
    return Checked(receipt, agreement, student, title, zone)


def _of_answer(session: Session, receipt: Receipt) -> Agreement:
    position = receipt.question - 1
    stored = stored_response(session, receipt.attempt, position)
    if stored.sequence > receipt.number:
        return Agreement.REPLACED
    now = receipt_of_answer(receipt.attempt, position, stored.response, stored.sequence, receipt.at)
    return Agreement.SAME if now == receipt else Agreement.DIFFERENT


def _of_attempt(session: Session, receipt: Receipt, row: AttemptRow) -> Agreement:
    """A reopened attempt may hold other answers since, rightly; one that ended then must hold the same."""
    query = select(ResponseRow.position, ResponseRow.response).where(ResponseRow.attempt_id == row.id)
    now = receipt_of_attempt(row.id, dict(session.execute(query).all()), row.finished or receipt.at)
    if (now.number, now.digest) == (receipt.number, receipt.digest):
        return Agreement.SAME
    return Agreement.DIFFERENT if row.state in ENDED and now.at == receipt.at else Agreement.REPLACED
