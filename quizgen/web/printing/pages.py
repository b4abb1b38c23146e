"""What the pages on papers show."""

from dataclasses import dataclass

from quizgen.domain.banks.printing import LETTERS, PrintedPaper
from quizgen.formats.paper_pdf import MOST_QUESTIONS, lacks_letters
from quizgen.services.banks import StoredBank
from quizgen.services.quizzes import Quiz
from quizgen.web.passages import ShownBlock, shown
from quizgen.web.printing.choices import LARGEST_SEED, Wanted


@dataclass(frozen=True, slots=True)
class ChoosePage:
    """What to print; a quiz knows how many questions it asks, a bank is asked for a number of them."""

    title: str
    bank: int | None
    quiz: int | None
    ready: int
    wanted: Wanted
    most: int = MOST_QUESTIONS
    largest_seed: int = LARGEST_SEED


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """A paper as a page: the texts once for each version, and whether the PDF would lack letters."""

    paper: PrintedPaper
    texts: tuple[tuple[ShownBlock, ...], ...]
    key: bool
    words: str
    letters: str
    lacks_letters: bool


def bank_form(stored: StoredBank, wanted: Wanted) -> ChoosePage:
    """Return the page that asks what to print of a bank."""
    return ChoosePage(stored.bank.title, stored.id, None, len(stored.bank.ready()), wanted)


def quiz_form(quiz: Quiz, wanted: Wanted) -> ChoosePage:
    """Return the page that asks what to print of a quiz."""
    return ChoosePage(quiz.title, None, quiz.id, quiz.blueprint.count, wanted)


def printed_page(paper: PrintedPaper, wanted: Wanted, words: str) -> PrintedPage:
    """Return a paper as a page to print."""
    texts = tuple(shown(passage) for passage in paper.passages) if wanted.text else ()
    return PrintedPage(paper, texts, wanted.key, words, LETTERS, lacks_letters(paper))
