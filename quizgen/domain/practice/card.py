"""A card: what is known of one student's memory of one item."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from fractions import Fraction


class Stage(StrEnum):
    """Where a card stands. LEARNING and RELEARNING come back within minutes, REVIEW after days."""

    LEARNING = "learning"
    REVIEW = "review"
    RELEARNING = "relearning"


class Rating(StrEnum):
    """How well the item was remembered, read off the answer alone."""

    AGAIN = "again"
    HARD = "hard"
    GOOD = "good"


@dataclass(frozen=True, slots=True)
class Memory:
    """The state of the scheduler for one card after an answer on ``day``, a date where the student is.

    ``stability`` is in days, ``difficulty`` runs from 1 to 10; ``step`` counts within a stage of minutes and is None
    in review.
    """

    stage: Stage
    step: int | None
    stability: float
    difficulty: float
    day: date


@dataclass(frozen=True, slots=True)
class Card:
    """One item as one student knows it: when it is due, and how often it was answered, once at least."""

    item: str
    memory: Memory
    due: datetime
    reviews: int

    @property
    def in_minutes(self) -> bool:
        """Tell whether it comes back within minutes, since its last answer was not right."""
        return self.memory.stage is not Stage.REVIEW


HALF = Fraction(1, 2)


def rating_of(credit: Fraction) -> Rating:
    """Return the rating for an answer's credit: all of it is GOOD, half or more HARD, less AGAIN."""
    if credit >= 1:
        return Rating.GOOD
    return Rating.HARD if credit >= HALF else Rating.AGAIN
