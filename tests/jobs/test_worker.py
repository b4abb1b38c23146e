"""The worker as a process: it makes banks, hands in, and ends within seconds when asked to."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from quizgen.jobs.queue import job_queue
from quizgen.services.drafting import JobState
from quizgen.settings import Settings
from quizgen.storage.engine import Database
from quizgen.storage.migrate import upgrade
from tests.cast import the_cast
from tests.jobs.conftest import TEXT, job, request

PATIENCE = 60


@pytest.fixture
def database_url(tmp_path: Path, migrated_file: Path) -> str:
    """A SQLite file: the two engines differ in nothing that a process could show."""
    url = f"sqlite:///{tmp_path / 'quizgen.sqlite3'}"
    upgrade(url)
    return url


@pytest.fixture
def worker(settings: Settings) -> Iterator["subprocess.Popen[str]"]:
    environ = settings.environ({**os.environ})
    process = subprocess.Popen([sys.executable, "-m", "quizgen.jobs"], env=environ, stderr=subprocess.PIPE, text=True)
    yield process
    process.kill()
    process.communicate()


def test_a_worker_makes_what_is_asked_for_and_ends_when_it_is_told_to(
    settings: Settings, database: Database, worker: "subprocess.Popen[str]"
) -> None:
    with database.writing() as session:
        cast = the_cast(session)
    job_id = request(database, cast)
    queue = job_queue(settings)
    queue.enqueue(job_id)
    queue.close()
    wait_until(lambda: job(database, job_id).state is JobState.DONE, worker)
    worker.send_signal(signal.SIGTERM)
    assert worker.wait(PATIENCE) == 0


def test_a_worker_that_is_told_to_end_gives_a_long_job_back(
    settings: Settings, database: Database, worker: "subprocess.Popen[str]"
) -> None:
    with database.writing() as session:
        cast = the_cast(session)
    job_id = request(database, cast, TEXT * 600)
    queue = job_queue(settings)
    queue.enqueue(job_id)
    queue.close()
    wait_until(lambda: job(database, job_id).progress.total > 0, worker)
    worker.send_signal(signal.SIGTERM)
    assert worker.wait(PATIENCE) == 0
    assert job(database, job_id).state is JobState.QUEUED


def test_a_setting_that_cannot_be_used_is_one_line(tmp_path: Path) -> None:
    environ = {**os.environ, "QUIZGEN_DATA_DIR": str(tmp_path), "QUIZGEN_PORT": "none"}
    done = subprocess.run(
        [sys.executable, "-m", "quizgen.jobs"], env=environ, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stderr == "quizgen worker: QUIZGEN_PORT: expected a whole number from 1 to 65,535, not 'none'.\n"


def wait_until(holds: Callable[[], bool], worker: "subprocess.Popen[str]") -> None:
    """Wait until something holds, as long as the worker lives."""
    deadline = time.monotonic() + PATIENCE
    while not holds():
        assert worker.poll() is None, worker.communicate()[1]
        assert time.monotonic() < deadline
        time.sleep(0.05)
