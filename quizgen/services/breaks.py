"""A student's own breaks, for those who have them: the clock stands still until they go on or the break is used up."""

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from quizgen.domain.attempts import attempt as transitions
from quizgen.domain.attempts.attempt import Attempt, State
from quizgen.domain.attempts.timing import NO_TIME
from quizgen.domain.errors import NotAllowed, NotFound
from quizgen.storage.stores.attempts import attempt_of, write_attempt
from quizgen.storage.stores.rules import accommodations_of
from quizgen.storage.tables import AttemptRow


def left(attempt: Attempt, allowed: timedelta) -> timedelta:
    """Return how much of the breaks that a student has is not used up."""
    return max(allowed - attempt.breaks, NO_TIME)


def take(session: Session, attempt_id: int, *, now: datetime) -> Attempt:
    """Stop the clock for a break; on one already nothing changes. Raises NotAllowed when none is left, NotFound."""
    row = _locked(session, attempt_id)
    allowed = accommodations_of(session, [row.student_id])[row.student_id].breaks
    return _written(session, row, transitions.take_break(attempt_of(row), now, allowed))


def go_on(session: Session, attempt_id: int, *, now: datetime) -> Attempt:
    """End the student's own break; without one nothing changes. Raises NotAllowed in a teacher's pause, NotFound."""
    row = _locked(session, attempt_id)
    attempt = attempt_of(row)
    if attempt.state is State.PAUSED and attempt.resumes is None:
        raise NotAllowed("Your teacher stopped the clock; the quiz goes on when your teacher lets it.")
    return _written(session, row, transitions.resume(attempt, now))


def _locked(session: Session, attempt_id: int) -> AttemptRow:
    row = session.get(AttemptRow, attempt_id, with_for_update=True, populate_existing=True)
    if row is None:
        raise NotFound("There is no such attempt.")
    return row


def _written(session: Session, row: AttemptRow, attempt: Attempt) -> Attempt:
    write_attempt(row, attempt)
    session.flush()
    return attempt
