"""What the pages about classes show."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from quizgen.domain.attempts.timing import Phase, phase
from quizgen.services.classes import ClassCard, RosterEntry
from quizgen.services.quizzes import Quiz


@dataclass(frozen=True, slots=True)
class ClassQuiz:
    """A quiz of the class and where it stands now."""

    quiz: Quiz
    phase: Phase


@dataclass(frozen=True, slots=True)
class ClassPage:
    """A class: its code, its students by name, its quizzes with the newest first."""

    card: ClassCard
    roster: tuple[RosterEntry, ...]
    quizzes: tuple[ClassQuiz, ...]


@dataclass(frozen=True, slots=True)
class RemovePage:
    """The question before a student is taken out."""

    card: ClassCard
    student: RosterEntry


def class_page(
    card: ClassCard, *, roster: tuple[RosterEntry, ...], quizzes: Sequence[Quiz], now: datetime
) -> ClassPage:
    """Return the page of a class."""
    return ClassPage(card, roster, tuple(ClassQuiz(quiz, phase(quiz.policy, now)) for quiz in reversed(quizzes)))
