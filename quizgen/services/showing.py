"""What a student may see of an attempt now, and a teacher's word that a quiz's results are shown."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from quizgen.domain.attempts.attempt import OPEN, Attempt
from quizgen.domain.attempts.policy import Policy
from quizgen.domain.attempts.resolving import Rules, policy_for
from quizgen.domain.attempts.reveal import Part, Reveal, When
from quizgen.domain.attempts.showing import is_closed, shown
from quizgen.domain.attempts.timing import Phase, phase
from quizgen.domain.errors import BadInput, NotFound
from quizgen.services.quizzes import Quiz
from quizgen.storage.stores.attempts import attempt_of
from quizgen.storage.stores.quizzes import policy_of, write_policy
from quizgen.storage.stores.rules import accommodations_of, overrides_of
from quizgen.storage.tables import AccountRow, AttemptRow, EnrolmentRow, QuizRow, ReleaseRow


@dataclass(frozen=True, slots=True)
class Release:
    """The newest word of a teacher on whether the results of a quiz are shown."""

    shown: bool
    said: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Shown:
    """What a student may see of an attempt; less while they sit questions of the same bank again."""

    parts: frozenset[Part]
    sits_again: bool = False


def set_reveal(session: Session, quiz_id: int, reveal: Reveal) -> None:
    """Say what students see of a quiz, and when. Raises BadInput when it cannot be meant, NotFound."""
    row = session.get(QuizRow, quiz_id, with_for_update=True)
    if row is None:
        raise NotFound("There is no such quiz.")
    policy = replace(policy_of(row), reveal=reveal)
    if problems := reveal.problems():
        raise BadInput(" ".join(problems))
    if reveal.uses(When.AFTER_CLOSING) and policy.closes is None:
        raise BadInput("This quiz has no closing time, so nothing can wait for it. Set one in the settings first.")
    write_policy(row, policy)
    session.flush()


def release(session: Session, quiz_id: int, *, show: bool, by: int, now: datetime) -> None:
    """Record that the results of a quiz are shown from now on, or not any more; saying it again changes nothing."""
    if session.get(QuizRow, quiz_id, with_for_update=True) is None:
        raise NotFound("There is no such quiz.")
    newest = newest_release(session, quiz_id)
    if show is not (newest is not None and newest.shown):
        session.add(ReleaseRow(quiz_id=quiz_id, shown=show, said=now, said_by_id=by))
        session.flush()


def newest_release(session: Session, quiz_id: int) -> Release | None:
    """Return the newest word on a quiz with who said it and when, or None."""
    query = (
        select(ReleaseRow.shown, ReleaseRow.said, AccountRow.name)
        .join(AccountRow, AccountRow.id == ReleaseRow.said_by_id)
        .where(ReleaseRow.quiz_id == quiz_id)
        .order_by(ReleaseRow.id.desc())
        .limit(1)
    )
    found = session.execute(query).one_or_none()
    return None if found is None else Release(*found)


def of_attempt(session: Session, quiz: Quiz, attempt: Attempt, *, student: int, now: datetime) -> Shown:
    """Return what a student may see of an attempt now; the policy of ``quiz`` is the one that holds for them."""
    reveal = quiz.policy.reveal
    sits_again = quiz.bank_id in banks_sat(session, student)
    parts = shown(
        reveal,
        attempt,
        closed=_waits(quiz.policy, now) and quiz.id in closed_for_all(session, [quiz.id], now=now),
        released=reveal.uses(When.RELEASED) and quiz.id in released(session, [quiz.id]),
        sitting=sits_again,
    )
    return Shown(parts, sits_again)


def released(session: Session, quiz_ids: Collection[int]) -> frozenset[int]:
    """Return those of the quizzes whose teacher has said that results are shown; one query."""
    newest = select(func.max(ReleaseRow.id)).where(ReleaseRow.quiz_id.in_(quiz_ids)).group_by(ReleaseRow.quiz_id)
    return frozenset(session.scalars(select(ReleaseRow.quiz_id).where(ReleaseRow.id.in_(newest), ReleaseRow.shown)))


def banks_sat(session: Session, student: int) -> frozenset[int]:
    """Return the banks at whose quizzes a student has an open attempt."""
    query = select(QuizRow.bank_id).join(AttemptRow, AttemptRow.quiz_id == QuizRow.id)
    return frozenset(session.scalars(query.where(AttemptRow.student_id == student, AttemptRow.state.in_(OPEN))))


def closed_for_all(session: Session, quiz_ids: Collection[int], *, now: datetime) -> frozenset[int]:
    """Return those of the quizzes that nobody can sit any more, however much more time they have; six queries."""
    rows = session.scalars(select(QuizRow).where(QuizRow.id.in_(quiz_ids))).all()
    students = _unfinished(session, {row.id: row for row in rows}, now)
    return frozenset(quiz_id for quiz_id in students if not students[quiz_id])


def times_in_use(session: Session, quiz: Quiz) -> frozenset[When]:
    """Return the times at which a part is shown to somebody, by the quiz itself or by one of its exceptions."""
    changed = (override.changes.get("reveal") for override in overrides_of(session, [quiz.id])[quiz.id])
    reveals = [quiz.policy.reveal, *(reveal for reveal in changed if reveal is not None)]
    return frozenset(reveal.when(part) for reveal in reveals for part in Part)


def kept_open_by(session: Session, quiz: Quiz, *, now: datetime) -> tuple[str, ...]:
    """Return the names of those for whom a quiz goes on after its own closing, when something waits for that."""
    if phase(quiz.policy, now) is not Phase.CLOSED or When.AFTER_CLOSING not in times_in_use(session, quiz):
        return ()
    row = session.get_one(QuizRow, quiz.id)
    students = _unfinished(session, {quiz.id: row}, now)[quiz.id]
    names = session.scalars(select(AccountRow.name).where(AccountRow.id.in_(students)))
    return tuple(sorted(names, key=str.casefold))


def _waits(policy: Policy, now: datetime) -> bool:
    """Tell whether something waits for the closing, and for this student it has come: then the others are asked."""
    return policy.reveal.uses(When.AFTER_CLOSING) and phase(policy, now) is Phase.CLOSED


def _unfinished(session: Session, quizzes: dict[int, QuizRow], now: datetime) -> dict[int, list[int]]:
    """Return the students of each quiz for whom it has not closed."""
    students: dict[int, set[int]] = {}
    enrolled = select(QuizRow.id, EnrolmentRow.student_id).join(EnrolmentRow, EnrolmentRow.class_id == QuizRow.class_id)
    for quiz_id, student in session.execute(enrolled.where(QuizRow.id.in_(quizzes))):
        students.setdefault(quiz_id, set()).add(student)
    attempts: dict[tuple[int, int], list[Attempt]] = {}
    for row in session.scalars(select(AttemptRow).where(AttemptRow.quiz_id.in_(quizzes), AttemptRow.state.in_(OPEN))):
        attempts.setdefault((row.quiz_id, row.student_id), []).append(attempt_of(row))
        students.setdefault(row.quiz_id, set()).add(row.student_id)
    overrides = overrides_of(session, quizzes)
    needs = accommodations_of(session, {student for each in students.values() for student in each})
    return {
        quiz_id: [
            student
            for student in sorted(students.get(quiz_id, ()))
            if not is_closed(
                [policy_for(Rules(policy_of(row), overrides[quiz_id]), student, needs[student])],
                attempts.get((quiz_id, student), ()),
                now,
            )
        ]
        for quiz_id, row in quizzes.items()
    }
