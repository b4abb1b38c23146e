"""The queue that wakes the worker: a message names a job and nothing more, since the job's own row is the truth."""

import logging
from collections.abc import Callable

from huey import Huey, PostgresHuey, SqliteHuey

from quizgen.settings import Settings

TASK = "generate"
# Any number will do that no other lock of ours has.
_ADVISORY_LOCK = 0x6A6F6273  # "jobs"
_log = logging.getLogger(__name__)


class JobQueue:
    """Messages from whoever asks for a bank to the worker that makes it."""

    def __init__(self, huey: Huey, run: Callable[[int], None]) -> None:
        """Keep messages in ``huey``; ``run`` is called in the worker with the id of a job."""

        def generate(job_id: int) -> None:
            run(job_id)

        self._huey = huey
        self._task = huey.task(name=TASK)(generate)

    def enqueue(self, job_id: int) -> None:
        """Wake a worker for the job. A message that is lost costs time only: the worker looks for forgotten jobs."""
        try:
            self._task(job_id)
        except Exception:
            _log.exception("no message could be sent for job %s; the worker will find it by itself", job_id)
        finally:
            # Seldom used, so not kept open: a web process holds no connection for it.
            self.close()

    def waiting(self) -> frozenset[int]:
        """Return the ids of the jobs whose message nobody has taken yet."""
        return frozenset(task.args[0] for task in self._huey.pending())

    def work(self) -> bool:
        """Take one message and run its job; tell whether there was one."""
        task = self._huey.dequeue()
        if task is None:
            return False
        self._huey.execute(task)
        return True

    def close(self) -> None:
        """Let go of the connection."""
        self._huey.storage.close()


def job_queue(settings: Settings, run: Callable[[int], None] | None = None) -> JobQueue:
    """Return the queue beside the database: a SQLite file in the data folder, or tables in PostgreSQL.

    Without ``run`` the queue only sends.
    """
    return JobQueue(_huey(settings), run or _only_the_worker_runs)


def _huey(settings: Settings) -> Huey:
    if settings.uses_sqlite:
        settings.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        return SqliteHuey("quizgen", filename=str(settings.data_dir / "jobs.sqlite3"), results=False, timeout=30)
    dsn = settings.database_url.replace("postgresql+psycopg://", "postgresql://", 1)
    huey = PostgresHuey("quizgen", dsn=dsn, results=False, table_prefix="jobs", create_tables=False)
    # "create table if not exists" fails when two processes do it at once; behind a lock the second finds them there.
    huey.storage.ddl = (f"select pg_advisory_xact_lock({_ADVISORY_LOCK})", *huey.storage.ddl)
    huey.storage.initialize_schema()
    return huey


def _only_the_worker_runs(job_id: int) -> None:
    raise RuntimeError(f"job {job_id} was taken by a process that only sends")
