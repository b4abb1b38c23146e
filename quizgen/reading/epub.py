"""E-books: the chapters in reading order; cover, contents, notes and licence are left out."""

from collections.abc import Iterator

from lxml.etree import _Element as Element

from quizgen.domain.errors import BadText
from quizgen.reading.apart import serve
from quizgen.reading.book_package import DAMAGED, KINDS, WHAT, Chapter, package_of
from quizgen.reading.html import decoded_page
from quizgen.reading.markup import attribute, name_of, xhtml_tree
from quizgen.reading.markup_blocks import blocks_of
from quizgen.reading.packed import Packed
from quizgen.reading.pieces import Extract, Piece, extract, lowered, single_line

_EMPTY = "There is no text in this e-book; if it holds pictures of pages, paste their words."
_NAMES = {"nav": "contents", "figcaption": "picture caption", "caption": "table caption"}
_LICENCE = ("pg-boilerplate", "pgheader", "pg-header", "pg-footer", "pgfooter")


def take_apart(data: bytes) -> Extract:
    """Return the pieces of an e-book. Raises BadText when it is damaged, locked, or holds no text."""
    packed = Packed(data)
    package = package_of(packed)
    notes = _missing(packed, package.chapters)
    pieces = tuple(piece for chapter in package.chapters for piece in _pieces(packed, chapter))
    if not any(not piece.reason for piece in pieces):
        raise BadText(_EMPTY)
    return extract(package.title, _under(package.title, pieces), encoding="epub", notes=notes)


def _pieces(packed: Packed, chapter: Chapter) -> Iterator[Piece]:
    if chapter.name not in packed.names:
        return
    data = packed.read(chapter.name)
    root = xhtml_tree(decoded_page(data).text, what=WHAT) if data.strip() else None
    if root is not None:
        for each in blocks_of(root, lambda element: chapter.reason or _reason(element)):
            yield each.piece


def _reason(element: Element) -> str:
    kinds = attribute(element, "type").lower().split() if name_of(element) not in ("a", "ol", "ul", "li") else []
    kinds += [role.removeprefix("doc-") for role in attribute(element, "role").lower().split()]
    for kind in kinds:
        if kind in KINDS:
            return KINDS[kind]
    if name_of(element) not in ("html", "body") and _is_licence(element):
        return "licence"
    return _NAMES.get(name_of(element), "")


def _is_licence(element: Element) -> bool:
    names = f"{attribute(element, 'class')} {attribute(element, 'id')}".lower().split()
    return any(name in _LICENCE for name in names)


def _under(title: str, pieces: tuple[Piece, ...]) -> Iterator[Piece]:
    """The book's title stands first, and every heading of its chapters below it."""
    title = single_line(title)
    if not title:
        yield from pieces
        return
    yield Piece((title,), level=1)
    first = next((index for index, piece in enumerate(pieces) if piece.level and not piece.reason), -1)
    for index, piece in enumerate(pieces):
        is_again = index == first and piece.text.lower() == title.lower()
        yield Piece(piece.lines, reason="title") if is_again else lowered(piece)


def _missing(packed: Packed, chapters: tuple[Chapter, ...]) -> tuple[str, ...]:
    count = sum(chapter.name not in packed.names for chapter in chapters)
    if count == len(chapters):
        raise BadText(DAMAGED)
    return (f"{count} of {len(chapters)} documents are missing from the e-book.",) if count else ()


if __name__ == "__main__":
    serve(take_apart)
