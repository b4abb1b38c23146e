"""Intervals and agreement, against figures worked by hand or printed elsewhere, and their laws."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.domain.reviewing.shares import Share, kappa

shares = st.integers(0, 10**6).flatmap(lambda of: st.builds(Share, st.integers(0, of), st.just(of)))
pairs = st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), max_size=40)


@pytest.mark.parametrize(
    ("count", "of", "low", "high"),
    [
        # R. G. Newcombe, "Two-sided confidence intervals for the single proportion" (1998), table I, method 3.
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_the_interval_is_the_published_one(count: int, of: int, low: float, high: float) -> None:
    assert Share(count, of).interval() == pytest.approx((low, high), abs=5e-5)


@given(shares)
def test_the_interval_lies_within_nothing_and_all_and_around_the_share(share: Share) -> None:
    low, high = share.interval()
    assert 0 <= low <= share.value <= high <= 1


@given(shares)
def test_the_interval_of_the_rest_is_the_mirror_image(share: Share) -> None:
    low, high = share.interval()
    mirrored = Share(share.of - share.count, share.of).interval()
    assert mirrored == pytest.approx((1 - high, 1 - low), abs=1e-9)


@given(shares.filter(lambda share: share.of > 0))
def test_more_of_the_same_makes_the_interval_narrower(share: Share) -> None:
    low, high = share.interval()
    closer, nearer = Share(share.count * 4, share.of * 4).interval()
    assert nearer - closer < high - low


def test_nothing_judged_says_nothing() -> None:
    assert Share(0, 0).interval() == (0, 1)
    assert Share(0, 0).value == 0


def test_kappa_is_as_worked_by_hand() -> None:
    # 45 and 25 alike, 15 and 15 not: observed 0.70, expected 0.60 * 0.60 + 0.40 * 0.40 = 0.52.
    answers = [("y", "y")] * 45 + [("y", "n")] * 15 + [("n", "y")] * 15 + [("n", "n")] * 25
    assert kappa(answers) == pytest.approx((0.70 - 0.52) / 0.48)


@given(pairs)
def test_kappa_does_not_ask_who_is_first_and_is_one_for_full_agreement_alone(answers: list[tuple[str, str]]) -> None:
    found = kappa(answers)
    assert found == kappa([(second, first) for first, second in answers])
    if found is not None:
        assert -1 <= found <= 1
        assert (found == 1) == all(first == second for first, second in answers)


def test_kappa_is_not_defined_without_answers_or_with_a_single_one() -> None:
    assert kappa([]) is None
    assert kappa([("y", "y")] * 5) is None
    assert kappa([("y", "n")] * 5) == 0
