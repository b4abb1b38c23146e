"""The one task: take a job, make its bank or check its references, and store what came of it or a plain reason.

Each step commits for itself.
"""

import logging
import threading
from collections.abc import Callable
from datetime import datetime

from quizgen.domain.claims.suggestion import Suggestion
from quizgen.domain.errors import NotFound, QuizgenError
from quizgen.generation.pipeline import Draft, Parser, Progress, generate
from quizgen.generation.references.suggesting import suggest
from quizgen.jobs.pulse import Pulse
from quizgen.services import banks, checking, drafting, evidence, generating
from quizgen.services.drafting import Job, JobProgress, JobState
from quizgen.storage.engine import Database

UNEXPECTED = "Something went wrong during the work. Your text is kept; try again."
# A message may overtake the commit of the request that sent it.
_TAKE_AGAIN_AFTER = (0.1, 0.2, 0.4, 0.8, 1.6)
_log = logging.getLogger(__name__)


class Stopping(Exception):
    """The worker is asked to stop while a job runs."""


class BankMaker:
    """Makes banks and checks claims, one job at a time; the parser is loaded at the first job and kept."""

    def __init__(
        self, database: Database, load: Callable[[], Parser], *, clock: Callable[[], datetime], stop: threading.Event
    ) -> None:
        self._database, self._load, self._clock, self._stop = database, load, clock, stop
        self._parser: Parser | None = None
        self.running: int | None = None

    def run(self, job_id: int) -> None:
        """Do the job if it still waits. Never raises for what is wrong with a text: the job keeps the reason."""
        job = self._take(job_id)
        if job is None:
            return
        self.running = job_id
        try:
            self._make(job) if job.checks is None else self._check(job, job.checks)
        except generating.Cancelled:
            _log.info("job %s was cancelled", job_id)
        except Stopping:
            self.give_back()
        except QuizgenError as error:
            self._fail(job_id, str(error))
        except Exception:
            _log.exception("job %s failed", job_id)
            self._fail(job_id, UNEXPECTED)
        finally:
            self.running = None

    def give_back(self) -> None:
        """Put the running job, if there is one, back into the queue for the next worker."""
        job_id = self.running
        if job_id is not None:
            with self._database.writing() as session:
                generating.give_back(session, job_id, now=self._clock())
            _log.info("job %s is given back", job_id)

    def _take(self, job_id: int) -> Job | None:
        for pause in (*_TAKE_AGAIN_AFTER, None):
            with self._database.writing() as session:
                job = generating.take(session, job_id, now=self._clock())
            if job is not None or pause is None or not self._may_come(job_id):
                return job
            self._stop.wait(pause)
        return None

    def _may_come(self, job_id: int) -> bool:
        try:
            with self._database.reading() as session:
                state = drafting.get(session, job_id).state
        except NotFound:
            return True
        return state in (JobState.FAILED, JobState.CANCELLED)

    def _make(self, job: Job) -> None:
        with Pulse(lambda progress: self._beat(job.id, progress), lost=generating.Cancelled) as pulse:
            draft = self._draft(job, pulse)
        with self._database.writing() as session:
            bank_id = generating.finish(session, job.id, draft, now=self._clock())
        _log.info("job %s made bank %s", job.id, bank_id)

    def _check(self, job: Job, bank_id: int) -> None:
        with Pulse(lambda progress: self._beat(job.id, progress), lost=generating.Cancelled) as pulse:
            found = self._suggestions(job, bank_id, pulse)
        with self._database.writing() as session:
            checking.finish(session, job.id, found, now=self._clock())
        _log.info("job %s checked bank %s", job.id, bank_id)

    def _draft(self, job: Job, pulse: Pulse) -> Draft:
        draft = generate(
            job.title, job.passages(), self._loaded(), options=job.options, progress=self._listening(pulse)
        )
        self._go_on(pulse)
        return draft

    def _suggestions(self, job: Job, bank_id: int, pulse: Pulse) -> tuple[Suggestion, ...]:
        with self._database.reading() as session:
            claims = banks.get(session, bank_id).bank.claims
        found = suggest(claims, evidence.references_of(job), self._loaded(), progress=self._listening(pulse))
        self._go_on(pulse)
        return found

    def _loaded(self) -> Parser:
        if self._parser is None:
            self._parser = self._load()
        return self._parser

    def _listening(self, pulse: Pulse) -> Callable[[Progress], None]:
        def listen(progress: Progress) -> None:
            self._go_on(pulse)
            pulse.tell(JobProgress(progress.done, progress.total, progress.claims, progress.items))

        return listen

    def _go_on(self, pulse: Pulse) -> None:
        if pulse.is_lost:
            raise generating.Cancelled
        if self._stop.is_set():
            raise Stopping

    def _beat(self, job_id: int, progress: JobProgress) -> None:
        with self._database.writing() as session:
            generating.beat(session, job_id, progress, now=self._clock())

    def _fail(self, job_id: int, reason: str) -> None:
        with self._database.writing() as session:
            generating.fail(session, job_id, reason, now=self._clock())
