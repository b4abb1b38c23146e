"""Passages by what they say: added once, shared by all."""

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from quizgen.domain.passages.passage import Passage
from quizgen.storage.inserting import insert
from quizgen.storage.tables.passages import PassageRow


def keep_passages(session: Session, passages: Iterable[Passage]) -> None:
    """Add the texts that are not there yet, in the order of their names so that two writers never deadlock."""
    rows = {
        passage.sha256: {"sha256": passage.sha256, "title": passage.title, "text": passage.text} for passage in passages
    }
    if rows:
        statement = insert(session, PassageRow).on_conflict_do_nothing()
        session.execute(statement, [rows[name] for name in sorted(rows)])


def passages_by_name(session: Session, names: Iterable[str]) -> dict[str, Passage]:
    """Return passages by SHA-256, which also serves as their id here; a name that is not there is left out."""
    rows = session.scalars(select(PassageRow).where(PassageRow.sha256.in_(tuple(names))))
    return {row.sha256: Passage(row.sha256, row.title, row.text) for row in rows}
