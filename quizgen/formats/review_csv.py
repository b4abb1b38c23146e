"""Review sheets as CSV: written for a spreadsheet, and read back from whatever the spreadsheet made of it.

Columns: COLUMNS. Comma, CR LF, RFC 4180 quoting, a byte-order mark so that spreadsheets see UTF-8. Read back are comma,
semicolon and tab, rows in any order, and text with or without the apostrophe that keeps it from being a formula.
"""

import csv
import io
import re
from collections.abc import Iterator, Sequence

from quizgen.domain.errors import BadInput
from quizgen.domain.gradebook.csv_plain import BYTE_ORDER_MARK, safe_text
from quizgen.domain.items.item import InvalidResponse
from quizgen.domain.reviewing.answering import read_answer, written_options
from quizgen.domain.reviewing.measuring import QUALITIES, Filled, Judgement
from quizgen.domain.reviewing.sheet import Question, Sheet

GIVEN = ("id", "passage", "context", "statement or question", "options")
ANSWER, NOTE = "your answer", "note"
COLUMNS = (*GIVEN, ANSWER, *QUALITIES, NOTE)
MOST_BYTES = 5_000_000
_YES_NO = {"y": True, "yes": True, "n": False, "no": False}
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufeff\ufffe\uffff]")


def sheet_csv(sheet: Sheet) -> str:
    """Return the sheet with empty columns for the reader."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow(COLUMNS)
    for question in sheet.questions:
        writer.writerow([*map(safe_text, given_cells(question)), *[""] * (len(COLUMNS) - len(GIVEN))])
    return BYTE_ORDER_MARK + buffer.getvalue()


def given_cells(question: Question) -> tuple[str, ...]:
    """Return what the sheet says of a question, in the order of GIVEN; options one a line."""
    cells = (
        question.name,
        question.place,
        " ".join(question.context.split()),
        " ".join(question.statement.split()),
        written_options(question.item),
    )
    return tuple(_UNSEEN.sub("", cell) for cell in cells)


def read_filled(data: bytes, sheet: Sheet, *, name: str) -> tuple[Filled, tuple[str, ...]]:
    """Return the judgements on every question of the sheet, and everything wrong as one line each.

    A line begins with ``name`` and the row as a spreadsheet counts, the header being row 1. Where there is anything
    wrong the judgements are not complete. Raises BadInput when it is no CSV with the columns of a sheet.
    """
    rows = _rows(data, name)
    questions = {question.name: question for question in sheet.questions}
    filled: Filled = {}
    problems: list[str] = []
    for number, row in enumerate(rows, start=2):
        if not any(row):
            continue
        question = questions.get(row[0])
        if question is None:
            complaints = [f"there is no question {row[0]!r} in this sheet"]
        elif question.name in filled:
            complaints = [f"{question.name} stands here a second time"]
        else:
            complaints = [*_changes(question, row), *_refusals(question, row)]
            filled[question.name] = Judgement() if complaints else _judgement(question, row)
        problems += [f"{name}: row {number}: {complaint}" for complaint in complaints]
    missing = [question for question in questions if question not in filled]
    problems += [f"{name}: the row of {question} is missing" for question in missing]
    return filled, tuple(problems)


def _rows(data: bytes, name: str) -> list[list[str]]:
    """Return the rows below the header, every one as wide as COLUMNS. Raises BadInput."""
    if len(data) > MOST_BYTES:
        raise BadInput(f"{name} has more than {MOST_BYTES:,} bytes, which no filled review sheet has.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadInput(f"{name} is not UTF-8; save the sheet as “CSV UTF-8”.") from None
    divider = next((each for each in ",;\t" if _header(text, each) == COLUMNS), None)
    if divider is None:
        raise BadInput(f"{name} does not begin with the columns of a review sheet: {', '.join(COLUMNS)}.")
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=divider, strict=True))
    except csv.Error as error:
        raise BadInput(f"{name} is no CSV file: {error}.") from None
    return [[_plain(cell) for cell in _fitted(row, number, name)] for number, row in enumerate(rows[1:], 2)]


def _header(text: str, divider: str) -> tuple[str, ...]:
    first = next(csv.reader(text.splitlines()[:1], delimiter=divider), [])
    return tuple(" ".join(cell.lower().split()) for cell in first[: len(COLUMNS)])


def _fitted(row: Sequence[str], number: int, name: str) -> list[str]:
    if any(cell.strip() for cell in row[len(COLUMNS) :]):
        raise BadInput(f"{name}: row {number}: there is text to the right of the last column, {NOTE}.")
    return [*row, *[""] * len(COLUMNS)][: len(COLUMNS)]


def _plain(cell: str) -> str:
    """Return a cell without the apostrophe in front that some programs keep and others drop."""
    return " ".join(cell.split()).removeprefix("'").strip()


def _changes(question: Question, row: Sequence[str]) -> Iterator[str]:
    for column, ours, theirs in zip(GIVEN, given_cells(question), row, strict=False):
        if _plain(safe_text(ours)) != theirs:
            yield f"{column}: it is not what was asked; the sheet was changed, or belongs to another key"


def _refusals(question: Question, row: Sequence[str]) -> Iterator[str]:
    own = dict(zip(COLUMNS, row, strict=True))
    if own[ANSWER]:
        try:
            read_answer(question.item, own[ANSWER])
        except InvalidResponse as error:
            yield f"{ANSWER}: {error}"
    for quality in QUALITIES:
        if own[quality] and own[quality].lower() not in _YES_NO:
            yield f"{quality}: expected y or n, not {own[quality][:60]!r}"


def _judgement(question: Question, row: Sequence[str]) -> Judgement:
    own = dict(zip(COLUMNS, row, strict=True))
    return Judgement(
        response=read_answer(question.item, own[ANSWER]) if own[ANSWER] else None,
        said=own[ANSWER],
        qualities={quality: _YES_NO[own[quality].lower()] for quality in QUALITIES if own[quality]},
        note=own[NOTE],
    )
