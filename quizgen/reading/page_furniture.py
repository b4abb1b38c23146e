"""Lines that a printer puts on every page: running heads, page numbers, and the notes at its foot."""

import re
from collections import Counter
from collections.abc import Sequence

from quizgen.reading.page_layout import Line

_EDGE = 2
_OFTEN = 3
_NUMBER = re.compile(
    r"(?:page|p\.)?\s*[-–—|]?\s*(?:\d{1,4}|[ivxlc]{1,7})\s*(?:(?:of|/)\s*\d{1,4})?\s*[-–—|]?", re.IGNORECASE
)
_FOOTNOTE = re.compile(r"\W?(?:\d{1,3}|[*†‡§])\W?\s?\S")
_SMALL = 0.9
_LONGEST_LEADER = 300
_LEADERS = re.compile(r".*(?:\. ?){4,}\s*(?:\d{1,4}|[ivxlc]{1,7})?\s*", re.IGNORECASE)

Key = tuple[str, bool]


def furniture(pages: Sequence[Sequence[Line]], body_size: float) -> list[dict[int, str]]:
    """Return for each page the reasons of its lines that are no text, by their place in the page."""
    edges = [_edges(lines) for lines in pages]
    counts = Counter(
        key for lines, edge in zip(pages, edges, strict=True) for key in {_key(lines, index, edge) for index in edge}
    )
    enough = _OFTEN if len(pages) > 2 else 2
    found = []
    for lines, edge in zip(pages, edges, strict=True):
        reasons = dict(_notes(lines, body_size))
        reasons |= {index: "contents" for index, line in enumerate(lines) if _is_leader(line.text)}
        for index in edge:
            text = lines[index].text
            if _NUMBER.fullmatch(text):
                reasons[index] = "page number"
            elif counts[_key(lines, index, edge)] >= enough:
                reasons[index] = "running head"
        found.append(reasons)
    return found


def _is_leader(text: str) -> bool:
    return len(text) <= _LONGEST_LEADER and bool(_LEADERS.fullmatch(text))


def _edges(lines: Sequence[Line]) -> dict[int, bool]:
    """Return the places of the lines at the top (True) and at the foot (False) of a page."""
    by_height = sorted(range(len(lines)), key=lambda index: -lines[index].base)
    return dict.fromkeys(by_height[-_EDGE:], False) | dict.fromkeys(by_height[:_EDGE], True)


def _key(lines: Sequence[Line], index: int, edge: dict[int, bool]) -> Key:
    return re.sub(r"\d+", "#", lines[index].text.lower()), edge[index]


def _notes(lines: Sequence[Line], body_size: float) -> list[tuple[int, str]]:
    """Small lines that end a column and open with a number or a mark are notes."""
    notes: list[tuple[int, str]] = []
    run: list[int] = []
    for index, line in enumerate(lines):
        ends_run = bool(run) and (line.size > _SMALL * body_size or line.base > lines[run[-1]].base)
        if ends_run:
            notes.extend(_if_notes(lines, run, line))
            run = []
        if line.size <= _SMALL * body_size:
            run.append(index)
    return notes + _if_notes(lines, run, None)


def _if_notes(lines: Sequence[Line], run: list[int], following: Line | None) -> list[tuple[int, str]]:
    is_end = following is None or (bool(run) and following.base > lines[run[-1]].base)
    opening = next((place for place, index in enumerate(run) if _FOOTNOTE.match(lines[index].text)), None)
    if opening is None or not is_end:
        return []
    return [(index, "footnote") for index in run[opening:]]
