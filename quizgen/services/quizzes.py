"""Quizzes: a version of a bank given to a class, and the rules that its teacher may change."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import Session

from quizgen.domain.attempts.policy import Policy
from quizgen.domain.banks.blueprint import Blueprint
from quizgen.domain.errors import BadInput, NotFound
from quizgen.services import banks
from quizgen.services.rules import reschedule_running
from quizgen.services.wording import LONGEST_TITLE, one_line
from quizgen.storage.stores.quizzes import blueprint_of, policy_of, write_blueprint, write_policy
from quizgen.storage.tables import ClassRow, QuizRow


@dataclass(frozen=True, slots=True)
class Quiz:
    """A quiz with the names that every page about it shows; ``time_zone`` is its class's."""

    id: int
    class_id: int
    class_name: str
    time_zone: str
    bank_id: int
    bank_version_id: int
    title: str
    policy: Policy
    blueprint: Blueprint
    published: datetime


def publish(
    session: Session,
    *,
    bank_id: int,
    class_id: int,
    title: str,
    policy: Policy,
    blueprint: Blueprint,
    by: int,
    now: datetime,
) -> int:
    """Give the newest version of a bank to a class and return the quiz's id.

    Raises BadInput when the policy cannot be meant or no ready item fits, NotFound for an unknown bank or class.
    """
    _check(policy)
    stored = banks.get(session, bank_id)
    if session.get(ClassRow, class_id) is None:
        raise NotFound("There is no such class.")
    if problems := blueprint.problems():
        raise BadInput(" ".join(problems))
    if not any(blueprint.fits(item) for item in stored.bank.ready()):
        raise BadInput("This bank has no ready question that fits; allow more kinds, or make its questions ready.")
    row = QuizRow(
        class_id=class_id,
        bank_id=bank_id,
        bank_version_id=stored.version_id,
        title=one_line(title, "The title", longest=LONGEST_TITLE),
        published=now,
        published_by_id=by,
    )
    write_policy(row, policy)
    write_blueprint(row, blueprint)
    session.add(row)
    session.flush()
    return row.id


def change(session: Session, quiz_id: int, *, title: str, policy: Policy, now: datetime) -> None:
    """Change title and rules; running attempts get the deadline that the new rules give them.

    A new deadline that lies in the past becomes ``now``, so that nobody's time ends before it was taken away.
    Raises BadInput when the policy cannot be meant, NotFound.
    """
    _check(policy)
    row = session.get(QuizRow, quiz_id, with_for_update=True)
    if row is None:
        raise NotFound("There is no such quiz.")
    row.title = one_line(title, "The title", longest=LONGEST_TITLE)
    write_policy(row, policy)
    session.flush()
    reschedule_running(session, now=now, quiz_id=quiz_id)


def get(session: Session, quiz_id: int) -> Quiz:
    """Return a quiz. Raises NotFound."""
    found = _quizzes(session, QuizRow.id == quiz_id)
    if not found:
        raise NotFound("There is no such quiz.")
    return found[0]


def of_class(session: Session, class_id: int) -> tuple[Quiz, ...]:
    """Return the quizzes of a class in the order of publishing."""
    return _quizzes(session, QuizRow.class_id == class_id)


def of_bank(session: Session, bank_id: int) -> tuple[Quiz, ...]:
    """Return the quizzes made from any version of a bank, in the order of publishing."""
    return _quizzes(session, QuizRow.bank_id == bank_id)


def taught_by(session: Session, teacher: int) -> tuple[Quiz, ...]:
    """Return the quizzes of all classes of a teacher, in the order of publishing."""
    return _quizzes(session, ClassRow.teacher_id == teacher)


def with_class() -> Select[QuizRow, str, str]:
    """Return the query for quizzes with the name and time zone of their class, in the order of publishing."""
    return (
        select(QuizRow, ClassRow.name, ClassRow.time_zone)
        .join(ClassRow, ClassRow.id == QuizRow.class_id)
        .order_by(QuizRow.published, QuizRow.id)
    )


def quiz_of(row: QuizRow, class_name: str, time_zone: str) -> Quiz:
    """Return the quiz that a row of ``with_class`` holds."""
    return Quiz(
        id=row.id,
        class_id=row.class_id,
        class_name=class_name,
        time_zone=time_zone,
        bank_id=row.bank_id,
        bank_version_id=row.bank_version_id,
        title=row.title,
        policy=policy_of(row),
        blueprint=blueprint_of(row),
        published=row.published,
    )


def _quizzes(session: Session, condition: ColumnElement[bool]) -> tuple[Quiz, ...]:
    return tuple(quiz_of(*row) for row in session.execute(with_class().where(condition)))


def _check(policy: Policy) -> None:
    problems = policy.problems()
    if problems:
        raise BadInput(" ".join(problems))
