"""Jobs as the worker sees them: taken once, alive while they beat, ended once."""

from datetime import timedelta

import pytest

from quizgen.services import banks, drafting, generating, stale_jobs
from quizgen.services.drafting import Job, JobProgress, JobState
from quizgen.services.generating import Cancelled
from quizgen.services.stale_jobs import GAVE_UP, MOST_RUNS
from quizgen.storage.engine import Database
from tests.cast import NOW, Cast
from tests.services.drafts import DRAFT
from tests.stored import a_job
from tests.threads import at_once

STALE = timedelta(seconds=60)
TICK = timedelta(microseconds=1)
PROGRESS = JobProgress(3, 10, 4, 5)


@pytest.fixture
def job_id(database: Database, cast: Cast) -> int:
    """A job of Hazel's that waits."""
    data = b"The Wye is a river in Wales. It may flood in spring."
    with database.writing() as session:
        return a_job(session, cast.hazel, data, title="Rivers")


@pytest.fixture
def running(database: Database, job_id: int) -> int:
    """A job of Hazel's that runs."""
    assert take(database, job_id)
    return job_id


def get(database: Database, job_id: int) -> Job:
    with database.reading() as session:
        return drafting.get(session, job_id)


def take(database: Database, job_id: int) -> Job | None:
    with database.writing() as session:
        return generating.take(session, job_id, now=NOW)


def requeue(database: Database, seconds: timedelta) -> tuple[int, ...]:
    with database.writing() as session:
        return stale_jobs.requeue_stale(session, now=NOW + seconds, older_than=STALE)


def test_a_job_is_taken_once(database: Database, job_id: int) -> None:
    job = take(database, job_id)
    assert job is not None
    assert (job.state, job.started, job.texts) == (JobState.RUNNING, NOW, get(database, job_id).texts)
    assert take(database, job_id) is None
    assert take(database, job_id + 1) is None


def test_of_many_workers_one_takes_it(database: Database, job_id: int) -> None:
    found = at_once(*[lambda: take(database, job_id)] * 6)
    assert sum(job is not None for job in found) == 1


def test_progress_shows(database: Database, running: int) -> None:
    with database.writing() as session:
        generating.beat(session, running, PROGRESS, now=NOW)
    assert get(database, running).progress == PROGRESS


def test_a_finished_job_has_a_bank_of_its_teachers(database: Database, cast: Cast, running: int) -> None:
    with database.writing() as session:
        bank_id = generating.finish(session, running, DRAFT, now=NOW + STALE)
    job = get(database, running)
    assert (job.state, job.bank, job.finished) == (JobState.DONE, bank_id, NOW + STALE)
    with database.reading() as session:
        stored = banks.get(session, bank_id)
    assert (stored.bank, stored.owner) == (DRAFT.bank, cast.hazel.id)
    assert stored.report == drafting.full_report(DRAFT.report.document(), [job.texts[0].reading], seconds=60)
    assert {"left_out", "notes"} < set(stored.report)


def test_a_cancelled_job_stops_the_worker_and_keeps_no_bank(database: Database, cast: Cast, running: int) -> None:
    with database.writing() as session:
        drafting.cancel(session, running, now=NOW)
        with pytest.raises(Cancelled):
            generating.beat(session, running, PROGRESS, now=NOW)
        with pytest.raises(Cancelled):
            generating.finish(session, running, DRAFT, now=NOW)
        generating.fail(session, running, "too late", now=NOW)
        assert banks.visible_to(session, cast.hazel.id) == ()
    assert (get(database, running).state, get(database, running).error) == (JobState.CANCELLED, None)


def test_a_job_finishes_once(database: Database, cast: Cast, running: int) -> None:
    with database.writing() as session:
        generating.finish(session, running, DRAFT, now=NOW)
        with pytest.raises(Cancelled):
            generating.finish(session, running, DRAFT, now=NOW)
        assert len(banks.visible_to(session, cast.hazel.id)) == 1


def test_what_is_given_back_waits_for_the_next_worker(database: Database, running: int) -> None:
    for _ in range(MOST_RUNS + 1):
        with database.writing() as session:
            generating.give_back(session, running, now=NOW)
        assert get(database, running).state is JobState.QUEUED
        assert take(database, running) is not None


def test_a_job_without_a_heart_beat_is_queued_again(database: Database, running: int) -> None:
    assert requeue(database, STALE - TICK) == ()
    with database.writing() as session:
        generating.beat(session, running, PROGRESS, now=NOW + TICK)
    assert requeue(database, STALE) == ()
    assert requeue(database, STALE + TICK) == (running,)
    assert get(database, running).state is JobState.QUEUED
    assert take(database, running) is not None


def test_a_job_that_nobody_took_is_handed_out_again_now_and_then(database: Database, job_id: int) -> None:
    assert requeue(database, STALE) == (job_id,)
    assert requeue(database, STALE + TICK) == ()
    assert requeue(database, 2 * STALE) == (job_id,)


def test_a_job_that_loses_every_worker_fails_with_a_reason(database: Database, job_id: int) -> None:
    for number in range(1, MOST_RUNS):
        assert take(database, job_id) is not None
        assert requeue(database, number * STALE) == (job_id,)
    assert take(database, job_id) is not None
    assert requeue(database, (MOST_RUNS + 1) * STALE) == ()
    job = get(database, job_id)
    assert (job.state, job.error) == (JobState.FAILED, GAVE_UP)
    with database.writing() as session:
        drafting.retry(session, job_id, now=NOW)
    assert take(database, job_id) is not None


def test_ended_jobs_are_left_alone(database: Database, running: int) -> None:
    with database.writing() as session:
        generating.fail(session, running, "No claims were found.", now=NOW)
    assert requeue(database, 9 * STALE) == ()
    with database.writing() as session:
        generating.give_back(session, running, now=NOW)
    assert get(database, running).state is JobState.FAILED
