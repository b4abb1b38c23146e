"""Totals over the quizzes that have a score."""

from fractions import Fraction

from quizgen.domain.gradebook.gradebook import Cell, Row, Standing
from quizgen.domain.scoring.score import Score

HALF = Cell(Standing.DONE, Score(Fraction(5, 3), Fraction(10, 3)), attempts=1)
FULL = Cell(Standing.DONE, Score(Fraction(4), Fraction(4)), attempts=2)
SITTING = Cell(Standing.SITTING, attempts=1)


def test_a_quiz_that_was_not_sat_counts_neither_way() -> None:
    row = Row(1, "Hazel Ashdown", "hazel", (HALF, Cell(), FULL, SITTING))
    assert row.total == Score(Fraction(17, 3), Fraction(22, 3))


def test_without_any_score_there_is_no_total() -> None:
    assert Row(1, "Hazel Ashdown", "hazel", ()).total is None
    assert Row(1, "Hazel Ashdown", "hazel", (Cell(), SITTING)).total is None


def test_nought_points_are_a_score() -> None:
    zero = Cell(Standing.DONE, Score(Fraction(0), Fraction(3)))
    assert Row(1, "Hazel Ashdown", "hazel", (zero,)).total == Score(Fraction(0), Fraction(3))
