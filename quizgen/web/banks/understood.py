"""What was understood of the texts of a draft: their blocks, and what was left out, by its reason."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from quizgen.domain.passages.passage import Passage
from quizgen.reading.putting_back import can_be_put_back
from quizgen.services.drafting import JobText
from quizgen.web.passages import ShownBlock, shown

SHOWN_PARAGRAPHS = 40
SHOWN_LEFT_OUT = 24
EXCERPT = 240


@dataclass(frozen=True, slots=True)
class LeftPiece:
    """A stretch that was left out, shortened; ``name`` is that of its box, "" when it cannot be put back."""

    name: str
    excerpt: str


@dataclass(frozen=True, slots=True)
class LeftGroup:
    """What was left out of one text for one reason: how often, and the first pieces; ``name`` stands for all of it."""

    name: str
    reason: str
    count: int
    pieces: tuple[LeftPiece, ...]


@dataclass(frozen=True, slots=True)
class UnderstoodText:
    """One text; ``more`` counts its paragraphs that are not shown."""

    place: int
    name: str
    title: str
    words: int
    paragraphs: int
    left_out: tuple[LeftGroup, ...]
    notes: tuple[str, ...]
    blocks: tuple[ShownBlock, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Understood:
    """Every text, and their sizes together."""

    texts: tuple[UnderstoodText, ...]
    words: int
    paragraphs: int
    sections: int


def understood(texts: Sequence[JobText]) -> Understood:
    """Return what was understood of the texts, with what was put back in its place."""
    passages = [Passage(f"p{place}", text.title, text.reading.text) for place, text in enumerate(texts, start=1)]
    most = max(SHOWN_PARAGRAPHS // max(len(texts), 1), 1)
    found = tuple(
        _text(place, text, passage, most)
        for place, (text, passage) in enumerate(zip(texts, passages, strict=True), start=1)
    )
    return Understood(
        texts=found,
        words=sum(text.words for text in found),
        paragraphs=sum(text.paragraphs for text in found),
        sections=sum(block.level > 1 for passage in passages for block in passage.blocks()),
    )


def _text(place: int, text: JobText, passage: Passage, most: int) -> UnderstoodText:
    paragraphs = len(passage.paragraphs())
    return UnderstoodText(
        place=place,
        name=text.name,
        title=text.title,
        words=len(passage.text.split()),
        paragraphs=paragraphs,
        left_out=tuple(sorted(_groups(place, text), key=lambda group: (-group.count, group.reason))),
        notes=text.read.notes,
        blocks=shown(passage, most=most),
        more=max(paragraphs - most, 0),
    )


def _groups(place: int, text: JobText) -> Iterator[LeftGroup]:
    pieces = sorted(enumerate(text.read.left_out), key=lambda piece: (piece[1].reason, piece[0]))
    for reason, group in groupby(pieces, key=lambda piece: piece[1].reason):
        found = [
            LeftPiece(f"{place}-{number}" if can_be_put_back(left) else "", _excerpt(left.text))
            for number, left in group
        ]
        yield LeftGroup(f"{place}-{reason}", reason, len(found), tuple(found[:SHOWN_LEFT_OUT]))


def _excerpt(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= EXCERPT else f"{line[:EXCERPT].rstrip()}…"
