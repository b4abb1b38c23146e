"""Dates become stretches of years that can be compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.language.dates import Precision, Relation, dates

YEARS = st.integers(1000, 2099)


@given(YEARS, st.integers(1, 12), st.integers(1, 28))
def test_a_day_reads_the_same_in_both_orders(year: int, month: int, day: int) -> None:
    name = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ][month - 1]
    for text in (f"On {day} {name} {year} it burned.", f"On {name} {day}, {year}, it burned."):
        (found,) = dates(text)
        assert (found.first, found.last, found.month, found.day) == (year, year + 1, month, day)
        assert found.precision is Precision.DAY


@given(YEARS, YEARS)
def test_years_agree_when_they_are_equal_and_with_their_decade_and_century(one: int, other: int) -> None:
    (first,), (second,) = dates(f"in {one}"), dates(f"in {other}")
    assert first.agrees_with(second) == second.agrees_with(first) == (one == other)
    (decade,) = dates(f"in the {one // 10 * 10}s")
    assert decade.agrees_with(first)
    (century,) = dates(f"in the {(one - 1) // 100 + 1}th century")
    assert century.agrees_with(first)


@given(st.text(max_size=60))
def test_every_date_stands_where_it_says_and_agrees_with_itself(text: str) -> None:
    for date in dates(text):
        assert date.first < date.last
        assert date.span.of(text).strip()
        assert date.agrees_with(date)


@pytest.mark.parametrize(
    ("text", "first", "last", "precision", "part", "relation"),
    [
        ("in May 1950", 1950, 1951, Precision.MONTH, "", Relation.IN),
        ("since 2008", 2008, 2009, Precision.YEAR, "", Relation.SINCE),
        ("before the 1914 harvest", 1914, 1915, Precision.YEAR, "", Relation.BEFORE),
        ("in the late 1950s", 1950, 1960, Precision.DECADE, "late", Relation.IN),
        ("in the 1800s", 1800, 1900, Precision.DECADE, "", Relation.IN),
        ("the early 18th century", 1701, 1801, Precision.CENTURY, "early", Relation.IN),
        ("the second century BC", -200, -100, Precision.CENTURY, "", Relation.IN),
        ("in 44 BC", -44, -43, Precision.YEAR, "", Relation.IN),
        ("from 1299 to 1923", 1299, 1924, Precision.YEAR, "", Relation.FROM),
        ("in 1985-95", 1985, 1996, Precision.YEAR, "", Relation.IN),
    ],
)
def test_years_decades_centuries_and_ranges_are_read(text, first, last, precision, part, relation) -> None:
    (found,) = dates(text)
    assert (found.first, found.last, found.precision) == (first, last, precision)
    assert (found.part, found.relation) == (part, relation)


@pytest.mark.parametrize("text", ["1200 people", "$1950", "1950%", "12,000 boats", "1950.5", "room 12"])
def test_a_number_that_counts_is_no_date(text: str) -> None:
    assert dates(text) == ()


def test_months_and_days_tell_dates_apart_and_about_is_generous() -> None:
    (may,), (june,), (year,) = dates("May 1950"), dates("June 1950"), dates("in 1950")
    assert not may.agrees_with(june)
    assert may.agrees_with(year)
    (about,), (near,), (far,) = dates("around 1950"), dates("in 1953"), dates("in 1960")
    assert (about.agrees_with(near), about.agrees_with(far)) == (True, False)
