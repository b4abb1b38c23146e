"""Who works in a bank beside its owner."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from quizgen.domain.banks.duty import Duty
from quizgen.storage.base import Base


class ColleagueRow(Base):
    """A teacher whom the owner of a bank has invited."""

    __tablename__ = "colleagues"

    bank_id: Mapped[int] = mapped_column(ForeignKey("banks.id"), primary_key=True, autoincrement=False)
    account_id: Mapped[int] = mapped_column(
        ForeignKey("accounts.id"), primary_key=True, autoincrement=False, index=True
    )
    duty: Mapped[Duty]
    since: Mapped[datetime]
