"""Tables as CSV: written so that no spreadsheet takes a text for a formula, and read back cell for cell.

UTF-8 with a byte-order mark, comma, CR LF, RFC 4180 quoting. Read are comma, semicolon and tab, columns in any order.
"""

import csv
import io
from collections.abc import Iterable, Sequence

from quizgen.domain.errors import BadInput
from quizgen.domain.gradebook.csv_plain import BYTE_ORDER_MARK
from quizgen.formats.csv_cells import guarded, unguarded

MOST_BYTES = 2_000_000


def table_csv(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return the table with its header."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow(columns)
    writer.writerows(map(guarded, row) for row in rows)
    return BYTE_ORDER_MARK + buffer.getvalue()


def read_table(data: bytes, columns: Sequence[str]) -> tuple[tuple[str, ...], tuple[tuple[int, dict[str, str]], ...]]:
    """Return the columns that are there, and each row that is not empty with its number, the header being row 1.

    Raises BadInput when it is no such table: other bytes than UTF-8, too large, an unknown or a repeated column, text
    beside the last column.
    """
    if len(data) > MOST_BYTES:
        raise BadInput(f"This file has more than {MOST_BYTES // 1_000_000} MB. Divide it into parts.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadInput("This file is not UTF-8. Save it as “CSV UTF-8”.") from None
    rows = _rows(text, columns)
    header = tuple(" ".join(cell.lower().split()) for cell in rows[0]) if rows else ()
    while header and not header[-1]:
        header = header[:-1]
    unknown = [name for name in header if name not in columns]
    if not header or unknown or len(set(header)) < len(header):
        wrong = f"It has {', '.join(map(repr, unknown))}, which is none of them. " if header and unknown else ""
        raise BadInput(f"The first row names the columns, each once: {', '.join(columns)}. {wrong}".strip())
    return header, tuple(_row(header, row, number) for number, row in enumerate(rows[1:], 2) if any(row))


def _rows(text: str, columns: Sequence[str]) -> list[list[str]]:
    first = text.partition("\n")[0]
    divider = max(",;\t", key=first.count)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=divider, strict=True))
    except csv.Error as error:
        raise BadInput(f"This is no CSV file: {error}.") from None
    if len(rows) > MOST_BYTES // len(columns):
        raise BadInput("This file has too many rows. Divide it into parts.")
    return rows


def _row(header: Sequence[str], row: Sequence[str], number: int) -> tuple[int, dict[str, str]]:
    if any(cell.strip() for cell in row[len(header) :]):
        raise BadInput(f"Row {number} has text to the right of the last column.")
    cells = [*row, *[""] * len(header)][: len(header)]
    return number, dict(zip(header, map(unguarded, cells), strict=True))
