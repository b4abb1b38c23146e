"""Files that were read and wait for their teacher's word; nothing of them is in a bank yet."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from quizgen.domain.document import Document
from quizgen.storage.base import Base


class ImportRow(Base):
    """A file: ``document`` is the bank that would be kept, None when there is none, ``found`` what was understood.

    ``target_id`` is the bank that gets a new version, at ``target_version`` when the file was read; None: a new bank.
    """

    __tablename__ = "imports"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: Mapped[int] = mapped_column(primary_key=True)
    owner_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"), index=True)
    name: Mapped[str]
    target_id: Mapped[int | None] = mapped_column(ForeignKey("banks.id"))
    target_version: Mapped[int | None]
    document: Mapped[Document | None]
    found: Mapped[Document]
    made: Mapped[datetime]
