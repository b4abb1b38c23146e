"""Signs of life: the page of a running attempt says now and then that it is there, and which question it shows."""

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from quizgen.domain.attempts.attempt import OPEN, Attempt
from quizgen.domain.errors import NotFound
from quizgen.storage.inserting import insert
from quizgen.storage.stores.attempts import attempt_of
from quizgen.storage.tables import AttemptRow, BeatRow

# A page asks about every 10 seconds; every second time is enough for a teacher, and half the writing.
BEAT_EVERY = timedelta(seconds=15)
LOST_AFTER = timedelta(seconds=45)


def look(session: Session, attempt_id: int, *, now: datetime) -> tuple[Attempt, bool]:
    """Return an attempt, and whether a sign of life of it is due; one query, no paper. Raises NotFound."""
    query = (
        select(AttemptRow, BeatRow.at)
        .outerjoin(BeatRow, BeatRow.attempt_id == AttemptRow.id)
        .where(AttemptRow.id == attempt_id)
    )
    found = session.execute(query).one_or_none()
    if found is None:
        raise NotFound("There is no such attempt.")
    row, at = found
    return attempt_of(row), row.state in OPEN and (at is None or at <= now - BEAT_EVERY)


def beat(session: Session, attempt_id: int, position: int | None, *, now: datetime) -> None:
    """Note a sign of life, at most every 15 seconds; ``position`` is the question shown, from 0, None for the same.

    The row is not the attempt's own, so that no save waits for it.
    """
    put = insert(session, BeatRow).values(attempt_id=attempt_id, at=now, position=position or 0)
    changes = {"at": now} if position is None else {"at": now, "position": position}
    session.execute(
        put.on_conflict_do_update(index_elements=["attempt_id"], set_=changes, where=BeatRow.at <= now - BEAT_EVERY)
    )
