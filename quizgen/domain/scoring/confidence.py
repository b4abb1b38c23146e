"""Confidence: how sure a student is of an answer, what that is worth, and how well the student judged it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

ZERO = Fraction(0)


class Confidence(StrEnum):
    """How sure a student says to be of one answer."""

    SURE = "sure"
    FAIRLY = "fairly"
    GUESSING = "guessing"


class Asking(StrEnum):
    """Whether a quiz asks how sure the student is, and whether that counts."""

    OFF = "not asked"
    ASKED = "asked"
    COUNTED = "asked and counted"


@dataclass(frozen=True, slots=True)
class Level:
    """What one confidence is worth, and the shares of right answers, ``low`` to ``high``, at which it pays most."""

    right: Fraction
    wrong: Fraction
    low: Fraction
    high: Fraction


SCALE = {
    Confidence.SURE: Level(Fraction(3), Fraction(-6), Fraction(4, 5), Fraction(1)),
    Confidence.FAIRLY: Level(Fraction(2), Fraction(-2), Fraction(2, 3), Fraction(4, 5)),
    Confidence.GUESSING: Level(Fraction(1), ZERO, ZERO, Fraction(2, 3)),
}
"""Certainty-based marks as Moodle publishes them: ``question_cbm`` in question/engine/lib.php, after Gardner-Medwin."""
MOST = max(level.right for level in SCALE.values())


def certain(credit: Fraction, confidence: Confidence | None) -> Fraction:
    """Return the certainty-based mark, from -6 to 3, of an answer that was given.

    A part of the credit gives that part of the mark for a right answer; none, or less, gives the mark for a wrong one.
    Whoever does not say how sure they are counts as guessing. Both as in Moodle's ``adjust_fraction``.
    """
    level = SCALE[confidence or Confidence.GUESSING]
    return level.right * credit if credit > 0 else level.wrong


@dataclass(frozen=True, slots=True)
class Calibration:
    """How many answers a student gave with one confidence, and the average credit for them, from 0 to 1."""

    confidence: Confidence
    answers: int
    average: Fraction

    @property
    def too_sure(self) -> bool:
        """Tell whether less was right than this confidence is meant for."""
        return self.average < SCALE[self.confidence].low

    @property
    def too_unsure(self) -> bool:
        """Tell whether more was right than this confidence is meant for."""
        return self.average > SCALE[self.confidence].high


def calibrations(answers: Iterable[tuple[Confidence, Fraction]]) -> tuple[Calibration, ...]:
    """Return one for each confidence that was used, the surest first; ``answers`` are confidences with credits."""
    given: dict[Confidence, list[Fraction]] = {confidence: [] for confidence in Confidence}
    for confidence, credit in answers:
        given[confidence].append(max(credit, ZERO))
    return tuple(
        Calibration(confidence, len(earned), sum(earned, ZERO) / len(earned))
        for confidence, earned in given.items()
        if earned
    )
