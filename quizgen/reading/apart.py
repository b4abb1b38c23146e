"""The process that takes a file apart: it limits itself first, and then calls the reader of the format."""

import json
import sys
from contextlib import suppress

from quizgen.domain.errors import BadText
from quizgen.reading import docx, epub, html, pdf

try:
    import resource
except ImportError:  # There is no such thing on Windows, where the time limit of the caller has to do.
    resource = None  # type: ignore[assignment]

PROCESSOR_SECONDS = 60
MEMORY = 1_500_000_000
READERS = {"docx": docx.take_apart, "epub": epub.take_apart, "html": html.take_apart, "pdf": pdf.take_apart}


def main(kind: str) -> None:
    """Read a file from standard input and write what is in it, or why not, to standard output as JSON."""
    _limit()
    try:
        answer = READERS[kind](sys.stdin.buffer.read()).document()
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


if __name__ == "__main__":
    main(sys.argv[1])
