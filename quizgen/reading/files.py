"""The front door for files: whatever the format, a clean passage with its structure comes out."""

from quizgen.domain.errors import BadText
from quizgen.reading.confined import take_apart
from quizgen.reading.finishing import LeftOut, Reading, read_extract
from quizgen.reading.sniffing import kind_of
from quizgen.reading.text import read_text

__all__ = ["LARGEST_FILE", "READABLE", "LeftOut", "Reading", "read_file"]

READABLE = (".txt", ".text", ".md", ".markdown", ".html", ".htm", ".docx", ".pdf", ".epub")
# Pictures and fonts make files large; how much text may come out of them is bounded by itself.
LARGEST_FILE = 20_000_000


def read_file(data: bytes, *, name: str) -> Reading:
    """Return the passage in a text, Markdown, HTML, Word, PDF or EPUB file.

    The content tells the format; ``name`` decides between those that look alike, and names a text without a title.
    Offsets of the reading count characters of the decoded text, or of the plain text as extracted from the others.
    Raises BadText, in one sentence, when it is empty, damaged, locked, too large, not English or without a sentence.
    """
    if len(data) > LARGEST_FILE:
        raise BadText(f"The file has {len(data):,} bytes, and at most {LARGEST_FILE:,} can be read.")
    kind = kind_of(data, name=name)
    if kind == "text":
        return read_text(data, name=name)
    return read_extract(take_apart(data, kind=kind), name=name)
