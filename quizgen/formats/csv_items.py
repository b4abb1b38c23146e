"""Items as CSV, for people who live in spreadsheets: one row an item, one layout for every kind.

Columns: COLUMNS, described in docs/formats.md. What a cell cannot hold unchanged stands in ``more`` as JSON, so that
every item comes back as it was. Written as UTF-8 with a byte-order mark, comma, CR LF and RFC 4180 quoting; read are
comma, semicolon and tab, UTF-8 and UTF-16, columns in any order.
"""

import codecs
import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from quizgen.domain.banks.writing import item_document
from quizgen.domain.document import Document
from quizgen.domain.errors import BadInput
from quizgen.domain.gradebook.csv_plain import BYTE_ORDER_MARK
from quizgen.domain.items.item import Item
from quizgen.domain.items.matching import MatchingItem
from quizgen.formats.csv_cells import divided, guarded, joined, paired, parted, unguarded
from quizgen.formats.csv_template import EXAMPLES

COLUMNS = (
    "kind", "stem", "options", "key", "tolerance", "units", "rationale", "difficulty", "tags",
    "basis", "claims", "spans", "status", "why", "maker", "id", "more",
)  # fmt: skip
NEEDED = ("kind", "stem", "key")
MOST_BYTES, MOST_ROWS = 5_000_000, 20_000
_LISTS = ("options", "units", "tags", "claims")
_DIVIDERS = ",;\t"
_SPAN = re.compile("([0-9]{1,15}) *(?:to|-) *([0-9]{1,15})")
_UNWRITABLE = re.compile("[\x00\ud800-\udfff]")
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True, slots=True)
class Row:
    """A row below the header: its number as a spreadsheet counts, the item as a document, and what cannot be read."""

    number: int
    document: Document
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a file; ``notes`` name what was passed over."""

    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()


def items_csv(items: Iterable[Item]) -> str:
    """Return the items as CSV."""
    return _written(item_document(item) for item in items)


def template_csv() -> str:
    """Return a file to begin with: the columns, and an example of each kind."""
    return _written(EXAMPLES)


def read_items(data: bytes, *, name: str) -> Rows:
    """Return the rows of a file; ``name`` stands before what is wrong with the whole. Raises BadInput."""
    if len(data) > MOST_BYTES:
        raise BadInput(f"{name} has more than {MOST_BYTES:,} bytes: divide it into several files.")
    text = _decoded(data, name)
    divider, cells = _divided_by(text)
    try:
        table = list(csv.reader(io.StringIO(text, newline=""), delimiter=divider, strict=True))
    except csv.Error as error:
        raise BadInput(f"{name} cannot be read as CSV: {error}.") from None
    header = [_plain(cell) for cell in cells]
    _check_header(header, name)
    first = next(place for place, row in enumerate(table) if [_plain(cell) for cell in row] == header)
    if len(table) - first - 1 > MOST_ROWS:
        raise BadInput(f"{name} has more than {MOST_ROWS:,} rows: divide it into several files.")
    strangers = [name for name in header if name and name not in COLUMNS]
    notes = tuple(
        f"The column “{stranger[:60]}” is not one of the layout and was passed over." for stranger in strangers
    )
    rows = (
        _row(number, dict(zip(header, map(unguarded, row), strict=False)), row[len(header) :])
        for number, row in enumerate(table[first + 1 :], first + 2)
        if any(cell.strip() for cell in row)
    )
    return Rows(tuple(rows), notes)


def _decoded(data: bytes, name: str) -> str:
    encoding = "utf-16" if data.startswith(_UTF_16) else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        raise BadInput(f"{name} is not UTF-8: save it as “CSV UTF-8”.") from None
    if "\0" in text:
        raise BadInput(f"{name} is no CSV file: it holds bytes that no text has.")
    return text


def _divided_by(text: str) -> tuple[str, list[str]]:
    """Return the divider, and the cells of the header: the first line, or the second behind Excel's ``sep=;``."""
    lines = text.split("\n", 2)
    hint = lines[0].strip().lower()
    head = lines[1] if hint.startswith("sep=") and len(lines) > 1 else lines[0]
    headers = {each: next(csv.reader([head], delimiter=each), []) for each in _DIVIDERS}
    best = max(_DIVIDERS, key=lambda each: sum(_plain(cell) in COLUMNS for cell in headers[each]))
    return best, headers[best]


def _check_header(header: list[str], name: str) -> None:
    missing = [needed for needed in NEEDED if needed not in header]
    if missing:
        said = f"the column {missing[0]} is" if len(missing) == 1 else f"the columns {', '.join(missing)} are"
        raise BadInput(f"{name}: {said} missing from the first row. Begin with the template.")
    twice = next((each for place, each in enumerate(header) if each and each in header[:place]), None)
    if twice:
        raise BadInput(f"{name}: the column {twice[:60]} stands twice.")


def _plain(cell: str) -> str:
    return " ".join(cell.lower().replace(BYTE_ORDER_MARK, "").split())


def _written(documents: Iterable[Document]) -> str:
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow(COLUMNS)
    for document in documents:
        cells = _cells(document)
        writer.writerow([guarded(cells.get(column, "")) for column in COLUMNS])
    return BYTE_ORDER_MARK + buffer.getvalue()


def _cells(document: Mapping[str, object]) -> dict[str, str]:
    """Return the cells of an item; a field that would not come back as it is stands in ``more``."""
    said = {name: value for name, value in document.items() if value != ""}
    cells = {name: _cell(name, value) for name, value in said.items() if name in COLUMNS}
    kept, _ = _document(cells)
    more = {name: value for name, value in said.items() if not _same(kept.get(name), value)}
    more |= {name: said[name] for name, cell in cells.items() if _UNWRITABLE.search(cell)}
    cells = {name: cell for name, cell in cells.items() if name not in more}
    return {**cells, "more": json.dumps(more, ensure_ascii=True)} if more else cells


def _cell(name: str, value: object) -> str:
    if isinstance(value, list):
        return joined([_entry(each) for each in value])
    return joined([str(value)]) if name == "key" else str(value)


def _entry(value: object) -> str:
    if isinstance(value, Mapping):
        return paired(str(value.get("left", "")), str(value.get("right", "")))
    if isinstance(value, list):
        # Never 12-40, which a spreadsheet takes for a day.
        return " to ".join(map(str, value))
    return str(value)


def _same(kept: object, value: object) -> bool:
    """Tell whether a cell says what the item says: numbers are texts in cells, one entry alone is a text."""
    return kept == value or (isinstance(value, int) and kept == str(value)) or (kept is not None and [kept] == value)


def _row(number: int, cells: Mapping[str, str], beyond: list[str]) -> Row:
    document, problems = _document(cells)
    if any(cell.strip() for cell in beyond):
        problems = [*problems, "there is text to the right of the last column"]
    return Row(number, document, tuple(problems))


def _document(cells: Mapping[str, str]) -> tuple[Document, list[str]]:
    """Return what the cells of one row say as the document of an item, and what cannot be read."""
    document: Document = {}
    problems: list[str] = []
    for name in COLUMNS:
        cell = cells.get(name, "")
        if cell.strip() and name != "more":
            document[name] = _value(name, cell, cells, problems)
    document.update(_more(cells.get("more", ""), problems))
    return document, problems


def _value(name: str, cell: str, cells: Mapping[str, str], problems: list[str]) -> object:
    if name in _LISTS:
        return divided(cell)
    if name == "spans":
        return list(_spans(divided(cell), problems))
    if name == "key":
        return _key(divided(cell), cells.get("kind", ""), problems)
    return cell.strip().lower() if name in ("kind", "basis", "status") else cell


def _key(entries: list[str], kind: str, problems: list[str]) -> object:
    if kind.strip().lower() != MatchingItem.kind:
        return entries[0] if len(entries) == 1 else entries
    pairs = [parted(entry) for entry in entries]
    problems += [f"key: expected left = right, not {entry[:60]!r}" for entry in entries if parted(entry) is None]
    return [{"left": pair[0], "right": pair[1]} for pair in pairs if pair]


def _spans(entries: list[str], problems: list[str]) -> Iterator[list[int]]:
    for entry in entries:
        if found := _SPAN.fullmatch(entry):
            yield [int(found[1]), int(found[2])]
        else:
            problems.append(f"spans: expected two character positions such as 12 to 40, not {entry[:60]!r}")


def _more(cell: str, problems: list[str]) -> Document:
    if not cell.strip():
        return {}
    try:
        found = json.loads(cell)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        problems.append("more: leave this cell empty, or as it was written")
        return {}
    return found
