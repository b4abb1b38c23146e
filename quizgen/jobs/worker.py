"""The worker process: one thread goes round, and the main one calls a maker as soon as a job waits.

It is small and stays so: what reads English is loaded by the maker alone, which ends when there is nothing to do.
"""

import logging
import subprocess
import sys
import threading
import time

from quizgen.jobs.clock import now
from quizgen.jobs.queue import JobQueue, job_queue
from quizgen.jobs.sweeper import Sweeper
from quizgen.settings import Settings
from quizgen.storage.engine import Database

PATIENCE_SECONDS = 5
# A maker gives its job back within its own patience; only then is it ended by force.
MAKER_PATIENCE_SECONDS = 8
MAKER = (sys.executable, "-m", "quizgen.jobs.maker")
_SHORTEST_PAUSE, _LONGEST_PAUSE = 0.1, 1.0
_LONGEST_WAIT = 30.0
_log = logging.getLogger(__name__)


def run_worker(settings: Settings, stop: threading.Event) -> None:
    """Work until ``stop`` is set; the running job is then given back to the queue."""
    database = Database(settings.database_url)
    queue = job_queue(settings)
    sweeper = Sweeper(settings, database, queue, clock=now)
    sweeping = threading.Thread(target=sweeper.run, args=(stop,), name="sweeper", daemon=True)
    sweeping.start()
    foreman = Foreman(queue, MAKER, settings.environ())
    foreman.watch(stop)
    foreman.dismiss()
    sweeping.join(PATIENCE_SECONDS)
    queue.close()
    database.dispose()


class Foreman:
    """Looks whether a job waits, and has one maker at most."""

    def __init__(self, queue: JobQueue, maker: tuple[str, ...], environ: dict[str, str]) -> None:
        """Start ``maker`` as a process of its own when it is needed."""
        self._queue, self._command, self._environ = queue, maker, environ
        self._maker: subprocess.Popen[bytes] | None = None
        self._not_before = 0.0
        self._wait = 1.0

    def watch(self, stop: threading.Event) -> None:
        """Look until ``stop`` is set; less often while there is nothing to do."""
        pause = _SHORTEST_PAUSE
        while not stop.wait(pause):
            try:
                called = self.look()
            except Exception:
                _log.exception("the queue could not be read")
                called, pause = False, _LONGEST_PAUSE
            pause = _SHORTEST_PAUSE if called else min(pause * 1.25, _LONGEST_PAUSE)

    def look(self) -> bool:
        """Call a maker when a job waits and none is at work; tell whether one was called."""
        if self._maker is not None:
            code = self._maker.poll()
            if code is None:
                return False
            self._maker = None
            self._note(code)
        if time.monotonic() < self._not_before or not self._queue.waiting():
            return False
        self._maker = subprocess.Popen(self._command, env=self._environ, stdin=subprocess.DEVNULL)  # noqa: S603
        return True

    def dismiss(self) -> None:
        """Ask the maker to end, and end it by force when it does not."""
        if self._maker is None:
            return
        self._maker.terminate()
        try:
            self._maker.wait(MAKER_PATIENCE_SECONDS)
        except subprocess.TimeoutExpired:
            self._maker.kill()
            self._maker.wait()

    def _note(self, code: int) -> None:
        """After a maker that failed the next one waits, longer each time."""
        if code == 0:
            self._wait = 1.0
            return
        _log.warning("what makes banks ended with code %s; the next may begin in %.0f seconds", code, self._wait)
        self._not_before = time.monotonic() + self._wait
        self._wait = min(self._wait * 2, _LONGEST_WAIT)
