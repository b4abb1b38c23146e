"""Banks and their immutable versions."""

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from quizgen.domain.document import Document
from quizgen.storage.base import Base


class BankRow(Base):
    """A bank over time. Without an owner it came with the product; ``version`` is the number of the newest."""

    __tablename__ = "banks"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: Mapped[int] = mapped_column(primary_key=True)
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"), index=True)
    slug: Mapped[str | None] = mapped_column(unique=True)
    version: Mapped[int]


class BankVersionRow(Base):
    """What a bank said at one time: the bank document with its passages by SHA-256 instead of their texts.

    ``sha256`` is that of the document, so equal versions are known without reading them. The counts repeat what the
    document says, for lists. ``note`` says why it was made, where there is something to say.
    """

    __tablename__ = "bank_versions"
    __table_args__ = (UniqueConstraint("bank_id", "number"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(primary_key=True)
    bank_id: Mapped[int] = mapped_column(ForeignKey("banks.id"))
    number: Mapped[int]
    title: Mapped[str]
    sha256: Mapped[str]
    document: Mapped[Document] = mapped_column(deferred=True)
    report: Mapped[Document | None] = mapped_column(deferred=True)
    claims: Mapped[int]
    ready: Mapped[int]
    queued: Mapped[int]
    made: Mapped[datetime]
    made_by_id: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))
    note: Mapped[str | None]
