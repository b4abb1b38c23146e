"""Papers that were drawn before anybody pressed Start."""

from sqlalchemy import BigInteger, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from quizgen.domain.document import Document
from quizgen.storage.base import Base


class PreparedPaperRow(Base):
    """The paper that waits for one student of a quiz; it moves into the attempt, and the row goes.

    ``stamp`` names all that the draw followed from but the seed: under another stamp the paper is worth nothing.
    """

    __tablename__ = "prepared_papers"

    quiz_id: Mapped[int] = mapped_column(ForeignKey("quizzes.id"), primary_key=True)
    student_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"), primary_key=True)
    stamp: Mapped[str]
    seed: Mapped[int] = mapped_column(BigInteger)
    outline: Mapped[list[str]]
    document: Mapped[Document]
