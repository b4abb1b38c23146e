"""Accounts: who can sign in."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from quizgen.domain.people import Role
from quizgen.storage.base import Base


class AccountRow(Base):
    """One account. The ``folded`` columns hold what is compared, so that case tells no two people apart."""

    __tablename__ = "accounts"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: Mapped[int] = mapped_column(primary_key=True)
    username: Mapped[str]
    username_folded: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    email: Mapped[str | None]
    email_folded: Mapped[str | None] = mapped_column(unique=True)
    role: Mapped[Role]
    active: Mapped[bool]
    password_hash: Mapped[str]
    uniquifier: Mapped[str] = mapped_column(unique=True)
    created: Mapped[datetime]
