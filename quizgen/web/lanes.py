"""Two lanes into a process: what is short and must not wait, saves before all, goes before pages."""

import re
import time
from collections import deque
from collections.abc import Iterable
from tempfile import SpooledTemporaryFile
from threading import Lock
from typing import IO
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

PATIENCE_SECONDS = 0.5
_IN_MEMORY = 256 * 1024
_SHORT = re.compile(r"/attempts/[0-9]+/(responses|flags|status)", re.ASCII)


class Lanes:
    """A WSGI application that lets ``pages`` pages and twice as many short requests work at once.

    A page costs ten times what a save costs, and time goes round among the threads of a process: in one queue, a room
    that opens a quiz holds up the answers of those who are already writing. So a page begins when nothing short is
    there, or when it has waited for ``PATIENCE_SECONDS``.
    """

    def __init__(self, application: WSGIApplication, *, pages: int, longest_body: int) -> None:
        """Let bodies of up to ``longest_body`` bytes arrive whole first: who sends slowly takes nobody's room."""
        self._application = application
        self._longest_body = longest_body
        self._guard = Lock()
        self._short = _Lane(2 * pages)
        self._pages = _Lane(pages)

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer when it is the request's turn."""
        lane = self._short if _SHORT.fullmatch(environ.get("PATH_INFO", "")) else self._pages
        with SpooledTemporaryFile(_IN_MEMORY) as body:
            self._receive(environ, body)
            self._queue(lane).acquire()
            try:
                return self._application(environ, start_response)
            finally:
                self._leave(lane)

    def _receive(self, environ: WSGIEnvironment, body: IO[bytes]) -> None:
        length = environ.get("CONTENT_LENGTH", "")
        if length.isdecimal() and 0 < int(length) <= self._longest_body:
            left = int(length)
            while left and (part := environ["wsgi.input"].read(min(left, _IN_MEMORY))):
                body.write(part)
                left -= len(part)
            body.seek(0)
            environ["wsgi.input"] = body

    def _queue(self, lane: "_Lane") -> Lock:
        """Return a lock that is free when the turn has come."""
        turn = Lock()
        turn.acquire()
        with self._guard:
            lane.waiting.append((turn, time.monotonic()))
            self._let_in()
        return turn

    def _leave(self, lane: "_Lane") -> None:
        with self._guard:
            lane.working -= 1
            self._let_in()

    def _let_in(self) -> None:
        # Called whenever anything comes or goes, so that nobody who may go waits on.
        while self._short.has_room():
            self._short.let_in()
        while self._pages.has_room() and (not self._short.working or self._pages.longest() > PATIENCE_SECONDS):
            self._pages.let_in()


class _Lane:
    """Who waits, since when, and how many work."""

    def __init__(self, width: int) -> None:
        self.width = width
        self.working = 0
        self.waiting: deque[tuple[Lock, float]] = deque()

    def has_room(self) -> bool:
        return bool(self.waiting) and self.working < self.width

    def longest(self) -> float:
        return time.monotonic() - self.waiting[0][1]

    def let_in(self) -> None:
        self.working += 1
        self.waiting.popleft()[0].release()
