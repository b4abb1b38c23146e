"""The plain CSV layout: one row a student, one column a quiz, then the totals.

Columns: ``name``, ``username``, one column a quiz (its title, with `` (2)`` and so on behind a title used before),
``total``, ``possible``, ``percent``. An empty cell means that there is no score. Comma, CR LF, RFC 4180 quoting.
"""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from quizgen.domain.gradebook.gradebook import Gradebook, Row
from quizgen.domain.scoring.score import rounded

BYTE_ORDER_MARK = "\ufeff"
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def lines(gradebook: Gradebook, *, byte_order_mark: bool = False) -> Iterator[str]:
    """Yield the file line by line; every text cell is safe in a spreadsheet, every number stays a number."""
    header = _line(["name", "username", *_titles(gradebook), "total", "possible", "percent"])
    yield BYTE_ORDER_MARK + header if byte_order_mark else header
    for row in gradebook.rows:
        yield _line(_cells(row))


def safe_text(text: str) -> str:
    """Return ``text`` so that no spreadsheet takes it for a formula: an apostrophe goes before what could start one.

    Follows the OWASP advice on CSV injection; leading blanks are looked through, since some readers drop them.
    """
    return f"'{text}" if text.lstrip(" \u00a0").startswith(_FORMULA_STARTS) else text


def _titles(gradebook: Gradebook) -> Iterator[str]:
    reserved = ["name", "username", "total", "possible", "percent"]
    used = Counter(reserved)
    for column in gradebook.columns:
        title = safe_text(" ".join(column.title.split()))
        used[title] += 1
        yield title if used[title] == 1 else f"{title} ({used[title]})"


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
