"""How sure a student is pays exactly as the published scale says, and honesty pays best."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from quizgen.domain.scoring.confidence import SCALE, Calibration, Confidence, calibrations, certain
from tests.strategies import credit_values


@given(st.fractions(0, 1, max_denominator=60))
def test_who_says_honestly_how_sure_they_are_gains_most_on_average(chance: Fraction) -> None:
    gain = {level: chance * certain(Fraction(1), level) + (1 - chance) * certain(Fraction(0), level) for level in SCALE}
    best = max(gain.values())
    for level, worth in SCALE.items():
        assert (gain[level] == best) == (worth.low <= chance <= worth.high)


@given(credit_values, credit_values, st.none() | st.sampled_from(Confidence))
def test_more_credit_never_gives_a_lower_mark(one: Fraction, other: Fraction, confidence: Confidence | None) -> None:
    low, high = sorted((one, other))
    assert -6 <= certain(low, confidence) <= certain(high, confidence) <= 3


def test_a_part_gives_its_part_and_less_than_nothing_is_wrong() -> None:
    assert certain(Fraction(1, 2), Confidence.FAIRLY) == 1
    assert certain(Fraction(-1, 2), Confidence.SURE) == -6
    assert certain(Fraction(0), None) == 0


def test_calibration_is_the_average_for_each_confidence_that_was_used() -> None:
    answers = [(Confidence.SURE, Fraction(1)), (Confidence.GUESSING, Fraction(1)), (Confidence.SURE, Fraction(-1, 2))]
    sure, guessing = calibrations(answers)
    assert sure == Calibration(Confidence.SURE, 2, Fraction(1, 2))
    assert (sure.too_sure, sure.too_unsure) == (True, False)
    assert (guessing.too_sure, guessing.too_unsure) == (False, True)
    assert calibrations([]) == ()
