"""The plain CSV layout: one row a student, one column a quiz, then the totals.

Columns: ``name``, ``username``, one column a quiz (its title, with `` (2)`` and so on behind a title used before),
``total``, ``possible``, ``percent``. An empty cell means that there is no score. Comma, CR LF, RFC 4180 quoting.
"""

import csv
import io
from collections.abc import Iterator
from fractions import Fraction

from quizgen.domain.gradebook.gradebook import Gradebook, Row
from quizgen.domain.scoring.score import rounded

BYTE_ORDER_MARK = "\ufeff"
_FORMULA_STARTS = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_CONTROL_STARTS = ("\t", "\r", "\n")
_LOOKED_THROUGH = "\u200b\u200e\u200f\u2060\ufeff"


def lines(gradebook: Gradebook, *, byte_order_mark: bool = False) -> Iterator[str]:
    """Yield the file line by line; every text cell is safe in a spreadsheet, every number stays a number."""
    header = _line(["name", "username", *_titles(gradebook), "total", "possible", "percent"])
    yield BYTE_ORDER_MARK + header if byte_order_mark else header
    for row in gradebook.rows:
        yield _line(_cells(row))


def safe_text(text: str) -> str:
    """Return ``text`` so that no spreadsheet takes it for a formula: an apostrophe goes before what could start one.

    Follows the OWASP advice on CSV injection; leading blanks and invisible characters are looked through, since some
    readers drop them.
    """
    seen = text.lstrip()
    while seen and seen[0] in _LOOKED_THROUGH:
        seen = seen[1:].lstrip()
    return f"'{text}" if text.startswith(_CONTROL_STARTS) or seen.startswith(_FORMULA_STARTS) else text


def _titles(gradebook: Gradebook) -> Iterator[str]:
    taken = {"name", "username", "total", "possible", "percent"}
    for column in gradebook.columns:
        plain = safe_text(" ".join(column.title.split()))
        title, number = plain, 1
        while title in taken:
            number += 1
            title = f"{plain} ({number})"
        taken.add(title)
        yield title


def _cells(row: Row) -> Iterator[str]:
    yield safe_text(row.name)
    yield safe_text(row.username)
    for cell in row.cells:
        yield rounded(cell.score.points) if cell.score else ""
    total = row.total
    if total is None:
        yield from ("", "", "")
    else:
        yield from (rounded(total.points), rounded(total.possible), rounded(total.share * Fraction(100)))


def _line(cells: "Iterator[str] | list[str]") -> str:
    buffer = io.StringIO()
    csv.writer(buffer).writerow(list(cells))
    return buffer.getvalue()
