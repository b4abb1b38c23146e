"""Drafting a bank from a text, as the teacher sees it. Nothing here parses language or makes items."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, undefer

from quizgen.domain.document import Document
from quizgen.domain.errors import Conflict, NotFound
from quizgen.reading.files import LeftOut, Reading, read_file
from quizgen.reading.origin import OriginMap
from quizgen.services.wording import LONGEST_TITLE, one_line
from quizgen.storage.tables import JobRow
from quizgen.storage.tables.jobs import JobState

__all__ = [
    "Job",
    "JobProgress",
    "JobState",
    "cancel",
    "get",
    "job_of",
    "of_owner",
    "original",
    "request",
    "retry",
    "understand",
]


@dataclass(frozen=True, slots=True)
class JobProgress:
    """Sentences done of all, and what was found and made so far; all 0 before the first."""

    done: int = 0
    total: int = 0
    claims: int = 0
    items: int = 0


@dataclass(frozen=True, slots=True)
class Job:
    """A text on its way to a bank. ``error`` is there when it failed, ``bank`` when it is done."""

    id: int
    owner: int
    title: str
    state: JobState
    progress: JobProgress
    error: str | None
    bank: int | None
    reading: Reading
    seed: int
    requested: datetime
    started: datetime | None
    finished: datetime | None


def understand(data: bytes, *, name: str) -> Reading:
    """Return what was read in a text, before anything is kept. Raises BadText."""
    return read_file(data, name=name)


def full_report(report: Document, reading: Reading) -> Document:
    """Return the report on a run with what its reading left out, each piece with its reason, and what it noted."""
    left_out: list[Document] = [{"text": left.text, "reason": left.reason} for left in reading.left_out]
    return {**report, "left_out": left_out, "notes": list(reading.notes)}


def request(
    session: Session,
    *,
    owner: int,
    data: bytes,
    name: str,
    title: str | None,
    seed: int,
    now: datetime,
    reading: Reading | None = None,
) -> int:
    """Ask for a bank and return the job's id; without a title the text's own is taken. Raises BadText, BadInput.

    ``reading`` is what ``understand`` returned for the same data, when the caller read it before the session began.
    """
    reading = reading or understand(data, name=name)
    row = JobRow(
        owner_id=owner,
        title=one_line(title or reading.title, "The title", longest=LONGEST_TITLE),
        name=one_line(name, "The name of the file", longest=255),
        original=data,
        reading=_reading_document(reading),
        seed=seed,
        state=JobState.QUEUED,
        requested=now,
        looked_at=now,
    )
    session.add(row)
    session.flush()
    return row.id


def get(session: Session, job_id: int) -> Job:
    """Return a job. Raises NotFound."""
    row = session.scalar(select(JobRow).where(JobRow.id == job_id).options(undefer(JobRow.reading)))
    if row is None:
        raise NotFound("There is no such job.")
    return job_of(row)


def of_owner(session: Session, owner: int) -> tuple[Job, ...]:
    """Return the jobs that a teacher asked for, newest first."""
    query = select(JobRow).where(JobRow.owner_id == owner).order_by(JobRow.requested.desc(), JobRow.id.desc())
    return tuple(job_of(row) for row in session.scalars(query.options(undefer(JobRow.reading))))


def original(session: Session, job_id: int) -> bytes:
    """Return what the teacher gave, byte for byte. Raises NotFound."""
    data = session.scalar(select(JobRow.original).where(JobRow.id == job_id))
    if data is None:
        raise NotFound("There is no such job.")
    return data


def retry(session: Session, job_id: int, *, now: datetime) -> None:
    """Queue a failed or cancelled job again; the caller hands its number to the queue.

    A job that waits or runs stays as it is. Raises Conflict when it is done, NotFound.
    """
    row = _locked(session, job_id)
    if row.state is JobState.DONE:
        raise Conflict("This bank is already made.")
    if row.state in (JobState.FAILED, JobState.CANCELLED):
        row.state, row.looked_at, row.run = JobState.QUEUED, now, 0
        row.error, row.started, row.finished = None, None, None
        row.sentences_done, row.sentences, row.claims, row.items = 0, 0, 0, 0
        session.flush()


def cancel(session: Session, job_id: int, *, now: datetime) -> None:
    """Stop a job that waits or runs; one that has ended stays as it is. Raises NotFound."""
    row = _locked(session, job_id)
    if row.state in (JobState.QUEUED, JobState.RUNNING):
        row.state, row.finished = JobState.CANCELLED, now
        session.flush()


def job_of(row: JobRow) -> Job:
    """Return the job that a row holds."""
    return Job(
        id=row.id,
        owner=row.owner_id,
        title=row.title,
        state=row.state,
        progress=JobProgress(row.sentences_done, row.sentences, row.claims, row.items),
        error=row.error,
        bank=row.bank_id,
        reading=_reading(row.reading),
        seed=row.seed,
        requested=row.requested,
        started=row.started,
        finished=row.finished,
    )


def _locked(session: Session, job_id: int) -> JobRow:
    row = session.get(JobRow, job_id, with_for_update=True, populate_existing=True)
    if row is None:
        raise NotFound("There is no such job.")
    return row


def _reading_document(reading: Reading) -> Document:
    return {
        "title": reading.title,
        "text": reading.text,
        "left_out": [[left.start, left.end, left.reason, left.text] for left in reading.left_out],
        "origin": reading.origin.document(),
        "encoding": reading.encoding,
        "notes": list(reading.notes),
    }


def _reading(document: Document) -> Reading:
    left_out, origin, notes = document["left_out"], document["origin"], document["notes"]
    if not isinstance(left_out, Sequence) or not isinstance(origin, dict) or not isinstance(notes, Sequence):
        raise TypeError("a stored reading has lists of what was left out and of notes, and an origin map")
    return Reading(
        title=str(document["title"]),
        text=str(document["text"]),
        left_out=tuple(LeftOut(*entry) for entry in left_out),
        origin=OriginMap.from_document(origin),
        encoding=str(document["encoding"]),
        notes=tuple(notes),
    )
