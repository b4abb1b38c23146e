"""The claim ledger as CSV: a row for each claim, and one more for each further source."""

from collections.abc import Iterator

from quizgen.domain.banks.bank import Bank
from quizgen.domain.banks.ledger_lines import COLUMNS, Line, grouped, lines
from quizgen.formats.csv_rows import read_table, table_csv


def ledger_csv(bank: Bank) -> str:
    """Return the ledger of a bank as a file."""
    return table_csv(COLUMNS, (row for line in lines(bank) for row in _rows(line)))


def read_ledger(data: bytes) -> tuple[Line, ...]:
    """Return the lines of a ledger file, as it was written or as a person changed it. Raises BadInput."""
    columns, rows = read_table(data, COLUMNS)
    return tuple(grouped(rows, columns))


def _rows(line: Line) -> Iterator[list[str]]:
    sources = line.sources or ()
    first = {**line.cells, **(sources[0] if sources else {})}
    yield [first.get(column, "") for column in COLUMNS]
    for source in sources[1:]:
        yield [line.cells["id"] if column == "id" else source.get(column, "") for column in COLUMNS]
