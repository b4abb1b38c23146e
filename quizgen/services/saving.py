"""Saving a response: the hot path. It touches two or three rows by primary key and loads no paper, bank or passage."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from quizgen.domain.attempts import attempt as transitions
from quizgen.domain.attempts import timing
from quizgen.domain.attempts.attempt import OPEN, State
from quizgen.domain.errors import BadInput, NotAllowed, NotFound
from quizgen.domain.items.shapes import plausible_response
from quizgen.domain.scoring.confidence import Confidence
from quizgen.storage.stores.attempts import attempt_of, write_attempt
from quizgen.storage.stores.responses import (
    Frame,
    Stored,
    frame,
    put_flag,
    put_late,
    put_response,
    stored_response,
    stored_responses,
)
from quizgen.storage.tables import AttemptRow

LARGEST_SEQUENCE = 2**53 - 1  # the largest whole number that a browser counts exactly
SEALED = "You have gone on from question {number}, so its answer stays as it was."


@dataclass(frozen=True, slots=True)
class Saved:
    """Whether the response was taken, and what stands now: on a refusal that is the one to show.

    ``sequence`` is -1 while nothing was saved. ``remaining`` and ``state`` let the page follow an extension or the end;
    ``is_open`` tells whether a further answer would count. ``late`` is how long after the end a response came that was
    kept without counting.
    """

    accepted: bool
    response: str
    sequence: int
    saved_at: datetime | None
    deadline: datetime | None
    state: State
    remaining: timedelta | None
    is_open: bool
    late: timedelta | None = None
    confidence: Confidence | None = None


def save(
    session: Session,
    *,
    attempt_id: int,
    position: int,
    response: str,
    sequence: int,
    now: datetime,
    grace: timedelta,
    confidence: Confidence | None = None,
) -> Saved:
    """Store the response to the question at ``position``, from 0, and how sure of it the student is; "" clears it.

    ``sequence`` grows with each change that the student makes to the question. The same change again is accepted
    again; an older one, another one under the same number, and any after deadline plus grace or the end is not.
    A new one that comes after that is kept apart, where its teacher sees it: the newest of each question.
    Raises InvalidResponse for what no control could give, BadInput for such a position or sequence, NotAllowed for a
    question that was left where one can only go forward, NotFound.
    """
    attempt = _frame(session, attempt_id, position)
    response = plausible_response(attempt.outline[position], response)
    if not 0 <= sequence <= LARGEST_SEQUENCE:
        raise BadInput("The number of this change is not one that the page gives; please reload the page.")
    takes, is_sealed = _takes(attempt, now, grace), position < attempt.sealed
    stored = late = None
    if takes and not is_sealed:
        stored = put_response(
            session, attempt_id, position, response=response, sequence=sequence, now=now, confidence=confidence
        )
    accepted = stored is not None
    if stored is None:
        stored = stored_response(session, attempt_id, position)
        accepted = _is_same(stored, response, sequence, confidence)
        if takes and is_sealed and sequence > stored.sequence:
            raise NotAllowed(SEALED.format(number=position + 1))
    if not takes and attempt.state is not State.PAUSED and sequence > stored.sequence:
        put_late(session, attempt_id, position, response=response, sequence=sequence, now=now)
        late = now - (attempt.finished or attempt.deadline or now)
    return Saved(
        accepted,
        stored.response,
        stored.sequence,
        stored.saved_at,
        attempt.deadline,
        attempt.state,
        timing.remaining(attempt.deadline, attempt.paused_at or now),
        takes,
        late,
        stored.confidence,
    )


def flag(session: Session, *, attempt_id: int, position: int, flagged: bool) -> None:
    """Mark a question to come back to, or take the mark away. Raises NotAllowed once the attempt has ended."""
    attempt = _frame(session, attempt_id, position)
    if attempt.state not in OPEN:
        raise NotAllowed("This attempt has ended.")
    put_flag(session, attempt_id, position, flagged=flagged)


def move_on(session: Session, *, attempt_id: int, position: int, now: datetime, grace: timedelta) -> None:
    """Leave the question at ``position``, from 0, for good. Raises NotAllowed as ``attempt.move_on`` does, NotFound."""
    row = session.get(AttemptRow, attempt_id, with_for_update=True, populate_existing=True)
    if row is None:
        raise NotFound("There is no such attempt.")
    write_attempt(row, transitions.move_on(attempt_of(row), position, len(row.outline), now, grace))
    session.flush()


def newest(session: Session, attempt_id: int) -> list[tuple[int, int, str, Confidence | None]]:
    """Return position, sequence, response and confidence of each question that has any, by position."""
    return stored_responses(session, attempt_id)


def _frame(session: Session, attempt_id: int, position: int) -> Frame:
    attempt = frame(session, attempt_id)
    if attempt is None:
        raise NotFound("There is no such attempt.")
    if not 0 <= position < len(attempt.outline):
        raise BadInput(f"This quiz has no question {position + 1}.")
    return attempt


def _takes(attempt: Frame, now: datetime, grace: timedelta) -> bool:
    """Tell what ``attempt.takes`` tells, from the columns that this path reads."""
    if attempt.state is State.PAUSED:
        return attempt.paused_at is not None and now < attempt.paused_at + grace
    return attempt.state is State.RUNNING and timing.accepts(attempt.deadline, now, grace)


def _is_same(stored: Stored, response: str, sequence: int, confidence: Confidence | None) -> bool:
    return (stored.response, stored.sequence, stored.confidence) == (response, sequence, confidence)
