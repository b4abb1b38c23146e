"""A quiz while it runs, for its teacher: who is where, what is answered, and never what is right."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from quizgen.domain.attempts.attempt import Attempt
from quizgen.services.presence import LOST_AFTER
from quizgen.storage.stores.attempts import attempt_of
from quizgen.storage.tables import AccountRow, AttemptRow, BeatRow, EnrolmentRow, QuizRow, ResponseRow


@dataclass(frozen=True, slots=True)
class Watched:
    """The newest attempt of a student: which questions are answered, which one is shown (both from 0), last signs.

    ``position`` is None while neither a page nor an answer told. ``seen`` is the last sign of life of any sort.
    """

    id: int
    attempt: Attempt
    questions: int
    answered: frozenset[int]
    position: int | None
    saved_at: datetime | None
    seen: datetime

    def is_lost(self, now: datetime) -> bool:
        """Tell whether there was no sign of life for 45 seconds while its clock runs."""
        return self.attempt.is_open and not self.attempt.paused_at and now - self.seen >= LOST_AFTER


@dataclass(frozen=True, slots=True)
class Place:
    """A student of the class, and their newest attempt, or None."""

    student: int
    name: str
    watched: Watched | None


def watch(session: Session, quiz_id: int) -> tuple[Place, ...]:
    """Return the students of the quiz's class, and who else sat it, by name; three queries, however many there are."""
    roster = (
        select(AccountRow.id, AccountRow.name)
        .join(EnrolmentRow, EnrolmentRow.student_id == AccountRow.id)
        .join(QuizRow, QuizRow.class_id == EnrolmentRow.class_id)
        .where(QuizRow.id == quiz_id)
    )
    names = dict(iter(session.execute(roster)))
    attempts = (
        select(AttemptRow, AccountRow.name, BeatRow.at, BeatRow.position)
        .join(AccountRow, AccountRow.id == AttemptRow.student_id)
        .outerjoin(BeatRow, BeatRow.attempt_id == AttemptRow.id)
        .where(AttemptRow.quiz_id == quiz_id)
        .order_by(AttemptRow.number)
    )
    newest: dict[int, tuple[AttemptRow, datetime | None, int | None]] = {}
    for row, name, at, position in session.execute(attempts):
        names[row.student_id] = name
        newest[row.student_id] = (row, at, position)
    saves = _saves(session, [row.id for row, _, _ in newest.values()])
    by_name = sorted(names.items(), key=lambda entry: (entry[1].casefold(), entry[0]))
    return tuple(
        Place(student, name, _watched(*newest[student], saves) if student in newest else None)
        for student, name in by_name
    )


@dataclass(slots=True)
class _Saves:
    answered: set[int]
    newest: tuple[datetime, int] | None = None


def _saves(session: Session, attempts: list[int]) -> dict[int, _Saves]:
    """Return what was saved, by attempt: which questions have an answer, and the newest change with its question."""
    found = {attempt_id: _Saves(set()) for attempt_id in attempts}
    query = select(
        ResponseRow.attempt_id, ResponseRow.position, ResponseRow.saved_at, (ResponseRow.response != "").label("some")
    ).where(ResponseRow.attempt_id.in_(attempts), ResponseRow.saved_at.is_not(None))
    for attempt_id, position, saved_at, some in session.execute(query):
        own = found[attempt_id]
        if some:
            own.answered.add(position)
        if saved_at and (own.newest is None or (saved_at, position) > own.newest):
            own.newest = (saved_at, position)
    return found


def _watched(row: AttemptRow, at: datetime | None, position: int | None, saves: dict[int, _Saves]) -> Watched:
    """Return what is known; the later of the page's own sign and the newest save tells the question."""
    saved_at, saved = saves[row.id].newest or (None, None)
    told = position if at is not None and (saved_at is None or at > saved_at) else saved
    return Watched(
        id=row.id,
        attempt=attempt_of(row),
        questions=len(row.outline),
        answered=frozenset(saves[row.id].answered),
        position=None if told is None else min(told, len(row.outline) - 1),
        saved_at=saved_at,
        seen=max(moment for moment in (row.started, saved_at, at) if moment),
    )
