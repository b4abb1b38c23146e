"""A process of its own for each file that is taken apart: it limits itself first, then reads, then answers.

The reader of a format is started as a module (``python -m quizgen.reading.pdf``), and loads no other's library.
"""

import json
import sys
from collections.abc import Callable
from contextlib import suppress

from quizgen.domain.errors import BadText
from quizgen.reading.pieces import Extract

try:
    import resource
except ImportError:  # There is no such thing on Windows, where the time limit of the caller has to do.
    resource = None  # type: ignore[assignment]

PROCESSOR_SECONDS = 60
MEMORY = 1_500_000_000


def serve(take_apart: Callable[[bytes], Extract]) -> None:
    """Read a file from standard input and write what is in it, or why not, to standard output as JSON."""
    _limit()
    try:
        answer = take_apart(sys.stdin.buffer.read()).document()
    except BadText as refused:
        answer = {"refused": str(refused)}
    sys.stdout.write(json.dumps(answer))


def _limit() -> None:
    if resource is None:
        return
    limits = ((resource.RLIMIT_CPU, PROCESSOR_SECONDS), (resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CORE, 0))
    for limit, most in limits:
        with suppress(ValueError, OSError):
            resource.setrlimit(limit, (most, most))
