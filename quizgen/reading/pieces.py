"""What a reader of a format hands on: the pieces of a document in reading order, as plain values."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quizgen.domain.errors import BadText

LARGEST_TEXT = 2_000_000
_LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A heading (``level`` 1 to 6), a paragraph or a list entry; ``reason`` tells why it is left out, "" when not.

    ``lines`` are single lines as the file has them, more than one where the file breaks a paragraph into lines.
    """

    lines: tuple[str, ...]
    level: int = 0
    reason: str = ""
    listed: bool = False

    @property
    def text(self) -> str:
        return " ".join(self.lines)


@dataclass(frozen=True, slots=True)
class Extract:
    """A document taken apart: the title that it gives itself ("" for none), its pieces, and notes for the teacher.

    ``encoding`` is that of the characters in the file, or the name of the format where that settles it.
    """

    title: str
    pieces: tuple[Piece, ...]
    encoding: str
    notes: tuple[str, ...] = ()

    def original(self) -> str:
        """Return the plain text as extracted: pieces divided by blank lines, their lines by line ends."""
        return "\n\n".join("\n".join(piece.lines) for piece in self.pieces)

    def document(self) -> dict[str, object]:
        """Return plain values, which one process can hand to another."""
        pieces = [[list(piece.lines), piece.level, piece.reason, piece.listed] for piece in self.pieces]
        return {"title": self.title, "pieces": pieces, "encoding": self.encoding, "notes": list(self.notes)}

    @classmethod
    def from_document(cls, document: dict[str, object]) -> "Extract":
        """Return the extract that ``document`` described."""
        rows, notes = document["pieces"], document["notes"]
        if not isinstance(rows, Sequence) or not isinstance(notes, Sequence):
            raise ValueError("an extract is stored as its title, its pieces, its encoding and its notes")
        pieces = (Piece(tuple(lines), level, reason, listed) for lines, level, reason, listed in rows)
        return cls(str(document["title"]), tuple(pieces), str(document["encoding"]), tuple(map(str, notes)))


def extract(title: str, pieces: Iterable[Piece], *, encoding: str, notes: Iterable[str] = ()) -> Extract:
    """Return an extract whose lines are single lines. Raises BadText beyond LARGEST_TEXT characters."""
    kept, total = [], 0
    for piece in pieces:
        lines = tuple(filter(None, map(single_line, piece.lines)))
        total += sum(map(len, lines))
        if total > LARGEST_TEXT:
            raise BadText(f"The file holds more than {LARGEST_TEXT:,} characters of text; divide it into parts.")
        if lines:
            kept.append(Piece(lines, piece.level, piece.reason, piece.listed))
    return Extract(single_line(title), tuple(kept), encoding, tuple(notes))


def single_line(text: str) -> str:
    """Return it with each run of white space as one blank, and without halves of characters."""
    return " ".join(_LONE_SURROGATE.sub("\ufffd", text).split())


def levelled(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Return pieces with one title at most: where several headings are of the first level, the later ones go down."""
    firsts = [index for index, piece in enumerate(pieces) if piece.level == 1 and not piece.reason]
    if len(firsts) < 2:
        return tuple(pieces)
    return tuple(lowered(piece) if index > firsts[0] else piece for index, piece in enumerate(pieces))


def lowered(piece: Piece) -> Piece:
    """Return a heading one level lower, and a paragraph as it is."""
    return Piece(piece.lines, min(piece.level + 1, 6), piece.reason, piece.listed) if piece.level else piece
