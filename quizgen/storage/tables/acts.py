"""What happens around attempts: the acts of teachers, kept for ever, and the signs of life of students."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from quizgen.domain.attempts.act import Act
from quizgen.domain.document import Document
from quizgen.storage.base import Base


class ActRow(Base):
    """One act of a teacher on an attempt; rows are added and never changed.

    ``before`` and ``after`` hold the attempt in plain values: state, deadline, end, and the time given.
    """

    __tablename__ = "acts"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: Mapped[int] = mapped_column(primary_key=True)
    quiz_id: Mapped[int] = mapped_column(ForeignKey("quizzes.id"), index=True)
    attempt_id: Mapped[int] = mapped_column(ForeignKey("attempts.id"), index=True)
    student_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    act: Mapped[Act]
    reason: Mapped[str]
    by_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    at: Mapped[datetime]
    before: Mapped[Document]
    after: Mapped[Document]


class BeatRow(Base):
    """The last sign of life of the page of an attempt, and the question it showed, from 0.

    It stands apart from the attempt, whose row a save holds: a sign of life makes no answer wait.
    """

    __tablename__ = "beats"

    attempt_id: Mapped[int] = mapped_column(ForeignKey("attempts.id"), primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    position: Mapped[int]
