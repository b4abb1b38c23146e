"""A passage: clean text in a minimal plain form, and the structure that the form shows.

The form is what a teacher can type: a line that opens with one to six ``#`` and a blank is a heading (the first
``#`` heading is the title), and paragraphs are separated by blank lines. There is no other mark-up in a passage.
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizgen.domain.passages.span import Span

_BLOCK = re.compile(r"[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*")
_HEADING = re.compile(r"(#{1,6})[ \t]+(\S.*?)[ \t]*#*[ \t]*")


@dataclass(frozen=True, slots=True)
class Block:
    """A heading or a paragraph: ``span`` covers its words alone, without the ``#`` of a heading.

    ``level`` is 1 to 6 for a heading and 0 for a paragraph; ``number`` counts paragraphs from 1 (0 for a heading);
    ``section`` is the words of the nearest heading above, or "" before the first.
    """

    span: Span
    level: int
    number: int
    section: str

    @property
    def is_heading(self) -> bool:
        return self.level > 0


@dataclass(frozen=True, slots=True)
class Passage:
    """A text to be judged. ``source`` is the file it came from, relative to the bank, or None."""

    id: str
    title: str
    text: str
    source: str | None = None

    @property
    def sha256(self) -> str:
        """Return the SHA-256 of the text as UTF-8, in hex: the passage's name in storage."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    def blocks(self) -> tuple[Block, ...]:
        """Return headings and paragraphs in reading order."""
        return tuple(_blocks(self.text))

    def paragraphs(self) -> tuple[Block, ...]:
        """Return the paragraphs alone."""
        return tuple(block for block in self.blocks() if not block.is_heading)

    def paragraph_at(self, offset: int) -> Block | None:
        """Return the paragraph that covers ``offset``, or None in a heading or between blocks."""
        return next((block for block in self.paragraphs() if block.span.start <= offset < block.span.end), None)


def _blocks(text: str) -> Iterator[Block]:
    section, number = "", 0
    for match in _BLOCK.finditer(text):
        for start, end in _split_headings(text, match.start(), match.end()):
            heading = _HEADING.fullmatch(text, start, end)
            if heading:
                span = Span(heading.start(2), heading.end(2))
                section = span.of(text)
                yield Block(span, len(heading.group(1)), 0, section)
            else:
                number += 1
                yield Block(_trimmed(text, start, end), 0, number, section)


def _split_headings(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the pieces of one block of lines: a heading line stands alone even without blank lines around it."""
    opened, position = start, start
    for line in text[start:end].splitlines(keepends=True):
        stop = position + len(line.rstrip("\n"))
        if _HEADING.fullmatch(text, position, stop):
            if text[opened:position].strip():
                yield opened, position
            yield position, stop
            opened = position + len(line)
        position += len(line)
    if text[opened:end].strip():
        yield opened, end


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    return Span(start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip()))
