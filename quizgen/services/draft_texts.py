"""The texts of a drafting job: as their teacher brought them, as they were read, and what is to be used of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from quizgen.domain.document import Document
from quizgen.domain.errors import BadText
from quizgen.reading.files import LeftOut, Reading, read_file
from quizgen.reading.origin import NOWHERE, OriginMap
from quizgen.reading.putting_back import put_back
from quizgen.services.wording import LONGEST_TITLE, one_line
from quizgen.storage.tables import JobTextRow

MOST_TEXTS = 20
LONGEST_FILE_NAME = 255


@dataclass(frozen=True, slots=True)
class Brought:
    """A text that was brought and read, before it is kept."""

    name: str
    data: bytes
    reading: Reading


@dataclass(frozen=True, slots=True)
class JobText:
    """One text of a job. ``read`` is what was read of it; ``put_back`` are the places in ``read.left_out`` that its
    teacher wants in the passage after all; ``used`` tells whether questions are asked about it, ``citation`` what is
    said of a reference."""

    name: str
    title: str
    read: Reading
    used: bool = True
    put_back: tuple[int, ...] = ()
    citation: Document | None = None

    @property
    def reading(self) -> Reading:
        """Return what questions are asked about: the text with what was put back."""
        return put_back(self.read, self.put_back)


@dataclass(frozen=True, slots=True)
class TextChoice:
    """What a teacher says about one text of a draft."""

    title: str
    used: bool = True
    put_back: tuple[int, ...] = ()


def understand(data: bytes, *, name: str) -> Reading:
    """Return what was read in a text, before anything is kept. Raises BadText."""
    return read_file(data, name=name)


def bring(data: bytes, *, name: str) -> Brought:
    """Return a text with what was read in it. Raises BadText."""
    return Brought(name, data, understand(data, name=name))


def text_row(brought: Brought, *, job_id: int, place: int) -> JobTextRow:
    """Return the row of a text, the ``place``-th of its job from 1. Raises BadText beyond MOST_TEXTS."""
    if place > MOST_TEXTS:
        raise BadText(f"A bank is made of at most {MOST_TEXTS} texts; make another bank of the others.")
    return JobTextRow(
        job_id=job_id,
        place=place,
        name=one_line(brought.name, "The name of the file", longest=LONGEST_FILE_NAME),
        title=one_line(brought.reading.title, "The title", longest=LONGEST_TITLE),
        original=brought.data,
        reading=reading_document(brought.reading),
        used=True,
        put_back=[],
    )


def text_of(row: JobTextRow) -> JobText:
    """Return the text that a row holds."""
    return JobText(row.name, row.title, reading_of(row.reading), row.used, tuple(row.put_back), row.citation)


def reading_document(reading: Reading) -> Document:
    """Return plain values that JSON can hold."""
    return {
        "title": reading.title,
        "text": reading.text,
        "left_out": [_left_out_entry(piece) for piece in reading.left_out],
        "origin": reading.origin.document(),
        "encoding": reading.encoding,
        "notes": list(reading.notes),
    }


def reading_of(document: Document) -> Reading:
    """Return the reading that ``reading_document`` described."""
    left_out, origin, notes = document["left_out"], document["origin"], document["notes"]
    if not isinstance(left_out, Sequence) or not isinstance(origin, dict) or not isinstance(notes, Sequence):
        raise TypeError("a stored reading has lists of what was left out and of notes, and an origin map")
    return Reading(
        title=str(document["title"]),
        text=str(document["text"]),
        left_out=tuple(_left_out(*entry) for entry in left_out),
        origin=OriginMap.from_document(origin),
        encoding=str(document["encoding"]),
        notes=tuple(notes),
    )


def _left_out_entry(piece: LeftOut) -> list[object]:
    return [piece.start, piece.end, piece.reason, piece.text, piece.words, piece.origin.document(), piece.level]


def _left_out(
    start: int, end: int, reason: str, text: str, words: str = "", origin: Document | None = None, level: int = 0
) -> LeftOut:
    """Return a piece; readings that were kept before pieces could be put back have four values each."""
    where = OriginMap.from_document(origin) if origin else NOWHERE
    return LeftOut(start, end, reason, text, words, where, level)
