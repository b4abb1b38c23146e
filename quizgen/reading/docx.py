"""Word files: headings, lists and tables stay; notes, comments, running heads and pictures are left out."""

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO

import mammoth
from lxml.etree import _Element as Element

from quizgen.domain.errors import BadText
from quizgen.reading.apart import serve
from quizgen.reading.markup import attribute, html_tree, name_of, named, words, xml_tree
from quizgen.reading.markup_blocks import blocks_of
from quizgen.reading.packed import Packed
from quizgen.reading.pieces import LARGEST_TEXT, Extract, Piece, extract, lowered

_WHAT = "Word file"
_MACROS = "This Word file carries macros; save it as .docx without them and choose that."
_DAMAGED = f"This {_WHAT} is damaged and cannot be read; save it again, or paste its words."
_EMPTY = "There is no text in this Word file; if it holds pictures of pages, paste their words."
# mammoth is given copies of these parts and no others: no pictures, no links to files, no styles of its own.
_NEEDED = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|word/(?:document|styles|numbering|footnotes|endnotes|comments)\.xml|"
    r"word/_rels/(?:document|footnotes|endnotes|comments)\.xml\.rels"
)
_RUNNING = re.compile(r"word/(header|footer)\d*\.xml")
_STYLES = """
p[style-name='Title'] => h1.title:fresh
p[style-name='Subtitle'] => p:fresh
comment-reference => sup
"""
_NOTES = (("footnote-", "footnote"), ("endnote-", "footnote"), ("comment-", "comment"))


def take_apart(data: bytes) -> Extract:
    """Return the pieces of a Word file. Raises BadText when it is damaged, locked, has macros, or holds no text."""
    packed = Packed(data)
    if any("vbaproject" in name.lower() for name in packed.names):
        raise BadText(_MACROS)
    parts = {name: packed.read(name) for name in sorted(packed.names) if _NEEDED.fullmatch(name)}
    if "word/document.xml" not in parts or "[Content_Types].xml" not in parts:
        raise BadText(_DAMAGED)
    if b"macroEnabled" in parts["[Content_Types].xml"]:
        raise BadText(_MACROS)
    for part in parts.values():
        _refuse_floods(xml_tree(part, what=_WHAT))
    root = html_tree(_as_html(parts), what=_WHAT)
    pieces = [] if root is None else [each.piece for each in blocks_of(root, _note)]
    if not any(not piece.reason for piece in pieces):
        raise BadText(_EMPTY)
    running = tuple(_running_heads(packed))
    title, titled = _titled(pieces, root)
    return extract(title, (*titled, *running), encoding="docx", notes=_pictures(packed))


def _as_html(parts: dict[str, bytes]) -> str:
    copy = BytesIO()
    with zipfile.ZipFile(copy, "w") as file:
        for name, part in parts.items():
            file.writestr(name, part)
    try:
        converted = mammoth.convert_to_html(
            copy,
            style_map=_STYLES,
            include_embedded_style_map=False,
            convert_image=mammoth.images.img_element(lambda _: {}),
        )
    except Exception as error:
        # The library takes a file at its word and fails in many ways where that is broken.
        raise BadText(_DAMAGED) from error
    return str(converted.value)


def _refuse_floods(root: Element) -> None:
    if sum(len(element.text or "") for element in root.iter()) > LARGEST_TEXT:
        raise BadText(f"The file holds more than {LARGEST_TEXT:,} characters of text; divide it into parts.")


def _note(element: Element) -> str:
    """The converter puts notes and comments at the end, each under an id that says what it is."""
    name = name_of(element)
    place = attribute(element, "id")
    if name == "dd":
        before = element.getprevious()
        place = attribute(before, "id") if before is not None else ""
    return next((reason for start, reason in _NOTES if name in ("li", "dt", "dd") and place.startswith(start)), "")


def _titled(pieces: list[Piece], root: Element | None) -> tuple[str, list[Piece]]:
    """With a title of its own style, or with several headings of the first level, those go one level down."""
    heads = list(named(root, "h1")) if root is not None else []
    title = next((words(head) for head in heads if attribute(head, "class") == "title" and words(head)), "")
    if not title and len(heads) < 2:
        return "", pieces
    return title, [piece if piece.text == title and piece.level == 1 else lowered(piece) for piece in pieces]


def _running_heads(packed: Packed) -> Iterator[Piece]:
    said: set[str] = set()
    for name in sorted(filter(_RUNNING.fullmatch, packed.names)):
        for paragraph in named(xml_tree(packed.read(name), what=_WHAT), "p"):
            text = words(paragraph)
            if text and text not in said:
                said.add(text)
                yield Piece((text,), reason="running head")


def _pictures(packed: Packed) -> tuple[str, ...]:
    count = sum(name.startswith("word/media/") for name in packed.names)
    return (f"{count} {'picture was' if count == 1 else 'pictures were'} left out.",) if count else ()


if __name__ == "__main__":
    serve(take_apart)
