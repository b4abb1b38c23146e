"""Classes and who is in them."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from quizgen.storage.base import Base


class ClassRow(Base):
    """A class of one teacher; students come in by its join code. ``time_zone`` is an IANA name."""

    __tablename__ = "classes"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: Mapped[int] = mapped_column(primary_key=True)
    teacher_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"), index=True)
    name: Mapped[str]
    join_code: Mapped[str] = mapped_column(unique=True)
    time_zone: Mapped[str]
    created: Mapped[datetime]


class EnrolmentRow(Base):
    """One student in one class."""

    __tablename__ = "enrolments"

    class_id: Mapped[int] = mapped_column(ForeignKey("classes.id"), primary_key=True)
    student_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"), primary_key=True, index=True)
    joined: Mapped[datetime]
