"""Typed rows, one module a noun; importing this package makes the whole schema known."""

from quizgen.storage.tables.accounts import AccountRow
from quizgen.storage.tables.acts import ActRow, BeatRow
from quizgen.storage.tables.attempts import AttemptRow, LateResponseRow, MarkRow, PaperRow, ResponseRow
from quizgen.storage.tables.banks import BankRow, BankVersionRow
from quizgen.storage.tables.classes import ClassRow, EnrolmentRow
from quizgen.storage.tables.colleagues import ColleagueRow
from quizgen.storage.tables.corrections import CorrectionRow, FormerMarkRow
from quizgen.storage.tables.imports import ImportRow
from quizgen.storage.tables.jobs import JobRow, JobTextRow
from quizgen.storage.tables.notes import NoteRow
from quizgen.storage.tables.passages import PassageRow
from quizgen.storage.tables.practice import PracticeCardRow, PracticeOpeningRow, PracticeReviewRow
from quizgen.storage.tables.prepared import PreparedPaperRow
from quizgen.storage.tables.quizzes import QuizRow, ReleaseRow
from quizgen.storage.tables.rules import AccommodationRow, OverrideRow, OverrideStudentRow
from quizgen.storage.tables.suggestions import SuggestionRow

__all__ = [
    "AccommodationRow",
    "AccountRow",
    "ActRow",
    "AttemptRow",
    "BankRow",
    "BankVersionRow",
    "BeatRow",
    "ClassRow",
    "ColleagueRow",
    "CorrectionRow",
    "EnrolmentRow",
    "FormerMarkRow",
    "ImportRow",
    "JobRow",
    "JobTextRow",
    "LateResponseRow",
    "MarkRow",
    "NoteRow",
    "OverrideRow",
    "OverrideStudentRow",
    "PaperRow",
    "PassageRow",
    "PracticeCardRow",
    "PracticeOpeningRow",
    "PracticeReviewRow",
    "PreparedPaperRow",
    "QuizRow",
    "ReleaseRow",
    "ResponseRow",
    "SuggestionRow",
]
