"""A passage as a page shows it: blocks with paragraph numbers, cut where marks begin and end."""

from bisect import insort
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from quizgen.domain.passages.passage import Block, Passage
from quizgen.domain.passages.span import Span


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a passage that stands out.

    ``name`` tells it from the others; ``look`` is the classes of its words; ``label`` (a number) and ``sign`` (a
    verdict) stand before it; ``spoken`` is what a listener hears for them; ``href`` makes it a link.
    """

    span: Span
    name: str
    look: str = ""
    label: str = ""
    sign: str = ""
    spoken: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """Words under the same marks, the outermost first: the one that begins first, and of those the longest."""

    text: str
    marks: tuple[Mark, ...] = ()

    @property
    def inner_look(self) -> str:
        """Return the classes of the marks inside the outermost one."""
        return " ".join(dict.fromkeys(mark.look for mark in self.marks[1:] if mark.look))


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring segments under one outermost mark (None: unmarked), so that each mark is one link.

    ``labels`` are the marks announced before its words: its own where it begins, and those that lie wholly inside
    others and have no run of their own.
    """

    mark: Mark | None
    segments: tuple[Segment, ...]
    labels: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class ShownBlock:
    """A heading (``level`` 1 to 6) or a paragraph (level 0, counted by ``number`` from 1)."""

    level: int
    number: int
    segments: tuple[Segment, ...]
    runs: tuple[Run, ...]


def shown(
    passage: Passage, marks: Sequence[Mark] = (), *, within: Span | None = None, most: int | None = None
) -> tuple[ShownBlock, ...]:
    """Return the blocks of a passage in reading order, ready for ``_passage.html``.

    Only the blocks that share a character with ``within``, and at most ``most`` paragraphs of them; None: all.
    """
    found, announced = [], set[str]()
    for block, pieces in segments(passage, marks, within=within):
        if most is not None and block.number > most:
            break
        runs = tuple(_runs(pieces, announced))
        found.append(ShownBlock(block.level, block.number, pieces, runs))
    return tuple(found)


def segments(
    passage: Passage, marks: Sequence[Mark] = (), *, within: Span | None = None
) -> tuple[tuple[Block, tuple[Segment, ...]], ...]:
    """Return each block with its words cut into segments that do not overlap; joined they are the block's words.

    What a mark covers outside the passage's blocks is left out, and so are the blocks that lie outside ``within``.
    """
    waiting = sorted(marks, key=_outermost_first)
    active: list[Mark] = []
    found = []
    for block in passage.blocks():
        if within is None or block.span.overlaps(within):
            active = [mark for mark in active if mark.span.end > block.span.start]
            found.append((block, tuple(_cut(passage.text, block.span, waiting, active))))
    return tuple(found)


def _cut(text: str, span: Span, waiting: list[Mark], active: list[Mark]) -> Iterator[Segment]:
    """Yield the segments of one block; takes marks from the front of ``waiting`` and keeps ``active`` in order."""
    place = span.start
    taken = 0
    while place < span.end:
        while taken < len(waiting) and waiting[taken].span.start <= place:
            if waiting[taken].span.end > place:
                insort(active, waiting[taken], key=_outermost_first)
            taken += 1
        ends = [mark.span.end for mark in active]
        if taken < len(waiting):
            ends.append(waiting[taken].span.start)
        stop = min([*ends, span.end])
        yield Segment(text[place:stop], tuple(active))
        active[:] = [mark for mark in active if mark.span.end > stop]
        place = stop
    del waiting[:taken]


def _runs(pieces: Sequence[Segment], announced: set[str]) -> Iterator[Run]:
    leads = {piece.marks[0].name for piece in pieces if piece.marks}
    for _, group in groupby(pieces, key=lambda piece: piece.marks[0].name if piece.marks else ""):
        run = tuple(group)
        lead = run[0].marks[0] if run[0].marks else None
        within = [mark for piece in run for mark in piece.marks if mark is lead or mark.name not in leads]
        labels = tuple(mark for mark in dict.fromkeys(within) if mark.name not in announced)
        announced.update(mark.name for mark in labels)
        yield Run(lead, run, labels)


def _outermost_first(mark: Mark) -> tuple[int, int]:
    return mark.span.start, -mark.span.end
