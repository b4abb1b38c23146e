"""What changes the rules for single students: overrides of one quiz, and standing accommodations."""

from datetime import datetime, timedelta
from fractions import Fraction

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from quizgen.domain.document import Document
from quizgen.storage.base import Base


class OverrideRow(Base):
    """Fields of a quiz's policy set anew; they hold in the order of ``id``, for all when ``everyone`` is set."""

    __tablename__ = "overrides"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: Mapped[int] = mapped_column(primary_key=True)
    quiz_id: Mapped[int] = mapped_column(ForeignKey("quizzes.id"), index=True)
    name: Mapped[str]
    everyone: Mapped[bool]
    changes: Mapped[Document]
    changed: Mapped[datetime]
    changed_by_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))


class OverrideStudentRow(Base):
    """One student whom an override concerns."""

    __tablename__ = "override_students"

    override_id: Mapped[int] = mapped_column(ForeignKey("overrides.id"), primary_key=True)
    student_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"), primary_key=True, index=True)


class AccommodationRow(Base):
    """What a student needs in every quiz."""

    __tablename__ = "accommodations"

    student_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"), primary_key=True, autoincrement=False)
    extra_time: Mapped[Fraction]
    breaks: Mapped[timedelta]
    no_countdown: Mapped[bool]
    larger_type: Mapped[bool]
    changed: Mapped[datetime]
    changed_by_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
