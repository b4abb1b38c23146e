"""INSERT with ON CONFLICT, which both engines speak but SQLAlchemy spells per engine."""

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from quizgen.storage.base import Base

Insert = postgresql.Insert | sqlite.Insert


def insert(session: Session, row: type[Base]) -> Insert:
    """Return an INSERT into the table of ``row`` that can carry ``on_conflict_do_nothing`` or ``..._update``."""
    if session.get_bind().dialect.name == "postgresql":
        return postgresql.insert(row)
    return sqlite.insert(row)
