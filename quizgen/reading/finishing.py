"""The last steps of every reading: the author's text in passage form, and what was left out, with its reason."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from quizgen.domain.errors import BadText
from quizgen.reading.blocks import RawBlock, in_passage_form
from quizgen.reading.boilerplate import without_boilerplate
from quizgen.reading.characters import plain_characters, without_marks
from quizgen.reading.joining import unwrapped, words_of
from quizgen.reading.origin import NOWHERE, OriginMap, Traced
from quizgen.reading.pieces import Extract
from quizgen.reading.tongue import other_language

_LONGEST_TITLE = 120
_THREE_WORDS = re.compile(r"\W*\w+\W+\w+\W+\w+")
_END = re.compile(r"[.!?][\"'”’)\]]*(?:\s|$)")


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A stretch of the decoded original, half-open, that is not the author's text, and the reason.

    ``words`` is what it would say in the passage, ``origin`` where their characters stood, and ``level`` that of a
    heading (0 for others): enough to put it back.
    """

    start: int
    end: int
    reason: str
    text: str
    words: str = ""
    origin: OriginMap = NOWHERE
    level: int = 0


@dataclass(frozen=True, slots=True)
class Reading:
    """A clean text in passage form, and how it came from the original.

    The original is the decoded file for text and Markdown, and for every other format the plain text as extracted
    (``Extract.original``), before anything was left out or cleaned: ``origin`` and ``left_out`` point into it.
    """

    title: str
    text: str
    left_out: tuple[LeftOut, ...]
    origin: OriginMap
    encoding: str
    notes: tuple[str, ...]


def read_extract(extract: Extract, *, name: str) -> Reading:
    """Return the passage in a document that was taken apart. Raises BadText as ``finished`` does."""
    original = extract.original()
    characters, notes = plain_characters(original)
    characters, more = without_marks(characters)
    return finished(
        tuple(_blocks(extract, characters)),
        original,
        name=name,
        title=extract.title,
        encoding=extract.encoding,
        notes=(*extract.notes, *notes, *more),
    )


def finished(
    blocks: Sequence[RawBlock], original: str, *, name: str, encoding: str, notes: tuple[str, ...], title: str = ""
) -> Reading:
    """Return the reading of these blocks; without a ``title`` the text or the file's name gives one.

    Raises BadText when what is left is not English or has no full sentence.
    """
    marked = without_boilerplate(blocks)
    kept = [block for block in marked if not block.reason and block.text]
    passage = in_passage_form(kept)
    _refuse_what_cannot_be_judged(kept)
    return Reading(
        title=title[:_LONGEST_TITLE] or _title(kept, name),
        text=passage.text,
        left_out=tuple(_left_out(marked, original)),
        origin=OriginMap.of(passage.offsets),
        encoding=encoding,
        notes=notes,
    )


def _blocks(extract: Extract, characters: Traced) -> Iterator[RawBlock]:
    """Yield a block for each piece, cut from the cleaned characters by its place in the original."""
    words = words_of(characters.text)
    place = 0
    for piece in extract.pieces:
        end = place + sum(map(len, piece.lines)) + len(piece.lines) - 1
        cleaned = characters.cut(bisect_left(characters.offsets, place), bisect_left(characters.offsets, end))
        yield RawBlock(unwrapped(list(cleaned.lines()), words), piece.level, piece.reason, piece.listed)
        place = end + 2


def _refuse_what_cannot_be_judged(kept: list[RawBlock]) -> None:
    prose = " ".join(block.text for block in kept if not block.level)
    language = other_language(prose)
    if language:
        raise BadText(f"The text looks like {language}; only English can be read so far.")
    if not any(_has_sentence(block.text) for block in kept if not block.level):
        raise BadText("There is no full sentence in this text; give at least one that ends with a full stop.")


def _has_sentence(text: str) -> bool:
    words = _THREE_WORDS.match(text)
    return words is not None and _END.search(text, words.end()) is not None


def _left_out(blocks: Sequence[RawBlock], original: str) -> Iterator[LeftOut]:
    for block in blocks:
        start, end = block.words.bounds()
        if block.reason and start < end:
            origin = OriginMap.of(block.words.offsets)
            yield LeftOut(start, end, block.reason, original[start:end], block.text, origin, block.level)


def _title(kept: list[RawBlock], name: str) -> str:
    headings = [block.text for block in kept if block.level]
    if headings and kept[0].level:
        return headings[0][:_LONGEST_TITLE]
    stem = PurePath(name).stem
    if stem and stem != "pasted":
        return re.sub(r"[-_\s]+", " ", stem).strip().capitalize()[:_LONGEST_TITLE]
    words = next((block.text for block in kept if not block.level), "").split()
    return " ".join(words[:8]) + (" ..." if len(words) > 8 else "")
