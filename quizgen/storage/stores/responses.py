"""Responses on the hot path: one row of the attempt, one of the response, both by primary key, no objects made."""

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Select, bindparam, select
from sqlalchemy.orm import Session

from quizgen.domain.attempts.attempt import State
from quizgen.domain.scoring.confidence import Confidence
from quizgen.storage.inserting import Insert, insert_for
from quizgen.storage.tables.attempts import AttemptRow, LateResponseRow, ResponseRow

_ATTEMPT, _RESPONSE, _LATE = AttemptRow.__table__, ResponseRow.__table__, LateResponseRow.__table__
NOTHING_SAVED = -1


@dataclass(frozen=True, slots=True)
class Frame:
    """What a save must know of its attempt; ``outline`` lists the kind of each question."""

    state: State
    deadline: datetime | None
    outline: list[str]
    paused_at: datetime | None = None
    finished: datetime | None = None
    sealed: int = 0


@dataclass(frozen=True, slots=True)
class Stored:
    """A response as it stands, under the sequence number that its page gave to it, and how sure its student is."""

    response: str
    sequence: int
    saved_at: datetime | None
    confidence: Confidence | None = None


def frame(session: Session, attempt_id: int) -> Frame | None:
    """Return the frame of an attempt, or None. The attempt cannot end before this transaction does."""
    found = session.execute(_frame(), {"attempt_id": attempt_id}).one_or_none()
    return None if found is None else Frame(*found)


def put_response(
    session: Session,
    attempt_id: int,
    position: int,
    *,
    response: str,
    sequence: int,
    now: datetime,
    confidence: Confidence | None = None,
) -> Stored | None:
    """Store a response unless one of the same or a later sequence is there; None then."""
    values = {
        "attempt_id": attempt_id,
        "position": position,
        "response": response,
        "sequence": sequence,
        "flagged": False,
        "saved_at": now,
        "confidence": confidence,
    }
    written = session.execute(_put(session.get_bind().dialect.name), values).one_or_none()
    return None if written is None else Stored(response, sequence, now, confidence)


def put_late(session: Session, attempt_id: int, position: int, *, response: str, sequence: int, now: datetime) -> None:
    """Keep a response that came too late, unless one of the same or a later sequence did."""
    values = {
        "attempt_id": attempt_id,
        "position": position,
        "response": response,
        "sequence": sequence,
        "arrived": now,
    }
    session.execute(_late(session.get_bind().dialect.name), values)


def stored_response(session: Session, attempt_id: int, position: int) -> Stored:
    """Return the response as it stands; an empty one when nothing was saved."""
    found = session.execute(_stored(), {"attempt_id": attempt_id, "position": position}).one_or_none()
    return Stored("", NOTHING_SAVED, None) if found is None else Stored(*found)


def stored_responses(session: Session, attempt_id: int) -> list[tuple[int, int, str, Confidence | None]]:
    """Return position, sequence, response and confidence of all that was saved, by position."""
    found = session.execute(_all(), {"id": attempt_id})
    return [(position, sequence, response, confidence) for position, sequence, response, confidence in found]


def put_flag(session: Session, attempt_id: int, position: int, *, flagged: bool) -> None:
    """Set or take away the flag of a question."""
    values: dict[str, Any] = {
        "attempt_id": attempt_id,
        "position": position,
        "response": "",
        "sequence": NOTHING_SAVED,
        "flagged": flagged,
        "saved_at": None,
        "confidence": None,
    }
    session.execute(_flag(session.get_bind().dialect.name), values)


# Built once: putting such a statement together costs more than the database takes to run it.
@cache
def _frame() -> Select[Any]:
    columns = _ATTEMPT.c.state, _ATTEMPT.c.deadline, _ATTEMPT.c.outline, _ATTEMPT.c.paused_at, _ATTEMPT.c.finished
    return (
        select(*columns, _ATTEMPT.c.sealed).where(_ATTEMPT.c.id == bindparam("attempt_id")).with_for_update(read=True)
    )


@cache
def _stored() -> Select[Any]:
    columns = _RESPONSE.c.response, _RESPONSE.c.sequence, _RESPONSE.c.saved_at, _RESPONSE.c.confidence
    return select(*columns).where(
        _RESPONSE.c.attempt_id == bindparam("attempt_id"), _RESPONSE.c.position == bindparam("position")
    )


@cache
def _all() -> Select[Any]:
    columns = _RESPONSE.c.position, _RESPONSE.c.sequence, _RESPONSE.c.response, _RESPONSE.c.confidence
    mine = _RESPONSE.c.attempt_id == bindparam("id"), _RESPONSE.c.sequence > NOTHING_SAVED
    return select(*columns).where(*mine).order_by(_RESPONSE.c.position)


@cache
def _put(dialect: str) -> Any:
    statement = _new(dialect)
    new = statement.excluded
    return statement.on_conflict_do_update(
        index_elements=["attempt_id", "position"],
        set_={name: new[name] for name in ("response", "sequence", "saved_at", "confidence")},
        where=_RESPONSE.c.sequence < new.sequence,
    ).returning(_RESPONSE.c.sequence)


@cache
def _late(dialect: str) -> Any:
    statement = insert_for(dialect, _LATE).values({column.name: bindparam(column.name) for column in _LATE.c})
    new = statement.excluded
    return statement.on_conflict_do_update(
        index_elements=["attempt_id", "position"],
        set_={"response": new.response, "sequence": new.sequence, "arrived": new.arrived},
        where=_LATE.c.sequence < new.sequence,
    )


@cache
def _flag(dialect: str) -> Any:
    statement = _new(dialect)
    return statement.on_conflict_do_update(
        index_elements=["attempt_id", "position"], set_={"flagged": statement.excluded.flagged}
    )


def _new(dialect: str) -> Insert:
    return insert_for(dialect, _RESPONSE).values({column.name: bindparam(column.name) for column in _RESPONSE.c})
