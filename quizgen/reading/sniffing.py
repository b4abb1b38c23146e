"""What kind of file it is: told by its content first, and by its name where the content leaves it open."""

import re
from pathlib import PurePath

from quizgen.domain.errors import BadText
from quizgen.reading.packed import Packed

_BEFORE_PAGE = re.compile(rb"\s+|<\?xml[^>]*>|<!--.*?(?:-->|\Z)", re.DOTALL)
_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_PAGE_NAMES = (".html", ".htm", ".xhtml")
_ARCHIVE = re.compile(rb"(?:[\w-]+: [^\n]*\n(?:[ \t][^\n]*\n)*)*?Content-Type: multipart/related", re.IGNORECASE)
_OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OTHER_PACKED = (
    ("vnd.oasis.opendocument", "This is an OpenDocument file; save it as .docx or PDF and choose it again."),
    ("xl/workbook.xml", "This is a spreadsheet, which holds no running text; choose a text, a page, a PDF or a book."),
    ("ppt/presentation.xml", "This is a presentation; save it as PDF, or paste its words."),
)


def kind_of(data: bytes, *, name: str) -> str:
    """Return "html", "docx", "pdf", "epub" or "text". Raises BadText for a known format that cannot be read."""
    if b"%PDF-" in data[:1024] and not data[:1024].lstrip().startswith((b"<", b"PK")):
        return "pdf"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _packed_kind(data)
    if data.startswith(_OLD_WORD):
        if _ENCRYPTED in data:
            raise BadText("This file is locked by a password; save a copy without one and choose that.")
        raise BadText("This looks like an old Word file; save it as .docx or PDF and choose it again.")
    return _text_kind(data, name)


def _packed_kind(data: bytes) -> str:
    packed = Packed(data)
    kind = packed.read("mimetype").decode("latin-1").strip() if "mimetype" in packed.names else ""
    if kind == "application/epub+zip" or "META-INF/container.xml" in packed.names:
        return "epub"
    if "word/document.xml" in packed.names or any(name.startswith("word/") for name in packed.names):
        return "docx"
    for mark, sentence in _OTHER_PACKED:
        if mark in kind or mark in packed.names:
            raise BadText(sentence)
    raise BadText("This is a packed file, but neither a Word file nor an e-book; unpack it and choose the text in it.")


def _text_kind(data: bytes, name: str) -> str:
    # Wide encodings put zeros between the letters of a tag.
    head = data[:8192].replace(b"\x00", b"").removeprefix(b"\xef\xbb\xbf").lstrip(b"\xff\xfe")
    if _ARCHIVE.match(head):
        raise BadText("This is a page saved as an archive; save it as HTML or PDF and choose it again.")
    place = 0
    while before := _BEFORE_PAGE.match(head, place):
        place = before.end()
    if _PAGE.match(head, place):
        return "html"
    is_named = PurePath(name).suffix.lower() in _PAGE_NAMES
    return "html" if is_named and re.search(rb"<[a-z!/]", head, re.IGNORECASE) else "text"
