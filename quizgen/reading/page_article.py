"""Where on a page its article is: the smallest element that holds nearly all of the prose."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from lxml.etree import _Element as Element

from quizgen.reading.markup import name_of, words
from quizgen.reading.markup_blocks import Found
from quizgen.reading.pieces import Piece

_LEAST_PROSE = 60
_NEARLY_ALL = 0.85
_HOLDERS = ("p", "blockquote", "li", "dd", "td")
_OPEN_HOLDERS = ("div", "section", "article", "main", "body", "center", "font", "span")
_MOSTLY = 0.7
_NEAR = 3
_LONGEST_LINK = 140
OUTSIDE = "outside the article"


def prose_in(root: Element, judge: Callable[[Element], str] = lambda _: "") -> dict[Element, int]:
    """Return for each element with prose its characters of running text that are no links.

    What stands in an element that ``judge`` gives a reason against is not counted.
    """
    prose: dict[Element, int] = {}
    outside: set[Element] = set()
    for element in root.iter():
        if element.getparent() in outside or judge(element):
            outside.add(element)
            continue
        own = _own_prose(element)
        if own >= _LEAST_PROSE:
            holder: Element | None = element
            while holder is not None:
                prose[holder] = prose.get(holder, 0) + own
                holder = holder.getparent()
    return prose


def article_in(root: Element, prose: dict[Element, int]) -> Element:
    """Return the element that the article is in, the root when the prose is scattered."""
    most, here = prose.get(root, 0), root
    while most:
        below = max(here, key=lambda child: prose.get(child, 0), default=None)
        if below is None or prose.get(below, 0) < _NEARLY_ALL * most or name_of(below) in _HOLDERS:
            break
        here = below
    return here


def without_surroundings(found: Sequence[Found], article: Element, page_title: str) -> tuple[Piece, ...]:
    """Return the pieces with a reason on those outside the article and on lists of links inside it."""
    inside = set(article.iter())
    marked = _without_links(found)
    first = next((index for index, each in enumerate(marked) if each.element in inside and not each.piece.reason), 0)
    heads = _heads_before(marked, first, page_title)
    return tuple(
        replace(each.piece, reason=OUTSIDE)
        if not each.piece.reason and each.element not in inside and index not in heads
        else each.piece
        for index, each in enumerate(marked)
    )


def _heads_before(found: Sequence[Found], first: int, page_title: str) -> set[int]:
    """Return the places of the article's own headings where they stand before the element that holds its prose."""
    before = [index for index in range(first) if not found[index].piece.reason][-_NEAR:]
    levels = [each.piece.level for each in found[first:] if not each.piece.reason]
    heads = {index for index in before if found[index].piece.level > 1}
    if 1 not in levels:
        titles = [index for index, each in enumerate(found[:first]) if each.piece.level == 1 and not each.piece.reason]
        heads |= set([index for index in titles if _agrees(found[index].piece.text, page_title)][:1])
    return heads


def _without_links(found: Sequence[Found]) -> list[Found]:
    """Entries that are links and nothing else, three in a row or alone in a short line, lead away from the text."""
    are_links = [_is_links(each) for each in found]
    marked = []
    for index, each in enumerate(found):
        nearby = are_links[max(index - 2, 0) : index + 3]
        row = any(nearby[start : start + 3] == [True] * 3 for start in range(3))
        ends = each.piece.text.endswith((".", "?", "!", ":"))
        if are_links[index] and (row or (not each.piece.listed and not ends)):
            each = replace(each, piece=replace(each.piece, reason="links"))
        marked.append(each)
    return marked


def _is_links(each: Found) -> bool:
    text = each.piece.text
    is_open = not each.piece.reason and not each.piece.level
    return is_open and len(text) <= _LONGEST_LINK and each.linked >= _MOSTLY * len(text)


def _agrees(heading: str, page_title: str) -> bool:
    """A site's name may be a heading of the first level too; the page's title opens with the article's."""
    return not page_title or page_title.lower().startswith(heading.lower()[:40])


def _own_prose(element: Element) -> int:
    name = name_of(element)
    if name in _HOLDERS:
        if any(name_of(child) in (*_HOLDERS, "div", "ul", "ol", "table") for child in element):
            return 0
        linked = sum(len(words(link)) for link in element.iter() if name_of(link) == "a")
        return len(words(element)) - 2 * linked
    if name in _OPEN_HOLDERS:
        direct = [element.text, *(child.tail for child in element)]
        return sum(len(text.strip()) for text in direct if text)
    return 0
