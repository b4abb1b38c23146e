"""A number: how it may be written, how near it must be, and which units may stand with it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.domain.document import Fields
from quizgen.domain.errors import Problem
from quizgen.domain.items.item import InvalidResponse, self_test
from quizgen.domain.items.numeric import LONGEST_RESPONSE, NumericItem
from tests.builders import numeric


@pytest.mark.parametrize(
    ("key", "typed"),
    [
        ("250", "250"),
        ("250", " 250 km "),
        ("250", "250km."),
        ("250", "250.0 Kilometres"),
        ("1250", "1,250"),
        ("1250", "1 250 km"),
        ("1250", "1\u202f250"),
        ("1250", "1'250"),
        ("1250", "1’250"),
        ("1234567", "1,234,567 km"),
        ("25000000", "25 million"),
        ("2500000", "2.5 million km"),
        ("0.5", ".5"),
        ("-5", "−5"),
        ("5", "+5"),
        ("12", "１２"),
        ("12", "012"),
    ],
)
def test_a_number_may_be_written_in_many_ways(key: str, typed: str) -> None:
    item = numeric(key=key)
    assert item.credit(item.read_response(typed)) == 1


@pytest.mark.parametrize(
    ("units", "typed"),
    [(("$", "dollars"), "$250"), (("$", "dollars"), "250 dollars"), (("%", "per cent"), "250 PER  CENT"),
     (("km²",), "250 km2"), (("°C",), "250 ℃")],
)  # fmt: skip
def test_a_unit_may_stand_before_or_behind_in_any_of_its_forms(units: tuple[str, ...], typed: str) -> None:
    item = numeric(units=units)
    assert item.credit(item.read_response(typed)) == 1


@pytest.mark.parametrize(
    "typed", ["251", "25", "-250", "250 miles", "250 m", "$250", "about 250", "250-300", "250² km", "0.25", "$250 km"]
)
def test_another_number_or_another_unit_gets_no_credit(typed: str) -> None:
    item = numeric()
    try:
        response = item.read_response(typed)
    except InvalidResponse:
        return
    assert item.credit(response) == 0


def test_a_unit_is_wrong_where_none_is_asked_for() -> None:
    item = numeric(units=())
    assert [item.credit(typed) for typed in ("250", "250 km")] == [1, 0]


@pytest.mark.parametrize(("typed", "credit"), [("247.5", 1), ("252.5", 1), ("247.49", 0), ("252.51 km", 0)])
def test_both_ends_of_the_tolerance_still_count(typed: str, credit: int) -> None:
    assert numeric(tolerance="2.5").credit(typed) == credit


@given(st.integers(0, 10**12))
def test_thousands_separators_change_nothing(number: int) -> None:
    item = numeric(key=f"{number}")
    written = (f"{number}", f"{number:,}", f"{number:,}".replace(",", " "), f"{number:,}.00 km")
    assert [item.credit(item.read_response(text)) for text in written] == [1] * 4


@pytest.mark.parametrize(
    "raw", ["", " ", "many", "1,25", "12,5", "1,2500", "1,234,56", "1.2.3", "1" * (LONGEST_RESPONSE + 1)]
)
def test_what_is_not_one_number_is_refused_and_never_guessed_at(raw: str) -> None:
    with pytest.raises(InvalidResponse, match="in figures"):
        numeric().read_response(raw)


@pytest.mark.parametrize(
    ("item", "problem"),
    [
        (numeric(stem="____ and ____"), "the stem has at most one gap, written ____"),
        (numeric(key="1,250"), "the key is a number in figures without thousands separators, such as 12500 or 3.5"),
        (numeric(key="many"), "the key is a number in figures without thousands separators, such as 12500 or 3.5"),
        (numeric(key="1" * 31), "the key is a number in figures without thousands separators, such as 12500 or 3.5"),
        (numeric(tolerance="-1"), "the tolerance is a number in figures, 0 or more"),
        (numeric(tolerance="5%"), "the tolerance is a number in figures, 0 or more"),
        (numeric(units=("km", "")), "a unit is a word or sign of at most 40 characters that opens with no figure"),
        (numeric(units=("2 km",)), "a unit is a word or sign of at most 40 characters that opens with no figure"),
    ],
)
def test_what_is_wrong_with_a_number_is_said(item: NumericItem, problem: str) -> None:
    assert problem in item.problems()


def test_a_unit_that_changes_the_number_fails_the_self_test() -> None:
    assert self_test(numeric(units=("million people",))) == ("the right sample does not get full credit",)


def test_a_large_key_with_a_small_tolerance_is_still_told_from_its_neighbour() -> None:
    assert self_test(numeric(key="9" * 30, tolerance="0.5")) == ()


@pytest.mark.parametrize(
    ("item", "text"),
    [
        (numeric(), "250 kilometres"),
        (numeric(units=()), "250"),
        (numeric(key="9876"), "9876 kilometres"),
        (numeric(key="-12500.50"), "-12,500.50 kilometres"),
        (numeric(key="37600000000", units=("$", "dollars")), "$37,600,000,000"),
        (numeric(key="30", units=("%", "percent")), "30%"),
        (numeric(tolerance="5"), "250 kilometres (up to 5 more or less)"),
    ],
)
def test_the_key_names_unit_and_tolerance(item: NumericItem, text: str) -> None:
    assert item.key_text() == text


def test_tolerance_and_units_may_be_left_out() -> None:
    problems: list[Problem] = []
    own = NumericItem.read_own(Fields({"key": "7"}, "", problems))
    assert own == {"key": "7", "tolerance": "0", "units": ()}
    assert numeric(units=()).own_document() == {"key": "250"}
    assert problems == []
