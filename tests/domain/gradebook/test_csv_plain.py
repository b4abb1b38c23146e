"""The plain CSV: what a spreadsheet and a CSV reader both understand, and nothing that runs."""

import csv
import io
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.domain.gradebook.csv_plain import BYTE_ORDER_MARK, lines, safe_text
from quizgen.domain.gradebook.gradebook import Cell, Column, Gradebook, Row, Standing
from quizgen.domain.scoring.score import Score
from tests.strategies import texts

PAYLOADS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1:A9)",
    '=HYPERLINK("https://example.org","click")',
    "=cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "\t=1",
    "\r=1",
    "\n=1",
    "\tx",
    " =1",
    "\u00a0=1",
    "\u3000=1",
    "\u200b=1",
    "\ufeff=1",
    "\ufeff =1",
    "\uff1d1",
    "\uff0b1",
    "\uff0d1",
    "\uff20x",
]


def done(points: Fraction, possible: int = 4) -> Cell:
    return Cell(Standing.DONE, Score(points, Fraction(possible)), attempts=1)


def book(titles: list[str], *rows: Row) -> Gradebook:
    return Gradebook("Class 7", tuple(Column(n, title, None) for n, title in enumerate(titles)), rows)


def table(gradebook: Gradebook, **options: bool) -> list[list[str]]:
    text = "".join(lines(gradebook, **options)).removeprefix(BYTE_ORDER_MARK)
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def test_one_row_a_student_one_column_a_quiz_then_the_totals() -> None:
    gradebook = book(
        ["Rivers", "Locks"],
        Row(1, "Hazel Ashdown", "hazel", (done(Fraction(8, 3)), done(Fraction(4)))),
        Row(2, "Juniper Quill", "juniper", (Cell(), Cell(Standing.SITTING, attempts=1))),
        Row(3, 'Moss, Rowan "Ro"', "rowan", (Cell(), done(Fraction(0), 3))),
    )
    assert "".join(lines(gradebook)) == (
        "name,username,Rivers,Locks,total,possible,percent\r\n"
        "Hazel Ashdown,hazel,2.67,4,6.67,8,83.33\r\n"
        "Juniper Quill,juniper,,,,,\r\n"
        '"Moss, Rowan ""Ro""",rowan,,0,0,3,0\r\n'
    )


def test_the_byte_order_mark_comes_by_choice_and_only_once() -> None:
    gradebook = book(["Rivers"], Row(1, "Hazel Ashdown", "hazel", (Cell(),)))
    assert "".join(lines(gradebook, byte_order_mark=True)) == BYTE_ORDER_MARK + "".join(lines(gradebook))
    assert BYTE_ORDER_MARK not in "".join(lines(gradebook))


@pytest.mark.parametrize("payload", PAYLOADS)
def test_what_a_spreadsheet_takes_for_a_formula_is_made_a_text_everywhere(payload: str) -> None:
    header, row = table(book([payload], Row(1, payload, payload, (Cell(),))))
    assert safe_text(payload) == f"'{payload}"
    assert row[:2] == [f"'{payload}"] * 2
    assert header[2].startswith("'") or header[2][0] not in "=+-@\uff1d\uff0b\uff0d\uff20\t\r\n"


@pytest.mark.parametrize("name", ["O'Neil", "Ødegård", "王小明", "محمد", "Ñandú-Peña", "a=b", "1-2", "😀", ""])
def test_ordinary_names_in_any_script_stay_as_they_are(name: str) -> None:
    assert safe_text(name) == name


@given(st.lists(texts, max_size=4), texts)
def test_any_text_comes_back_from_a_strict_reader(titles: list[str], name: str) -> None:
    cells = tuple(done(Fraction(1)) for _ in titles)
    header, row = table(book(titles, Row(1, name, "hazel", cells)))
    assert len(header) == len(row) == len(titles) + 5
    assert row[0] == safe_text(name)
    assert row[2:-3] == ["1"] * len(titles)


@given(
    st.lists(st.sampled_from(["X", "X (2)", "X (3)", " X", "total", "name", "total (2)", "", "=X", "'=X"]), max_size=9)
)
def test_no_two_columns_have_the_same_name(titles: list[str]) -> None:
    (header,) = table(book(titles))
    assert len(set(header)) == len(header)
    assert (header[:2], header[-3:]) == (["name", "username"], ["total", "possible", "percent"])


@pytest.mark.parametrize(
    ("titles", "columns"),
    [
        (["X", "X"], ["X", "X (2)"]),
        (["X", "X", "X (2)"], ["X", "X (2)", "X (2) (2)"]),
        (["X (2)", "X", "X"], ["X (2)", "X", "X (3)"]),
        (["total"], ["total (2)"]),
        (["Two\nlines  here"], ["Two lines here"]),
    ],
)
def test_a_title_used_before_gets_a_number(titles: list[str], columns: list[str]) -> None:
    (header,) = table(book(titles))
    assert header[2:-3] == columns


def test_a_class_without_students_or_quizzes_still_has_its_header() -> None:
    assert table(book([])) == [["name", "username", "total", "possible", "percent"]]
