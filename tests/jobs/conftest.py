"""A teacher with a text, a worker's settings on each engine in turn, and a parser that is loaded once."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from quizgen.generation.options import Options
from quizgen.jobs import pulse
from quizgen.jobs.queue import JobQueue, job_queue
from quizgen.language.english import EnglishParser, load_parser
from quizgen.services import drafting
from quizgen.services.drafting import Job
from quizgen.settings import Settings
from quizgen.storage.engine import Database
from tests.cast import Cast, the_cast
from tests.stored import a_job

TEXT = """# Bees of the valley

In 1998 the valley had 40 colonies of bees. By 2014 the number had fallen to 12. The farmers blamed the cold spring.

Juniper Quill founded the museum in 1971. The valley is home to 25 kinds of wild flower.
"""


@pytest.fixture
def settings(tmp_path: Path, database_url: str) -> Settings:
    environ = {"DATA_DIR": str(tmp_path / "data"), "DATABASE_URL": database_url, "SWEEP_SECONDS": "0.1"}
    return Settings.from_env({f"QUIZGEN_{name}": text for name, text in environ.items()})


@pytest.fixture
def queue_of(settings: Settings) -> Iterator[Callable[..., JobQueue]]:
    """Return a queue beside the database, closed at the end: ``queue_of(run)``, or ``queue_of()`` that only sends."""
    with ExitStack() as stack:

        def make(run: Callable[[int], None] | None = None) -> JobQueue:
            queue = job_queue(settings, run)
            stack.callback(queue.close)
            return queue

        yield make


@pytest.fixture
def cast(database: Database) -> Cast:
    with database.writing() as session:
        return the_cast(session)


@pytest.fixture(scope="session")
def parser() -> EnglishParser:
    return load_parser()


@pytest.fixture
def quick_pulse(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beat often, so that what a beat brings is noticed soon."""
    monkeypatch.setattr(pulse, "BEAT_SECONDS", 0.02)


def request(database: Database, cast: Cast, *texts: str, options: Options | None = None) -> int:
    """Ask for a bank, without a message to anybody."""
    with database.writing() as session:
        return a_job(session, cast.hazel, *(text.encode() for text in texts or (TEXT,)), options=options)


def job(database: Database, job_id: int) -> Job:
    """Return the job as it stands."""
    with database.reading() as session:
        return drafting.get(session, job_id)
