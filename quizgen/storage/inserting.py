"""INSERT with ON CONFLICT, which both engines speak but SQLAlchemy spells per engine."""

from typing import Any

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

Insert = postgresql.Insert | sqlite.Insert


def insert(session: Session, table: Any) -> Insert:
    """Return an INSERT that can carry ``on_conflict_do_nothing`` or ``..._update``, for a row class or a table."""
    return insert_for(session.get_bind().dialect.name, table)


def insert_for(dialect: str, table: Any) -> Insert:
    """Return the same for the engine of that name."""
    return postgresql.insert(table) if dialect == "postgresql" else sqlite.insert(table)
