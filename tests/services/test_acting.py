"""A teacher's acts: the right transition, its reason, and what was written down, in one transaction."""

from collections.abc import Callable
from datetime import datetime, timedelta
from fractions import Fraction

import pytest
from sqlalchemy import func, select

from quizgen.domain.attempts.accommodation import Accommodation
from quizgen.domain.attempts.act import Act
from quizgen.domain.attempts.attempt import Attempt, State
from quizgen.domain.attempts.policy import Policy
from quizgen.domain.errors import BadInput, NotAllowed, NotFound
from quizgen.domain.gradebook.gradebook import Standing
from quizgen.domain.scoring.correcting import Correction, Intention
from quizgen.domain.scoring.score import Score
from quizgen.services import acting, breaks, grading, regrading, rules, taking
from quizgen.services.acting import Acted
from quizgen.storage.engine import Database
from quizgen.storage.tables import ActRow, AttemptRow, MarkRow, QuizRow
from tests.cast import NOW, Cast
from tests.statements import statements_of
from tests.stored import a_quiz, an_attempt, answers
from tests.threads import at_once

LIMIT = timedelta(minutes=20)
MINUTE = timedelta(minutes=1)
GRACE = timedelta(seconds=30)
ODD = timedelta(minutes=3, microseconds=123_457)


@pytest.fixture
def quiz_id(database: Database, cast: Cast) -> int:
    with database.writing() as session:
        policy = Policy(time_limit=LIMIT, attempts=1)
        return a_quiz(session, cast.hazel, [cast.juniper, cast.rowan], policy=policy)


@pytest.fixture
def attempt_id(database: Database, cast: Cast, quiz_id: int) -> int:
    """Juniper's running attempt."""
    with database.writing() as session:
        return an_attempt(session, quiz_id, cast.juniper)


@pytest.fixture
def act(database: Database, cast: Cast) -> Callable[..., Attempt]:
    def do(attempt_id: int, wanted: Act, now: datetime = NOW, extra: timedelta = 0 * MINUTE, why: str = "Fire alarm"):
        with database.writing() as session:
            return acting.act(session, attempt_id, wanted, reason=why, by=cast.hazel.id, now=now, extra=extra)

    return do


def answered(database: Database, attempt_id: int) -> None:
    with database.reading() as session:
        given = answers(taking.sitting(session, attempt_id))
    for place, response in given.items():
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


def written(database: Database, quiz_id: int) -> tuple[Acted, ...]:
    with database.reading() as session:
        return acting.acted(session, quiz_id)


def test_more_time_moves_the_deadline_and_is_written_down(
    database: Database, act: Callable[..., Attempt], quiz_id: int, attempt_id: int, cast: Cast
) -> None:
    after = act(attempt_id, Act.EXTEND, NOW + MINUTE, extra=5 * MINUTE, why="  The projector\nfailed ")
    assert after.deadline == NOW + LIMIT + 5 * MINUTE
    (entry,) = written(database, quiz_id)
    assert (entry.student, entry.by, entry.act) == (cast.juniper.name, cast.hazel.name, Act.EXTEND)
    assert (entry.reason, entry.at) == ("The projector failed", NOW + MINUTE)
    assert (entry.before["deadline"], entry.after["deadline"]) == (
        (NOW + LIMIT).isoformat(),
        (NOW + LIMIT + 5 * MINUTE).isoformat(),
    )
    assert (entry.before["granted_seconds"], entry.after["granted_seconds"]) == (0, 300)


def test_a_pause_of_any_length_is_given_back_to_the_microsecond(
    database: Database, act: Callable[..., Attempt], attempt_id: int
) -> None:
    act(attempt_id, Act.PAUSE, NOW + MINUTE)
    assert act(attempt_id, Act.RESUME, NOW + MINUTE + ODD).deadline == NOW + LIMIT + ODD
    with database.reading() as session:
        assert taking.clock(session, attempt_id).paused == ODD


def test_a_reopened_attempt_loses_its_marks_and_gets_new_ones_at_its_end(
    database: Database, act: Callable[..., Attempt], attempt_id: int
) -> None:
    with database.writing() as session:
        taking.hand_in(session, attempt_id=attempt_id, now=NOW + MINUTE)
    reopened = act(attempt_id, Act.REOPEN, NOW + 30 * MINUTE, extra=2 * MINUTE)
    assert (reopened.state, reopened.deadline) == (State.RUNNING, NOW + (30 + 19 + 2) * MINUTE)
    with database.reading() as session:
        row = session.get(AttemptRow, attempt_id)
        assert row is not None
        assert (row.marked, row.points, row.possible, row.look_at) == (False, None, None, reopened.deadline)
        assert session.scalar(select(func.count()).select_from(MarkRow)) == 0
    answered(database, attempt_id)
    with database.writing() as session:
        taking.hand_in(session, attempt_id=attempt_id, now=NOW + 31 * MINUTE)
    with database.reading() as session:
        assert taking.result(session, attempt_id, now=NOW).score.share == 1
        assert session.scalar(select(func.count()).select_from(MarkRow)) == 6


def test_nothing_is_reopened_beside_another_open_attempt(
    database: Database, act: Callable[..., Attempt], quiz_id: int, attempt_id: int, cast: Cast
) -> None:
    act(attempt_id, Act.HAND_IN)
    act(attempt_id, Act.VOID)
    with database.writing() as session:
        an_attempt(session, quiz_id, cast.juniper)
    act(attempt_id, Act.RESTORE)
    with pytest.raises(NotAllowed, match="another attempt"):
        act(attempt_id, Act.REOPEN)
    assert [entry.act for entry in written(database, quiz_id)] == [Act.RESTORE, Act.VOID, Act.HAND_IN]


def test_handing_in_for_a_student_marks_at_once(
    database: Database, act: Callable[..., Attempt], attempt_id: int
) -> None:
    answered(database, attempt_id)
    assert act(attempt_id, Act.HAND_IN, NOW + MINUTE).finished == NOW + MINUTE
    with database.reading() as session:
        assert session.get_one(AttemptRow, attempt_id).points == 6


def test_a_voided_attempt_counts_for_nothing_until_it_is_restored(
    database: Database, act: Callable[..., Attempt], quiz_id: int, attempt_id: int
) -> None:
    answered(database, attempt_id)
    act(attempt_id, Act.VOID, NOW + MINUTE)

    def cell() -> tuple[Standing, object]:
        with database.reading() as session:
            quiz = session.get_one(QuizRow, quiz_id)
            rows = {row.name: row for row in grading.gradebook(session, quiz.class_id).rows}
            found = rows["Juniper Quill"].cells[0]
            return found.standing, found.score and found.score.points

    assert cell() == (Standing.NOT_SAT, None)
    act(attempt_id, Act.RESTORE, NOW + 2 * MINUTE)
    assert cell() == (Standing.DONE, 6)


def test_a_voided_attempt_leaves_room_for_another(
    database: Database, act: Callable[..., Attempt], quiz_id: int, attempt_id: int, cast: Cast
) -> None:
    act(attempt_id, Act.VOID)
    with database.writing() as session:
        assert an_attempt(session, quiz_id, cast.juniper) != attempt_id


@pytest.mark.parametrize(
    ("wanted", "extra", "why"),
    [
        (Act.PAUSE, 0, " \n"),
        (Act.PAUSE, 0, "x" * 301),
        (Act.EXTEND, 0, "Fire"),
        (Act.EXTEND, 601, "Fire"),
        (Act.REOPEN, -1, "Fire"),
        (Act.VOID, 5, "Fire"),
    ],
)
def test_what_cannot_be_meant_is_refused(
    database: Database,
    act: Callable[..., Attempt],
    quiz_id: int,
    attempt_id: int,
    wanted: Act,
    extra: int,
    why: str,
) -> None:
    with pytest.raises(BadInput):
        act(attempt_id, wanted, extra=extra * MINUTE, why=why)
    assert written(database, quiz_id) == ()


@pytest.mark.parametrize("wanted", [Act.RESUME, Act.REOPEN, Act.RESTORE])
def test_an_act_that_does_not_fit_is_refused_and_not_written_down(
    database: Database, act: Callable[..., Attempt], quiz_id: int, attempt_id: int, wanted: Act
) -> None:
    with pytest.raises(NotAllowed):
        act(attempt_id, wanted)
    assert written(database, quiz_id) == ()


def test_an_attempt_that_is_not_there_is_not_found(act: Callable[..., Attempt]) -> None:
    with pytest.raises(NotFound):
        act(9, Act.PAUSE)


def on_all(database: Database, cast: Cast, quiz_id: int, wanted: Act, now: datetime = NOW, minutes: int = 0) -> int:
    with database.writing() as session:
        return acting.act_on_all(
            session, quiz_id, wanted, reason="Fire alarm", by=cast.hazel.id, now=now, extra=minutes * MINUTE
        )


def test_an_act_for_all_does_what_fits_each(
    database: Database, act: Callable[..., Attempt], quiz_id: int, attempt_id: int, cast: Cast
) -> None:
    with database.writing() as session:
        other = an_attempt(session, quiz_id, cast.rowan)
    act(attempt_id, Act.PAUSE)
    assert on_all(database, cast, quiz_id, Act.PAUSE) == 1
    assert on_all(database, cast, quiz_id, Act.EXTEND, minutes=5) == 2
    assert on_all(database, cast, quiz_id, Act.RESUME, NOW + MINUTE) == 2
    assert on_all(database, cast, quiz_id, Act.PAUSE, NOW + LIMIT * 2) == 0
    assert on_all(database, cast, quiz_id, Act.HAND_IN, NOW + 2 * MINUTE) == 2
    assert on_all(database, cast, quiz_id, Act.EXTEND, minutes=5) == 0
    assert {entry.attempt_id for entry in written(database, quiz_id)} == {attempt_id, other}
    with database.reading() as session:
        assert {row.marked for row in session.scalars(select(AttemptRow))} == {True}


def test_reopening_is_for_one_at_a_time(database: Database, quiz_id: int, cast: Cast) -> None:
    with pytest.raises(BadInput):
        on_all(database, cast, quiz_id, Act.REOPEN)


def test_acts_at_once_all_count(database: Database, quiz_id: int, attempt_id: int, cast: Cast) -> None:
    at_once(*[lambda: on_all(database, cast, quiz_id, Act.EXTEND, minutes=1)] * 4)
    with database.reading() as session:
        assert taking.clock(session, attempt_id).granted == 4 * MINUTE
        assert session.scalar(select(func.count()).select_from(ActRow)) == 4


def test_what_was_put_right_while_an_attempt_was_void_counts_once_it_is_restored(
    database: Database, act: Callable[..., Attempt], quiz_id: int, attempt_id: int, cast: Cast
) -> None:
    answered(database, attempt_id)
    act(attempt_id, Act.HAND_IN)
    act(attempt_id, Act.VOID)
    with database.writing() as session:
        taken_out = Correction(taking.sitting(session, attempt_id).paper.questions[0].item.id, Intention.DROP)
        regrading.correct(session, quiz_id, taken_out, reason="It is too hard", by=cast.hazel.id, now=NOW)
    act(attempt_id, Act.RESTORE)
    with database.reading() as session:
        result = taking.result(session, attempt_id, now=NOW)
        assert result.score == Score(Fraction(5), Fraction(5))
        assert result.credits[0] is None


def test_reading_the_acts_is_one_query(
    database: Database, act: Callable[..., Attempt], quiz_id: int, attempt_id: int
) -> None:
    for _ in range(3):
        act(attempt_id, Act.EXTEND, extra=MINUTE)
    with database.reading() as session, statements_of(session) as asked:
        assert len(acting.acted(session, quiz_id)) == 3
    assert len(asked) == 1


def with_breaks(database: Database, cast: Cast, allowed: timedelta) -> None:
    with database.writing() as session:
        rules.accommodate(session, cast.juniper.id, Accommodation(breaks=allowed), by=cast.hazel.id, now=NOW)


def test_a_break_stops_the_clock_until_the_student_goes_on(database: Database, attempt_id: int, cast: Cast) -> None:
    with_breaks(database, cast, 10 * MINUTE)
    with database.writing() as session:
        resting = breaks.take(session, attempt_id, now=NOW + MINUTE)
    assert (resting.state, resting.resumes) == (State.PAUSED, NOW + 11 * MINUTE)
    with database.writing() as session:
        back = breaks.go_on(session, attempt_id, now=NOW + MINUTE + ODD)
    assert (back.state, back.deadline) == (State.RUNNING, NOW + LIMIT + ODD)
    assert breaks.left(back, 10 * MINUTE) == 10 * MINUTE - ODD
    with database.writing() as session:
        assert breaks.go_on(session, attempt_id, now=NOW + 9 * MINUTE) == back


def test_without_breaks_the_clock_goes_on(database: Database, attempt_id: int) -> None:
    with database.writing() as session, pytest.raises(NotAllowed):
        breaks.take(session, attempt_id, now=NOW)


def test_a_break_ends_by_itself_at_an_odd_moment(database: Database, attempt_id: int, cast: Cast) -> None:
    with_breaks(database, cast, 10 * MINUTE)
    with database.writing() as session:
        breaks.take(session, attempt_id, now=NOW + ODD)
    with database.writing() as session:
        assert taking.end_breaks(session, now=NOW + 20 * MINUTE) == (attempt_id,)
    with database.reading() as session:
        assert taking.clock(session, attempt_id).deadline == NOW + LIMIT + 10 * MINUTE


def test_a_teachers_pause_is_not_ended_by_the_student(
    database: Database, act: Callable[..., Attempt], attempt_id: int
) -> None:
    act(attempt_id, Act.PAUSE)
    with database.writing() as session, pytest.raises(NotAllowed, match="teacher"):
        breaks.go_on(session, attempt_id, now=NOW + MINUTE)
