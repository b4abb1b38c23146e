"""The rules of a quiz as they hold for each student: overrides, accommodations, and what they come to now."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from quizgen.domain.attempts.accommodation import Accommodation
from quizgen.domain.attempts.attempt import OPEN, Attempt, reschedule
from quizgen.domain.attempts.override import DRAWN, Override, changes_document
from quizgen.domain.attempts.resolving import Resolved, Rules, policy_for, resolve
from quizgen.domain.attempts.reveal import When
from quizgen.domain.errors import BadInput, NotFound
from quizgen.services import banks
from quizgen.services.wording import one_line
from quizgen.storage.stores.attempts import attempt_of, write_attempt
from quizgen.storage.stores.quizzes import blueprint_of, policy_of
from quizgen.storage.stores.rules import accommodations_of, overrides_of
from quizgen.storage.tables import (
    AccommodationRow,
    AttemptRow,
    ClassRow,
    EnrolmentRow,
    OverrideRow,
    OverrideStudentRow,
    QuizRow,
)

LONGEST_NAME, MOST_OVERRIDES = 100, 200


def resolved(
    session: Session,
    quiz: QuizRow,
    student: int,
    *,
    attempts: Sequence[Attempt],
    now: datetime,
    address: str | None = None,
) -> Resolved:
    """Return what holds for one student of a quiz with these attempts; four queries."""
    accommodation = accommodations_of(session, [student])[student]
    return resolve(
        of_quiz(session, quiz),
        student=student,
        now=now,
        attempts=attempts,
        accommodation=accommodation,
        address=address,
    )


def of_quiz(session: Session, quiz: QuizRow) -> Rules:
    """Return the policy of a quiz with its overrides in their order."""
    zone = session.scalar(select(ClassRow.time_zone).where(ClassRow.id == quiz.class_id)) or "UTC"
    return Rules(policy_of(quiz), overrides_of(session, [quiz.id])[quiz.id], zone)


def listed(session: Session, quiz_id: int) -> tuple[tuple[int, Override], ...]:
    """Return the overrides of a quiz with their ids, in the order in which they hold."""
    ids = session.scalars(select(OverrideRow.id).where(OverrideRow.quiz_id == quiz_id).order_by(OverrideRow.id))
    return tuple(zip(ids, overrides_of(session, [quiz_id])[quiz_id], strict=True))


def override(
    session: Session,
    quiz_id: int,
    *,
    name: str,
    students: Collection[int] | None,
    changes: dict[str, Any],
    by: int,
    now: datetime,
) -> int:
    """Put an override on top of those that a quiz has and return its id; running attempts follow at once.

    ``students`` None means the whole class. Raises BadInput when it changes nothing, is for nobody or for somebody who
    is not in the class, or when the rules that it makes cannot be meant; NotFound.
    """
    quiz = _locked(session, quiz_id)
    existing = overrides_of(session, [quiz_id])[quiz_id]
    if len(existing) >= MOST_OVERRIDES:
        raise BadInput(f"A quiz has at most {MOST_OVERRIDES} exceptions; take one away first.")
    new = Override(one_line(name, "The name", longest=LONGEST_NAME), _concerned(session, quiz, students), changes)
    if not changes:
        raise BadInput("Change at least one rule.")
    under = [each for each in existing if _meet(each, new)]
    _check(session, quiz, new, under)
    row = OverrideRow(
        quiz_id=quiz_id,
        name=new.name,
        everyone=students is None,
        changes=changes_document(changes),
        changed=now,
        changed_by_id=by,
    )
    session.add(row)
    session.flush()
    session.add_all(OverrideStudentRow(override_id=row.id, student_id=each) for each in sorted(new.students or ()))
    session.flush()
    reschedule_running(session, now=now, quiz_id=quiz_id)
    return row.id


def drop_override(session: Session, quiz_id: int, override_id: int, *, now: datetime) -> None:
    """Take an override away; running attempts follow at once. Raises NotFound."""
    _locked(session, quiz_id)
    row = session.get(OverrideRow, override_id)
    if row is None or row.quiz_id != quiz_id:
        raise NotFound("There is no such exception.")
    session.execute(delete(OverrideStudentRow).where(OverrideStudentRow.override_id == override_id))
    session.delete(row)
    session.flush()
    reschedule_running(session, now=now, quiz_id=quiz_id)


def accommodation(session: Session, student: int) -> Accommodation:
    """Return what a student needs in every quiz."""
    return accommodations_of(session, [student])[student]


def accommodate(session: Session, student: int, wanted: Accommodation, *, by: int, now: datetime) -> None:
    """Set what a student needs in every quiz; running attempts follow at once. Raises BadInput."""
    if problems := wanted.problems():
        raise BadInput(" ".join(problems))
    row = session.get(AccommodationRow, student, with_for_update=True) or AccommodationRow(student_id=student)
    row.extra_time, row.breaks = wanted.extra_time, wanted.breaks
    row.no_countdown, row.larger_type = wanted.no_countdown, wanted.larger_type
    row.changed, row.changed_by_id = now, by
    session.add(row)
    session.flush()
    reschedule_running(session, now=now, student=student)


def reschedule_running(
    session: Session, *, now: datetime, quiz_id: int | None = None, student: int | None = None
) -> None:
    """Give the open attempts of a quiz, or of a student, the deadlines that the rules give them now."""
    query = select(AttemptRow).where(AttemptRow.state.in_(OPEN)).order_by(AttemptRow.id).with_for_update()
    if quiz_id is not None:
        query = query.where(AttemptRow.quiz_id == quiz_id)
    if student is not None:
        query = query.where(AttemptRow.student_id == student)
    rows = session.scalars(query.execution_options(populate_existing=True)).all()
    if not rows:
        return
    quiz_ids = {row.quiz_id for row in rows}
    policies = {row.id: policy_of(row) for row in session.scalars(select(QuizRow).where(QuizRow.id.in_(quiz_ids)))}
    overrides = overrides_of(session, quiz_ids)
    needs = accommodations_of(session, {row.student_id for row in rows})
    for row in rows:
        rules = Rules(policies[row.quiz_id], overrides[row.quiz_id])
        policy = policy_for(rules, row.student_id, needs[row.student_id])
        write_attempt(row, reschedule(attempt_of(row), policy, now))
    session.flush()


def _locked(session: Session, quiz_id: int) -> QuizRow:
    quiz = session.get(QuizRow, quiz_id, with_for_update=True, populate_existing=True)
    if quiz is None:
        raise NotFound("There is no such quiz.")
    return quiz


def _meet(one: Override, other: Override) -> bool:
    """Tell whether two overrides can hold for the same student."""
    return one.students is None or other.students is None or not one.students.isdisjoint(other.students)


def _check(session: Session, quiz: QuizRow, new: Override, under: Sequence[Override]) -> None:
    """Raise BadInput when an override, alone or on top of those ``under`` it, makes rules that cannot be meant."""
    found: list[str] = []
    for below in ((), under):
        policy, wanted = policy_of(quiz), blueprint_of(quiz)
        for each in (*below, new):
            policy, wanted = each.over(policy), each.draws(wanted)
        found += (*policy.problems(), *wanted.problems())
        if "reveal" in new.changes and policy.reveal.uses(When.AFTER_CLOSING) and policy.closes is None:
            found.append("For them this quiz has no closing time, so nothing can wait for it.")
        if any(name in DRAWN for name in new.changes):
            ready = banks.bank_of_version(session, quiz.bank_version_id).ready()
            if not any(wanted.fits(item) for item in ready):
                found.append("This bank has no ready question of this choice.")
    if found:
        raise BadInput(" ".join(dict.fromkeys(found)))


def _concerned(session: Session, quiz: QuizRow, students: Collection[int] | None) -> frozenset[int] | None:
    if students is None:
        return None
    wanted = frozenset(students)
    enrolled = select(EnrolmentRow.student_id).where(EnrolmentRow.class_id == quiz.class_id)
    if not wanted:
        raise BadInput("Choose at least one student, or the whole class.")
    if wanted - set(session.scalars(enrolled)):
        raise BadInput("Choose students of the class that the quiz was given to.")
    return wanted
