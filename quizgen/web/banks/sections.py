"""The sections of the texts of a draft, by their headings, to be ticked."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from quizgen.domain.passages.passage import Passage
from quizgen.generation.sections import is_named, with_parts

MOST_SECTIONS = 400


@dataclass(frozen=True, slots=True)
class Section:
    """A heading that can be ticked: ``depth`` is 0 for a section and more for those inside one; ``places`` counts how
    often it heads something."""

    heading: str
    depth: int
    places: int


def sections_of(passages: Iterable[Passage]) -> tuple[Section, ...]:
    """Return the sections below the titles in reading order, each heading once, at most MOST_SECTIONS."""
    levels: dict[str, tuple[str, int]] = {}
    places: Counter[str] = Counter()
    for passage in passages:
        for block in passage.blocks():
            if block.level > 1:
                heading = " ".join(block.span.of(passage.text).split())
                levels.setdefault(heading.casefold(), (heading, block.level))
                places[heading.casefold()] += 1
    top = min((level for _, level in levels.values()), default=0)
    found = (Section(heading, level - top, places[name]) for name, (heading, level) in levels.items())
    return tuple(found)[:MOST_SECTIONS]


def left_out(passages: Iterable[Passage], unticked: Collection[str]) -> tuple[str, ...]:
    """Return the headings of what is left out: the unticked ones and those inside them."""
    return with_parts(passages, tuple(unticked)) if unticked else ()


def anything_left(passages: Iterable[Passage], left_out: Collection[str]) -> bool:
    """Tell whether a paragraph stays when these sections are left out."""
    sections = {block.section for passage in passages for block in passage.paragraphs()}
    return not all(is_named(section, left_out) for section in sections)
