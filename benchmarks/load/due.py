"""Two hundred attempts whose time ends in the same second: how soon, and how late, they are closed and marked."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import func, select

from benchmarks.school.house import House, publish, start_all
from quizgen.domain.attempts.attempt import State
from quizgen.domain.attempts.policy import Policy
from quizgen.services import taking
from quizgen.storage.engine import Database
from quizgen.storage.tables import AttemptRow

AHEAD = timedelta(seconds=6)
GRACE = timedelta(seconds=2)
ANSWERED = 10
PATIENCE = 90.0
_LOOK_SECONDS = 0.005


@dataclass(frozen=True, slots=True)
class Due:
    """Seconds from the first that was closed to the last that was marked, and from being due to the last mark."""

    attempts: int
    took: float
    late: float
    marked: int


def measure(database: Database, house: House, students: Sequence[int]) -> Due:
    """Let one attempt of each student run into the close of a quiz. The server's grace must be ``GRACE``."""
    closes = datetime.now(UTC).replace(microsecond=0) + AHEAD + timedelta(seconds=len(students) / 100)
    quiz_id = publish(database, house, "Due together", Policy(closes=closes))
    attempts = start_all(database, quiz_id, students)
    _answer(database, attempts)
    due = (closes + GRACE).timestamp()
    first = last = 0.0
    time.sleep(max(due - time.time() - 0.1, 0))
    while time.time() < due + PATIENCE and not last:
        closed, marked = _counts(database, quiz_id)
        now = time.time()
        first = first or (now if closed else 0.0)
        last = now if marked == len(attempts) else 0.0
        time.sleep(_LOOK_SECONDS)
    return Due(len(attempts), (last or time.time()) - first, (last or time.time()) - due, marked)


def _answer(database: Database, attempts: Sequence[int]) -> None:
    now = datetime.now(UTC)
    with database.writing() as session:
        for attempt_id in attempts:
            outline = taking.sitting(session, attempt_id).paper.questions
            for position, question in enumerate(outline[:ANSWERED]):
                taking.save(
                    session,
                    attempt_id=attempt_id,
                    position=position,
                    response=question.item.samples().right,
                    sequence=0,
                    now=now,
                    grace=GRACE,
                )


def _counts(database: Database, quiz_id: int) -> tuple[int, int]:
    with database.reading() as session:
        closed = select(func.count()).where(AttemptRow.quiz_id == quiz_id, AttemptRow.state != State.RUNNING)
        marked = select(func.count()).where(AttemptRow.quiz_id == quiz_id, AttemptRow.marked)
        return session.scalar(closed) or 0, session.scalar(marked) or 0
