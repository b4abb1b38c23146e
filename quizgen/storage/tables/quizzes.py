"""Quizzes: one version of a bank given to a class under a policy."""

from datetime import datetime, timedelta

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from quizgen.domain.attempts.policy import Closing, Layout, Navigation, Order
from quizgen.domain.document import Document
from quizgen.domain.items.item import Basis
from quizgen.storage.base import Base


class QuizRow(Base):
    """A quiz: the columns of its policy, then those of its blueprint."""

    __tablename__ = "quizzes"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: Mapped[int] = mapped_column(primary_key=True)
    class_id: Mapped[int] = mapped_column(ForeignKey("classes.id"), index=True)
    bank_id: Mapped[int] = mapped_column(ForeignKey("banks.id"), index=True)
    bank_version_id: Mapped[int] = mapped_column(ForeignKey("bank_versions.id"))
    title: Mapped[str]
    published: Mapped[datetime]
    published_by_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))

    opens: Mapped[datetime | None]
    closes: Mapped[datetime | None]
    time_limit: Mapped[timedelta | None]
    attempts: Mapped[int | None]
    closing: Mapped[Closing]
    wait: Mapped[timedelta | None]
    access_code: Mapped[str]
    networks: Mapped[list[str]]
    order: Mapped[Order]
    layout: Mapped[Layout]
    navigation: Mapped[Navigation]
    reveal: Mapped[Document]

    count: Mapped[int]
    kinds: Mapped[list[str] | None]
    basis: Mapped[Basis | None]
    # None, as in every quiz from before there was a choice, means as by default.
    shares: Mapped[Document | None]
    easiest: Mapped[int | None]
    hardest: Mapped[int | None]


class ReleaseRow(Base):
    """A teacher's word that a quiz's results are shown, or are not any more; the newest one holds."""

    __tablename__ = "releases"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: Mapped[int] = mapped_column(primary_key=True)
    quiz_id: Mapped[int] = mapped_column(ForeignKey("quizzes.id"), index=True)
    shown: Mapped[bool]
    said: Mapped[datetime]
    said_by_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
