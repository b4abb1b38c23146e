"""A passage: clean text in a minimal plain form, and the structure that the form shows.

The form is what a teacher can type: a line that opens with one to six ``#`` and a blank is a heading (the first
``#`` heading is the title), and paragraphs are separated by blank lines. There is no other mark-up in a passage.
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizgen.domain.passages.span import Span

_HEADING = re.compile(r"(#{1,6})[ \t]+(?=\S)")


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
    for level, span in _pieces(text):
        if level:
            section = span.of(text)
        else:
            number += 1
        yield Block(span, level, 0 if level else number, section)


def _pieces(text: str) -> Iterator[tuple[int, Span]]:
    """Yield the level and words of each heading line, and 0 and the words of each run of other lines.

    A heading stands alone even without blank lines around it.
    """
    opened: int | None = None
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        heading, blank = _HEADING.match(line), not line.strip()
        if opened is not None and (heading or blank):
            yield 0, _trimmed(text, opened, start)
            opened = None
        if heading:
            words = _heading_words(line[heading.end() :])
            yield len(heading[1]), Span(start + heading.end(), start + heading.end() + len(words))
        elif not blank and opened is None:
            opened = start
        start = end + 1
    if opened is not None:
        yield 0, _trimmed(text, opened, len(text))


def _heading_words(line: str) -> str:
    """Return a heading without the closing ``#`` that some writers put behind a blank ("C#" keeps its own)."""
    words = line.rstrip()
    bare = words.rstrip("#")
    return bare.rstrip() if bare.endswith((" ", "\t")) else words


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    return Span(start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip()))
