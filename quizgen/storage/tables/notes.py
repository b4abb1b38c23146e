"""What students keep beside the passage."""

from sqlalchemy import BigInteger, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from quizgen.storage.base import Base


class NoteRow(Base):
    """The newest note on one block of an attempt's passages, counted from 0 over all of them.

    ``note`` is what ``note_words`` wrote; ``sequence`` is the number that the page gave to the change.
    """

    __tablename__ = "notes"

    attempt_id: Mapped[int] = mapped_column(ForeignKey("attempts.id"), primary_key=True)
    place: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    note: Mapped[str]
    sequence: Mapped[int] = mapped_column(BigInteger)
