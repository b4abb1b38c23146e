"""Attempts, and what belongs to each: its frozen paper, the responses, the marks."""

from datetime import datetime, timedelta
from fractions import Fraction

from sqlalchemy import BigInteger, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from quizgen.domain.attempts.attempt import State
from quizgen.domain.document import Document
from quizgen.domain.scoring.confidence import Confidence
from quizgen.storage.base import Base
from quizgen.storage.types import Microseconds

_OPEN = text("state IN ('running', 'paused')")
_UNMARKED = text("state IN ('handed in', 'expired') AND NOT marked")


class AttemptRow(Base):
    """One sitting. ``look_at`` is the next moment at which the server must look at it, or null when there is none.

    ``outline`` lists the kind of each question, so that a response can be checked without the paper. ``points`` and
    ``possible`` are there once it is ``marked``. The unique constraints make two starts at once land on one row.
    """

    __tablename__ = "attempts"
    __table_args__ = (
        UniqueConstraint("quiz_id", "student_id", "number"),
        Index(
            "uq_attempts_open",
            "quiz_id",
            "student_id",
            unique=True,
            sqlite_where=_OPEN,
            postgresql_where=_OPEN,
        ),
        Index("ix_attempts_unmarked", "id", sqlite_where=_UNMARKED, postgresql_where=_UNMARKED),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    quiz_id: Mapped[int] = mapped_column(ForeignKey("quizzes.id"))
    student_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"), index=True)
    number: Mapped[int]
    state: Mapped[State]
    started: Mapped[datetime]
    deadline: Mapped[datetime | None]
    look_at: Mapped[datetime | None] = mapped_column(index=True)
    finished: Mapped[datetime | None]
    paused_at: Mapped[datetime | None]
    resumes: Mapped[datetime | None]
    # Measured between two instants, so not in whole seconds.
    paused: Mapped[timedelta] = mapped_column(Microseconds(), default=timedelta(0))
    breaks: Mapped[timedelta] = mapped_column(Microseconds(), default=timedelta(0))
    granted: Mapped[timedelta] = mapped_column(Microseconds(), default=timedelta(0))
    seed: Mapped[int] = mapped_column(BigInteger)
    outline: Mapped[list[str]]
    sealed: Mapped[int] = mapped_column(default=0)
    marked: Mapped[bool] = mapped_column(default=False)
    points: Mapped[Fraction | None]
    possible: Mapped[Fraction | None]


class PaperRow(Base):
    """The paper of an attempt, written once."""

    __tablename__ = "papers"

    attempt_id: Mapped[int] = mapped_column(ForeignKey("attempts.id"), primary_key=True)
    document: Mapped[Document]


class ResponseRow(Base):
    """The newest response to one question, counted from 0, how sure of it the student is, and whether it is flagged.

    ``confidence`` is null where it was not asked or not said. ``sequence`` is the number that the page gave to the
    change; -1, and no ``saved_at``, while nothing was saved.
    """

    __tablename__ = "responses"

    attempt_id: Mapped[int] = mapped_column(ForeignKey("attempts.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    response: Mapped[str]
    sequence: Mapped[int] = mapped_column(BigInteger)
    flagged: Mapped[bool]
    saved_at: Mapped[datetime | None]
    confidence: Mapped[Confidence | None]


class LateResponseRow(Base):
    """The newest response to one question that came when nothing counted any more: kept to be seen, never marked."""

    __tablename__ = "late_responses"

    attempt_id: Mapped[int] = mapped_column(ForeignKey("attempts.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    response: Mapped[str]
    sequence: Mapped[int] = mapped_column(BigInteger)
    arrived: Mapped[datetime]


class MarkRow(Base):
    """The mark of one question of an ended attempt: the credit of the response, and points of possible points.

    A question that was taken out has no row.
    """

    __tablename__ = "marks"

    attempt_id: Mapped[int] = mapped_column(ForeignKey("attempts.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    credit: Mapped[Fraction]
    points: Mapped[Fraction]
    possible: Mapped[Fraction]
