"""Drafting a bank from texts, as the teacher sees it. Nothing here parses language or makes items."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from quizgen.domain.document import Document
from quizgen.domain.errors import BadInput, Conflict, NotFound
from quizgen.domain.passages.passage import Passage
from quizgen.generation.options import Options
from quizgen.reading.files import Reading
from quizgen.services.draft_texts import Brought, JobText, TextChoice, bring, text_of, text_row, understand
from quizgen.services.wording import LONGEST_TITLE, one_line
from quizgen.storage.tables import JobRow, JobTextRow
from quizgen.storage.tables.jobs import JobState

__all__ = [
    "Brought",
    "Job",
    "JobProgress",
    "JobState",
    "JobText",
    "TextChoice",
    "add_texts",
    "ask",
    "begin",
    "bring",
    "cancel",
    "full_report",
    "get",
    "job_of",
    "of_owner",
    "original",
    "reopen",
    "request",
    "retry",
    "understand",
]

NO_TEXT = "Use at least one of the texts."


@dataclass(frozen=True, slots=True)
class JobProgress:
    """Sentences done of all, and what was found and made so far; all 0 before the first."""

    done: int = 0
    total: int = 0
    claims: int = 0
    items: int = 0


@dataclass(frozen=True, slots=True)
class Job:
    """Texts on their way to a bank. ``error`` is there when it failed, ``bank`` when it is done.

    ``checks`` is the bank whose claims are checked against the texts, for a job that makes no bank.
    """

    id: int
    owner: int
    title: str
    state: JobState
    progress: JobProgress
    error: str | None
    bank: int | None
    texts: tuple[JobText, ...]
    options: Options
    requested: datetime
    started: datetime | None
    finished: datetime | None
    checks: int | None = None

    def passages(self) -> tuple[Passage, ...]:
        """Return the passages of the bank, p1 first: the texts that are used, with what was put back."""
        used = [text for text in self.texts if text.used]
        return tuple(Passage(f"p{place}", text.title, text.reading.text) for place, text in enumerate(used, start=1))


def full_report(report: Document, readings: Sequence[Reading], *, seconds: float | None = None) -> Document:
    """Return the report on a run with what its readings left out, each piece with its reason, and what they noted.

    ``seconds`` is the time that the run took, where somebody measured it.
    """
    left_out: list[Document] = [{"text": left.text, "reason": left.reason} for one in readings for left in one.left_out]
    notes = list(dict.fromkeys(note for one in readings for note in one.notes))
    time = {} if seconds is None else {"seconds": round(seconds, 1)}
    return {**report, **time, "left_out": left_out, "notes": notes}


def begin(
    session: Session,
    *,
    owner: int,
    texts: Sequence[Brought],
    title: str | None,
    options: Options,
    now: datetime,
) -> int:
    """Keep texts as a draft that waits for its teacher, and return the job's id. Raises BadText, BadInput.

    Without a title the first text's own is taken. ``options`` are what the teacher is offered first.
    """
    if not texts:
        raise BadInput(NO_TEXT)
    row = JobRow(
        owner_id=owner,
        title=one_line(title or texts[0].reading.title, "The title", longest=LONGEST_TITLE),
        options=options.document(),
        state=JobState.READ,
        requested=now,
        looked_at=now,
    )
    session.add(row)
    session.flush()
    add_texts(session, row.id, texts)
    return row.id


def add_texts(session: Session, job_id: int, texts: Sequence[Brought]) -> int:
    """Put more texts into a draft and return how many are new: one that is in it already counts once.

    Raises BadText for one too many (those before it are kept), Conflict when the draft does not wait for its teacher,
    NotFound.
    """
    row = _waiting_for_teacher(session, job_id)
    of_job = JobTextRow.job_id == row.id
    added = 0
    for text in texts:
        if session.scalar(select(JobTextRow.place).where(of_job, JobTextRow.original == text.data)) is None:
            last = session.scalar(select(func.max(JobTextRow.place)).where(of_job)) or 0
            session.add(text_row(text, job_id=row.id, place=last + 1))
            session.flush()
            added += 1
    return added


def ask(
    session: Session, job_id: int, *, title: str, choices: Sequence[TextChoice], options: Options, now: datetime
) -> None:
    """Ask for the bank of a draft: one choice a text, in their order; the caller hands the job to the queue.

    Raises BadInput, Conflict when the draft does not wait for its teacher any more, NotFound.
    """
    row = _waiting_for_teacher(session, job_id)
    if not any(choice.used for choice in choices):
        raise BadInput(NO_TEXT)
    for text, choice in zip(_text_rows(session, job_id), choices, strict=True):
        text.title = one_line(choice.title, "The title of a text", longest=LONGEST_TITLE)
        text.used, text.put_back = choice.used, list(choice.put_back)
    row.title = one_line(title, "The title", longest=LONGEST_TITLE)
    _queue(row, options, now)
    session.flush()


def request(
    session: Session,
    *,
    owner: int,
    texts: Sequence[Brought],
    title: str | None,
    options: Options,
    now: datetime,
) -> int:
    """Ask for a bank of texts as they were read, and return the job's id. Raises BadText, BadInput."""
    job_id = begin(session, owner=owner, texts=texts, title=title, options=options, now=now)
    _queue(_locked(session, job_id), options, now)
    session.flush()
    return job_id


def get(session: Session, job_id: int) -> Job:
    """Return a job. Raises NotFound."""
    row = session.get(JobRow, job_id)
    if row is None:
        raise NotFound("There is no such job.")
    return job_of(session, row)


def of_owner(session: Session, owner: int) -> tuple[Job, ...]:
    """Return the banks that a teacher asked for, newest first."""
    query = (
        select(JobRow)
        .where(JobRow.owner_id == owner, JobRow.checks_id.is_(None))
        .order_by(JobRow.requested.desc(), JobRow.id.desc())
    )
    return tuple(job_of(session, row) for row in session.scalars(query).all())


def original(session: Session, job_id: int, place: int = 1) -> bytes:
    """Return what the teacher gave as the ``place``-th text, byte for byte. Raises NotFound."""
    query = select(JobTextRow.original).where(JobTextRow.job_id == job_id, JobTextRow.place == place)
    data = session.scalar(query)
    if data is None:
        raise NotFound("There is no such text.")
    return data


def retry(session: Session, job_id: int, *, now: datetime) -> None:
    """Queue a failed or cancelled job again; the caller hands its number to the queue.

    A job that waits or runs stays as it is. Raises Conflict when it is done, NotFound.
    """
    row = _locked(session, job_id)
    if row.state is JobState.DONE:
        raise Conflict("This bank is already made.")
    if row.state in (JobState.FAILED, JobState.CANCELLED):
        _back_to(row, JobState.QUEUED, now)
        session.flush()


def reopen(session: Session, job_id: int, *, now: datetime) -> None:
    """Let the teacher of a failed or cancelled job choose again; one that waits for them stays as it is.

    Raises Conflict while it waits or runs and when it is done, NotFound.
    """
    row = _locked(session, job_id)
    if row.state in (JobState.FAILED, JobState.CANCELLED):
        _back_to(row, JobState.READ, now)
        session.flush()
    elif row.state is not JobState.READ:
        raise Conflict("This draft is at work or done, so its choices stand.")


def cancel(session: Session, job_id: int, *, now: datetime) -> None:
    """Stop a job that waits or runs, or put a draft away; one that has ended stays as it is. Raises NotFound."""
    row = _locked(session, job_id)
    if row.state in (JobState.READ, JobState.QUEUED, JobState.RUNNING):
        row.state, row.finished = JobState.CANCELLED, now
        session.flush()


def job_of(session: Session, row: JobRow) -> Job:
    """Return the job that a row holds, with its texts."""
    return Job(
        id=row.id,
        owner=row.owner_id,
        title=row.title,
        state=row.state,
        progress=JobProgress(row.sentences_done, row.sentences, row.claims, row.items),
        error=row.error,
        bank=row.bank_id,
        texts=tuple(text_of(text) for text in _text_rows(session, row.id)),
        options=Options.from_document(row.options),
        requested=row.requested,
        started=row.started,
        finished=row.finished,
        checks=row.checks_id,
    )


def _queue(row: JobRow, options: Options, now: datetime) -> None:
    problems = options.problems()
    if problems:
        raise BadInput(" ".join(problems))
    row.options, row.state, row.looked_at = options.document(), JobState.QUEUED, now


def _back_to(row: JobRow, state: JobState, now: datetime) -> None:
    row.state, row.looked_at, row.run = state, now, 0
    row.error, row.started, row.finished = None, None, None
    row.sentences_done, row.sentences, row.claims, row.items = 0, 0, 0, 0


def _text_rows(session: Session, job_id: int) -> Sequence[JobTextRow]:
    return session.scalars(select(JobTextRow).where(JobTextRow.job_id == job_id).order_by(JobTextRow.place)).all()


def _waiting_for_teacher(session: Session, job_id: int) -> JobRow:
    row = _locked(session, job_id)
    if row.state is not JobState.READ:
        raise Conflict("This bank is asked for already, so its texts stay as they are.")
    return row


def _locked(session: Session, job_id: int) -> JobRow:
    row = session.get(JobRow, job_id, with_for_update=True, populate_existing=True)
    if row is None:
        raise NotFound("There is no such job.")
    return row
