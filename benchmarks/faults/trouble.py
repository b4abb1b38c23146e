"""What befalls the site: processes killed, the database restarted, its connections cut, the disk full."""

import os
import random
import signal
import subprocess
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from benchmarks.school.engines import Place
from tests.journeys.site import Site, family

PAUSES = (0.8, 2.5)
FULL_SECONDS = 1.5
DISK_MEGABYTES = 256


class Trouble:
    """A thread that does one thing after another to a site until it is told to stop."""

    def __init__(self, site: Site, place: Place, *, disk: Path | None, rng: random.Random) -> None:
        self._site, self._place, self._disk, self._rng = site, place, disk, rng
        self.counts: Counter[str] = Counter()
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run)
        self.failed: list[str] = []

    def begin(self) -> None:
        """Let it begin."""
        self._thread.start()

    def end(self) -> None:
        """Let it end, with the site running and the disk free again."""
        self._stop.set()
        self._thread.join()

    def _run(self) -> None:
        acts = {
            "web process killed": self._kill_web,
            "web server killed": self._kill_web_server,
            "worker killed": self._kill_worker,
        }
        if self._place.server:
            acts |= {"connections cut": self._place.cut_connections, "database crashed": self._place.crash}
        else:
            acts |= {"everything killed": self._kill_everything}
        if self._disk:
            acts |= {"disk full": self._fill_disk}
        # Each at least once, then by chance; a process that has just come up is killed most often.
        plan = self._rng.sample(list(acts), len(acts))
        while not self._stop.wait(self._rng.uniform(*PAUSES)):
            name = plan.pop() if plan else self._rng.choice((*acts, "web process killed", "web process killed"))
            try:
                acts[name]()
            except Exception as error:
                self.failed.append(f"{name}: {type(error).__name__}: {error}")
            self.counts[name] += 1

    def _kill_web(self) -> None:
        _kill(self._web()[1:], self._rng)

    def _kill_web_server(self) -> None:
        _kill(self._web()[:1], self._rng)

    def _kill_worker(self) -> None:
        _kill([number for number in family(self._site.number) if "quizgen.jobs" in _command(number)], self._rng)

    def _kill_everything(self) -> None:
        self._site.kill()
        # Those too whose parent had been killed a moment before, so that they are nobody's children any more.
        for number in _of_site(self._site):
            _kill([number], self._rng)
        time.sleep(0.1)
        self._site.start()

    def _fill_disk(self) -> None:
        assert self._disk is not None
        ballast = self._disk / "ballast"
        try:
            with suppress(OSError), ballast.open("wb", buffering=0) as file:
                while file.write(bytes(65_536)):
                    pass
            with suppress(OSError), ballast.open("ab", buffering=0) as file:
                while file.write(bytes(512)):
                    pass
            self._stop.wait(FULL_SECONDS)
        finally:
            ballast.unlink(missing_ok=True)

    def _web(self) -> list[int]:
        """Return the web server's own process and those that answer, the server first."""
        return [number for number in family(self._site.number) if "quizgen.web_server" in _command(number)]


@contextmanager
def small_disk() -> Iterator[Path | None]:
    """Make a disk that can be filled without harm; None where this machine does not let us."""
    folder = Path(f"/tmp/quizgen-disk-{os.getpid()}")  # noqa: S108 (made, mounted and removed by this run alone)
    folder.mkdir(mode=0o755)
    size = f"size={DISK_MEGABYTES}m,mode=755"
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", size, "tmpfs", folder], capture_output=True, check=False)
    try:
        yield folder if mounted.returncode == 0 else None
    finally:
        if mounted.returncode == 0:
            subprocess.run(["umount", "-l", folder], check=False)
        folder.rmdir()


def _kill(numbers: list[int], rng: random.Random) -> None:
    if numbers:
        with suppress(ProcessLookupError):
            os.kill(rng.choice(numbers), signal.SIGKILL)


def _of_site(site: Site) -> list[int]:
    """Return the processes that have the data folder of the site in their environment."""
    mark, found = f"QUIZGEN_DATA_DIR={site.folder}\0".encode(), []
    for entry in Path("/proc").iterdir():
        with suppress(OSError):
            if entry.name.isdigit() and mark in (entry / "environ").read_bytes():
                found.append(int(entry.name))
    return found


def _command(number: int) -> str:
    try:
        return Path(f"/proc/{number}/cmdline").read_text().replace("\0", " ")
    except (FileNotFoundError, ProcessLookupError):
        return ""
