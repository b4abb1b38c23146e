"""The verbs of a student who sits a quiz, and of the server that ends it for them, under one name."""

from quizgen.services.ending import close_overdue, end_breaks, hand_in, mark_ended
from quizgen.services.saving import SEALED, Saved, flag, move_on, newest, save
from quizgen.services.sittings import Result, Sitting, clock, result, sitting
from quizgen.services.starting import WrongCode, start
from quizgen.services.student_home import AttemptCard, StudentQuiz, quizzes_of_student

__all__ = [
    "SEALED",
    "AttemptCard",
    "Result",
    "Saved",
    "Sitting",
    "StudentQuiz",
    "WrongCode",
    "clock",
    "close_overdue",
    "end_breaks",
    "flag",
    "hand_in",
    "mark_ended",
    "move_on",
    "newest",
    "quizzes_of_student",
    "result",
    "save",
    "sitting",
    "start",
]
