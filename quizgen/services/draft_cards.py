"""Drafting jobs at a glance, without their texts: what lists and progress pages ask for again and again."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, and_, or_, select
from sqlalchemy.orm import Session

from quizgen.domain.errors import NotFound
from quizgen.services.drafting import JobProgress, JobState
from quizgen.storage.tables import JobRow


@dataclass(frozen=True, slots=True)
class JobCard:
    """A job at a glance. ``error`` is there when it failed, ``bank`` when it is done."""

    id: int
    title: str
    state: JobState
    progress: JobProgress
    error: str | None
    bank: int | None
    requested: datetime
    finished: datetime | None


def card(session: Session, job_id: int) -> JobCard:
    """Return how far a job is. Raises NotFound."""
    found = _cards(session, select(JobRow).where(JobRow.id == job_id))
    if not found:
        raise NotFound("There is no such job.")
    return found[0]


def unfinished(session: Session, owner: int, *, since: datetime) -> tuple[JobCard, ...]:
    """Return the jobs of a teacher that have no bank yet, newest first.

    Those that wait for the worker or run are always among them, those that failed or were stopped when that was after
    ``since``, and those that wait for their teacher when they were brought after it.
    """
    under_way = JobRow.state.in_((JobState.QUEUED, JobState.RUNNING))
    broken_off = and_(JobRow.state.in_((JobState.FAILED, JobState.CANCELLED)), JobRow.finished > since)
    waiting = and_(JobRow.state == JobState.READ, JobRow.requested > since)
    makes_bank = JobRow.checks_id.is_(None)
    query = select(JobRow).where(JobRow.owner_id == owner, makes_bank, or_(under_way, broken_off, waiting))
    return _cards(session, query.order_by(JobRow.requested.desc(), JobRow.id.desc()))


def _cards(session: Session, query: Select[JobRow]) -> tuple[JobCard, ...]:
    return tuple(
        JobCard(
            id=row.id,
            title=row.title,
            state=row.state,
            progress=JobProgress(row.sentences_done, row.sentences, row.claims, row.items),
            error=row.error,
            bank=row.bank_id,
            requested=row.requested,
            finished=row.finished,
        )
        for row in session.scalars(query)
    )
