"""The rules of a quiz with its overrides, and the accommodations of its students."""

from collections import defaultdict
from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from quizgen.domain.attempts.accommodation import Accommodation
from quizgen.domain.attempts.override import Override, read_changes
from quizgen.storage.tables.rules import AccommodationRow, OverrideRow, OverrideStudentRow


def overrides_of(session: Session, quiz_ids: Collection[int]) -> dict[int, tuple[Override, ...]]:
    """Return the overrides of each quiz in their order, () for one that has none; two queries."""
    rows = session.scalars(select(OverrideRow).where(OverrideRow.quiz_id.in_(quiz_ids)).order_by(OverrideRow.id)).all()
    students: defaultdict[int, set[int]] = defaultdict(set)
    if rows:
        concerned = select(OverrideStudentRow).where(OverrideStudentRow.override_id.in_([row.id for row in rows]))
        for entry in session.scalars(concerned):
            students[entry.override_id].add(entry.student_id)
    found: defaultdict[int, list[Override]] = defaultdict(list)
    for row in rows:
        concerns = None if row.everyone else frozenset(students[row.id])
        found[row.quiz_id].append(Override(row.name, concerns, read_changes(row.changes)))
    return {quiz_id: tuple(found[quiz_id]) for quiz_id in quiz_ids}


def accommodations_of(session: Session, students: Collection[int]) -> dict[int, Accommodation]:
    """Return the accommodation of each student; a student without one has one that changes nothing."""
    rows = session.scalars(select(AccommodationRow).where(AccommodationRow.student_id.in_(students)))
    found = {row.student_id: accommodation_of(row) for row in rows}
    return {student: found.get(student, Accommodation()) for student in students}


def accommodation_of(row: AccommodationRow) -> Accommodation:
    """Return the accommodation that the columns hold."""
    return Accommodation(
        extra_time=row.extra_time,
        breaks=row.breaks,
        no_countdown=row.no_countdown,
        larger_type=row.larger_type,
    )
