"""Exact scores, and the one rounding for show."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Score:
    """Points earned of points possible, both exact."""

    points: Fraction
    possible: Fraction

    @property
    def share(self) -> Fraction:
        """Return the points as a share of the possible ones, from 0 to 1; 0 when nothing was possible."""
        return self.points / self.possible if self.possible else Fraction(0)


def total(earned: Iterable[Fraction | None]) -> Score:
    """Return the score of an attempt: one point an item, credit by credit, never below 0; None is no item."""
    each = tuple(credit for credit in earned if credit is not None)
    return Score(max(sum(each, Fraction(0)), Fraction(0)), Fraction(len(each)))


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
