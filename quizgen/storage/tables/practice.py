"""Practice: which class may practise which bank, and what each student remembers of its items."""

from datetime import date, datetime
from fractions import Fraction

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from quizgen.domain.practice.card import Rating, Stage
from quizgen.storage.base import Base


class PracticeOpeningRow(Base):
    """A bank that a class may practise, with how many items may begin each day."""

    __tablename__ = "practice_openings"

    class_id: Mapped[int] = mapped_column(ForeignKey("classes.id"), primary_key=True)
    bank_id: Mapped[int] = mapped_column(ForeignKey("banks.id"), primary_key=True, index=True)
    new_a_day: Mapped[int]
    opened: Mapped[datetime]
    opened_by_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))


class PracticeCardRow(Base):
    """One item as one student knows it, since the first answer; the item is named by its id in the bank.

    ``reviews`` counts the answers; ``day`` is the date of the last one where the student was.
    """

    __tablename__ = "practice_cards"
    __table_args__ = (UniqueConstraint("student_id", "bank_id", "item"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(primary_key=True)
    student_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    bank_id: Mapped[int] = mapped_column(ForeignKey("banks.id"), index=True)
    item: Mapped[str]
    reviews: Mapped[int]
    stage: Mapped[Stage]
    step: Mapped[int | None]
    stability: Mapped[float]
    difficulty: Mapped[float]
    day: Mapped[date]
    due: Mapped[datetime]


class PracticeReviewRow(Base):
    """One answer, written once; the number, from 1, makes the same form sent twice land on one row.

    ``response`` is "" when the student asked to be shown the answer.
    """

    __tablename__ = "practice_reviews"
    __table_args__ = (UniqueConstraint("card_id", "number"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(primary_key=True)
    card_id: Mapped[int] = mapped_column(ForeignKey("practice_cards.id"))
    number: Mapped[int]
    bank_version_id: Mapped[int] = mapped_column(ForeignKey("bank_versions.id"))
    response: Mapped[str]
    credit: Mapped[Fraction]
    rating: Mapped[Rating]
    at: Mapped[datetime]
