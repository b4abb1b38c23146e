"""Students by quizzes, with the score that counts and the total."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from quizgen.domain.scoring.score import Score


class Standing(StrEnum):
    """How a student stands with a quiz."""

    NOT_SAT = "not sat"
    SITTING = "sitting now"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Cell:
    """One student, one quiz. ``score`` is the best of the ended attempts; ``by_server`` marks a best one that the
    server handed in at the deadline; ``attempt`` is the id of that best one."""

    standing: Standing = Standing.NOT_SAT
    score: Score | None = None
    by_server: bool = False
    attempts: int = 0
    attempt: int | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """A quiz: its id in storage, its title, and what it is worth (None while nobody has sat it)."""

    quiz: int
    title: str
    possible: Fraction | None


@dataclass(frozen=True, slots=True)
class Row:
    """A student and their cells, one a column."""

    student: int
    name: str
    username: str
    cells: tuple[Cell, ...]

    @property
    def total(self) -> Score | None:
        """Return points and possible points over the quizzes that have a score; None without any.

        A quiz that was not sat counts neither way: whether a missing one is a zero is for the teacher to say.
        """
        scores = [cell.score for cell in self.cells if cell.score]
        if not scores:
            return None
        return Score(sum((s.points for s in scores), Fraction(0)), sum((s.possible for s in scores), Fraction(0)))


@dataclass(frozen=True, slots=True)
class Gradebook:
    """A class's gradebook, rows by name, columns in the order of the quizzes."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
