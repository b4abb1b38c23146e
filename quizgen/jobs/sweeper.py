"""What time brings about by itself: attempts that are over, scores that are due, jobs that nobody looks after."""

import logging
import threading
import time
from collections.abc import Callable
from datetime import datetime, timedelta

from quizgen.jobs.clock import seed
from quizgen.jobs.queue import JobQueue
from quizgen.services import papers, stale_jobs, taking
from quizgen.settings import Settings
from quizgen.storage.engine import Database

STALE_EVERY_SECONDS = 10
MARKED_AT_ONCE = 20
_LONGEST_PAUSE = 30
_log = logging.getLogger(__name__)


class Sweeper:
    """Rounds at a steady pace, each step in a short transaction of its own so that no answer waits behind it."""

    def __init__(
        self, settings: Settings, database: Database, queue: JobQueue, *, clock: Callable[[], datetime]
    ) -> None:
        self._settings, self._database, self._queue, self._clock = settings, database, queue, clock
        self._stale_due = 0.0

    def run(self, stop: threading.Event) -> None:
        """Go round until ``stop`` is set; after a round that failed the next one waits longer."""
        pause = self._settings.sweep_seconds
        while not stop.wait(pause):
            try:
                self.attempts(stop)
                if time.monotonic() >= self._stale_due:
                    self._stale_due = time.monotonic() + STALE_EVERY_SECONDS
                    self.jobs()
                    self.papers(stop)
            except Exception:
                pause = min(max(pause * 2, 1), _LONGEST_PAUSE)
                _log.exception("a round failed; the next one is in %.0f seconds", pause)
            else:
                pause = self._settings.sweep_seconds

    def attempts(self, stop: threading.Event) -> None:
        """Hand in what is overdue and mark what has ended, a few at a time."""
        grace = timedelta(seconds=self._settings.grace_seconds)
        with self._database.writing() as session:
            taking.end_breaks(session, now=self._clock())
        more = True
        while more and not stop.is_set():
            with self._database.writing() as session:
                ended = taking.close_overdue(session, now=self._clock(), grace=grace)
            if ended:
                _log.info("handed in at the deadline: %s", len(ended))
            more = bool(ended)
        more = True
        while more and not stop.is_set():
            with self._database.writing() as session:
                more = bool(taking.mark_ended(session, limit=MARKED_AT_ONCE))

    def papers(self, stop: threading.Event) -> None:
        """Draw papers for the classes that are about to start; nothing is locked meanwhile."""
        more = True
        while more and not stop.is_set():
            with self._database.reading() as session:
                prepared = papers.prepare(session, now=self._clock(), seed=seed)
            with self._database.writing() as session:
                papers.put(session, prepared)
                papers.tidy(session, now=self._clock())
            more = bool(prepared)

    def jobs(self) -> None:
        """Queue again the jobs whose worker is gone, and those whose message was lost."""
        older = timedelta(seconds=self._settings.stale_job_seconds)
        with self._database.writing() as session:
            forgotten = stale_jobs.requeue_stale(session, now=self._clock(), older_than=older)
        if forgotten:
            waiting = self._queue.waiting()
            for job_id in forgotten:
                if job_id not in waiting:
                    _log.info("job %s is queued again", job_id)
                    self._queue.enqueue(job_id)
