"""Passages: immutable, named by what they say."""

from sqlalchemy.orm import Mapped, mapped_column

from quizgen.storage.base import Base


class PassageRow(Base):
    """A text under the SHA-256 of its UTF-8; never changed, shared by every bank and paper that speaks of it."""

    __tablename__ = "passages"

    sha256: Mapped[str] = mapped_column(primary_key=True)
    title: Mapped[str]
    text: Mapped[str]
