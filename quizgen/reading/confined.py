"""Files that a library takes apart are taken apart in a process of their own, which has so much time and memory.

Whatever a hostile file does to a parser (a crash, a loop, a flood), it does to that process alone.
"""

import json
import subprocess
import sys
from pathlib import Path
from threading import BoundedSemaphore

from quizgen.domain.errors import BadText
from quizgen.reading.pieces import Extract

_ROOM = "quizgen.reading"
SECONDS = 45
_CALLED = {"docx": "Word file", "epub": "e-book", "html": "web page", "pdf": "PDF"}
_HERE = Path(__file__).resolve().parents[2]
_FEW_AT_A_TIME = BoundedSemaphore(2)


def take_apart(data: bytes, *, kind: str) -> Extract:
    """Return what is in a "docx", "epub", "html" or "pdf" file. Raises BadText when the limits do not suffice."""
    command = [sys.executable, "-m", f"{_ROOM}.{kind}"]
    try:
        with _FEW_AT_A_TIME:
            done = subprocess.run(command, input=data, capture_output=True, timeout=SECONDS, check=False, cwd=_HERE)  # noqa: S603
    except subprocess.TimeoutExpired as error:
        raise BadText(f"This {_CALLED[kind]} takes too long to read; divide it, or save its text as .txt.") from error
    answer = json.loads(done.stdout) if done.returncode == 0 else {}
    if "refused" in answer:
        raise BadText(answer["refused"])
    if "pieces" not in answer:
        raise BadText(f"This {_CALLED[kind]} is damaged and cannot be read; save it again, or paste its words.")
    return Extract.from_document(answer)
