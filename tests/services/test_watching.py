"""Watching a quiz while it runs: signs of life, where each student is, and a number of queries that does not grow."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import func, select

from quizgen.domain.errors import NotFound
from quizgen.domain.people import Person
from quizgen.services import presence, taking, watching
from quizgen.services.watching import Watched
from quizgen.storage.engine import Database
from quizgen.storage.tables import BeatRow
from tests.cast import NOW, Cast, account
from tests.statements import statements_of
from tests.stored import a_quiz, an_attempt, answers
from tests.threads import at_once

SECOND = timedelta(seconds=1)
TICK = timedelta(microseconds=1)


@pytest.fixture
def quiz_id(database: Database, cast: Cast) -> int:
    with database.writing() as session:
        return a_quiz(session, cast.hazel, [cast.juniper, cast.rowan])


@pytest.fixture
def attempt_id(database: Database, cast: Cast, quiz_id: int) -> int:
    with database.writing() as session:
        return an_attempt(session, quiz_id, cast.juniper)


def beat(database: Database, attempt_id: int, position: int | None, now: datetime) -> None:
    with database.writing() as session:
        presence.beat(session, attempt_id, position, now=now)


def save(database: Database, attempt_id: int, position: int, now: datetime, response: str | None = None) -> None:
    with database.writing() as session:
        given = answers(taking.sitting(session, attempt_id))[position] if response is None else response
        sequence = int((now - NOW) / SECOND)
        change = {"attempt_id": attempt_id, "position": position, "response": given, "sequence": sequence}
        assert taking.save(session, **change, now=now, grace=SECOND).accepted


def watched(database: Database, quiz_id: int, student: Person) -> Watched | None:
    with database.reading() as session:
        return {place.student: place.watched for place in watching.watch(session, quiz_id)}[student.id]


def test_who_has_not_started_is_there_without_an_attempt(
    database: Database, quiz_id: int, attempt_id: int, cast: Cast
) -> None:
    with database.reading() as session:
        assert [(place.name, place.watched is None) for place in watching.watch(session, quiz_id)] == [
            ("Juniper Quill", False),
            ("Rowan Pike", True),
        ]


def test_the_later_of_page_and_answer_tells_the_question(
    database: Database, quiz_id: int, attempt_id: int, cast: Cast
) -> None:
    def place() -> tuple[int | None, datetime]:
        found = watched(database, quiz_id, cast.juniper)
        assert found
        return found.position, found.seen

    assert place() == (None, NOW)
    beat(database, attempt_id, 3, NOW + 10 * SECOND)
    assert place() == (3, NOW + 10 * SECOND)
    save(database, attempt_id, 1, NOW + 20 * SECOND)
    assert place() == (1, NOW + 20 * SECOND)
    beat(database, attempt_id, 4, NOW + 30 * SECOND)
    assert place() == (4, NOW + 30 * SECOND)
    beat(database, attempt_id, None, NOW + 50 * SECOND)
    assert place() == (4, NOW + 50 * SECOND)
    beat(database, attempt_id, 99, NOW + 90 * SECOND)
    assert place() == (5, NOW + 90 * SECOND)


def test_only_answers_count_as_answered(database: Database, quiz_id: int, attempt_id: int, cast: Cast) -> None:
    save(database, attempt_id, 0, NOW + SECOND)
    save(database, attempt_id, 2, NOW + SECOND)
    save(database, attempt_id, 2, NOW + 2 * SECOND, "")
    with database.writing() as session:
        taking.flag(session, attempt_id=attempt_id, position=5, flagged=True)
    found = watched(database, quiz_id, cast.juniper)
    assert found
    assert (found.answered, found.position, found.saved_at) == ({0}, 2, NOW + 2 * SECOND)


@pytest.mark.parametrize(("after", "lost"), [(45 * SECOND - TICK, False), (45 * SECOND, True)])
def test_a_connection_is_lost_after_45_seconds_without_a_sign(
    database: Database, quiz_id: int, attempt_id: int, cast: Cast, after: timedelta, lost: bool
) -> None:
    found = watched(database, quiz_id, cast.juniper)
    assert found
    assert found.is_lost(NOW + after) is lost


def test_nobody_is_lost_after_the_end(database: Database, quiz_id: int, attempt_id: int, cast: Cast) -> None:
    with database.writing() as session:
        taking.hand_in(session, attempt_id=attempt_id, now=NOW + SECOND)
    found = watched(database, quiz_id, cast.juniper)
    assert found
    assert not found.is_lost(NOW + 600 * SECOND)


@pytest.mark.parametrize(("after", "due"), [(15 * SECOND - TICK, False), (15 * SECOND, True)])
def test_a_sign_of_life_is_due_every_15_seconds(
    database: Database, attempt_id: int, after: timedelta, due: bool
) -> None:
    with database.reading() as session:
        assert presence.look(session, attempt_id, now=NOW)[1]
    beat(database, attempt_id, 0, NOW)
    with database.reading() as session:
        assert presence.look(session, attempt_id, now=NOW + after)[1] is due
    beat(database, attempt_id, 2, NOW + after)
    with database.reading() as session:
        assert session.get_one(BeatRow, attempt_id).position == (2 if due else 0)


def test_an_ended_attempt_owes_no_sign(database: Database, attempt_id: int) -> None:
    with database.writing() as session:
        taking.hand_in(session, attempt_id=attempt_id, now=NOW)
    with database.reading() as session:
        assert not presence.look(session, attempt_id, now=NOW)[1]


def test_signs_at_once_are_one_row(database: Database, attempt_id: int) -> None:
    at_once(*[lambda: beat(database, attempt_id, 1, NOW)] * 4)
    with database.reading() as session:
        assert session.scalar(select(func.count()).select_from(BeatRow)) == 1


def test_an_attempt_that_is_not_there_is_not_found(database: Database) -> None:
    with database.reading() as session, pytest.raises(NotFound):
        presence.look(session, 1, now=NOW)


def test_watching_many_costs_as_many_queries_as_watching_few(database: Database, cast: Cast) -> None:
    with database.writing() as session:
        students = [account(session, f"Student {number}") for number in range(8)]
        quiz_id = a_quiz(session, cast.hazel, students)
        for student in students[:6]:
            an_attempt(session, quiz_id, student)
    with database.reading() as session, statements_of(session) as asked:
        assert len(watching.watch(session, quiz_id)) == 8
    assert len(asked) == 3
