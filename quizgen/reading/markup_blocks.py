"""Mark-up in, headings, paragraphs, list entries and table rows out, each with the element that it came from."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from quizgen.reading.markup import attribute, name_of, words
from quizgen.reading.pieces import Piece

HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCK = re.compile(
    r"address|article|aside|blockquote|body|caption|center|dd|details|dialog|div|dl|dt|fieldset|figcaption|figure|footer|"
    r"form|h[1-6]|header|hgroup|hr|html|legend|li|main|menu|nav|ol|p|pre|search|section|summary|table|tbody|td|tfoot|th|"
    r"thead|tr|ul"
)
_SILENT = re.compile(
    r"area|audio|base|canvas|datalist|embed|frame|frameset|head|iframe|img|input|link|map|meta|noframes|noscript|object|"
    r"param|picture|progress|rp|rt|script|source|style|svg|template|textarea|title|track|video"
)
_NOTE = re.compile(r"\[?\s*(\d{1,3})\s*\]?")
_WAYS_BACK = ("↑", "↩", "↩\ufe0e")
_LARGEST_CELL = 400
CELLS = ("td", "th")


@dataclass(frozen=True, slots=True)
class Found:
    """A piece, the innermost block element around it, and how many of its characters are links."""

    piece: Piece
    element: Element
    linked: int


@dataclass(slots=True)
class _Walk:
    judge: Callable[[Element], str]
    found: list[Found] = field(default_factory=list)
    buffer: list[str] = field(default_factory=list)
    linked: int = 0
    is_broken: bool = False
    level: int = 0
    listed: bool = False
    reason: str = ""

    def flush(self, element: Element) -> None:
        text = " ".join("".join(self.buffer).split())
        if text:
            piece = Piece((text,), self.level, self.reason, self.listed and not self.level)
            self.found.append(Found(piece, element, min(self.linked, len(text))))
        self.buffer.clear()
        self.linked, self.is_broken = 0, False

    def say(self, text: str | None, is_link: bool) -> None:
        if text:
            self.buffer.append(text)
            self.is_broken = self.is_broken and text.isspace()
            self.linked += len(text.strip()) if is_link else 0

    def visit(self, element: Element, block: Element, is_link: bool) -> None:
        name = name_of(element)
        if not name or _SILENT.fullmatch(name):
            return
        if name == "br":
            self.break_line(block)
        elif _is_mark(element, name):
            note = _NOTE.fullmatch(words(element))
            self.say(f"[{note[1]}]" if note else "", False)
        elif _BLOCK.fullmatch(name) or (not self.reason and self.judge(element)):
            self.visit_block(element, name, block)
        else:
            self.visit_inside(element, block, is_link or (name == "a" and bool(attribute(element, "href"))))

    def visit_block(self, element: Element, name: str, outer: Element) -> None:
        self.flush(outer)
        before = (self.level, self.listed, self.reason)
        self.level = HEADINGS.get(name, self.level)
        self.listed = self.listed or name in ("li", "dt", "dd")
        self.reason = self.reason or self.judge(element)
        if name == "pre":
            self.reason = self.reason or "code"
        if name == "tr" and _is_row(element):
            self.row(element)
        else:
            self.visit_inside(element, element, False)
        self.flush(element)
        self.level, self.listed, self.reason = before

    def visit_inside(self, element: Element, block: Element, is_link: bool) -> None:
        self.say(element.text, is_link)
        for child in element:
            self.visit(child, block, is_link)
            self.say(child.tail, is_link)

    def row(self, element: Element) -> None:
        """The cells of a row stand in one line; a row of links alone is told by its links."""
        cells = [cell for cell in element if name_of(cell) in CELLS]
        self.listed = True
        for text in filter(None, map(words, cells)):
            self.say("; " if self.buffer else "", False)
            self.say(text, False)
        self.linked = sum(len(words(link)) for cell in cells for link in cell.iter() if name_of(link) == "a")

    def break_line(self, block: Element) -> None:
        """Two line breaks in a row divide paragraphs, one divides nothing."""
        if self.is_broken:
            self.flush(block)
        self.buffer.append(" ")
        self.is_broken = True


def blocks_of(root: Element, judge: Callable[[Element], str]) -> tuple[Found, ...]:
    """Return what is in a tree in document order; ``judge`` gives the reason why an element is left out, or ""."""
    walk = _Walk(judge)
    walk.visit(root, root, False)
    walk.flush(root)
    return tuple(walk.found)


def _is_mark(element: Element, name: str) -> bool:
    """A raised link to another place in the same file is the mark of a note; an arrow leads back to one."""
    if name == "a" and (attribute(element, "type") == "noteref" or words(element) in _WAYS_BACK):
        return True
    links = [each for each in element.iter() if name_of(each) == "a"] if name == "sup" else []
    return any("#" in attribute(link, "href") for link in links)


def _is_row(row: Element) -> bool:
    """Tables for layout hold whole articles in a cell, or one cell a row."""
    cells = [cell for cell in row if name_of(cell) in CELLS]
    nested = any(name_of(each) in ("table", *HEADINGS) for cell in cells for each in cell.iter())
    return len(cells) > 1 and not nested and all(len(words(cell)) <= _LARGEST_CELL for cell in cells)
