"""PDFs: pages are put in reading order and their lines joined; what the printer added is left out."""

import re

from quizgen.domain.errors import BadText
from quizgen.reading.apart import serve
from quizgen.reading.page_furniture import furniture
from quizgen.reading.page_layout import lines_of
from quizgen.reading.pdf_paragraphs import Measures, pieces_of
from quizgen.reading.pdf_words import Page, pages_of
from quizgen.reading.pieces import Extract, Piece, extract

_SCANNED = "This PDF holds pictures of pages, not text. Let a text recognition program read it, or paste its words."
_EMPTY = "There is no text in this PDF; choose another file, or paste its words."
# Fewer letters a page are a stamp on a picture.
_FEW = 20
_NO_TITLE = re.compile(r"(?:untitled|microsoft word|powerpoint)|\.\w{2,5}$|^\S*$", re.IGNORECASE)


def take_apart(data: bytes) -> Extract:
    """Return the pieces of a PDF. Raises BadText when it is damaged, locked, too long or holds no text."""
    given, pages = pages_of(data)
    _refuse_pictures(pages)
    laid_out = [lines_of(page.words) for page in pages]
    measures = Measures.of(laid_out)
    pieces = list(pieces_of(laid_out, furniture(laid_out, measures.size), measures))
    pieces += [Piece((page.sideways,), reason="text on end") for page in pages if page.sideways]
    title = next((piece.text for piece in pieces if piece.level == 1), "")
    return extract(title or ("" if _NO_TITLE.search(given) else given), pieces, encoding="pdf", notes=_notes(pages))


def _refuse_pictures(pages: tuple[Page, ...]) -> None:
    letters = sum(len(word.text) for page in pages for word in page.words)
    if not letters and not any(page.has_pictures for page in pages):
        raise BadText(_EMPTY)
    if letters < _FEW * sum(page.has_pictures for page in pages):
        raise BadText(_SCANNED)


def _notes(pages: tuple[Page, ...]) -> tuple[str, ...]:
    count = sum(page.has_pictures for page in pages)
    if not count:
        return ()
    are = "page is a picture" if count == 1 else "pages are pictures"
    return (f"{count} {are} without text; nothing on them was read.",)


if __name__ == "__main__":
    serve(take_apart)
