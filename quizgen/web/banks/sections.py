"""The sections of the texts of a draft, by their headings, and which are left out."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from quizgen.domain.passages.passage import Block, Passage

MOST_SECTIONS = 400


@dataclass(frozen=True, slots=True)
class Section:
    """A heading that can be ticked: ``depth`` is 0 for a section and more for those inside one; ``places`` counts how
    often it heads something."""

    heading: str
    depth: int
    places: int


def sections_of(passages: Iterable[Passage]) -> tuple[Section, ...]:
    """Return the sections in reading order, each heading once, at most MOST_SECTIONS."""
    levels: dict[str, int] = {}
    places: Counter[str] = Counter()
    for passage in passages:
        for block in _headings(passage):
            levels.setdefault(block.span.of(passage.text), block.level)
            places[block.span.of(passage.text)] += 1
    top = min(levels.values(), default=0)
    found = (Section(heading, level - top, places[heading]) for heading, level in levels.items())
    return tuple(found)[:MOST_SECTIONS]


def left_out(passages: Iterable[Passage], unticked: Collection[str]) -> tuple[str, ...]:
    """Return the headings of what is left out: the unticked ones, and those that stand under unticked ones alone."""
    gone, stays = dict.fromkeys(unticked), set[str]()
    for passage in passages:
        for heading, above in _with_those_above(passage):
            if heading in unticked or any(each in unticked for each in above):
                gone[heading] = None
            else:
                stays.add(heading)
    return tuple(heading for heading in gone if heading not in stays)


def anything_left(passages: Iterable[Passage], left_out: Collection[str]) -> bool:
    """Tell whether a paragraph stays when these sections are left out."""
    return any(block.section not in left_out for passage in passages for block in passage.paragraphs())


def _headings(passage: Passage) -> Iterator[Block]:
    """Yield the headings below the title."""
    return (block for block in passage.blocks() if block.level > 1)


def _with_those_above(passage: Passage) -> Iterator[tuple[str, tuple[str, ...]]]:
    above: list[tuple[int, str]] = []
    for block in _headings(passage):
        above = [(level, heading) for level, heading in above if level < block.level]
        yield block.span.of(passage.text), tuple(heading for _, heading in above)
        above.append((block.level, block.span.of(passage.text)))
