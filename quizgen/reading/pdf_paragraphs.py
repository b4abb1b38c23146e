"""The lines of a PDF become headings, paragraphs, list entries and table rows."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from statistics import median

from quizgen.reading.page_layout import Line
from quizgen.reading.pieces import Piece
from quizgen.reading.plain import looks_like_heading

_FINAL = re.compile(r"[.!?:;][\"'”’)\]]*$")
_BULLET = re.compile(r"(?:[•‣▪◦●–*-]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+(?=\S)")
_SURE_BULLETS = "•‣▪◦●"
_CAPTION = re.compile(r"(?:Figure|Fig\.|Table|Plate|Chart)\s+\d+[.:]\s")
_LARGER = 1.12
_LONGEST_HEADING = 200
_WIDE_PITCH = 1.3
_INDENT = 0.8
_SHORT = 0.85
_FULL = 0.2
_LOWEST_BY_SIZE = 4


@dataclass(frozen=True, slots=True)
class Measures:
    """What is usual in a document: the size of its letters, the distance of its lines, the sizes of its headings."""

    size: float
    pitch: float
    heading_sizes: tuple[float, ...]
    is_bold: bool

    @classmethod
    def of(cls, pages: Sequence[Sequence[Line]]) -> "Measures":
        """Return the measures of a document with at least one line."""
        sizes: Counter[float] = Counter()
        bold: Counter[bool] = Counter()
        for lines in pages:
            for line in lines:
                sizes[line.size] += len(line.text)
                bold[line.is_bold] += len(line.text)
        size = sizes.most_common(1)[0][0]
        gaps = [
            above.base - below.base
            for lines in pages
            for above, below in pairwise(lines)
            if above.size == below.size == size and 0 < above.base - below.base < 4 * size
        ]
        larger = sorted((each for each in sizes if each >= _LARGER * size), reverse=True)
        return cls(size, median(gaps) if gaps else 1.2 * size, tuple(larger), bold[True] > bold[False])


@dataclass(slots=True)
class _Sheet:
    measures: Measures
    pieces: list[Piece] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    aside: list[Piece] = field(default_factory=list)

    def end(self) -> None:
        if self.lines:
            self.pieces.append(_piece(self.lines, self.measures))
            self.lines = []
        self.pieces.extend(self.aside)
        self.aside.clear()


def pieces_of(
    pages: Sequence[Sequence[Line]], reasons: Sequence[dict[int, str]], measures: Measures
) -> tuple[Piece, ...]:
    """Return the pieces of a document in reading order; a paragraph may go on over a page.

    ``reasons`` tells for each page which of its lines are left out; they stand behind the paragraph they interrupt.
    """
    sheet = _Sheet(measures)
    for lines, out in zip(pages, reasons, strict=True):
        ends = _column_ends(lines, out)
        for index, line in enumerate(replace(each, column=ends.get(each.column, each.column)) for each in lines):
            if index in out:
                sheet.aside.append(Piece((line.text,), reason=out[index]))
            elif sheet.lines and _goes_on(sheet.lines, line, measures):
                sheet.lines.append(line)
            else:
                sheet.end()
                sheet.lines = [line]
    sheet.end()
    return _with_one_title(sheet.pieces, measures)


def _column_ends(lines: Sequence[Line], out: dict[int, str]) -> dict[tuple[float, float], tuple[float, float]]:
    """Return the ends of each column without the lines that are left out, such as a page number beside it."""
    members: dict[tuple[float, float], list[Line]] = {}
    for index, line in enumerate(lines):
        if index not in out:
            members.setdefault(line.column, []).append(line)
    return {
        column: (min(line.left for line in inside), max(line.right for line in inside))
        for column, inside in members.items()
    }


def _goes_on(before: Sequence[Line], line: Line, measures: Measures) -> bool:
    """Tell whether a line belongs to the paragraph of the lines before it."""
    last = before[-1]
    if len(line.segments) > 1 or len(last.segments) > 1 or _CAPTION.match(line.text) or _opens_entry(last, line):
        return False
    if not _alike(last, line):
        return False
    fall = last.base - line.base
    if last.column != line.column or fall <= 0:
        return not _is_heading(last, measures) and _flows_over(last, line)
    if fall > _WIDE_PITCH * measures.pitch * max(line.size / measures.size, 1):
        return False
    return not _opens_paragraph(last, line)


def _opens_entry(last: Line, line: Line) -> bool:
    """A bullet opens an entry; a number or a dash may stand at the start of a line by chance."""
    bullet = _BULLET.match(line.text)
    if not bullet:
        return False
    left, right = last.column
    ends = bool(_FINAL.search(last.text)) or last.right - left < _SHORT * (right - left)
    return ends or bullet[0].strip() in _SURE_BULLETS


def _alike(last: Line, line: Line) -> bool:
    return abs(last.size - line.size) <= 0.1 * max(last.size, line.size) and last.is_bold == line.is_bold


def _flows_over(last: Line, line: Line) -> bool:
    """At the end of a column or page the words tell, or a last line that fills its column."""
    is_full = last.column[1] - last.right < _FULL * last.size and len(last.text) > len(line.text) / 2
    return is_full or not _FINAL.search(last.text) or line.text[:1].islower()


def _opens_paragraph(last: Line, line: Line) -> bool:
    if not _FINAL.search(last.text):
        return False
    left, right = line.column
    is_indented = line.left - left > _INDENT * line.size and last.left - left <= _INDENT * line.size
    return is_indented or last.right - left < _SHORT * (right - left)


def _is_heading(line: Line, measures: Measures) -> bool:
    return line.size in measures.heading_sizes or (line.is_bold and not measures.is_bold)


def _piece(lines: Sequence[Line], measures: Measures) -> Piece:
    texts = tuple(line.text for line in lines)
    whole = " ".join(texts)
    if len(lines[0].segments) > 1:
        return Piece(texts, listed=True)
    bullet = _BULLET.match(whole)
    level = _level(lines[0], whole, measures)
    if level:
        return Piece(texts, level)
    if _CAPTION.match(whole):
        return Piece(texts, reason="caption")
    if bullet:
        return Piece((texts[0][bullet.end() :], *texts[1:]), listed=True)
    return Piece(texts)


def _level(line: Line, whole: str, measures: Measures) -> int:
    if len(whole) > _LONGEST_HEADING or not any(map(str.isalpha, whole)):
        return 0
    if line.size in measures.heading_sizes:
        return min(measures.heading_sizes.index(line.size) + 1, _LOWEST_BY_SIZE)
    is_bold = line.is_bold and not measures.is_bold and line.size >= measures.size - 0.5
    if is_bold and looks_like_heading(whole):
        return min(len(measures.heading_sizes) + 1, _LOWEST_BY_SIZE + 1)
    return 0


def _with_one_title(pieces: Iterable[Piece], measures: Measures) -> tuple[Piece, ...]:
    """The largest letters are the title's when they are used once and first; else they are those of sections."""
    kept = list(pieces)
    heads = [piece for piece in kept if piece.level]
    is_title = bool(heads) and heads[0].level == 1 and sum(piece.level == 1 for piece in heads) == 1
    if not heads or is_title or not measures.heading_sizes:
        return tuple(kept)
    lowered = (Piece(each.lines, min(each.level + 1, 6), each.reason, each.listed) for each in kept)
    return tuple(new if old.level else old for old, new in zip(kept, lowered, strict=True))
