"""``python -m benchmarks.idle``: the memory of a site that has nothing to do, while it makes a bank, and afterwards."""

import time
from collections.abc import Callable
from datetime import UTC, datetime

from benchmarks.school.engines import fresh
from benchmarks.school.house import furnish
from benchmarks.school.measuring import memory
from benchmarks.texts import files_of
from quizgen.generation.options import Options
from quizgen.jobs.maker import REST_SECONDS
from quizgen.jobs.queue import job_queue
from quizgen.services import drafting
from quizgen.services.drafting import JobState
from quizgen.settings import Settings
from quizgen.storage.engine import Database
from quizgen.storage.migrate import upgrade
from tests.journeys.site import Site, family

WEB_WORKERS = (1, 2)
SETTLE_SECONDS = 3.0
PATIENCE_SECONDS = 120.0


def main() -> None:
    """Measure and print, for one web process and for two; SQLite, four threads each."""
    for workers in WEB_WORKERS:
        with fresh("sqlite") as place:
            upgrade(place.url)
            database = Database(place.url)
            teacher = furnish(database, 1).teacher
            site = Site(place.folder, web_workers=workers)
            site.start()
            try:
                _measure(site, database, teacher, f"{workers} web")
            finally:
                site.stop()
                database.dispose()


def _measure(site: Site, database: Database, teacher: int, label: str) -> None:
    time.sleep(SETTLE_SECONDS)
    _say(site, f"{label}, nothing asked yet")
    for _ in range(50):
        site.get("/sign-in")
    time.sleep(SETTLE_SECONDS)
    _say(site, f"{label}, 50 pages later")
    text = drafting.bring(files_of([])[0].read_bytes(), name="text.md")
    with database.writing() as session:
        job = drafting.request(
            session, owner=teacher, texts=[text], title=None, options=Options(), now=datetime.now(UTC)
        )
    job_queue(Settings.from_env(site.environ)).enqueue(job)
    _await(lambda: _state(database, job) is JobState.DONE)
    _say(site, f"{label}, a bank was just made")
    _await(lambda: not _numbers(site, b"quizgen.jobs.maker"))
    _say(site, f"{label}, {REST_SECONDS:.0f} s of rest later")


def _state(database: Database, job: int) -> JobState:
    with database.reading() as session:
        return drafting.get(session, job).state


def _await(come: Callable[[], bool]) -> None:
    begun = time.monotonic()
    while not come():
        if time.monotonic() - begun > PATIENCE_SECONDS:
            raise SystemExit("it did not come in time")
        time.sleep(0.5)


def _numbers(site: Site, words: bytes) -> list[int]:
    return [number for number in family(site.number) if words in _command(number)]


def _command(number: int) -> bytes:
    try:
        with open(f"/proc/{number}/cmdline", "rb") as file:  # noqa: PTH123
            return file.read()
    except FileNotFoundError:
        return b""


def _say(site: Site, when: str) -> None:
    every = family(site.number)
    jobs, maker = _numbers(site, b"quizgen.jobs"), _numbers(site, b"quizgen.jobs.maker")
    worker = [number for number in jobs if number not in maker]
    web = [number for number in every[1:] if number not in jobs]
    parts = (
        f"web {memory(web):.0f}, worker {memory(worker):.0f}, maker {memory(maker):.0f}, parent {memory(every[:1]):.0f}"
    )
    print(f"{when:<32} web and worker {memory(web) + memory(worker):4.0f} MB, all {memory(every):4.0f} MB ({parts})")


if __name__ == "__main__":
    main()
