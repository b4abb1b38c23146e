"""What the worker does by itself: hand in, mark, and look after forgotten jobs."""

import threading
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from quizgen.domain.attempts.attempt import State
from quizgen.domain.attempts.policy import Policy
from quizgen.domain.errors import Unavailable
from quizgen.jobs.queue import JobQueue
from quizgen.jobs.sweeper import Sweeper
from quizgen.services import generating, grading, papers, quizzes, taking
from quizgen.services.drafting import JobState
from quizgen.settings import Settings
from quizgen.storage.engine import Database
from tests.cast import NOW, Cast
from tests.jobs.conftest import job, request
from tests.stored import a_quiz, an_attempt

LIMIT = timedelta(minutes=10)
GRACE = timedelta(seconds=30)
QueueOf = Callable[..., JobQueue]
SweeperAt = Callable[[datetime], Sweeper]


@pytest.fixture
def sweeper(settings: Settings, database: Database, queue_of: Callable[..., JobQueue]) -> Callable[[datetime], Sweeper]:
    """Return a sweeper for whom it is always ``now``."""
    return lambda now: Sweeper(settings, database, queue_of(), clock=lambda: now)


def sat(database: Database, cast: Cast) -> tuple[int, int]:
    """Start an attempt of ten minutes; return the quiz and the attempt."""
    with database.writing() as session:
        quiz_id = a_quiz(session, cast.hazel, [cast.juniper], policy=Policy(time_limit=LIMIT))
        return quiz_id, an_attempt(session, quiz_id, cast.juniper)


def state(database: Database, attempt_id: int) -> State:
    with database.reading() as session:
        return taking.sitting(session, attempt_id).attempt.state


def test_an_attempt_is_handed_in_and_marked_after_deadline_and_grace(
    settings: Settings, database: Database, cast: Cast, sweeper: SweeperAt, queue_of: QueueOf
) -> None:
    quiz_id, attempt_id = sat(database, cast)
    sweeper(NOW + LIMIT + GRACE).attempts(threading.Event())
    with database.reading() as session:
        attempt = taking.sitting(session, attempt_id).attempt
        gradebook = grading.gradebook(session, quizzes.get(session, quiz_id).class_id)
    assert (attempt.state, attempt.finished) == (State.EXPIRED, NOW + LIMIT)
    assert gradebook.rows[0].cells[0].score is not None
    assert gradebook.rows[0].cells[0].by_server


def test_papers_are_drawn_before_anybody_starts(database: Database, cast: Cast, sweeper: SweeperAt) -> None:
    with database.writing() as session:
        quiz_id = a_quiz(session, cast.hazel, [cast.juniper], policy=Policy(time_limit=LIMIT))
    sweeper(NOW).papers(threading.Event())
    with database.writing() as session:
        assert papers.prepare(session, now=NOW, seed=lambda: 1) == ()
        attempt_id = an_attempt(session, quiz_id, cast.juniper, seed=1)
        assert taking.sitting(session, attempt_id).paper.questions


def test_an_attempt_goes_on_until_the_grace_is_over(
    settings: Settings, database: Database, cast: Cast, sweeper: SweeperAt, queue_of: QueueOf
) -> None:
    _, attempt_id = sat(database, cast)
    sweeper(NOW + LIMIT + GRACE - timedelta(microseconds=1)).attempts(threading.Event())
    assert state(database, attempt_id) is State.RUNNING


def test_a_job_without_a_sign_of_life_is_queued_again_with_one_message(
    settings: Settings, database: Database, cast: Cast, sweeper: SweeperAt, queue_of: QueueOf
) -> None:
    job_id = request(database, cast)
    with database.writing() as session:
        assert generating.take(session, job_id, now=NOW)
    late = NOW + timedelta(seconds=settings.stale_job_seconds)
    sweeper(late - timedelta(seconds=1)).jobs()
    assert job(database, job_id).state is JobState.RUNNING
    for rounds in range(3):
        sweeper(late + rounds * timedelta(seconds=settings.stale_job_seconds)).jobs()
    assert job(database, job_id).state is JobState.QUEUED
    ran: list[int] = []
    worker = queue_of(ran.append)
    while worker.work():
        pass
    assert ran == [job_id]


def test_a_job_whose_message_was_lost_is_found(
    settings: Settings, database: Database, cast: Cast, sweeper: SweeperAt, queue_of: QueueOf
) -> None:
    job_id = request(database, cast)
    sweeper(NOW + timedelta(seconds=settings.stale_job_seconds)).jobs()
    assert queue_of().waiting() == {job_id}


def test_a_round_that_fails_does_not_end_the_rounds(
    settings: Settings, database: Database, queue_of: QueueOf, caplog: pytest.LogCaptureFixture
) -> None:
    stop = threading.Event()
    calls: list[int] = []

    def clock() -> datetime:
        calls.append(1)
        if len(calls) == 1:
            raise Unavailable("the clock is being wound")
        stop.set()
        return NOW

    Sweeper(settings, database, queue_of(), clock=clock).run(stop)
    assert "the clock is being wound" in caplog.text
    assert len(calls) >= 2


def test_a_full_class_is_handed_in_in_small_steps(
    settings: Settings, database: Database, cast: Cast, sweeper: SweeperAt, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, attempt_id = sat(database, cast)
    steps: list[int] = []
    original: Callable[..., tuple[int, ...]] = taking.mark_ended

    def watched(session: object, *, limit: int) -> tuple[int, ...]:
        marked = original(session, limit=limit)
        steps.append(len(marked))
        return marked

    monkeypatch.setattr(taking, "mark_ended", watched)
    sweeper(NOW + 2 * LIMIT).attempts(threading.Event())
    assert state(database, attempt_id) is State.EXPIRED
    assert steps == [1, 0]
