"""Generation jobs: the row is the truth, the queue only carries its number."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from quizgen.domain.document import Document
from quizgen.storage.base import Base


class JobState(StrEnum):
    """Where a job stands. READ waits for the teacher, QUEUED for a worker, and only RUNNING jobs beat."""

    READ = "read"
    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


class JobRow(Base):
    """Texts on their way to a bank; ``options`` is what the teacher asks of it.

    A job with ``checks_id`` makes no bank: its texts are references that the claims of that bank are checked against.

    ``looked_at`` is the heart-beat while it runs, and the last time that it was put into the queue before that.
    ``run`` counts how often a worker has taken it.
    """

    __tablename__ = "jobs"
    __table_args__ = (Index(None, "state", "looked_at"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(primary_key=True)
    owner_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"), index=True)
    title: Mapped[str]
    options: Mapped[Document]
    state: Mapped[JobState]
    run: Mapped[int] = mapped_column(default=0)
    sentences_done: Mapped[int] = mapped_column(default=0)
    sentences: Mapped[int] = mapped_column(default=0)
    claims: Mapped[int] = mapped_column(default=0)
    items: Mapped[int] = mapped_column(default=0)
    error: Mapped[str | None]
    bank_id: Mapped[int | None] = mapped_column(ForeignKey("banks.id"))
    checks_id: Mapped[int | None] = mapped_column(ForeignKey("banks.id"), index=True)
    requested: Mapped[datetime]
    looked_at: Mapped[datetime]
    started: Mapped[datetime | None]
    finished: Mapped[datetime | None]


class JobTextRow(Base):
    """One text of a job. ``original`` is what the teacher gave, byte for byte; ``reading`` what was read.

    ``used`` tells whether questions are asked about it, ``put_back`` which of the pieces that reading left out.
    ``citation`` is what is said of a reference: publisher, year, address.
    """

    __tablename__ = "job_texts"

    job_id: Mapped[int] = mapped_column(ForeignKey("jobs.id"), primary_key=True)
    place: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    name: Mapped[str]
    title: Mapped[str]
    original: Mapped[bytes] = mapped_column(deferred=True)
    reading: Mapped[Document]
    used: Mapped[bool]
    put_back: Mapped[list[int]]
    citation: Mapped[Document | None]
