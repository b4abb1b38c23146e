"""What the machine says: CPU of a family of processes, their memory, and how much strangers took meanwhile."""

import os
import resource
import time
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from tests.journeys.site import family

_TICK = os.sysconf("SC_CLK_TCK")
_CALIBRATION_SECONDS = 0.5


@dataclass(frozen=True, slots=True)
class Use:
    """What a stretch of time took, in seconds: of the clock, of our server's CPU, of the client's, of everybody's."""

    elapsed: float
    server: float
    client: float
    machine: float

    @property
    def other(self) -> float:
        """Return the cores that strangers used meanwhile."""
        return max(self.machine - self.server - self.client, 0) / self.elapsed


class Meter:
    """CPU of the families of ``roots`` from the moment that this is made."""

    def __init__(self, roots: Sequence[int]) -> None:
        self._roots = roots
        self._before = self._now()

    def read(self) -> Use:
        """Return the use since the beginning."""
        return Use(*(now - before for now, before in zip(self._now(), self._before, strict=True)))

    def _now(self) -> tuple[float, float, float, float]:
        used = resource.getrusage(resource.RUSAGE_SELF)
        server = sum(cpu_seconds(root) for root in self._roots)
        return time.perf_counter(), server, used.ru_utime + used.ru_stime, _machine_seconds()


def cpu_seconds(root: int) -> float:
    """Return the CPU of a process, of all that came from it, and of those of them that have ended."""
    total = 0
    for number in family(root):
        with suppress(FileNotFoundError, ProcessLookupError):
            fields = Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()
            total += sum(map(int, fields[11:15]))
    return total / _TICK


def memory(numbers: Iterable[int]) -> float:
    """Return the proportional set size of processes in MB (10**6 bytes): what is shared counts once."""
    total = 0
    for number in numbers:
        with suppress(FileNotFoundError, ProcessLookupError):
            lines = Path(f"/proc/{number}/smaps_rollup").read_text().splitlines()
            total += next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return total * 1024 / 1e6


def calibrate() -> float:
    """Return how many million turns of an empty loop one second of CPU gives: another figure, another machine."""
    turns, begin = 0, time.thread_time()
    while time.thread_time() - begin < _CALIBRATION_SECONDS:
        for _ in range(100_000):
            pass
        turns += 100_000
    return turns / (time.thread_time() - begin) / 1e6


def quantile(values: Sequence[float], share: float) -> float:
    """Return the smallest value that at least ``share`` of them do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, -(-round(share * len(ordered) * 1000) // 1000) - 1)]


def spread(seconds: Sequence[float]) -> str:
    """Return p50, p95, p99 and the longest in milliseconds."""
    return " ".join(f"{quantile(seconds, share) * 1000:6.0f}" for share in (0.5, 0.95, 0.99, 1))


def _machine_seconds() -> float:
    fields = Path("/proc/stat").read_text().split("\n", 1)[0].split()[1:]
    user, nice, system, _idle, _waiting, irq, soft = map(int, fields[:7])
    return (user + nice + system + irq + soft) / _TICK
