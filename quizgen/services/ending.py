"""How attempts end: handed in or overdue. The row is closed first and marked after, and marking can be repeated."""

import logging
from collections.abc import Sequence
from datetime import datetime, timedelta
from fractions import Fraction

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from quizgen.domain.attempts import attempt as transitions
from quizgen.domain.attempts.attempt import ENDED, Attempt, State
from quizgen.domain.attempts.paper import read_paper
from quizgen.domain.errors import NotFound
from quizgen.domain.scoring.marking import mark
from quizgen.domain.scoring.score import total
from quizgen.storage.stores.attempts import attempt_of, write_attempt
from quizgen.storage.tables import AttemptRow, MarkRow, PaperRow, ResponseRow

_log = logging.getLogger(__name__)


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


def credits_of(document: object, responses: dict[int, str]) -> tuple[Fraction, ...]:
    """Return the credit of each question: a function of the stored paper and responses, and of nothing else."""
    return mark(read_paper(document), responses)


def _mark(session: Session, rows: Sequence[AttemptRow]) -> tuple[int, ...]:
    ids = [row.id for row in rows]
    stored_papers = select(PaperRow.attempt_id, PaperRow.document).where(PaperRow.attempt_id.in_(ids))
    papers = dict(session.execute(stored_papers).all())
    responses: dict[int, dict[int, str]] = {attempt_id: {} for attempt_id in ids}
    stored = select(ResponseRow.attempt_id, ResponseRow.position, ResponseRow.response)
    for attempt_id, position, response in session.execute(stored.where(ResponseRow.attempt_id.in_(ids))):
        responses[attempt_id][position] = response
    marks: list[dict[str, object]] = []
    marked = []
    for row in rows:
        try:
            earned = credits_of(papers[row.id], responses[row.id])
        except Exception:
            # One paper that cannot be marked must keep neither its own end nor the others' marks from being stored.
            _log.exception("attempt %s cannot be marked", row.id)
            continue
        marks += [{"attempt_id": row.id, "position": place, "credit": credit} for place, credit in enumerate(earned)]
        score = total(earned)
        row.points, row.possible, row.marked = score.points, score.possible, True
        marked.append(row.id)
    if marks:
        session.execute(insert(MarkRow), marks)
    session.flush()
    return tuple(marked)
