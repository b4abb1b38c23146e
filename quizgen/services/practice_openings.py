"""Which classes may practise which banks, and what keeps a bank resting: a quiz that still needs its keys kept."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, delete, or_, select
from sqlalchemy.orm import Session

from quizgen.domain.attempts.attempt import OPEN
from quizgen.domain.attempts.reveal import When
from quizgen.domain.errors import BadInput
from quizgen.services import showing
from quizgen.storage.inserting import insert
from quizgen.storage.stores.quizzes import policy_of
from quizgen.storage.stores.rules import overrides_of
from quizgen.storage.tables import AttemptRow, BankRow, ClassRow, EnrolmentRow, PracticeOpeningRow, QuizRow

USUAL_NEW_A_DAY, MOST_NEW_A_DAY = 10, 100


@dataclass(frozen=True, slots=True)
class Opening:
    """A bank that a class may practise; ``zone`` is where the class's days begin."""

    class_id: int
    class_name: str
    zone: str
    bank_id: int
    new_a_day: int


@dataclass(frozen=True, slots=True)
class Hold:
    """A quiz for which a bank rests: it has not closed for all, or its answers wait for the teacher's word."""

    quiz_id: int
    title: str
    class_id: int
    class_name: str
    zone: str
    closes: datetime | None
    unreleased: bool


def open_for(
    session: Session,
    bank_id: int,
    *,
    classes: Collection[int],
    among: Iterable[int],
    new_a_day: int,
    by: int,
    now: datetime,
) -> None:
    """Let the given classes practise a bank, and no other of those ``among`` which was chosen.

    Cards and answers are kept when practice ends. Raises BadInput for a number of new questions out of bounds.
    """
    if not 1 <= new_a_day <= MOST_NEW_A_DAY:
        raise BadInput(f"Choose from 1 to {MOST_NEW_A_DAY} new questions a day.")
    asked = frozenset(among)
    closed = PracticeOpeningRow.class_id.in_(asked - frozenset(classes))
    session.execute(delete(PracticeOpeningRow).where(PracticeOpeningRow.bank_id == bank_id, closed))
    values = {"bank_id": bank_id, "new_a_day": new_a_day, "opened": now, "opened_by_id": by}
    rows = [{"class_id": class_id, **values} for class_id in sorted(asked & frozenset(classes))]
    if rows:
        statement = insert(session, PracticeOpeningRow)
        session.execute(
            statement.on_conflict_do_update(
                index_elements=["class_id", "bank_id"], set_={"new_a_day": statement.excluded.new_a_day}
            ),
            rows,
        )


def of_class(session: Session, class_id: int) -> tuple[Opening, ...]:
    """Return what a class may practise, the bank opened first at the beginning."""
    return _openings(session, PracticeOpeningRow.class_id == class_id)


def of_bank(session: Session, bank_id: int) -> tuple[Opening, ...]:
    """Return the classes that may practise a bank."""
    return _openings(session, PracticeOpeningRow.bank_id == bank_id)


def of_student(session: Session, student: int, bank_id: int | None = None) -> tuple[Opening, ...]:
    """Return what a student may practise, one opening a bank; with ``bank_id`` that bank alone.

    Of several classes the first one's day holds, and the largest number of new questions.
    """
    mine = PracticeOpeningRow.class_id.in_(select(EnrolmentRow.class_id).where(EnrolmentRow.student_id == student))
    which = (mine,) if bank_id is None else (mine, PracticeOpeningRow.bank_id == bank_id)
    found: dict[int, Opening] = {}
    for each in _openings(session, *which):
        first = found.get(each.bank_id)
        if first is None or each.new_a_day > first.new_a_day:
            holds = first or each
            found[each.bank_id] = Opening(holds.class_id, holds.class_name, holds.zone, each.bank_id, each.new_a_day)
    return tuple(found.values())


def may_practise(session: Session, student: int) -> bool:
    """Tell whether anything at all is open for a student to practise."""
    query = (
        select(PracticeOpeningRow.bank_id)
        .join(EnrolmentRow, EnrolmentRow.class_id == PracticeOpeningRow.class_id)
        .where(EnrolmentRow.student_id == student)
        .limit(1)
    )
    return session.scalar(query) is not None


def held_for_student(
    session: Session, student: int, banks: Collection[int], *, now: datetime
) -> dict[int, tuple[Hold, ...]]:
    """Return by bank the quizzes of a student for which it rests: in any class of theirs, and any they still sit."""
    classes = select(EnrolmentRow.class_id).where(EnrolmentRow.student_id == student)
    sits = select(AttemptRow.quiz_id).where(AttemptRow.student_id == student, AttemptRow.state.in_(OPEN))
    return _held(session, or_(QuizRow.class_id.in_(classes), QuizRow.id.in_(sits)), banks, now)


def held_for_classes(
    session: Session, classes: Collection[int], banks: Collection[int], *, now: datetime
) -> dict[int, tuple[Hold, ...]]:
    """Return by bank the quizzes of classes for which it rests."""
    return _held(session, QuizRow.class_id.in_(classes), banks, now)


def _held(
    session: Session, whose: ColumnElement[bool], banks: Collection[int], now: datetime
) -> dict[int, tuple[Hold, ...]]:
    query = (
        select(QuizRow, ClassRow.name, ClassRow.time_zone)
        .join(ClassRow, ClassRow.id == QuizRow.class_id)
        .where(QuizRow.bank_id.in_(banks), whose)
        .order_by(QuizRow.published, QuizRow.id)
    )
    quizzes = session.execute(query).all()
    if not quizzes:
        return {}
    ids = [row.id for row, _, _ in quizzes]
    closed = showing.closed_for_all(session, ids, now=now)
    released = showing.released(session, ids)
    overrides = overrides_of(session, ids)
    found: defaultdict[int, list[Hold]] = defaultdict(list)
    for row, class_name, zone in quizzes:
        policy = policy_of(row)
        # Of exceptions the strictest holds for all: students talk.
        reveals = (policy.reveal, *(each.over(policy).reveal for each in overrides[row.id]))
        waits = row.id not in released and any(reveal.key is When.RELEASED for reveal in reveals)
        if row.id not in closed or waits:
            hold = Hold(row.id, row.title, row.class_id, class_name, zone, policy.closes, row.id in closed)
            found[row.bank_id].append(hold)
    return {bank: tuple(holds) for bank, holds in found.items()}


def _openings(session: Session, *conditions: ColumnElement[bool]) -> tuple[Opening, ...]:
    query = (
        select(
            PracticeOpeningRow.class_id,
            ClassRow.name,
            ClassRow.time_zone,
            PracticeOpeningRow.bank_id,
            PracticeOpeningRow.new_a_day,
        )
        .join(ClassRow, ClassRow.id == PracticeOpeningRow.class_id)
        .join(BankRow, BankRow.id == PracticeOpeningRow.bank_id)
        .where(*conditions)
        .order_by(PracticeOpeningRow.opened, PracticeOpeningRow.class_id, PracticeOpeningRow.bank_id)
    )
    return tuple(Opening(*row) for row in session.execute(query))
