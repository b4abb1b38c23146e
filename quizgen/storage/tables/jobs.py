"""Generation jobs: the row is the truth, the queue only carries its number."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import BigInteger, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from quizgen.domain.document import Document
from quizgen.storage.base import Base


class JobState(StrEnum):
    """Where a job stands. Only queued jobs are taken, only running ones beat."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


class JobRow(Base):
    """A text on its way to a bank. ``original`` is what the teacher gave, byte for byte; ``reading`` what was read.

    ``looked_at`` is the heart-beat while it runs, and the last time that it was put into the queue before that.
    ``run`` counts how often a worker has taken it.
    """

    __tablename__ = "jobs"
    __table_args__ = (Index(None, "state", "looked_at"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(primary_key=True)
    owner_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"), index=True)
    title: Mapped[str]
    name: Mapped[str]
    original: Mapped[bytes] = mapped_column(deferred=True)
    reading: Mapped[Document] = mapped_column(deferred=True)
    seed: Mapped[int] = mapped_column(BigInteger)
    state: Mapped[JobState]
    run: Mapped[int] = mapped_column(default=0)
    sentences_done: Mapped[int] = mapped_column(default=0)
    sentences: Mapped[int] = mapped_column(default=0)
    claims: Mapped[int] = mapped_column(default=0)
    items: Mapped[int] = mapped_column(default=0)
    error: Mapped[str | None]
    bank_id: Mapped[int | None] = mapped_column(ForeignKey("banks.id"))
    requested: Mapped[datetime]
    looked_at: Mapped[datetime]
    started: Mapped[datetime | None]
    finished: Mapped[datetime | None]
