"""PDFIUM LIVES HERE: the words of each page with their places, and nothing of its drawing."""

import ctypes
import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import pypdfium2
from pypdfium2 import raw

from quizgen.domain.errors import BadText
from quizgen.reading.pieces import LARGEST_TEXT

MOST_PAGES = 2_000
DAMAGED = "This PDF is damaged and cannot be read; save it again, or paste its words."
_LOCKED = "This PDF is locked by a password; save a copy without one and choose that."
# pdfium puts one of these in place of a hyphen at the end of a line, together with the line end.
_HYPHENS = "\ufffe\x02"
_NAME_ROOM = 128
# A small figure behind a word or a sentence is the mark of a note; behind a unit (m2) it is none.
_MARK = re.compile(r"\d{1,3}")
_MARKED = re.compile(r".*(?:[A-Za-z]{3}|[.,;:!?”’\"')])")
_GLUED = re.compile(r"(.*(?:[A-Za-z]{3}|[.,;:!?”’\"')]))(\d{1,3})")
_SMALL = 0.88
_RAISED = 0.15


@dataclass(frozen=True, slots=True)
class Word:
    """A word, its left and right end, its baseline and its size, all in points (up is more), and its weight."""

    text: str
    left: float
    right: float
    base: float
    size: float
    is_bold: bool


@dataclass(frozen=True, slots=True)
class Page:
    """The words of a page as the file lists them, those that stand on end, and whether there are pictures."""

    words: tuple[Word, ...]
    sideways: str
    has_pictures: bool


def pages_of(data: bytes) -> tuple[str, tuple[Page, ...]]:
    """Return the title that a PDF gives itself, and its pages.

    Raises BadText when it is damaged, locked, or longer than MOST_PAGES pages or LARGEST_TEXT characters.
    """
    try:
        document = pypdfium2.PdfDocument(data)
        count = len(document)
    except pypdfium2.PdfiumError as error:
        is_locked = raw.FPDF_GetLastError() == raw.FPDF_ERR_PASSWORD or "password" in str(error).lower()
        raise BadText(_LOCKED if is_locked else DAMAGED) from error
    if count > MOST_PAGES:
        raise BadText(f"This PDF has {count:,} pages, and at most {MOST_PAGES:,} are read; divide it into parts.")
    if not count:
        raise BadText(DAMAGED)
    title = document.get_metadata_value("Title")
    return title, tuple(_pages(document, count))


def _pages(document: pypdfium2.PdfDocument, count: int) -> Iterator[Page]:
    total = unread = 0
    for index in range(count):
        try:
            page = document[index]
            text_page = page.get_textpage()
        except pypdfium2.PdfiumError:
            unread += 1
            continue
        total += text_page.count_chars()
        if total > LARGEST_TEXT:
            raise BadText(f"The file holds more than {LARGEST_TEXT:,} characters of text; divide it into parts.")
        yield _page(page, text_page)
        text_page.close()
        page.close()
    if unread == count:
        raise BadText(DAMAGED)


def _page(page: pypdfium2.PdfPage, text_page: pypdfium2.PdfTextPage) -> Page:
    runs = tuple(_runs(text_page.raw, text_page.count_chars()))
    shown = page.get_rotation() // 90 % 4
    upright: list[Word] = []
    sideways: list[str] = []
    # A wide table may stand on end as a whole; then the page is read as a reader would turn it.
    for turn in (shown, *(each for each in range(4) if each != shown)):
        upright, sideways = _turned_words(_Glyphs(text_page.raw, turn), runs)
        if len(upright) >= len(sideways):
            break
    has_pictures = not upright and any(True for _ in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE]))
    return Page(tuple(upright), " ".join(sideways), has_pictures)


def _turned_words(glyphs: "_Glyphs", runs: Sequence[tuple[str, int, int]]) -> tuple[list[Word], list[str]]:
    upright: list[Word] = []
    sideways: list[str] = []
    for text, first, last in runs:
        word = glyphs.word(text, first, last)
        if word is None:
            sideways.append(text)
        else:
            upright.append(_as_mark(upright[-1], word) if upright else word)
    return upright, sideways


def _as_mark(before: Word, word: Word) -> Word:
    """Return a small raised figure in brackets, as marks of notes are written elsewhere; other words stay."""
    is_raised = _RAISED * before.size < word.base - before.base < before.size and word.size < _SMALL * before.size
    is_near = 0 <= word.left - before.right + 0.5 < before.size
    if is_raised and is_near and _MARK.fullmatch(word.text) and _MARKED.fullmatch(before.text):
        return replace(word, text=f"[{word.text}]", base=before.base, size=before.size)
    return word


def _runs(text_page: raw.FPDF_TEXTPAGE, count: int) -> Iterator[tuple[str, int, int]]:
    """Yield each word with the places of its first and last character, both inclusive."""
    letters: list[str] = []
    first = 0
    for index in range(count):
        code = raw.FPDFText_GetUnicode(text_page, index)
        char = chr(code) if code < 0x110000 else "\ufffd"
        if char in _HYPHENS:
            letters.append("-")
            yield "".join(letters), first, index
            letters = []
        elif not char.isspace() and code:
            first = index if not letters else first
            letters.append(char)
        elif letters:
            yield "".join(letters), first, index - 1
            letters = []
    if letters:
        yield "".join(letters), first, count - 1


class _Glyphs:
    """The places of characters on one page, turned as the page is shown."""

    def __init__(self, text_page: raw.FPDF_TEXTPAGE, turn: int) -> None:
        self._page = text_page
        self._turn = turn
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._box = [ctypes.c_double() for _ in range(4)]
        self._matrix = raw.FS_MATRIX()
        self._name = ctypes.create_string_buffer(_NAME_ROOM)
        self._flags = ctypes.c_int()

    def word(self, text: str, first: int, last: int) -> Word | None:
        """Return the word of these characters, None when it stands on end."""
        size = self._upright_size(first)
        if size is None:
            return None
        raw.FPDFText_GetCharOrigin(self._page, first, self._x, self._y)
        left, base = self._turned(self._x.value, self._y.value)
        raw.FPDFText_GetCharBox(self._page, last, *self._box)
        low_x, high_x, low_y, high_y = (value.value for value in self._box)
        right = max(self._turned(low_x, low_y)[0], self._turned(high_x, high_y)[0], left)
        glued = _GLUED.fullmatch(text)
        if glued and self._is_raised(last, base, size):
            text = f"{glued[1]}[{glued[2]}]"
        return Word(text, left, right, base, size, self._is_bold(first))

    def _upright_size(self, index: int) -> float | None:
        matrix = self._matrix
        if not raw.FPDFText_GetMatrix(self._page, index, matrix):
            return max(float(raw.FPDFText_GetFontSize(self._page, index)), 1.0)
        angle = math.degrees(math.atan2(matrix.b, matrix.a))
        if round(angle / 90) % 4 != self._turn:
            return None
        return max(float(raw.FPDFText_GetFontSize(self._page, index)) * math.hypot(matrix.c, matrix.d), 1.0)

    def _is_raised(self, index: int, base: float, size: float) -> bool:
        raw.FPDFText_GetCharOrigin(self._page, index, self._x, self._y)
        rise = self._turned(self._x.value, self._y.value)[1] - base
        return rise > _RAISED * size and (self._upright_size(index) or size) < _SMALL * size

    def _turned(self, x: float, y: float) -> tuple[float, float]:
        return ((x, y), (y, -x), (-x, -y), (-y, x))[self._turn]

    def _is_bold(self, index: int) -> bool:
        length = raw.FPDFText_GetFontInfo(self._page, index, self._name, _NAME_ROOM, self._flags)
        name = self._name.value.lower() if 0 < length <= _NAME_ROOM else b""
        return b"bold" in name or b"black" in name or b"heavy" in name
