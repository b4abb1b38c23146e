"""A fair turn for every writer: SQLite's own waiting lets some writers starve, a queue does not."""

import fcntl
import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from quizgen.domain.errors import Unavailable


class Turns:
    """Turns in the order of asking: a queue among the threads of a process, an flock on ``path`` among processes.

    The file is opened anew for each turn, since an flock belongs to an open file and a forked child would share it.
    """

    def __init__(self, path: Path, *, patience: float) -> None:
        """Wait at most ``patience`` seconds behind the threads of this process."""
        self._path = path
        self._patience = patience
        self._queue = FifoLock()

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Wait for the turn and keep it for the block. Raises Unavailable when it does not come in time."""
        if not self._queue.acquire(self._patience):
            raise Unavailable("The database has more to write than it can take. Please try again in a moment.")
        try:
            with self._path.open("ab") as lock_file:
                fcntl.flock(lock_file, fcntl.LOCK_EX)
                yield
        finally:
            self._queue.release()


class FifoLock:
    """A lock that is handed from holder to the one who has waited longest; nobody can slip in between."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._held = False
        self._waiting: deque[threading.Lock] = deque()

    def acquire(self, patience: float) -> bool:
        """Wait at most ``patience`` seconds; tell whether the lock is held now."""
        with self._guard:
            if not self._held:
                self._held = True
                return True
            ticket = threading.Lock()
            ticket.acquire()
            self._waiting.append(ticket)
        try:
            served = ticket.acquire(timeout=patience)
        except BaseException:
            if not self._withdraw(ticket):
                self.release()
            raise
        return served or not self._withdraw(ticket)

    def release(self) -> None:
        """Hand the lock on, or leave it free when nobody waits."""
        with self._guard:
            if self._waiting:
                self._waiting.popleft().release()
            else:
                self._held = False

    def _withdraw(self, ticket: threading.Lock) -> bool:
        """Leave the queue; False when the lock had been handed over in the meantime."""
        with self._guard:
            if ticket in self._waiting:
                self._waiting.remove(ticket)
                return True
            return False
