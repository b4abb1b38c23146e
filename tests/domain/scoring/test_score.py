"""Exact scores, and the one rounding for show."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.domain.scoring.rules import Mark
from quizgen.domain.scoring.score import Score, best, rounded, total
from tests.strategies import credit_values

scores = st.builds(
    lambda points, more: Score(Fraction(points), Fraction(points + more)), st.integers(0, 20), st.integers(0, 20)
)


def points(*earned: Fraction) -> list[Mark | None]:
    return [Mark(each, each, Fraction(1)) for each in earned]


@given(st.lists(credit_values, max_size=30))
def test_a_total_is_exact_whatever_the_order(earned: list[Fraction]) -> None:
    score = total(points(*earned))
    assert score == total(points(*reversed(earned)))
    assert score.possible == len(earned)
    assert score.points * 6 == sum(int(credit * 6) for credit in earned)
    assert 0 <= score.share <= 1


def test_three_thirds_are_one() -> None:
    thirds = total(points(*[Fraction(1, 3)] * 3))
    assert (thirds, thirds.share) == (Score(Fraction(1), Fraction(3)), Fraction(1, 3))


def test_a_score_is_never_below_nothing_and_a_question_taken_out_is_not_possible() -> None:
    assert total([*points(Fraction(1), Fraction(-2)), None]) == Score(Fraction(0), Fraction(2))


def test_nothing_possible_is_no_share() -> None:
    assert total([]).share == 0


@given(st.lists(scores, max_size=6))
def test_the_best_has_the_largest_share_and_comes_first_of_equals(several: list[Score]) -> None:
    winner = best(several)
    if winner is None:
        assert several == []
    else:
        assert all(winner.share >= score.share for score in several)
        assert winner is next(score for score in several if score.share == winner.share)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Fraction(0), "0"),
        (Fraction(1), "1"),
        (Fraction(10), "10"),
        (Fraction(100), "100"),
        (Fraction(1, 2), "0.5"),
        (Fraction(1, 3), "0.33"),
        (Fraction(2, 3), "0.67"),
        (Fraction(1, 8), "0.13"),
        (Fraction(1, 200), "0.01"),
        (Fraction(1, 201), "0"),
        (Fraction(199, 200), "1"),
        (Fraction(-1, 8), "-0.13"),
        (Fraction(-1, 1000), "0"),
        (Fraction(1005, 1000), "1.01"),
    ],
)
def test_rounding_is_half_up_without_trailing_zeros(value: Fraction, shown: str) -> None:
    assert rounded(value) == shown


@given(st.integers(-(10**7), 10**7), st.integers(0, 4))
def test_rounding_agrees_with_decimal_arithmetic(thousandths: int, places: int) -> None:
    decimal = Decimal(thousandths).scaleb(-3)
    expected = decimal.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    assert Decimal(rounded(Fraction(thousandths, 1000), places)) == expected


def test_whole_numbers_only_when_no_places_are_wanted() -> None:
    assert rounded(Fraction(5, 2), 0) == "3"
    assert rounded(Fraction(1250), 0) == "1250"
