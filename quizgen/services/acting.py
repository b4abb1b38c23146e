"""A teacher's acts on running attempts: each with a reason, written down in the same transaction."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, aliased

from quizgen.domain.attempts.act import FOR_ALL, WITH_TIME, Act, apply
from quizgen.domain.attempts.attempt import OPEN, Attempt
from quizgen.domain.attempts.timing import NO_TIME
from quizgen.domain.document import Document
from quizgen.domain.errors import BadInput, NotAllowed, NotFound
from quizgen.services.ending import mark_ended
from quizgen.services.wording import one_line
from quizgen.storage.stores.attempts import attempt_of, write_attempt
from quizgen.storage.tables import AccountRow, ActRow, AttemptRow, MarkRow

LONGEST_REASON = 300
MOST_TIME = timedelta(hours=10)


@dataclass(frozen=True, slots=True)
class Acted:
    """One act as it was written down; ``before`` and ``after`` hold the attempt in plain values."""

    id: int
    attempt_id: int
    student: str
    by: str
    act: Act
    reason: str
    at: datetime
    before: Document
    after: Document


def act(
    session: Session, attempt_id: int, wanted: Act, *, reason: str, by: int, now: datetime, extra: timedelta = NO_TIME
) -> Attempt:
    """Do one act on one attempt and return it; ``extra`` is the time that extending or reopening gives.

    Marks of a reopened attempt are taken back and made anew at its end, those of a restored one at once. Raises
    BadInput without a reason or for a time that cannot be meant, NotAllowed when the act does not fit, NotFound.
    """
    why = _checked(wanted, reason, extra)
    row = session.get(AttemptRow, attempt_id, with_for_update=True, populate_existing=True)
    if row is None:
        raise NotFound("There is no such attempt.")
    _act(session, row, wanted, why, by, now, extra)
    _finish(session, wanted)
    return attempt_of(row)


def act_on_all(
    session: Session, quiz_id: int, wanted: Act, *, reason: str, by: int, now: datetime, extra: timedelta = NO_TIME
) -> int:
    """Do one act on every open attempt of a quiz that it fits, and return how many those were.

    The rows are locked in the order of their ids, so that two acts at once wait for each other and nothing else.
    Raises BadInput as ``act`` does, and for an act that is only for one attempt.
    """
    if wanted not in FOR_ALL:
        raise BadInput("This can only be done for one student at a time.")
    why = _checked(wanted, reason, extra)
    rows = session.scalars(
        select(AttemptRow)
        .where(AttemptRow.quiz_id == quiz_id, AttemptRow.state.in_(OPEN))
        .order_by(AttemptRow.id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).all()
    fitting = [row for row in rows if _fits(attempt_of(row), wanted, now, extra)]
    for row in fitting:
        _act(session, row, wanted, why, by, now, extra)
    _finish(session, wanted)
    return len(fitting)


def acted(session: Session, quiz_id: int, *, limit: int = 100) -> tuple[Acted, ...]:
    """Return the newest acts on the attempts at a quiz, newest first; one query."""
    student, teacher = aliased(AccountRow), aliased(AccountRow)
    query = (
        select(ActRow, student.name, teacher.name)
        .join(student, student.id == ActRow.student_id)
        .join(teacher, teacher.id == ActRow.by_id)
        .where(ActRow.quiz_id == quiz_id)
        .order_by(ActRow.id.desc())
        .limit(limit)
    )
    return tuple(
        Acted(row.id, row.attempt_id, name, by, row.act, row.reason, row.at, row.before, row.after)
        for row, name, by in session.execute(query)
    )


def _checked(wanted: Act, reason: str, extra: timedelta) -> str:
    """Return the reason as it is kept."""
    if extra < NO_TIME or extra > MOST_TIME or (wanted is Act.EXTEND and not extra):
        raise BadInput("Give from 1 to 600 minutes.")
    if extra and wanted not in WITH_TIME:
        raise BadInput("Time can only be given by extending or reopening.")
    return one_line(reason, "The reason", longest=LONGEST_REASON)


def _fits(attempt: Attempt, wanted: Act, now: datetime, extra: timedelta) -> bool:
    """Tell whether an act for all can be done on one of them."""
    try:
        apply(attempt, wanted, now=now, extra=extra)
    except NotAllowed:
        return False
    return True


def _act(session: Session, row: AttemptRow, wanted: Act, reason: str, by: int, now: datetime, extra: timedelta) -> None:
    before = attempt_of(row)
    after = apply(before, wanted, now=now, extra=extra)
    try:
        with session.begin_nested():
            write_attempt(row, after)
    except IntegrityError:
        raise NotAllowed("This student has begun another attempt at this quiz; that one has to end first.") from None
    if wanted in (Act.REOPEN, Act.RESTORE):
        # What was put right while it did not count must count when it is marked again.
        session.execute(delete(MarkRow).where(MarkRow.attempt_id == row.id))
        row.marked, row.points, row.possible = False, None, None
    session.add(
        ActRow(
            quiz_id=row.quiz_id,
            attempt_id=row.id,
            student_id=row.student_id,
            act=wanted,
            reason=reason,
            by_id=by,
            at=now,
            before=_plain(before),
            after=_plain(after),
        )
    )


def _finish(session: Session, wanted: Act) -> None:
    session.flush()
    if wanted in (Act.HAND_IN, Act.RESTORE):
        mark_ended(session)


def _plain(attempt: Attempt) -> Document:
    instants = {"deadline": attempt.deadline, "finished": attempt.finished, "paused_at": attempt.paused_at}
    lengths = {"granted": attempt.granted, "paused": attempt.paused}
    return {
        "state": attempt.state.value,
        **{name: instant and instant.isoformat() for name, instant in instants.items()},
        **{f"{name}_seconds": length.total_seconds() for name, length in lengths.items()},
    }
