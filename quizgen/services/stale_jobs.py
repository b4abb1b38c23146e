"""Jobs that nobody looks after: the worker's rounds need this alone of all that makes banks, and stay small by it."""

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from quizgen.storage.tables import JobRow
from quizgen.storage.tables.jobs import JobState

MOST_RUNS = 3
GAVE_UP = f"The work on this text was broken off {MOST_RUNS} times. Try a shorter part of it, or try again later."


def requeue_stale(session: Session, *, now: datetime, older_than: timedelta) -> tuple[int, ...]:
    """Return the jobs to hand to the queue again: those without a heart-beat, and those that nobody took.

    Both count from their last sign of life and come back at most once in ``older_than``. A job that lost its worker
    ``MOST_RUNS`` times fails instead.
    """
    stale = (
        select(JobRow)
        .where(JobRow.state.in_((JobState.RUNNING, JobState.QUEUED)), JobRow.looked_at <= now - older_than)
        .order_by(JobRow.id)
        .with_for_update(skip_locked=True)
        .execution_options(populate_existing=True)
    )
    queued = []
    for row in session.scalars(stale).all():
        row.looked_at = now
        if row.state is JobState.RUNNING and row.run >= MOST_RUNS:
            row.state, row.error, row.finished = JobState.FAILED, GAVE_UP, now
        else:
            row.state = JobState.QUEUED
            queued.append(row.id)
    session.flush()
    return tuple(queued)
