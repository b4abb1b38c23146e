"""Review sheets as CSV: out to a spreadsheet and back, whatever the spreadsheet does, and nothing guessed."""

import csv
import io
import random
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.domain.banks.bank import Bank
from quizgen.domain.errors import BadInput, NotAllowed
from quizgen.domain.items.kinds import KINDS
from quizgen.domain.reviewing.answering import key_answer, read_answer
from quizgen.domain.reviewing.measuring import QUALITIES, Judgement
from quizgen.domain.reviewing.sheet import Question, Sheet, Wanted, make_sheet
from quizgen.formats.review_csv import COLUMNS, read_filled, sheet_csv
from tests.builders import choice, verdict
from tests.domain.gradebook.test_csv_plain import PAYLOADS
from tests.domain.reviewing.banks import bank_of, sound_banks
from tests.strategies import NASTY

LEANING = verdict("i-1", stem='[Context: "The mill stood."] It burned; badly.')
SHEET = Sheet("Rivers", (Question("q1", "text 1, near paragraph 2", LEANING), Question("q2", "text 1", choice())))
ANSWER, GRAMMATICAL, NOTE = (COLUMNS.index(name) for name in ("your answer", "grammatical", "note"))


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))


def saved(table: list[list[str]], **dialect: object) -> bytes:
    buffer = io.StringIO()
    csv.writer(buffer, **dialect).writerows(table)  # type: ignore[arg-type]
    return buffer.getvalue().encode()


def answered(sheet: Sheet = SHEET) -> list[list[str]]:
    """Return the sheet as somebody fills it who gives every key and finds everything good."""
    header, *given = rows(sheet_csv(sheet))
    answers = [key_answer(question.item) for question in sheet.questions]
    return [
        header,
        *([*row[:ANSWER], answer, *["y"] * 5, "fine"] for row, answer in zip(given, answers, strict=True)),
    ]


def problems(table: list[list[str]]) -> tuple[str, ...]:
    return read_filled(saved(table), SHEET, name="a.csv")[1]


def test_a_sheet_shows_questions_and_options_and_leaves_the_rest_empty() -> None:
    assert sheet_csv(SHEET).startswith("\ufeffid,passage,context,")
    header, first, second = rows(sheet_csv(SHEET))
    assert tuple(header) == COLUMNS
    assert first == ["q1", "text 1, near paragraph 2", "The mill stood.", "It burned; badly.", "", *[""] * 7]
    assert second[3:5] == ["What is the Wye, i-2?", "a) river\nb) lake\nc) hill"]
    text = sheet_csv(SHEET)
    assert not any(word in text.lower() for word in ("true", "verdict", "ready", "i-1"))


@pytest.mark.parametrize(
    "dialect",
    [
        {},
        {"delimiter": ";"},
        {"delimiter": "\t"},
        {"lineterminator": "\n"},
        {"quoting": csv.QUOTE_ALL},
        {"delimiter": ";", "quoting": csv.QUOTE_ALL, "lineterminator": "\n"},
    ],
)
def test_what_a_spreadsheet_saves_is_read_back(dialect: dict[str, object]) -> None:
    header, first, second = answered()
    filled, found = read_filled(saved([header, second, ["", "  "], first], **dialect), SHEET, name="a.csv")
    assert found == ()
    assert filled["q1"] == Judgement("true", "true", dict.fromkeys(QUALITIES, True), "fine")
    assert filled["q2"].said == "a"
    assert SHEET.questions[1].item.credit(filled["q2"].response or "") == 1


def test_yes_and_no_may_be_written_out_and_cells_left_empty() -> None:
    header, first, second = answered()
    first[GRAMMATICAL : GRAMMATICAL + 3] = ["Yes", " NO ", ""]
    second[ANSWER:] = [""] * 7
    filled, found = read_filled(saved([header, first, second]), SHEET, name="a.csv")
    assert found == ()
    assert filled["q1"].qualities == {
        "grammatical": True,
        "self-contained": False,
        "usable": True,
        "more than a copy": True,
    }
    assert filled["q2"] == Judgement()


def change(row: int, column: int, to: str) -> Callable[[list[list[str]]], None]:
    def done(table: list[list[str]]) -> None:
        table[row - 1][column] = to

    return done


@pytest.mark.parametrize(
    ("mend", "complaint"),
    [
        (
            change(2, ANSWER, "t"),
            "a.csv: row 2: your answer: 't' is no answer; write true, false or unverified, or amb",
        ),
        (change(3, ANSWER, "d"), "a.csv: row 3: your answer: 'd' is no answer; write the letter of the one right opt"),
        (change(3, GRAMMATICAL, "1"), "a.csv: row 3: grammatical: expected y or n, not '1'"),
        (change(2, 3, "It burned."), "a.csv: row 2: statement or question: it is not what was asked; the sheet was ch"),
        (change(3, 4, "a) lake"), "a.csv: row 3: options: it is not what was asked"),
        (change(2, 0, "q9"), "a.csv: row 2: there is no question 'q9' in this sheet"),
        (change(2, 0, ""), "a.csv: row 2: there is no question '' in this sheet"),
        (change(3, 0, "q1"), "a.csv: row 3: q1 stands here a second time"),
        (lambda table: table.pop(1), "a.csv: the row of q1 is missing"),
    ],
)
def test_a_bad_row_is_told_by_its_number(mend: Callable[[list[list[str]]], None], complaint: str) -> None:
    table = answered()
    mend(table)
    assert problems(table)[0].startswith(complaint)


def test_everything_wrong_is_told_at_once() -> None:
    table = answered()
    table[1][ANSWER], table[1][GRAMMATICAL], table[2][ANSWER] = "maybe", "perhaps", "z"
    assert [line.split(": ")[1] for line in problems(table)] == ["row 2", "row 2", "row 3"]


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        (b"", "does not begin with the columns of a review sheet: id, passage"),
        (b"id,passage\nq1,text 1\n", "does not begin with the columns"),
        ("id,caf\xe9\n".encode("latin-1"), "is not UTF-8; save the sheet as"),
        (b'id,"passage\n', "does not begin with the columns"),
        (saved(answered()) + b'q3,"open', "is no CSV file"),
        (saved(answered()) + b"q3,,,,,,,,,,,,overhang\n", "row 4: there is text to the right of the last column"),
        (b"," * 5_000_001, "has more than 5,000,000 bytes"),
    ],
)
def test_what_is_no_sheet_is_refused(data: bytes, complaint: str) -> None:
    with pytest.raises(BadInput, match=f"a.csv.*{complaint}"):
        read_filled(data, SHEET, name="a.csv")


@given(sound_banks, st.integers(0, 9))
def test_any_sound_bank_goes_out_and_comes_back(of: Bank, seed: int) -> None:
    try:
        sheet = make_sheet(of, Wanted(100, tuple(KINDS)), rng=random.Random(seed))
    except NotAllowed:
        return
    filled, found = read_filled(saved(answered(sheet)), sheet, name="a.csv")
    assert found == ()
    for question in sheet.questions:
        assert filled[question.name].response == read_answer(question.item, key_answer(question.item))


@pytest.mark.parametrize("payload", [*PAYLOADS, *NASTY])
def test_hostile_texts_run_nowhere_and_come_back_with_and_without_the_apostrophe(payload: str) -> None:
    item = replace(choice(options=(payload, "plain")), key="plain", stem=f"{payload} x")
    sheet = make_sheet(bank_of([item]), Wanted(1, tuple(KINDS)), rng=random.Random(1))
    table = answered(sheet)
    assert not any(cell.lstrip().startswith(("=", "+", "-", "@", "\t", "\r")) for row in table for cell in row)
    bare = [[cell.removeprefix("'") for cell in row] for row in table]
    for version in (table, bare):
        assert read_filled(saved(version), sheet, name="a.csv")[1] == ()


@pytest.mark.parametrize("payload", [*PAYLOADS, *NASTY])
def test_hostile_notes_are_kept_as_words(payload: str) -> None:
    table = answered()
    table[1][NOTE] = payload
    filled, found = read_filled(saved(table), SHEET, name="a.csv")
    assert found == ()
    assert filled["q1"].note == " ".join(payload.split()).removeprefix("'").strip()
