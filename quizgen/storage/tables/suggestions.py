"""Suggestions: what a sentence of a reference seems to show about a claim, until a teacher decides."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from quizgen.domain.document import Document
from quizgen.storage.base import Base


class SuggestionState(StrEnum):
    """Where a suggestion stands; only one that waits can be decided."""

    WAITING = "waiting"
    CONFIRMED = "confirmed"
    DISMISSED = "dismissed"


class SuggestionRow(Base):
    """What a check found for one claim of a bank; the claim is named by its id in the bank."""

    __tablename__ = "suggestions"
    __table_args__ = (Index(None, "bank_id", "state"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(primary_key=True)
    bank_id: Mapped[int] = mapped_column(ForeignKey("banks.id"))
    job_id: Mapped[int] = mapped_column(ForeignKey("jobs.id"), index=True)
    claim: Mapped[str]
    document: Mapped[Document]
    state: Mapped[SuggestionState]
    decided: Mapped[datetime | None]
