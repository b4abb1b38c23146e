"""Ending: by hand or by the clock, closed first and marked after, once whatever happens."""

from collections.abc import Callable
from datetime import datetime, timedelta
from fractions import Fraction

import pytest
from sqlalchemy import func, select, update

from quizgen.domain.attempts.attempt import Attempt, State
from quizgen.domain.attempts.policy import Policy
from quizgen.domain.errors import NotFound
from quizgen.services import taking
from quizgen.storage.engine import Database
from quizgen.storage.tables import AttemptRow, MarkRow, PaperRow
from tests.cast import NOW, Cast, account
from tests.statements import statements_of
from tests.stored import RIGHT, WRONG, a_quiz, an_attempt, answers
from tests.threads import at_once

TICK = timedelta(microseconds=1)
GRACE = timedelta(seconds=30)
LIMIT = timedelta(minutes=10)
DEADLINE = NOW + LIMIT


@pytest.fixture
def attempt_id(database: Database, cast: Cast) -> int:
    """Juniper's running attempt, ten minutes long."""
    with database.writing() as session:
        quiz_id = a_quiz(session, cast.hazel, [cast.juniper], policy=Policy(time_limit=LIMIT, attempts=None))
        return an_attempt(session, quiz_id, cast.juniper)


def answer(database: Database, attempt_id: int, which: str = RIGHT, places: int | None = None) -> None:
    with database.reading() as session:
        given = answers(taking.sitting(session, attempt_id), which)
    for place, response in list(given.items())[:places]:
        with database.writing() as session:
            taking.save(
                session,
                attempt_id=attempt_id,
                position=place,
                response=response,
                sequence=1,
                now=NOW,
                grace=GRACE,
            )


def hand_in(database: Database, attempt_id: int, now: datetime = NOW) -> Attempt:
    with database.writing() as session:
        return taking.hand_in(session, attempt_id=attempt_id, now=now)


def close_overdue(database: Database, now: datetime) -> tuple[int, ...]:
    with database.writing() as session:
        return taking.close_overdue(session, now=now, grace=GRACE)


def mark_ended(database: Database) -> tuple[int, ...]:
    with database.writing() as session:
        return taking.mark_ended(session)


def credits_of(database: Database, attempt_id: int) -> list[Fraction]:
    with database.reading() as session:
        return list(session.scalars(select(MarkRow.credit).where(MarkRow.attempt_id == attempt_id)))


def attempt(database: Database, attempt_id: int) -> Attempt:
    with database.reading() as session:
        return taking.sitting(session, attempt_id).attempt


def test_handing_in_ends_and_marks(database: Database, attempt_id: int) -> None:
    answer(database, attempt_id, RIGHT, places=4)
    ended = hand_in(database, attempt_id, NOW + LIMIT / 2)
    assert ended == Attempt(1, State.HANDED_IN, NOW, DEADLINE, NOW + LIMIT / 2) == attempt(database, attempt_id)
    assert sorted(credits_of(database, attempt_id)) == [0, 0, 1, 1, 1, 1]


def test_wrong_and_missing_responses_get_nothing(database: Database, attempt_id: int) -> None:
    answer(database, attempt_id, WRONG, places=4)
    hand_in(database, attempt_id)
    assert credits_of(database, attempt_id) == [0] * 6


def test_handing_in_again_changes_nothing(database: Database, attempt_id: int) -> None:
    answer(database, attempt_id)
    first = hand_in(database, attempt_id)
    assert hand_in(database, attempt_id, DEADLINE + 2 * GRACE) == first
    assert mark_ended(database) == ()
    assert credits_of(database, attempt_id) == [1] * 6


@pytest.mark.parametrize(
    ("offset", "state", "finished"),
    [
        (-TICK, State.HANDED_IN, DEADLINE - TICK),
        (timedelta(0), State.EXPIRED, DEADLINE),
        (GRACE - TICK, State.EXPIRED, DEADLINE),
        (GRACE, State.EXPIRED, DEADLINE),
    ],
)
def test_handing_in_around_the_deadline(
    database: Database, attempt_id: int, offset: timedelta, state: State, finished: datetime
) -> None:
    ended = hand_in(database, attempt_id, DEADLINE + offset)
    assert (ended.state, ended.finished) == (state, finished)


def test_an_attempt_that_is_not_there_is_not_found(database: Database) -> None:
    with pytest.raises(NotFound):
        hand_in(database, 1)


@pytest.mark.parametrize(("offset", "closed"), [(-TICK, False), (timedelta(0), True), (timedelta(days=9), True)])
def test_the_server_ends_what_is_overdue_at_its_deadline(
    database: Database, attempt_id: int, offset: timedelta, closed: bool
) -> None:
    assert close_overdue(database, DEADLINE + GRACE + offset) == ((attempt_id,) if closed else ())
    if closed:
        assert attempt(database, attempt_id) == Attempt(1, State.EXPIRED, NOW, DEADLINE, DEADLINE)
        assert close_overdue(database, DEADLINE + GRACE + offset) == ()


def test_what_has_no_deadline_is_never_overdue(database: Database, cast: Cast) -> None:
    with database.writing() as session:
        an_attempt(session, a_quiz(session, cast.hazel, [cast.juniper]), cast.juniper)
    assert close_overdue(database, NOW + timedelta(days=10_000)) == ()


def test_closing_and_marking_are_two_steps_and_both_can_be_repeated(database: Database, attempt_id: int) -> None:
    answer(database, attempt_id)
    close_overdue(database, DEADLINE + GRACE)
    assert credits_of(database, attempt_id) == []
    assert mark_ended(database) == (attempt_id,)
    assert mark_ended(database) == ()
    assert credits_of(database, attempt_id) == [1] * 6


def test_handing_in_completes_the_marks_that_a_crash_left_over(database: Database, attempt_id: int) -> None:
    answer(database, attempt_id)
    close_overdue(database, DEADLINE + GRACE)
    assert hand_in(database, attempt_id, DEADLINE + GRACE).state is State.EXPIRED
    assert credits_of(database, attempt_id) == [1] * 6


def test_both_steps_take_a_bounded_number_the_longest_overdue_first(database: Database, cast: Cast) -> None:
    with database.writing() as session:
        quiz_id = a_quiz(
            session, cast.hazel, [cast.juniper, cast.rowan], policy=Policy(time_limit=LIMIT, attempts=None)
        )
        late = an_attempt(session, quiz_id, cast.juniper, now=NOW + TICK)
        early = an_attempt(session, quiz_id, cast.rowan)
        far = DEADLINE + 2 * GRACE
        assert taking.close_overdue(session, now=far, grace=GRACE, limit=1) == (early,)
        assert taking.close_overdue(session, now=far, grace=GRACE, limit=1) == (late,)
        assert taking.mark_ended(session, limit=1) == (late,)
        assert taking.mark_ended(session, limit=1) == (early,)


def test_a_paper_that_cannot_be_marked_stops_neither_its_end_nor_the_others(
    database: Database, cast: Cast, caplog: pytest.LogCaptureFixture
) -> None:
    with database.writing() as session:
        quiz_id = a_quiz(session, cast.hazel, [cast.juniper, cast.rowan], policy=Policy(time_limit=LIMIT))
        broken, sound = (an_attempt(session, quiz_id, student) for student in (cast.juniper, cast.rowan))
        document = {"questions": [{"item": {}, "passage": ""}]}
        session.execute(update(PaperRow).where(PaperRow.attempt_id == broken).values(document=document))
    assert hand_in(database, broken).state is State.HANDED_IN
    close_overdue(database, DEADLINE + GRACE)
    assert mark_ended(database) == (sound,)
    assert f"attempt {broken} cannot be marked" in caplog.text


def test_sweeping_many_costs_as_many_queries_as_sweeping_few(database: Database, cast: Cast) -> None:
    with database.writing() as session:
        students = [account(session, f"Student {number}") for number in range(6)]
        quiz_id = a_quiz(session, cast.hazel, students, policy=Policy(time_limit=LIMIT))
        for student in students:
            an_attempt(session, quiz_id, student)
    with database.writing() as session, statements_of(session) as closing:
        assert len(taking.close_overdue(session, now=DEADLINE + GRACE, grace=GRACE)) == 6
    with database.writing() as session, statements_of(session) as marking:
        assert len(taking.mark_ended(session)) == 6
    assert len(closing) == 2
    assert len([sql for sql in marking if "advisory" not in sql]) == 6


def ended_by(database: Database, works: list[Callable[[], object]]) -> int:
    """Run the works at once, finish what is left, and return how many rows of marks there are."""
    at_once(*works)
    close_overdue(database, DEADLINE + GRACE)
    mark_ended(database)
    with database.reading() as session:
        assert not session.scalars(select(AttemptRow.id).where(~AttemptRow.marked)).all()
        return session.scalar(select(func.count()).select_from(MarkRow)) or 0


def test_handing_in_twice_at_once_marks_once(database: Database, attempt_id: int) -> None:
    answer(database, attempt_id)
    ends = at_once(*[lambda: hand_in(database, attempt_id)] * 6)
    assert len(set(ends)) == 1
    assert ended_by(database, [lambda: hand_in(database, attempt_id)]) == 6


def test_a_save_beside_handing_in_is_either_marked_or_refused(database: Database, cast: Cast) -> None:
    with database.writing() as session:
        quiz_id = a_quiz(session, cast.hazel, [cast.juniper], policy=Policy(attempts=None))
    for _ in range(6):
        with database.writing() as session:
            attempt_id = an_attempt(session, quiz_id, cast.juniper)
            given = answers(taking.sitting(session, attempt_id))
        acknowledged = at_once(
            lambda attempt_id=attempt_id: hand_in(database, attempt_id) and None,
            *(
                lambda attempt_id=attempt_id, place=place, response=response: save(
                    database, attempt_id, place, response
                )
                for place, response in given.items()
            ),
        )
        accepted = {place for place, yes in enumerate(acknowledged[1:]) if yes}
        with database.reading() as session:
            result = taking.result(session, attempt_id, now=NOW)
        assert {place for place, credit in enumerate(result.credits) if credit} == accepted
        assert set(result.sitting.responses) == accepted


def save(database: Database, attempt_id: int, place: int, response: str) -> bool:
    with database.writing() as session:
        return taking.save(
            session, attempt_id=attempt_id, position=place, response=response, sequence=1, now=NOW, grace=GRACE
        ).accepted


def test_sweepers_at_once_end_and_mark_each_attempt_once(database: Database, cast: Cast) -> None:
    with database.writing() as session:
        students = [account(session, f"Student {number}") for number in range(8)]
        quiz_id = a_quiz(session, cast.hazel, students, policy=Policy(time_limit=LIMIT))
        ids = {an_attempt(session, quiz_id, student) for student in students}

    def sweep() -> tuple[tuple[int, ...], tuple[int, ...]]:
        return close_overdue(database, DEADLINE + GRACE), mark_ended(database)

    rounds = [*at_once(sweep, sweep, sweep), sweep()]
    closed = [attempt_id for found, _ in rounds for attempt_id in found]
    marked = [attempt_id for _, found in rounds for attempt_id in found]
    assert (sorted(closed), sorted(marked)) == (sorted(ids), sorted(ids))
    with database.reading() as session:
        assert session.scalar(select(func.count()).select_from(MarkRow)) == 8 * 6
