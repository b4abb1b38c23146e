"""The house of a measurement: one teacher, one class, students who share a password, quizzes of twenty questions."""

import random
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import func, select

from benchmarks.school.bank import canal_bank
from quizgen.domain.attempts.policy import Policy
from quizgen.domain.banks.blueprint import Blueprint
from quizgen.domain.people import Role
from quizgen.services import accounts, banks, classes, quizzes, taking
from quizgen.services.passwords import hash_password
from quizgen.storage.engine import Database
from quizgen.storage.tables import PreparedPaperRow

PASSWORD = "a measured pass phrase"  # noqa: S105 (of people who are not real)
QUESTIONS = 20
PATIENCE_SECONDS = 30.0
TIME_LIMIT = timedelta(minutes=60)


@dataclass(frozen=True, slots=True)
class House:
    """What was made: ids of class, bank and teacher, and the students' user names by id."""

    class_id: int
    bank_id: int
    teacher: int
    students: dict[int, str]


def furnish(database: Database, students: int) -> House:
    """Fill an empty database."""
    # One hash for all: making it is no part of what is measured, comparing it is.
    password_hash = hash_password(PASSWORD)
    now = datetime.now(UTC)
    with database.writing() as session:

        def account(username: str, name: str, role: Role) -> int:
            unique = f"uniquifier of {username}"
            made = accounts.create(
                session,
                username=username,
                name=name,
                role=role,
                password_hash=password_hash,
                uniquifier=unique,
                now=now,
            )
            return made.id

        teacher = account("hazel", "Hazel Ashdown", Role.TEACHER)
        rng = random.Random(1)
        card = classes.create(session, teacher=teacher, name="Class 7b", time_zone="UTC", now=now, rng=rng)
        names = {}
        for number in range(students):
            student = account(f"student{number}", f"Student {number}", Role.STUDENT)
            classes.join(session, student=student, code=card.join_code, now=now)
            names[student] = f"student{number}"
        bank_id = banks.add(session, canal_bank(), owner=teacher, now=now)
    return House(card.id, bank_id, teacher, names)


def publish(database: Database, house: House, title: str, policy: Policy | None = None) -> int:
    """Give the class a quiz of twenty questions and return its id."""
    with database.writing() as session:
        return quizzes.publish(
            session,
            bank_id=house.bank_id,
            class_id=house.class_id,
            title=title,
            policy=policy or Policy(time_limit=TIME_LIMIT),
            blueprint=Blueprint(count=QUESTIONS),
            by=house.teacher,
            now=datetime.now(UTC),
        )


def await_papers(database: Database, house: House, quiz_id: int) -> None:
    """Wait until the worker has prepared a paper for everybody, as it does before a quiz opens."""
    until, waiting = time.monotonic() + PATIENCE_SECONDS, 0
    while waiting < len(house.students) and time.monotonic() < until:
        time.sleep(0.2)
        with database.reading() as session:
            prepared = select(func.count()).where(PreparedPaperRow.quiz_id == quiz_id)
            waiting = session.scalar(prepared) or 0
    if waiting < len(house.students):
        print(f"  only {waiting} papers were prepared in {PATIENCE_SECONDS:.0f} s")


def start_all(database: Database, quiz_id: int, students: Sequence[int]) -> list[int]:
    """Start an attempt for each student without a browser, and return the ids."""
    with database.writing() as session:
        now = datetime.now(UTC)
        return [taking.start(session, quiz_id=quiz_id, student=student, now=now, seed=student) for student in students]
