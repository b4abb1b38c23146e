"""Sections by their headings: upper and lower case and the width of blanks do not matter, "" is before the first."""

from collections.abc import Iterable, Sequence

from quizgen.domain.errors import BadInput
from quizgen.domain.passages.passage import Passage


def headings(passages: Iterable[Passage]) -> tuple[str, ...]:
    """Return the headings that have text of their own below them, each once, in reading order."""
    return tuple(dict.fromkeys(block.section for one in passages for block in one.paragraphs() if block.section))


def is_named(section: str, names: Iterable[str]) -> bool:
    """Tell whether a section is among ``names``."""
    return _plain(section) in map(_plain, names)


def unknown(passages: Iterable[Passage], names: Sequence[str]) -> tuple[str, ...]:
    """Return the names that no passage has as a heading."""
    known = {_plain(block.span.of(one.text)) for one in passages for block in one.blocks() if block.is_heading}
    return tuple(name for name in names if name.strip() and _plain(name) not in known)


def with_parts(passages: Iterable[Passage], names: Sequence[str]) -> tuple[str, ...]:
    """Return the named headings and those of their parts: the deeper headings below them.

    The first heading of a passage that opens with it is its title, which has no parts. Raises BadInput for a heading
    that there is not.
    """
    passages = tuple(passages)
    strangers = unknown(passages, names)
    if strangers:
        there = ", ".join(f"“{heading}”" for heading in headings(passages)) or "none"
        raise BadInput(f"There is no heading “{strangers[0]}”. Headings: {there}.")
    return tuple(dict.fromkeys(heading for one in passages for heading in _with_parts(one, names)))


def others(passages: Iterable[Passage], names: Sequence[str]) -> tuple[str, ...]:
    """Return the sections that are neither named nor parts of named ones, "" among them. Raises BadInput as above."""
    passages = tuple(passages)
    wanted = with_parts(passages, names)
    return tuple(heading for heading in ("", *headings(passages)) if not is_named(heading, wanted))


def _with_parts(passage: Passage, names: Sequence[str]) -> Iterable[str]:
    inside: int | None = None
    for place, block in enumerate(block for block in passage.blocks() if block.is_heading):
        heading = block.span.of(passage.text)
        is_title = place == 0 and block.level == 1
        if inside is not None and block.level <= inside:
            inside = None
        if inside is None and is_named(heading, names) and not is_title:
            inside = block.level
        if inside is not None or is_named(heading, names):
            yield heading


def _plain(heading: str) -> str:
    return " ".join(heading.split()).casefold()
