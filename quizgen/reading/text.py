"""Plain text and Markdown in, a clean passage text out, with everything that was left out and why."""

import re
from pathlib import PurePath

from quizgen.domain.errors import BadText
from quizgen.reading.characters import plain_characters, without_marks
from quizgen.reading.decoding import decode
from quizgen.reading.finishing import LeftOut, Reading, finished
from quizgen.reading.markdown import markdown_blocks
from quizgen.reading.plain import plain_blocks

__all__ = ["LARGEST", "LeftOut", "Reading", "read_text"]

LARGEST = 2_000_000
_MARKDOWN = (".md", ".markdown")
_PAGE = re.compile(r"\s*(?:<!doctype html|<html\b|<\?xml)", re.IGNORECASE)


def read_text(data: bytes, *, name: str) -> Reading:
    """Return the passage in ``data``; ``name`` tells Markdown (.md) from plain text.

    Raises BadText when it is empty, binary, longer than LARGEST bytes, not English, or without a full sentence.
    """
    if len(data) > LARGEST:
        raise BadText(f"The text has {len(data):,} bytes, and at most {LARGEST:,} can be read; divide it into parts.")
    decoded = decode(data)
    if _PAGE.match(decoded.text):
        raise BadText("This looks like the source of a web page; save it as .txt or .md, or paste its words.")
    characters, notes = plain_characters(decoded.text)
    characters, more = without_marks(characters)
    is_markdown = PurePath(name).suffix.lower() in _MARKDOWN
    blocks = markdown_blocks(characters) if is_markdown else plain_blocks(characters)
    notes = (*decoded.notes, *notes, *more)
    return finished(blocks, decoded.text, name=name, encoding=decoded.encoding, notes=notes)
