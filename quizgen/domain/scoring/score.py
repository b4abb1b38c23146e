"""Exact scores, and the one rounding for show."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from quizgen.domain.scoring.rules import Mark


@dataclass(frozen=True, slots=True)
class Score:
    """Points earned of points possible, both exact."""

    points: Fraction
    possible: Fraction

    @property
    def share(self) -> Fraction:
        """Return the points as a share of the possible ones, from 0 to 1; 0 when nothing was possible."""
        return self.points / self.possible if self.possible else Fraction(0)


def total(marks: Iterable[Mark | None]) -> Score:
    """Return the score of an attempt, never below 0; None is a question that was taken out."""
    each = tuple(mark for mark in marks if mark is not None)
    points = sum((mark.points for mark in each), Fraction(0))
    return Score(max(points, Fraction(0)), sum((mark.possible for mark in each), Fraction(0)))


def best(scores: Iterable[Score]) -> Score | None:
    """Return the score with the largest share, the first of equals; None when there is none."""
    return max(scores, key=lambda score: score.share, default=None)


def rounded(value: Fraction, places: int = 2) -> str:
    """Return ``value`` in decimal figures, rounded once, half away from zero, without trailing zeros."""
    scale = 10**places
    units = int(abs(value) * scale + Fraction(1, 2))
    whole, part = divmod(units, scale)
    digits = f"{part:0{places}d}".rstrip("0") if places else ""
    sign = "-" if value < 0 and units else ""
    return f"{sign}{whole}.{digits}" if digits else f"{sign}{whole}"
