"""Corrections of a quiz after students have answered, and the marks as they were before each."""

from datetime import datetime
from fractions import Fraction

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from quizgen.domain.document import Document
from quizgen.domain.scoring.correcting import Intention
from quizgen.storage.base import Base


class CorrectionRow(Base):
    """What was put right of one item, or, with ``item`` null, the marking rules that a quiz was given.

    ``document`` holds the fields of the item that were set anew, or the rules. It counts until it is undone; nothing
    is ever taken away.
    """

    __tablename__ = "corrections"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: Mapped[int] = mapped_column(primary_key=True)
    quiz_id: Mapped[int] = mapped_column(ForeignKey("quizzes.id"), index=True)
    item: Mapped[str | None]
    intention: Mapped[Intention]
    document: Mapped[Document]
    reason: Mapped[str]
    by_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    at: Mapped[datetime]
    undone: Mapped[datetime | None]
    undone_by_id: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))


class FormerMarkRow(Base):
    """The score of an attempt before a correction or its undoing changed it.

    ``marks`` maps the position of each question to its credit, points and possible points, as text.
    """

    __tablename__ = "former_marks"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: Mapped[int] = mapped_column(primary_key=True)
    correction_id: Mapped[int] = mapped_column(ForeignKey("corrections.id"), index=True)
    attempt_id: Mapped[int] = mapped_column(ForeignKey("attempts.id"), index=True)
    replaced: Mapped[datetime]
    points: Mapped[Fraction]
    possible: Mapped[Fraction]
    marks: Mapped[Document]
