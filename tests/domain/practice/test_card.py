"""From an answer's credit to a rating."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.domain.practice.card import Rating, rating_of
from tests.strategies import sound_items

shares = st.fractions(-1, 1)
ORDER = (Rating.AGAIN, Rating.HARD, Rating.GOOD)


@pytest.mark.parametrize(
    ("credit", "rating"),
    [
        (Fraction(1), Rating.GOOD),
        (Fraction(99, 100), Rating.HARD),
        (Fraction(1, 2), Rating.HARD),
        (Fraction(49, 100), Rating.AGAIN),
        (Fraction(0), Rating.AGAIN),
    ],
)
def test_all_is_good_half_is_hard_and_less_is_again(credit: Fraction, rating: Rating) -> None:
    assert rating_of(credit) is rating


@given(shares, shares)
def test_more_credit_is_never_a_worse_rating(one: Fraction, other: Fraction) -> None:
    less, more = sorted((one, other))
    assert ORDER.index(rating_of(less)) <= ORDER.index(rating_of(more))


@given(sound_items)
def test_of_every_kind_a_right_answer_is_good_and_a_wrong_one_comes_again(item) -> None:  # type: ignore[no-untyped-def]
    samples = item.samples()
    assert rating_of(item.credit(item.read_response(samples.right))) is Rating.GOOD
    assert rating_of(item.credit(item.read_response(samples.wrong))) is Rating.AGAIN
