"""Classes: made by a teacher, joined by a code."""

import random
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy import ColumnElement, Select, delete, func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from quizgen.domain.errors import BadInput, NotFound, Unavailable
from quizgen.services.wording import one_line
from quizgen.storage.inserting import insert
from quizgen.storage.tables import AccountRow, ClassRow, EnrolmentRow

# No vowels, so that chance spells no words; nothing that looks like another: 0 O, 1 I L, 2 Z, 5 S, 8 B, U V.
CODE_LETTERS = "CDFGHJKMNPQRTVWXY34679"
CODE_LENGTH = 6
_CODES_TRIED = 20


@dataclass(frozen=True, slots=True)
class ClassCard:
    """A class at a glance; ``teacher`` is a name, ``students`` how many there are."""

    id: int
    name: str
    join_code: str
    time_zone: str
    students: int
    teacher: str


@dataclass(frozen=True, slots=True)
class RosterEntry:
    """A student of a class."""

    id: int
    name: str
    username: str
    joined: datetime


def create(
    session: Session, *, teacher: int, name: str, time_zone: str, now: datetime, rng: random.Random
) -> ClassCard:
    """Add a class with a fresh join code. Raises BadInput for an empty name or an unknown time zone."""
    name = one_line(name, "The name of the class")
    _check_time_zone(time_zone)
    for _ in range(_CODES_TRIED):
        code = "".join(rng.choices(CODE_LETTERS, k=CODE_LENGTH))
        row = ClassRow(teacher_id=teacher, name=name, join_code=code, time_zone=time_zone, created=now)
        if find_code(session, code) is None:
            try:
                with session.begin_nested():
                    session.add(row)
            except IntegrityError:
                if find_code(session, code) is None:
                    raise
                continue
            return get(session, row.id)
    raise Unavailable("No free join code was found. Please try again.")


def get(session: Session, class_id: int) -> ClassCard:
    """Return a class. Raises NotFound."""
    return _one(session, ClassRow.id == class_id)


def named(session: Session, name: str) -> ClassCard:
    """Return the class with this join code, number or name, tried in this order.

    Raises NotFound, and BadInput when several classes have the name.
    """
    by_code = find_code(session, name)
    if by_code is not None:
        return by_code
    if name.strip().isdecimal() and len(name) < 10:
        return get(session, int(name))
    found = _cards(session, _select().where(ClassRow.name == name.strip()))
    if len(found) > 1:
        codes = ", ".join(card.join_code for card in found)
        raise BadInput(f"Several classes are called {name.strip()!r}; please give one of their join codes: {codes}.")
    if not found:
        raise NotFound(f"There is no class with the name, number or join code {name.strip()!r}.")
    return found[0]


def taught_by(session: Session, teacher: int) -> tuple[ClassCard, ...]:
    """Return the classes of a teacher, by name."""
    return _cards(session, _select().where(ClassRow.teacher_id == teacher))


def studied_by(session: Session, student: int) -> tuple[ClassCard, ...]:
    """Return the classes that a student is in, by name."""
    mine = select(EnrolmentRow.class_id).where(EnrolmentRow.student_id == student)
    return _cards(session, _select().where(ClassRow.id.in_(mine)))


def roster(session: Session, class_id: int) -> tuple[RosterEntry, ...]:
    """Return the students of a class by name, whatever the case, then by user name."""
    students = (
        select(AccountRow.id, AccountRow.name, AccountRow.username, EnrolmentRow.joined)
        .join(EnrolmentRow, EnrolmentRow.student_id == AccountRow.id)
        .where(EnrolmentRow.class_id == class_id)
    )
    entries = [RosterEntry(*row) for row in session.execute(students)]
    return tuple(sorted(entries, key=lambda entry: (entry.name.casefold(), entry.username.casefold())))


def join(session: Session, *, student: int, code: str, now: datetime) -> ClassCard:
    """Put a student into the class with this code; again is harmless. Raises NotFound for a code of no class."""
    card = find_code(session, code)
    if card is None:
        raise NotFound("No class has this code; please compare it with what your teacher wrote.")
    session.execute(
        insert(session, EnrolmentRow).values(class_id=card.id, student_id=student, joined=now).on_conflict_do_nothing()
    )
    return get(session, card.id)


def find_code(session: Session, code: str) -> ClassCard | None:
    """Return the class with this join code, or None; blanks, dashes and case do not matter."""
    plain = "".join(letter for letter in code.upper() if letter.isalnum())
    found = _cards(session, _select().where(ClassRow.join_code == plain))
    return found[0] if found else None


def remove(session: Session, class_id: int, student: int) -> None:
    """Take a student out of a class; their attempts are kept, and come back when they join again."""
    session.execute(delete(EnrolmentRow).where(EnrolmentRow.class_id == class_id, EnrolmentRow.student_id == student))


def _check_time_zone(name: str) -> None:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise BadInput(f"There is no time zone {name!r}; one is named like Europe/Paris or UTC.") from None


def _select() -> Select[int, str, str, str, int, str]:
    students = (
        select(func.count())
        .select_from(EnrolmentRow)
        .where(EnrolmentRow.class_id == ClassRow.id)
        .correlate(ClassRow)
        .scalar_subquery()
    )
    return select(ClassRow.id, ClassRow.name, ClassRow.join_code, ClassRow.time_zone, students, AccountRow.name).join(
        AccountRow, AccountRow.id == ClassRow.teacher_id
    )


def _cards(session: Session, query: Select[int, str, str, str, int, str]) -> tuple[ClassCard, ...]:
    cards = [ClassCard(*row) for row in session.execute(query)]
    return tuple(sorted(cards, key=lambda card: (card.name.casefold(), card.id)))


def _one(session: Session, condition: ColumnElement[bool]) -> ClassCard:
    found = _cards(session, _select().where(condition))
    if not found:
        raise NotFound("There is no such class.")
    return found[0]
