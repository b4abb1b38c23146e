"""Mark-up from strangers, parsed with everything off that could reach out, grow or loop."""

import re
from collections.abc import Iterator
from html.entities import html5

from lxml import etree
from lxml import html as lxml_html
from lxml.etree import _Element as Element

from quizgen.domain.errors import BadText

# The parser stops at 256; what lies deeper would be lost in silence.
DEEPEST = 200
MOST_ELEMENTS = 300_000
# Word wraps every run of letters in several elements.
_MOST_IN_XML = 2_000_000
_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31});")
_DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


def html_tree(text: str, *, what: str) -> Element | None:
    """Return the root of a page, None for a page without anything. Raises BadText when it is nested too deeply."""
    parser = lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    data = text.replace("\x00", "").encode("utf-8", "replace")
    try:
        root: Element = lxml_html.document_fromstring(data, parser=parser)
    except etree.ParserError:
        return None
    return _shallow(root, what)


def xhtml_tree(text: str, *, what: str) -> Element | None:
    """Return the root of a page that should be XML, read as HTML where it is not."""
    data = _ENTITY.sub(_character, re.sub(r"^\s*<\?xml[^>]*>", "", text)).encode("utf-8", "replace")
    try:
        return _shallow(etree.fromstring(data, _strict()), what)
    except etree.XMLSyntaxError:
        return html_tree(text, what=what)


def xml_tree(data: bytes, *, what: str) -> Element:
    """Return the root of an XML file that declares nothing of its own. Raises BadText when it does, or is damaged."""
    if _DECLARATION.search(data.replace(b"\x00", b"")):
        raise BadText(f"This {what} declares entities, which no honest one does; it was not read.")
    try:
        return _shallow(etree.fromstring(data, _strict()), what, _MOST_IN_XML)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise BadText(f"This {what} is damaged and cannot be read; save it again, or paste its words.") from error


def name_of(element: Element) -> str:
    """Return the name of an element in small letters without its namespace, "" for what is no element."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def attribute(element: Element, name: str) -> str:
    """Return an attribute whatever its namespace, "" where there is none."""
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return ""


def named(root: Element, name: str) -> Iterator[Element]:
    """Yield the elements of a name in document order, whatever their namespace."""
    return (element for element in root.iter() if name_of(element) == name)


def words(element: Element) -> str:
    """Return all the text in an element, with single blanks."""
    return " ".join("".join(element.itertext()).split())


def _strict() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )


def _shallow(root: Element, what: str, most: int = MOST_ELEMENTS) -> Element:
    depth = count = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        count += event == "start"
        if depth > DEEPEST:
            raise BadText(f"This {what} is nested more deeply than any text needs; it was not read.")
        if count > most:
            raise BadText(f"This {what} has more than {most:,} elements; divide it, or paste its words.")
    return root


def _character(match: re.Match[str]) -> str:
    """Named characters beyond ASCII are put in; the five of XML, which could make mark-up, stay as they are."""
    value = html5.get(f"{match[1]};", "")
    return value if value and all(char > "\x7f" for char in value) else match[0]
