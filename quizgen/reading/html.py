"""Web pages: the article with its headings, lists and tables, and everything around it listed with its reason."""

import codecs
import re

from lxml.etree import _Element as Element

from quizgen.domain.errors import BadText
from quizgen.reading.apart import serve
from quizgen.reading.decoding import Decoded, decode
from quizgen.reading.markup import attribute, html_tree, name_of, named, words
from quizgen.reading.markup_blocks import blocks_of
from quizgen.reading.page_article import article_in, prose_in, without_surroundings
from quizgen.reading.page_noise import judge_of
from quizgen.reading.pieces import Extract, extract, levelled

_CHARSET = re.compile(
    rb"<(?:meta[^>]+charset|\?xml[^>]+encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE
)
# Browsers read the first as the second, which holds more.
_READ_AS = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gbk"}
_TRUSTED = re.compile(
    r"utf-8|cp125\d|iso8859-\d+|koi8-[ru]|mac-?roman|gbk|gb18030|big5|shift_jis|euc_(?:jp|kr)|cp874|cp866"
)
_SITE_NAME = re.compile(r"\s+[|–—·»:-]\s+")
_SHORTEST_TITLE = 10
EMPTY = "There is no text in this web page; it may come by a script. Copy the words in the browser and paste them."


def take_apart(data: bytes) -> Extract:
    """Return the pieces of a page. Raises BadText when it holds no text, or more than is read."""
    decoded = decoded_page(data)
    root = html_tree(decoded.text, what="web page")
    if root is None:
        raise BadText(EMPTY)
    judge, title = judge_of(prose_in(root)), _page_title(root)
    found = blocks_of(root, judge)
    if not found:
        raise BadText(EMPTY)
    pieces = levelled(without_surroundings(found, article_in(root, prose_in(root, judge)), title))
    heading = next((piece.text for piece in pieces if piece.level == 1 and not piece.reason), "")
    return extract(
        heading or _without_site(title), pieces, encoding=decoded.encoding, notes=(*decoded.notes, *_silence(root))
    )


def decoded_page(data: bytes) -> Decoded:
    """Return the characters of a page: by its mark, else as UTF-8, else as it declares, else as a text is guessed."""
    declared = _CHARSET.search(data[:4096])
    if declared and not data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        name = _codec(declared[1].decode("ascii"))
        if name and name != "utf-8" and not _is_utf8(data):
            text = data.decode(name, "replace")
            broken = text.count("\ufffd")
            notes = (f"{broken} damaged characters could not be read.",) if broken else ()
            return Decoded(text, name, notes)
    return decode(data)


def _codec(label: str) -> str:
    """Return the codec of a declared name, "" for one that is unknown or no encoding of text."""
    try:
        name = codecs.lookup(label).name
    except LookupError:
        return ""
    name = _READ_AS.get(name, name)
    return name if _TRUSTED.fullmatch(name) else ""


def _is_utf8(data: bytes) -> bool:
    """Letters beyond ASCII that happen to be whole UTF-8 are UTF-8, whatever the page declares."""
    try:
        return not data.isascii() and bool(data.decode("utf-8"))
    except UnicodeDecodeError:
        return False


def _page_title(root: Element) -> str:
    for meta in named(root, "meta"):
        if attribute(meta, "property") == "og:title" and attribute(meta, "content").strip():
            return " ".join(attribute(meta, "content").split())
    return next((words(element) for element in named(root, "title") if words(element)), "")


def _without_site(title: str) -> str:
    first = _SITE_NAME.split(title)[0]
    return first if len(first) >= _SHORTEST_TITLE else title


def _silence(root: Element) -> tuple[str, ...]:
    count = sum(name_of(element) in ("script", "style", "noscript", "template") for element in root.iter())
    return (f"{count} scripts and styles were not read.",) if count > 1 else ()


if __name__ == "__main__":
    serve(take_apart)
