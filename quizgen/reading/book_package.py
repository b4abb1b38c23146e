"""What an e-book says of itself: its title, its documents in reading order, and what each of them is."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from lxml.etree import _Element as Element

from quizgen.domain.errors import BadText
from quizgen.reading.markup import attribute, named, words, xml_tree
from quizgen.reading.packed import Packed

WHAT = "e-book"
DAMAGED = "This e-book is damaged and cannot be read; convert it anew, or paste its words."
_LOCKED = "This e-book is copy-protected and cannot be read; choose a copy without protection, or paste its words."
_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
# Scrambled fonts are usual and lock nothing.
_FONTS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
_PAGES = ("application/xhtml+xml", "text/html")
MOST_DOCUMENTS = 2_000
# How makers of books call what is no chapter.
KINDS = {
    "cover": "cover",
    "titlepage": "title page",
    "halftitlepage": "title page",
    "title-page": "title page",
    "toc": "contents",
    "landmarks": "contents",
    "page-list": "contents",
    "pagelist": "contents",
    "loi": "contents",
    "lot": "contents",
    "copyright-page": "copyright",
    "imprint": "copyright",
    "colophon": "copyright",
    "dedication": "dedication",
    "acknowledgments": "acknowledgements",
    "acknowledgements": "acknowledgements",
    "index": "index",
    "bibliography": "bibliography",
    "footnote": "footnote",
    "footnotes": "footnote",
    "endnote": "footnote",
    "endnotes": "footnote",
    "rearnote": "footnote",
    "rearnotes": "footnote",
    "notes": "footnote",
    "pagebreak": "page number",
}


@dataclass(frozen=True, slots=True)
class Chapter:
    """A document of a book by its place in the package, and why it is no part of the text, "" when it is."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Package:
    """A book's title and its documents in reading order."""

    title: str
    chapters: tuple[Chapter, ...]


def package_of(packed: Packed) -> Package:
    """Return what a book is made of. Raises BadText when it is damaged or locked."""
    _refuse_locks(packed)
    container = _tree(packed, _CONTAINER)
    place = next((attribute(root, "full-path") for root in named(container, "rootfile")), "")
    root = _tree(packed, place)
    folder = posixpath.dirname(place)
    items = {attribute(item, "id"): item for item in named(root, "item")}
    guide = {
        _place(folder, attribute(reference, "href")): KINDS.get(attribute(reference, "type").lower(), "")
        for reference in named(root, "reference")
    }
    title = next((words(each) for each in named(root, "title")), "")
    chapters = tuple(_chapters(root, items, guide, folder))
    if not chapters:
        raise BadText(DAMAGED)
    if len(chapters) > MOST_DOCUMENTS:
        raise BadText(f"This e-book has {len(chapters):,} documents, and at most {MOST_DOCUMENTS:,} are read.")
    return Package(title, chapters)


def _chapters(root: Element, items: dict[str, Element], guide: dict[str, str], folder: str) -> Iterator[Chapter]:
    seen = set()
    for reference in named(root, "itemref"):
        item = items.get(attribute(reference, "idref"))
        if item is None or attribute(item, "media-type") not in _PAGES:
            continue
        name = _place(folder, attribute(item, "href"))
        if name in seen:
            continue
        seen.add(name)
        properties = attribute(item, "properties").split()
        reason = "contents" if "nav" in properties else guide.get(name, "")
        if not reason and attribute(reference, "linear").lower() == "no":
            reason = "outside the reading order"
        yield Chapter(name, reason or KINDS.get(attribute(item, "id").lower(), ""))


def _refuse_locks(packed: Packed) -> None:
    if "META-INF/rights.xml" in packed.names:
        raise BadText(_LOCKED)
    if _ENCRYPTION in packed.names:
        methods = [attribute(each, "Algorithm") for each in named(_tree(packed, _ENCRYPTION), "encryptionmethod")]
        if any(method not in _FONTS for method in methods):
            raise BadText(_LOCKED)


def _tree(packed: Packed, name: str) -> Element:
    if name not in packed.names:
        raise BadText(DAMAGED)
    return xml_tree(packed.read(name), what=WHAT)


def _place(folder: str, reference: str) -> str:
    """Return the name in the package that a reference leads to."""
    return posixpath.normpath(posixpath.join(folder, unquote(reference.partition("#")[0])))
