"""PDF files written by hand, so that a test says where every line of a page stands."""

from collections.abc import Sequence
from dataclasses import dataclass

# One font for all: Courier, whose characters are each 0.6 of the size wide.
WIDTH = 0.6
A4 = (595, 842)

_IMAGE = (
    b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"
    b" /Length 1 >>\nstream\n\x00\nendstream"
)


@dataclass(frozen=True)
class Line:
    """A line of text: its left end and baseline in points from the lower left corner, and its size.

    A line ``on_end`` climbs the page.
    """

    text: str
    x: float
    y: float
    size: float = 10
    bold: bool = False
    on_end: bool = False


def column(texts: Sequence[str], *, x: float = 72, top: float = 760, size: float = 10, pitch: float = 12) -> list[Line]:
    """Return lines under each other; "" leaves one empty."""
    return [Line(text, x, top - index * pitch, size) for index, text in enumerate(texts) if text]


def pdf(*pages: Sequence[Line], extra: bytes = b"", rotate: int = 0, picture: bool = False) -> bytes:
    """Return a file with these pages; ``extra`` goes into the trailer, ``picture`` puts an image on every page."""
    fonts = b"<< /F1 4 0 R /F2 5 0 R >>"
    image = b" /XObject << /I 3 0 R >>" if picture else b""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        _IMAGE,
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier-Bold /Encoding /WinAnsiEncoding >>",
    ]
    kids = []
    for lines in pages:
        number = len(objects) + 1
        kids.append(b"%d 0 R" % number)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Rotate %d /Contents %d 0 R"
            % (*A4, rotate, number + 1)
            + b" /Resources << /Font %s%s >> >>" % (fonts, image)
        )
        content = b"\n".join(map(_shown, lines)) + (b"\nq 500 0 0 700 40 40 cm /I Do Q" if picture else b"")
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    return file_of(objects, extra)


def file_of(objects: Sequence[bytes], extra: bytes = b"") -> bytes:
    """Return a file of these objects, the first of which is the catalogue."""
    data, places = b"%PDF-1.5\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    trailer = b"trailer << /Root 1 0 R /Size %d %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, extra, len(data))
    return data + head + table + trailer


def _shown(line: Line) -> bytes:
    words = line.text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    font = b"F2" if line.bold else b"F1"
    turn = b"0 1 -1 0" if line.on_end else b"1 0 0 1"
    return b"BT /%s %g Tf %s %g %g Tm (%s) Tj ET" % (font, line.size, turn, line.x, line.y, words)
