"""``python -m quizgen.jobs.maker`` does the jobs that wait and ends after a rest: it alone holds the language model."""

import logging
import os
import sys
import threading
import time

from quizgen.jobs.clock import now
from quizgen.jobs.process import run_process
from quizgen.jobs.queue import JobQueue, job_queue
from quizgen.jobs.tasks import BankMaker
from quizgen.language.english import load_parser
from quizgen.settings import Settings
from quizgen.storage.engine import Database

# Loading takes two seconds: a teacher who brings one text after the other waits for it once.
REST_SECONDS = 60.0
PATIENCE_SECONDS = 5
_SHORTEST_PAUSE, _LONGEST_PAUSE = 0.05, 0.5
_log = logging.getLogger(__name__)


def run_maker(settings: Settings, stop: threading.Event) -> None:
    """Do jobs until none has waited for a while, or ``stop`` is set: the running job is then given back."""
    database = Database(settings.database_url)
    maker = BankMaker(database, lambda: load_parser(settings.language_model), clock=now, stop=stop)
    queue = job_queue(settings, maker.run)
    consuming = threading.Thread(target=_consume_and_end, args=(queue, stop), name="consumer", daemon=True)
    consuming.start()
    stop.wait()
    consuming.join(PATIENCE_SECONDS)
    # A job that did not notice in time is taken from it; its thread ends with the process.
    maker.give_back()
    queue.close()
    database.dispose()


def consume(queue: JobQueue, stop: threading.Event, *, rest: float = REST_SECONDS) -> None:
    """Run one job after the other until none has waited for ``rest`` seconds, the worker is gone, or ``stop`` is set.

    Raises what keeps the queue from being read.
    """
    pause, worker, worked_at = _SHORTEST_PAUSE, os.getppid(), time.monotonic()
    while not stop.is_set() and time.monotonic() - worked_at < rest and os.getppid() == worker:
        if queue.work():
            pause, worked_at = _SHORTEST_PAUSE, time.monotonic()
        else:
            stop.wait(pause)
            pause = min(pause * 1.25, _LONGEST_PAUSE)


def _consume_and_end(queue: JobQueue, stop: threading.Event) -> None:
    try:
        consume(queue, stop)
    except Exception:
        _log.exception("the queue could not be read")
    finally:
        stop.set()


if __name__ == "__main__":
    sys.exit(run_process(run_maker))
