"""Generation jobs as the worker sees them: taken once, alive while they beat, finished or failed once."""

from datetime import datetime

from sqlalchemy.orm import Session

from quizgen.generation.pipeline import Draft
from quizgen.services import banks
from quizgen.services.drafting import Job, JobProgress, JobState, full_report, job_of
from quizgen.storage.tables import JobRow


class Cancelled(Exception):
    """The teacher cancelled the job, or it is no longer running under this worker."""


def take(session: Session, job_id: int, *, now: datetime) -> Job | None:
    """Begin a queued job, exactly once however many ask; None when it does not wait (any more)."""
    row = _locked(session, job_id)
    if row is None or row.state is not JobState.QUEUED:
        return None
    row.state, row.started, row.looked_at, row.run = JobState.RUNNING, now, now, row.run + 1
    session.flush()
    return job_of(session, row)


def beat(session: Session, job_id: int, progress: JobProgress, *, now: datetime) -> None:
    """Say that the job is alive, and how far it is. Raises Cancelled when it does not run any more."""
    row = running(session, job_id)
    row.sentences_done, row.sentences = progress.done, progress.total
    row.claims, row.items = progress.claims, progress.items
    row.looked_at = now
    session.flush()


def finish(session: Session, job_id: int, draft: Draft, *, now: datetime) -> int:
    """Keep the draft as the teacher's bank and return its id. Raises Cancelled when the job does not run any more."""
    row = running(session, job_id)
    readings = [text.reading for text in job_of(session, row).texts if text.used]
    seconds = (now - row.started).total_seconds() if row.started else None
    report = full_report(draft.report.document(), readings, seconds=seconds)
    row.bank_id = banks.add(session, draft.bank, owner=row.owner_id, now=now, report=report)
    row.state, row.finished, row.looked_at = JobState.DONE, now, now
    session.flush()
    return row.bank_id


def fail(session: Session, job_id: int, reason: str, *, now: datetime) -> None:
    """End a running job with a reason that its teacher reads; one that does not run any more stays as it is."""
    row = _locked(session, job_id)
    if row is not None and row.state is JobState.RUNNING:
        row.state, row.error, row.finished = JobState.FAILED, reason, now
        session.flush()


def give_back(session: Session, job_id: int, *, now: datetime) -> None:
    """Put a running job back into the queue because its worker stops; this run does not count against it."""
    row = _locked(session, job_id)
    if row is not None and row.state is JobState.RUNNING:
        row.state, row.looked_at, row.run = JobState.QUEUED, now, row.run - 1
        session.flush()


def running(session: Session, job_id: int) -> JobRow:
    """Return the row of a running job, locked. Raises Cancelled when it does not run any more."""
    row = _locked(session, job_id)
    if row is None or row.state is not JobState.RUNNING:
        raise Cancelled
    return row


def _locked(session: Session, job_id: int) -> JobRow | None:
    return session.get(JobRow, job_id, with_for_update=True, populate_existing=True)
