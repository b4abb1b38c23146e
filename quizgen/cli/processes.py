"""Processes under one roof: started together, started again when one dies, stopped together."""

import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field

from quizgen.domain.errors import Unavailable

_FIRST_PAUSE, _LONGEST_PAUSE = 1.0, 5.0
_STEADY_SECONDS = 10.0
_FALSE_STARTS = 3


@dataclass(slots=True)
class Child:
    """One process of ours. ``needed`` ends everything when it never comes up."""

    name: str
    command: tuple[str, ...]
    environ: Mapping[str, str]
    process: "subprocess.Popen[bytes] | None" = None
    started: float = 0.0
    due: float = 0.0
    pause: float = _FIRST_PAUSE
    deaths: int = field(default=0)

    def start(self) -> None:
        """Start the process, in a session of its own.

        Ctrl-C in a terminal then reaches the parent alone, which asks each child once: a second signal to a child's own
        workers would hold its end up.
        """
        self.process = subprocess.Popen(  # noqa: S603
            self.command, env=dict(self.environ), stdin=subprocess.DEVNULL, start_new_session=True
        )
        self.started = time.monotonic()

    @property
    def alive(self) -> bool:
        """Tell whether the process runs."""
        return self.process is not None and self.process.poll() is None

    def look_after(self, say: Callable[[str], None]) -> None:
        """Start the process again when it has died; the pause doubles until it has stayed up for a while."""
        now = time.monotonic()
        if self.alive or now < self.due:
            return
        if self.process is not None:
            if now - self.started > _STEADY_SECONDS:
                self.pause, self.deaths = _FIRST_PAUSE, 0
            self.deaths += 1
            self._end_family()
            say(f"the {self.name} ended with code {self.process.returncode}; it starts again in {self.pause:.0f} s.")
            self.process, self.due = None, now + self.pause
            self.pause = min(self.pause * 2, _LONGEST_PAUSE)
            return
        self.start()

    def stop(self, patience: float) -> None:
        """Wait until the process, which was asked to end, has ended; after ``patience`` seconds end it by force.

        By force, whatever it has started itself ends with it.
        """
        if self.process is None:
            return
        try:
            self.process.wait(patience)
        except subprocess.TimeoutExpired:
            self._end_family()
            self.process.wait()

    def _end_family(self) -> None:
        """End what the process has started itself: left alone, it would go on answering at the same port for ever."""
        if self.process is not None:
            with suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)


@dataclass(slots=True)
class Children:
    """All processes of one ``serve``."""

    children: tuple[Child, ...]
    say: Callable[[str], None]

    def look_after(self, *, came_up: bool) -> None:
        """Start whatever does not run. Raises Unavailable when one keeps dying before everything ever ``came_up``."""
        for child in self.children:
            child.look_after(self.say)
            if not came_up and child.deaths >= _FALSE_STARTS:
                raise Unavailable(f"The {child.name} does not start; the lines above say why.")

    def stop(self, patience: float) -> None:
        """Ask all to end, wait for them, and end by force what has not ended after ``patience`` seconds."""
        deadline = time.monotonic() + patience
        for child in self.children:
            if child.alive and child.process is not None:
                child.process.terminate()
        for child in self.children:
            child.stop(max(deadline - time.monotonic(), 0.1))
