"""The sign of life of a running job: progress at most twice a second, and something now and then in any case."""

import logging
import threading
from collections.abc import Callable
from types import TracebackType
from typing import Self

from quizgen.domain.errors import QuizgenError
from quizgen.services.drafting import JobProgress

BEAT_SECONDS = 0.5
QUIET_BEATS = 8
_log = logging.getLogger(__name__)


class Pulse:
    """A thread that beats while a job runs, so that neither loading a model nor a long last step looks like death."""

    def __init__(self, beat: Callable[[JobProgress], None], lost: type[Exception]) -> None:
        """Call ``beat`` with the latest progress; when it raises ``lost``, the job is no longer ours."""
        self._beat, self._lost = beat, lost
        self._progress = JobProgress(0, 0, 0, 0)
        self._ended = threading.Event()
        self._is_lost = threading.Event()
        self._thread = threading.Thread(target=self._run, name="pulse", daemon=True)

    def tell(self, progress: JobProgress) -> None:
        """Note how far the job is. Costs nothing and waits for nothing."""
        self._progress = progress

    @property
    def is_lost(self) -> bool:
        """Tell whether the job was cancelled or given to somebody else."""
        return self._is_lost.is_set()

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ended.set()
        self._thread.join()

    def _run(self) -> None:
        told, quiet = None, 0
        while not self._ended.wait(BEAT_SECONDS):
            progress = self._progress
            quiet += 1
            if progress == told and quiet < QUIET_BEATS:
                continue
            try:
                self._beat(progress)
            except self._lost:
                self._is_lost.set()
                return
            except QuizgenError as error:
                _log.warning("a sign of life was not written: %s", error)
            else:
                told, quiet = progress, 0
