"""Where the words of a page stand tells in what order they are read: down one column, then down the next."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from statistics import median

from quizgen.reading.pdf_words import Word

# In parts of the size of the letters.
_GAP = 1.5
_SAME_LINE = 0.45
# In points.
_NEAR = 2.0
_LEAST_LINES = 3
_LEAST_LETTERS = 12
_DEEPEST = 4


@dataclass(frozen=True, slots=True)
class Segment:
    """Words side by side without a wide gap."""

    words: tuple[Word, ...]

    @property
    def left(self) -> float:
        return self.words[0].left

    @property
    def right(self) -> float:
        return self.words[-1].right

    @property
    def base(self) -> float:
        return self.words[0].base

    @property
    def size(self) -> float:
        return max(word.size for word in self.words)

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a column: its segments from left to right, and the left and right end of its column."""

    segments: tuple[Segment, ...]
    column: tuple[float, float]

    @property
    def text(self) -> str:
        return "; ".join(segment.text for segment in self.segments)

    @property
    def left(self) -> float:
        return self.segments[0].left

    @property
    def right(self) -> float:
        return self.segments[-1].right

    @property
    def base(self) -> float:
        return self.segments[0].base

    @property
    def size(self) -> float:
        """The size of most of its letters, so that a raised figure does not make a line small."""
        sizes: Counter[float] = Counter()
        for segment in self.segments:
            for word in segment.words:
                sizes[round(word.size, 1)] += len(word.text)
        return sizes.most_common(1)[0][0]

    @property
    def is_bold(self) -> bool:
        return all(word.is_bold for segment in self.segments for word in segment.words)


def lines_of(words: Sequence[Word]) -> tuple[Line, ...]:
    """Return the lines of a page in reading order."""
    return tuple(_ordered(_segments(words), 0))


def _segments(words: Sequence[Word]) -> list[Segment]:
    segments: list[list[Word]] = []
    for word in words:
        if segments and _follows(segments[-1][-1], word):
            segments[-1].append(word)
        else:
            segments.append([word])
    return [Segment(tuple(each)) for each in segments]


def _follows(before: Word, word: Word) -> bool:
    size = max(before.size, word.size)
    gap = word.left - before.right
    return abs(before.base - word.base) < _SAME_LINE * size and -size < gap < _GAP * size


def _ordered(segments: list[Segment], depth: int) -> list[Line]:
    """Lines that cross the gutter divide the page into bands; in each band the left column is read first."""
    gutter = _gutter(segments) if depth < _DEEPEST else None
    if gutter is None:
        return _column(segments)
    ordered: list[Line] = []
    rows = sorted(segments, key=lambda segment: -segment.base)
    for crosses, band in groupby(rows, key=lambda segment: _side(segment, gutter) == 0):
        if crosses:
            ordered.extend(_column(list(band)))
        else:
            members = list(band)
            for side in (-1, 1):
                ordered.extend(_ordered([each for each in members if _side(each, gutter) == side], depth + 1))
    return ordered


def _side(segment: Segment, gutter: float) -> int:
    if segment.right <= gutter:
        return -1
    return 1 if segment.left >= gutter - 1 else 0


def _gutter(segments: list[Segment]) -> float | None:
    """Return the left edge of the column on the right, None when the text stands in one column."""
    edges = Counter(round(segment.left) for segment in segments)
    best: tuple[int, float] | None = None
    for edge, count in edges.items():
        if count < _LEAST_LINES:
            continue
        gutter = edge - 0.5
        score = _score(segments, gutter)
        if score is not None and (best is None or (score, -gutter) > best):
            best = (score, -gutter)
    return -best[1] if best else None


def _score(segments: list[Segment], gutter: float) -> int | None:
    """Return how many lines keep to their side of a gutter, None when these are no columns of text."""
    left = [each for each in segments if _side(each, gutter) < 0]
    right = [each for each in segments if _side(each, gutter) > 0]
    crossing = len(segments) - len(left) - len(right)
    if min(len(left), len(right)) < _LEAST_LINES or crossing > max(len(left), len(right)):
        return None
    if not (_is_running(left) and _is_running(right)) or not _side_by_side(left, right):
        return None
    return len(left) + len(right) - crossing


def _is_running(column: list[Segment]) -> bool:
    """Lines of running text fill their column; the cells of a table do not."""
    width = max(each.right for each in column) - min(each.left for each in column)
    rows = _rows(column)
    filled = [sum(each.right - each.left for each in row) for row in rows]
    letters = [sum(len(each.text) for each in row) for row in rows]
    return median(filled) >= 0.5 * width and median(letters) >= _LEAST_LETTERS


def _side_by_side(left: list[Segment], right: list[Segment]) -> bool:
    top = min(max(each.base for each in column) for column in (left, right))
    low = max(min(each.base for each in column) for column in (left, right))
    beside = [sum(low <= each.base <= top for each in column) for column in (left, right)]
    return min(beside) >= 2


def _column(segments: list[Segment]) -> list[Line]:
    if not segments:
        return []
    ends = (min(each.left for each in segments), max(each.right for each in segments))
    rows = [_merged(row) for row in _rows(segments)]
    is_text = _is_running(segments)
    kept = (row if _is_table_row(rows, index, is_text, ends) else _one(row) for index, row in enumerate(rows))
    return [Line(tuple(row), ends) for row in kept]


def _rows(segments: list[Segment]) -> list[list[Segment]]:
    """Return the segments of each line from left to right, the lines from the top down."""
    rows: list[list[Segment]] = []
    for segment in sorted(segments, key=lambda each: (-each.base, each.left)):
        if rows and abs(rows[-1][0].base - segment.base) < _SAME_LINE * min(rows[-1][0].size, segment.size):
            rows[-1].append(segment)
        else:
            rows.append([segment])
    return [sorted(row, key=lambda each: each.left) for row in rows]


def _is_table_row(rows: list[list[Segment]], index: int, is_text: bool, ends: tuple[float, float]) -> bool:
    """The cells of a table stand under each other; the wide gaps of a line that is stretched to both ends do not."""
    row = rows[index]
    is_stretched = row[0].left - ends[0] < _NEAR and ends[1] - row[-1].right < _NEAR
    if len(row) == 1 or (is_text and is_stretched):
        return False
    beside = [edge for other in rows[max(index - 1, 0) : index] + rows[index + 1 : index + 2] for edge in _edges(other)]
    return any(abs(mine - other) < _NEAR for mine in _edges(row) for other in beside)


def _edges(row: list[Segment]) -> list[float]:
    """Return the left ends of all cells but the first, and the right ends as negative numbers."""
    return [segment.left for segment in row[1:]] + [-segment.right for segment in row[1:]]


def _one(row: list[Segment]) -> list[Segment]:
    return [Segment(tuple(word for segment in row for word in segment.words))]


def _merged(row: list[Segment]) -> list[Segment]:
    merged = [row[0]]
    for segment in row[1:]:
        if segment.left - merged[-1].right < _GAP * max(segment.size, merged[-1].size):
            merged[-1] = Segment((*merged[-1].words, *segment.words))
        else:
            merged.append(segment)
    return merged
