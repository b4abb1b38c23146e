"""Plain text and Markdown in, a clean passage text out, with everything that was left out and why."""

import re
from dataclasses import dataclass
from pathlib import PurePath

from quizgen.domain.errors import BadText
from quizgen.reading.blocks import RawBlock, in_passage_form
from quizgen.reading.boilerplate import without_boilerplate
from quizgen.reading.characters import plain_characters, without_marks
from quizgen.reading.decoding import decode
from quizgen.reading.markdown import markdown_blocks
from quizgen.reading.origin import OriginMap
from quizgen.reading.plain import plain_blocks
from quizgen.reading.tongue import other_language

LARGEST = 2_000_000
_LONGEST_TITLE = 120
_MARKDOWN = (".md", ".markdown")
_PAGE = re.compile(r"\s*(?:<!doctype html|<html\b|<\?xml)", re.IGNORECASE)
_SENTENCE = re.compile(r"\w+\W+\w+\W+\w+.*?[.!?][\"'”’)\]]*(?:\s|$)", re.DOTALL)


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
    blocks = without_boilerplate(markdown_blocks(characters) if is_markdown else plain_blocks(characters))
    kept = [block for block in blocks if not block.reason and block.text]
    passage = in_passage_form(kept)
    _refuse_what_cannot_be_judged(kept)
    return Reading(
        title=_title(kept, name),
        text=passage.text,
        left_out=tuple(_left_out(block, decoded.text) for block in blocks if block.reason),
        origin=OriginMap.of(passage.offsets),
        encoding=decoded.encoding,
        notes=(*decoded.notes, *notes, *more),
    )


def _refuse_what_cannot_be_judged(kept: list[RawBlock]) -> None:
    prose = " ".join(block.text for block in kept if not block.level)
    language = other_language(prose)
    if language:
        raise BadText(f"The text looks like {language}; only English can be read so far.")
    if not any(_SENTENCE.search(block.text) for block in kept if not block.level):
        raise BadText("There is no full sentence in this text; give at least one that ends with a full stop.")


def _left_out(block: RawBlock, original: str) -> LeftOut:
    start, end = block.words.bounds()
    return LeftOut(start, end, block.reason, original[start:end])


def _title(kept: list[RawBlock], name: str) -> str:
    headings = [block.text for block in kept if block.level]
    if headings and kept[0].level:
        return headings[0][:_LONGEST_TITLE]
    stem = PurePath(name).stem
    if stem and stem != "pasted":
        return re.sub(r"[-_\s]+", " ", stem).strip().capitalize()[:_LONGEST_TITLE]
    words = next((block.text for block in kept if not block.level), "").split()
    return " ".join(words[:8]) + (" ..." if len(words) > 8 else "")
