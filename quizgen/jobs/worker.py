"""The worker process: one thread makes banks, one goes round, and both end within a few seconds when asked to."""

import logging
import signal
import threading

from quizgen.jobs.clock import now
from quizgen.jobs.queue import JobQueue, job_queue
from quizgen.jobs.sweeper import Sweeper
from quizgen.jobs.tasks import BankMaker
from quizgen.language.english import load_parser
from quizgen.settings import Settings
from quizgen.storage.engine import Database

PATIENCE_SECONDS = 5
_SHORTEST_PAUSE, _LONGEST_PAUSE = 0.1, 1.0
_log = logging.getLogger(__name__)


def run_worker(settings: Settings) -> None:
    """Work until SIGTERM or SIGINT; the running job is then given back to the queue. For the main thread."""
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, lambda *_: stop.set())
    database = Database(settings.database_url)
    maker = BankMaker(database, lambda: load_parser(settings.language_model), clock=now, stop=stop)
    queue = job_queue(settings, maker.run)
    sweeper = Sweeper(settings, database, queue, clock=now)
    consuming = threading.Thread(target=consume, args=(queue, stop), name="consumer", daemon=True)
    sweeping = threading.Thread(target=sweeper.run, args=(stop,), name="sweeper", daemon=True)
    consuming.start()
    sweeping.start()
    stop.wait()
    for thread in (consuming, sweeping):
        thread.join(PATIENCE_SECONDS)
    # A job that did not notice in time is taken from it; its thread ends with the process.
    maker.give_back()
    queue.close()
    database.dispose()


def consume(queue: JobQueue, stop: threading.Event) -> None:
    """Run one job after the other until ``stop`` is set; look less often while there is nothing to do."""
    pause = _SHORTEST_PAUSE
    while not stop.is_set():
        try:
            worked = queue.work()
        except Exception:
            _log.exception("the queue could not be read")
            worked, pause = False, _LONGEST_PAUSE
        if worked:
            pause = _SHORTEST_PAUSE
        else:
            stop.wait(pause)
            pause = min(pause * 1.25, _LONGEST_PAUSE)
