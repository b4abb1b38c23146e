"""Numbers as they are written become exact values, with how exactly they are meant."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.language.numerals import MAGNITUDES, WORD_VALUES, Comparator, numerals, value_of

WORDS = {value: word for word, value in WORD_VALUES.items()}


def spelled(number: int) -> str:
    """Return a number below a million in words."""
    if number >= 1000:
        rest = f" {spelled(number % 1000)}" if number % 1000 else ""
        return f"{spelled(number // 1000)} thousand{rest}"
    if number >= 100:
        rest = f" and {spelled(number % 100)}" if number % 100 else ""
        return f"{WORDS[number // 100]} hundred{rest}"
    if number in WORDS:
        return WORDS[number]
    return f"{WORDS[number - number % 10]}-{WORDS[number % 10]}"


@given(st.integers(0, 999_999))
@settings(max_examples=200, deadline=None)
def test_a_number_reads_the_same_in_words_in_figures_and_with_commas(number: int) -> None:
    for written in (spelled(number), str(number), f"{number:,}"):
        found = numerals(f"They sold {written} boats.")
        assert [(one.value, one.comparator, one.is_approximate) for one in found] == [
            (number, Comparator.EXACTLY, False)
        ]
        assert value_of(written) == number


@given(st.decimals(Decimal("0.1"), 999, places=1), st.sampled_from(sorted(set(MAGNITUDES) - {"hundred"})))
@settings(max_examples=60, deadline=None)
def test_a_magnitude_multiplies_and_keeps_the_place_of_the_last_figure(number: Decimal, magnitude: str) -> None:
    (found,) = numerals(f"It cost ${number} {magnitude}.")
    assert (found.value, found.unit) == (number * MAGNITUDES[magnitude], "dollar")
    assert found.step == Decimal(MAGNITUDES[magnitude]) / 10


@given(st.text(max_size=60))
def test_every_number_stands_where_it_says_and_agrees_with_itself(text: str) -> None:
    found = numerals(text)
    assert [one.span.start for one in found] == sorted(one.span.start for one in found)
    for one in found:
        assert one.span.of(text).strip()
        assert one.upper is None or one.upper > one.value
        assert one.agrees_with(one)


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_to_agree_is_mutual_and_exact_numbers_agree_only_when_equal(one: int, other: int) -> None:
    (first,), (second,) = numerals(f"{one} boats"), numerals(f"{other} boats")
    assert first.agrees_with(second) == second.agrees_with(first) == (one == other)
    (least,) = numerals(f"at least {one} boats")
    assert least.agrees_with(second) == (other >= one)


@pytest.mark.parametrize(
    ("text", "value", "upper", "comparator", "is_approximate", "unit"),
    [
        ("more than 40 arches", 40, None, Comparator.MORE_THAN, False, ""),
        ("at least three hundred and five boats", 305, None, Comparator.AT_LEAST, False, ""),
        ("no more than ten boats", 10, None, Comparator.AT_MOST, False, ""),
        ("up to 12% of the boats", 12, None, Comparator.AT_MOST, False, "percent"),
        ("fewer than a thousand boats", 1000, None, Comparator.LESS_THAN, False, ""),
        ("about 2,000 to 3,000 boats", 2000, 3000, Comparator.EXACTLY, True, ""),
        ("two to three million boats", 2_000_000, 3_000_000, Comparator.EXACTLY, False, ""),
        ("27-30 per cent", 27, 30, Comparator.EXACTLY, False, "percent"),
        ("£1.5 million", 1_500_000, None, Comparator.EXACTLY, False, "pound"),
        ("nearly 1,200 boats", 1200, None, Comparator.LESS_THAN, True, ""),
    ],
)
def test_bounds_ranges_and_units_are_read(text, value, upper, comparator, is_approximate, unit) -> None:
    (found,) = numerals(text)
    assert (found.value, found.upper, found.comparator) == (value, upper, comparator)
    assert (found.is_approximate, found.unit) == (is_approximate, unit)


@pytest.mark.parametrize("text", ["version 1.2.3", "the B2 bomber", "hundreds of boats", "nobody", "someone", "ten2"])
def test_what_is_no_plain_number_is_left_alone(text: str) -> None:
    assert numerals(text) == ()


def test_an_amount_does_not_run_into_another_currency_or_year() -> None:
    found = numerals("from $43 million in 2012 to $91 million in 2018")
    assert [one.value for one in found] == [43_000_000, 2012, 91_000_000, 2018]


@pytest.mark.parametrize("text", ["", "and", "boats", "12 boats"])
def test_the_value_of_no_number_is_an_error(text: str) -> None:
    with pytest.raises(ValueError, match="is not a number"):
        value_of(text)
