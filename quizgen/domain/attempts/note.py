"""What a student keeps beside a paragraph of the passage while sitting: highlighted words, and a note."""

import json
from dataclasses import dataclass
from typing import Any

from quizgen.domain.errors import BadInput

LONGEST_NOTE, MOST_HIGHLIGHTS, LONGEST_PARAGRAPH = 2_000, 200, 1_000_000
_UNREADABLE = "This note cannot be read; please reload the page."


@dataclass(frozen=True, slots=True)
class Note:
    """A note on one paragraph, and the highlighted stretches of its words.

    A stretch is half-open, ``(start, end)``, in UTF-16 code units as the browser counts them; the stretches are in
    order and do not overlap.
    """

    text: str = ""
    highlights: tuple[tuple[int, int], ...] = ()


NOTHING = Note()


def read_note(written: str) -> Note:
    """Return the note that ``note_words`` or the page's script wrote; "" is no note. Raises BadInput."""
    if not written:
        return NOTHING
    try:
        raw = json.loads(written)
    except (ValueError, RecursionError):
        raise BadInput(_UNREADABLE) from None
    if not isinstance(raw, dict) or not isinstance(raw.get("text", ""), str):
        raise BadInput(_UNREADABLE)
    return Note(plain_note(raw.get("text", "")), _stretches(raw.get("highlights", [])))


def plain_note(text: str) -> str:
    """Return the text of a note as it is kept. Raises BadInput when it is too long."""
    text = text.replace("\0", "").replace("\r\n", "\n").encode(errors="ignore").decode().strip()
    if len(text) > LONGEST_NOTE:
        raise BadInput(f"A note has at most {LONGEST_NOTE:,} characters; please make it shorter.")
    return text


def note_words(note: Note) -> str:
    """Return a note as one plain text; "" for an empty one."""
    if note == NOTHING:
        return ""
    return json.dumps({"text": note.text, "highlights": note.highlights}, ensure_ascii=False)


def _stretches(raw: Any) -> tuple[tuple[int, int], ...]:
    if not isinstance(raw, list) or len(raw) > MOST_HIGHLIGHTS:
        raise BadInput(f"A paragraph has at most {MOST_HIGHLIGHTS} highlights; please take some away.")
    last = 0
    for stretch in raw:
        if not isinstance(stretch, list) or len(stretch) != 2 or not all(type(each) is int for each in stretch):
            raise BadInput(_UNREADABLE)
        start, end = stretch
        if not last <= start < end <= LONGEST_PARAGRAPH:
            raise BadInput(_UNREADABLE)
        last = end
    return tuple((start, end) for start, end in raw)
