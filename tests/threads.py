"""Doing things at the same moment."""

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Value = TypeVar("Value")

PATIENCE_SECONDS = 60


def at_once(*works: Callable[[], Value]) -> Sequence[Value]:
    """Run every function in a thread of its own, all released together, and return what they return, in order.

    The first error that any of them raises is raised here.
    """
    barrier = threading.Barrier(len(works))

    def run(work: Callable[[], Value]) -> Value:
        barrier.wait(PATIENCE_SECONDS)
        return work()

    with ThreadPoolExecutor(len(works)) as threads:
        futures = [threads.submit(run, work) for work in works]
        return [future.result(PATIENCE_SECONDS) for future in futures]
