"""Bytes become characters; a guess is said to be one, and what is no text at all is refused."""

import codecs
from dataclasses import dataclass

from quizgen.domain.errors import BadText

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "utf-16"),
)
_MAGIC = (
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a packed file (perhaps .docx, .odt or .epub)"),
    (b"\xd0\xcf\x11\xe0", "an old Word file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a packed file"),
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters, the name of the encoding, and notes for the teacher."""

    text: str
    encoding: str
    notes: tuple[str, ...]


def decode(data: bytes) -> Decoded:
    """Return the characters of ``data``. Raises BadText for an empty file or one that holds no text."""
    if not data.strip(b"\x00 \t\r\n"):
        raise BadText("The text is empty; paste or upload some text.")
    for start, kind in _MAGIC:
        if data.startswith(start):
            raise BadText(f"This looks like {kind}, not like plain text; save it as .txt or .md, or paste its words.")
    decoded = _by_mark(data) or _by_zeros(data) or _utf8(data) or _guess(data)
    if _strange(decoded.text) > 0.02:
        raise BadText("This does not look like text, but like the bytes of some other file; choose a text file.")
    return decoded


def _by_mark(data: bytes) -> Decoded | None:
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            return _lenient(data, codec, name)
    return None


def _by_zeros(data: bytes) -> Decoded | None:
    """Tell UTF-16 without a mark by its zeros: English has one in nearly every pair, always on the same side."""
    sample = data[:4000]
    if len(sample) < 4 or b"\x00" not in sample:
        return None
    even, odd = (sample[side::2].count(0) / len(sample[side::2]) for side in (0, 1))
    if max(even, odd) < 0.4 or min(even, odd) > 0.05:
        raise BadText("This does not look like text, but like the bytes of some other file; choose a text file.")
    name = "utf-16-le" if odd > even else "utf-16-be"
    decoded = _lenient(data, name, name)
    note = f"The encoding was guessed as {name.upper()} from the pattern of its bytes."
    return Decoded(decoded.text, name, (note, *decoded.notes))


def _utf8(data: bytes) -> Decoded | None:
    try:
        return Decoded(data.decode("utf-8"), "utf-8", ())
    except UnicodeDecodeError:
        decoded = _lenient(data, "utf-8", "utf-8")
    # A damaged UTF-8 file still holds far more whole letters beyond ASCII than broken bytes; other encodings do not.
    broken = decoded.text.count("\ufffd")
    whole = sum(char > "\x7f" for char in decoded.text) - broken
    return decoded if whole > 5 * broken else None


def _guess(data: bytes) -> Decoded:
    try:
        text, name, label = data.decode("cp1252"), "cp1252", "Windows-1252"
    except UnicodeDecodeError:
        text, name, label = data.decode("latin-1"), "latin-1", "Latin-1"
    note = f"The encoding was guessed as {label}; if letters with accents look wrong, save the text as UTF-8."
    return Decoded(text, name, (note,))


def _lenient(data: bytes, codec: str, name: str) -> Decoded:
    text = data.decode(codec, errors="replace")
    broken = text.count("\ufffd")
    notes = (f"{broken} damaged characters could not be read.",) if broken else ()
    return Decoded(text, name, notes)


def _strange(text: str) -> float:
    strange = sum((char < " " and char not in "\t\n\r\f\v") or char == "\ufffd" for char in text)
    return strange / len(text) if text else 1.0
