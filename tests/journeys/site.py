"""The real site: ``quizgen serve`` in a folder of its own, on a free port of this machine."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import suppress
from pathlib import Path

READY_SECONDS = 60
STOP_SECONDS = 20


class Site:
    """A server that a test starts, stops, kills and starts again; its data stay in ``folder``."""

    def __init__(self, folder: Path, **settings: object) -> None:
        """Prepare a site. ``settings`` go by the names of the settings: ``grace_seconds=1``."""
        self.folder = folder
        self.port = free_port()
        chosen = {"data_dir": folder, "port": self.port, "web_workers": 1, "sweep_seconds": 0.2, **settings}
        outer = {name: text for name, text in os.environ.items() if not name.startswith("QUIZGEN_")}
        self.environ = {**outer, **{f"QUIZGEN_{name.upper()}": f"{value}" for name, value in chosen.items()}}
        self._process: subprocess.Popen[bytes] | None = None
        self._log = folder.with_name(f"{folder.name}.log")

    @property
    def url(self) -> str:
        """Return the address, without a slash at the end."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def database_url(self) -> str:
        """Return the URL of the site's database, for looking behind the pages."""
        return f"sqlite:///{self.folder}/quizgen.sqlite3"

    @property
    def number(self) -> int:
        """Return the process id of the server, which leads its group as in a terminal."""
        assert self._process is not None
        return self._process.pid

    def start(self) -> None:
        """Start the server and wait until it says that it is ready."""
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "quizgen", "serve"],
                env=self.environ,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        deadline = time.monotonic() + READY_SECONDS
        while "quizgen is ready at" not in self.log():
            if self._process.poll() is not None or time.monotonic() > deadline:
                self.kill()
                raise AssertionError(f"The site did not come up:\n{self.log()}")
            time.sleep(0.05)

    def stop(self) -> int:
        """Ask the server to end, wait until it has, and return its exit code."""
        os.kill(self.number, signal.SIGTERM)
        return self.wait()

    def wait(self) -> int:
        """Wait until the server, which was asked to end, has ended, and return its exit code."""
        assert self._process is not None
        try:
            code = self._process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.kill()
            raise AssertionError(f"The site did not stop:\n{self.log()}") from None
        self._process = None
        return code

    def kill(self) -> None:
        """End the server and all its processes at once, as a power cut does. Harmless when it does not run."""
        if self._process is None:
            return
        for number in family(self._process.pid):
            with suppress(ProcessLookupError):
                os.kill(number, signal.SIGKILL)
        self._process.wait()
        self._process = None

    def get(self, path: str) -> "http.client.HTTPResponse":
        """Return what a plain request without cookies is answered, redirects followed."""
        request = urllib.request.Request(f"{self.url}{path}")  # noqa: S310 (always our own address)
        answer: http.client.HTTPResponse = urllib.request.urlopen(request, timeout=30)  # noqa: S310
        with answer:
            return answer

    def log(self) -> str:
        """Return what the server has said since it was started."""
        return self._log.read_text(errors="replace") if self._log.exists() else ""

    def run_cli(self, *arguments: str, given: str | None = None) -> "subprocess.CompletedProcess[str]":
        """Run ``quizgen`` with the site's settings; ``given`` goes to stdin."""
        return subprocess.run(
            [sys.executable, "-m", "quizgen", *arguments],
            env=self.environ,
            input=given or "",
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )


def family(number: int) -> list[int]:
    """Return a process and all that came from it, parents first."""
    listed = subprocess.run(["ps", "-e", "-o", "pid=,ppid="], capture_output=True, text=True, check=True).stdout
    parents = [tuple(map(int, line.split())) for line in listed.splitlines()]
    found = [number]
    for one in found:
        found.extend(child for child, parent in parents if parent == one)
    return found


def free_port() -> int:
    """Return a port of this machine that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
