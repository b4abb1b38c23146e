"""How attempts end: handed in or overdue. The row is closed first and marked after, and marking can be repeated."""

import logging
from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from quizgen.domain.attempts import attempt as transitions
from quizgen.domain.attempts.attempt import ENDED, Attempt, State
from quizgen.domain.attempts.paper import read_paper
from quizgen.domain.errors import NotFound
from quizgen.domain.scoring.marking import Credits, mark
from quizgen.domain.scoring.score import total
from quizgen.storage.stores.attempts import attempt_of, write_attempt
from quizgen.storage.stores.corrections import markings_of
from quizgen.storage.tables import AttemptRow, MarkRow, PaperRow, QuizRow, ResponseRow

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


def _mark(session: Session, rows: Sequence[AttemptRow]) -> tuple[int, ...]:
    marks: list[dict[str, object]] = []
    marked = []
    for row, earned in credits_of(session, rows).items():
        marks += mark_rows(row.id, earned)
        score = total(earned)
        row.points, row.possible, row.marked = score.points, score.possible, True
        marked.append(row.id)
    if marks:
        session.execute(insert(MarkRow), marks)
    session.flush()
    return tuple(marked)


def credits_of(session: Session, rows: Sequence[AttemptRow]) -> dict[AttemptRow, Credits]:
    """Return the credit of each question of attempts: a function of what is stored, and of nothing else.

    One that cannot be marked is logged and left out: it must keep neither its own end nor the others' marks from
    being stored.
    """
    ids = [row.id for row in rows]
    if not ids:
        return {}
    quiz_ids = sorted({row.quiz_id for row in rows})
    # A share lock: a correction waits until these marks are stored, so that it finds them and changes them too.
    held = select(QuizRow.id).where(QuizRow.id.in_(quiz_ids)).order_by(QuizRow.id).with_for_update(read=True)
    session.execute(held).all()
    markings = markings_of(session, quiz_ids)
    stored_papers = select(PaperRow.attempt_id, PaperRow.document).where(PaperRow.attempt_id.in_(ids))
    papers = dict(session.execute(stored_papers).all())
    responses: dict[int, dict[int, str]] = {attempt_id: {} for attempt_id in ids}
    stored = select(ResponseRow.attempt_id, ResponseRow.position, ResponseRow.response)
    for attempt_id, position, response in session.execute(stored.where(ResponseRow.attempt_id.in_(ids))):
        responses[attempt_id][position] = response
    found: dict[AttemptRow, Credits] = {}
    for row in rows:
        marking = markings[row.quiz_id]
        try:
            paper = read_paper(papers[row.id])
            found[row] = mark(paper, responses[row.id], marking.rules, marking.for_attempt(row.finished))
        except Exception:
            _log.exception("attempt %s cannot be marked", row.id)
    return found


def mark_rows(attempt_id: int, earned: Credits) -> list[dict[str, object]]:
    """Return the rows of an attempt's marks; a question that was taken out has none."""
    return [
        {"attempt_id": attempt_id, "position": place, "credit": credit}
        for place, credit in enumerate(earned)
        if credit is not None
    ]
