"""What the teacher's two pages of practice show."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from quizgen.services.banks import StoredBank
from quizgen.services.classes import ClassCard
from quizgen.services.practice_openings import Hold, Opening
from quizgen.services.practice_report import BankReport, ClassReport, Practiser
from quizgen.web.practice.forms import OpeningForm


@dataclass(frozen=True, slots=True)
class OpeningPage:
    """The form for who may practise a bank; ``open`` has the classes that may, with the quizzes it rests for."""

    bank_id: int
    title: str
    questions: int
    form: OpeningForm
    open: tuple[tuple[Opening, tuple[Hold, ...]], ...]


@dataclass(frozen=True, slots=True)
class ReportPage:
    """How much a class practises."""

    card: ClassCard
    banks: tuple[BankReport, ...]
    students: tuple[Practiser, ...]

    @property
    def any_answer(self) -> bool:
        """Tell whether anybody has practised at all."""
        return any(bank.answers for bank in self.banks)


def opening_page(
    stored: StoredBank, form: OpeningForm, openings: Collection[Opening], holds: Sequence[Hold]
) -> OpeningPage:
    """Return the page on which a bank is opened for practice."""
    return OpeningPage(
        bank_id=stored.id,
        title=stored.bank.title,
        questions=len(stored.bank.ready()),
        form=form,
        open=tuple((each, tuple(hold for hold in holds if hold.class_id == each.class_id)) for each in openings),
    )


def report_page(card: ClassCard, found: ClassReport) -> ReportPage:
    """Return the page about the practice of a class."""
    return ReportPage(card, found.banks, found.students)
