"""E-books written by hand."""

from tests.reading.words import packed

_CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
)
_XHTML = 'xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"'


def chapter(body: str) -> str:
    """Return a document of a book."""
    return f'<?xml version="1.0" encoding="utf-8"?><html {_XHTML}><head><title/></head><body>{body}</body></html>'


def epub(
    chapters: dict[str, str],
    *,
    title: str = "The Bee Book",
    spine: tuple[str, ...] = (),
    properties: dict[str, str] | None = None,
    parts: dict[str, str | bytes] | None = None,
) -> bytes:
    """Return a book of these documents, by name; ``spine`` is their order, with an asterisk for ``linear="no"``."""
    order = spine or tuple(chapters)
    items = "".join(
        f'<item id="{name}" href="{name}.xhtml" media-type="application/xhtml+xml" '
        f'properties="{(properties or {}).get(name, "")}"/>'
        for name in chapters
    )
    references = "".join(
        f'<itemref idref="{name.rstrip("*")}" linear="{"no" if name.endswith("*") else "yes"}"/>' for name in order
    )
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{title}</dc:title></metadata><manifest>{items}</manifest><spine>{references}</spine></package>"
    )
    members: dict[str, str | bytes] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": _CONTAINER,
        "OEBPS/book.opf": package,
    }
    documents = {f"OEBPS/{name}.xhtml": body for name, body in chapters.items()}
    return packed(members | documents | (parts or {}))
