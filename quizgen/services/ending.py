"""How attempts end: handed in or overdue. The row is closed first and marked after, and marking can be repeated."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from quizgen.domain.attempts import attempt as transitions
from quizgen.domain.attempts.attempt import ENDED, Attempt, State
from quizgen.domain.attempts.paper import read_paper
from quizgen.domain.errors import NotFound
from quizgen.domain.scoring.confidence import Confidence
from quizgen.domain.scoring.correcting import Step
from quizgen.domain.scoring.marking import Marks, mark
from quizgen.domain.scoring.score import total
from quizgen.storage.stores.attempts import attempt_of, write_attempt
from quizgen.storage.stores.corrections import hold_marks, markings_of
from quizgen.storage.tables import AttemptRow, MarkRow, PaperRow, ResponseRow

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Given:
    responses: dict[int, str]
    confidences: dict[int, Confidence]


def hand_in(session: Session, *, attempt_id: int, now: datetime) -> Attempt:
    """End the attempt and mark it; again it changes nothing. At or after the deadline it expires instead.

    Raises NotFound.
    """
    row = session.get(AttemptRow, attempt_id, with_for_update=True, populate_existing=True)
    if row is None:
        raise NotFound("There is no such attempt.")
    write_attempt(row, transitions.hand_in(attempt_of(row), now))
    session.flush()
    if row.state in ENDED and not row.marked:
        _mark(session, [row])
    return attempt_of(row)


def close_overdue(session: Session, *, now: datetime, grace: timedelta, limit: int = 200) -> tuple[int, ...]:
    """End at most ``limit`` attempts whose deadline plus grace has come, and return their ids; none is marked yet.

    An attempt that somebody else holds at this moment is left for the next round.
    """
    overdue = (
        select(AttemptRow)
        .where(AttemptRow.look_at <= now - grace, AttemptRow.state == State.RUNNING)
        .order_by(AttemptRow.look_at, AttemptRow.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
        .execution_options(populate_existing=True)
    )
    rows = session.scalars(overdue).all()
    for row in rows:
        write_attempt(row, transitions.expire(attempt_of(row), now, grace))
    session.flush()
    return tuple(row.id for row in rows)


def end_breaks(session: Session, *, now: datetime, limit: int = 200) -> tuple[int, ...]:
    """Let at most ``limit`` attempts whose break is used up go on, and return their ids."""
    resting = (
        select(AttemptRow)
        .where(AttemptRow.look_at <= now, AttemptRow.state == State.PAUSED)
        .order_by(AttemptRow.look_at, AttemptRow.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
        .execution_options(populate_existing=True)
    )
    rows = session.scalars(resting).all()
    for row in rows:
        write_attempt(row, transitions.resume(attempt_of(row), now))
    session.flush()
    return tuple(row.id for row in rows)


def mark_ended(session: Session, *, limit: int = 200) -> tuple[int, ...]:
    """Mark at most ``limit`` attempts that have ended without marks, and return the ids of those marked now."""
    unmarked = (
        select(AttemptRow)
        .where(AttemptRow.state.in_(ENDED), ~AttemptRow.marked)
        .order_by(AttemptRow.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
        .execution_options(populate_existing=True)
    )
    return _mark(session, session.scalars(unmarked).all())


def _mark(session: Session, rows: Sequence[AttemptRow]) -> tuple[int, ...]:
    found = marks_of(session, rows)
    values = [value for row, marks in found.items() for value in mark_values(row.id, marks)]
    for row, marks in found.items():
        score = total(marks)
        row.points, row.possible, row.marked = score.points, score.possible, True
    if values:
        session.execute(insert(MarkRow), values)
    session.flush()
    return tuple(row.id for row in found)


def marks_of(session: Session, rows: Sequence[AttemptRow], extra: Sequence[Step] = ()) -> dict[AttemptRow, Marks]:
    """Return the marks of each attempt, as they would be with ``extra`` steps: a function of what is stored.

    One that cannot be marked is logged and left out: it must keep neither its own end nor the others' marks from
    being stored.
    """
    ids = [row.id for row in rows]
    if not ids:
        return {}
    quiz_ids = {row.quiz_id for row in rows}
    hold_marks(session, quiz_ids)
    markings = markings_of(session, quiz_ids)
    stored_papers = select(PaperRow.attempt_id, PaperRow.document).where(PaperRow.attempt_id.in_(ids))
    papers = dict(session.execute(stored_papers).all())
    given: dict[int, _Given] = {attempt_id: _Given({}, {}) for attempt_id in ids}
    stored = select(ResponseRow.attempt_id, ResponseRow.position, ResponseRow.response, ResponseRow.confidence)
    for attempt_id, position, response, confidence in session.execute(stored.where(ResponseRow.attempt_id.in_(ids))):
        given[attempt_id].responses[position] = response
        if confidence is not None:
            given[attempt_id].confidences[position] = confidence
    found: dict[AttemptRow, Marks] = {}
    for row in rows:
        steps = (*markings[row.quiz_id].for_attempt(row.finished), *extra)
        said = given[row.id]
        try:
            found[row] = mark(read_paper(papers[row.id]), said.responses, steps, said.confidences)
        except Exception:
            _log.exception("attempt %s cannot be marked", row.id)
    return found


def mark_values(attempt_id: int, marks: Marks) -> list[dict[str, Any]]:
    """Return the values of an attempt's marks by column; a question that was taken out has none."""
    return [
        {
            "attempt_id": attempt_id,
            "position": place,
            "credit": mark.credit,
            "points": mark.points,
            "possible": mark.possible,
        }
        for place, mark in enumerate(marks)
        if mark is not None
    ]
