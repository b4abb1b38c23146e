"""The passages of a running attempt: plain words, block by block, each with what its student keeps beside it."""

from collections.abc import Mapping
from dataclasses import dataclass

from quizgen.domain.attempts.note import note_words
from quizgen.services.noting import Noted
from quizgen.services.taking import Sitting


@dataclass(frozen=True, slots=True)
class NotedBlock:
    """A heading (``level`` 2 to 6) or a paragraph (0, by ``number`` from 1) with its note.

    ``place`` counts the blocks from 0 over all passages of the paper.
    """

    level: int
    number: int
    words: str
    place: int
    noted: Noted

    @property
    def kept(self) -> str:
        """Return the note as its page's script reads it."""
        return note_words(self.noted.note)


@dataclass(frozen=True, slots=True)
class ShownPassage:
    """A passage of the paper: its place among them, title, number of paragraphs, and blocks without the title's own."""

    place: int
    title: str
    paragraphs: int
    blocks: tuple[NotedBlock, ...]


def shown_passages(sitting: Sitting, notes: Mapping[int, Noted]) -> tuple[ShownPassage, ...]:
    """Return the passages in the order of the paper, with the notes by place."""
    found: list[ShownPassage] = []
    first = 0
    for number, name in enumerate(sitting.paper.passages, start=1):
        passage = sitting.passages[name]
        blocks = passage.blocks()
        shown = tuple(
            NotedBlock(block.level, block.number, block.span.of(passage.text), place, notes.get(place, Noted()))
            for place, block in enumerate(blocks, start=first)
            if block.level != 1
        )
        found.append(ShownPassage(number, passage.title, sum(not block.is_heading for block in blocks), shown))
        first += len(blocks)
    return tuple(found)
