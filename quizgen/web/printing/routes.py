"""Papers to be printed: what to print, the page, the PDF; of a bank, and of a quiz."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from quizgen.domain.banks.printing import PrintedPaper
from quizgen.formats.paper_pdf import check_length, paper_pdf
from quizgen.services import banks, printing, quizzes
from quizgen.services.quizzes import Quiz
from quizgen.web import clock
from quizgen.web.access import reader_of_bank, teacher_of_quiz
from quizgen.web.exchange.routes import download, file_name
from quizgen.web.printing.choices import LARGEST_SEED, Wanted, wanted
from quizgen.web.printing.pages import bank_form, printed_page, quiz_form
from quizgen.web.transaction import session

PDF = "application/pdf"

blueprint = Blueprint("printing", __name__)


@blueprint.get("/banks/<int:bank_id>/paper")
@reader_of_bank
def bank_choices(bank_id: int) -> ResponseReturnValue:
    """Ask what to print of a bank."""
    return render_template("printing/choose.html", page=bank_form(banks.get(session(), bank_id), _wanted()))


@blueprint.get("/banks/<int:bank_id>/paper/print")
@reader_of_bank
def bank_page(bank_id: int) -> ResponseReturnValue:
    """Show a paper of a bank as a page to print."""
    chosen = _wanted()
    return _page(_of_bank(bank_id, chosen), chosen)


@blueprint.get("/banks/<int:bank_id>/paper.pdf")
@reader_of_bank
def bank_pdf(bank_id: int) -> ResponseReturnValue:
    """Hand a paper of a bank out as PDF."""
    chosen = _wanted()
    return _pdf(_of_bank(bank_id, chosen), chosen)


@blueprint.get("/quizzes/<int:quiz_id>/paper")
@teacher_of_quiz
def quiz_choices(quiz_id: int) -> ResponseReturnValue:
    """Ask what to print of a quiz."""
    return render_template("printing/choose.html", page=quiz_form(quizzes.get(session(), quiz_id), _wanted()))


@blueprint.get("/quizzes/<int:quiz_id>/paper/print")
@teacher_of_quiz
def quiz_page(quiz_id: int) -> ResponseReturnValue:
    """Show a paper of a quiz as a page to print."""
    chosen = _wanted()
    return _page(_of_quiz(quiz_id, chosen), chosen, _words(quizzes.get(session(), quiz_id)))


@blueprint.get("/quizzes/<int:quiz_id>/paper.pdf")
@teacher_of_quiz
def quiz_pdf(quiz_id: int) -> ResponseReturnValue:
    """Hand a paper of a quiz out as PDF."""
    chosen = _wanted()
    return _pdf(_of_quiz(quiz_id, chosen), chosen, _words(quizzes.get(session(), quiz_id)))


def _wanted() -> Wanted:
    return wanted(request.args, seed=clock.seed() % (LARGEST_SEED + 1))


def _of_bank(bank_id: int, chosen: Wanted) -> PrintedPaper:
    return printing.of_bank(session(), bank_id, count=chosen.count, letters=chosen.letters, seed=chosen.seed)


def _of_quiz(quiz_id: int, chosen: Wanted) -> PrintedPaper:
    return printing.of_quiz(session(), quiz_id, letters=chosen.letters, seed=chosen.seed)


def _page(paper: PrintedPaper, chosen: Wanted, words: str = "") -> ResponseReturnValue:
    check_length(paper, passages=chosen.text)
    return render_template("printing/paper.html", page=printed_page(paper, chosen, words))


def _pdf(paper: PrintedPaper, chosen: Wanted, words: str = "") -> ResponseReturnValue:
    pdf = paper_pdf(paper, passages=chosen.text, key=chosen.key, words=words)
    return download(pdf, PDF, f"{file_name(paper.title)}-{paper.code}.pdf")


def _words(quiz: Quiz) -> str:
    """Return what stands beside the title: the class, and the time where it is limited."""
    limit = quiz.policy.time_limit
    minutes = "" if limit is None else f", {int(limit.total_seconds() // 60)} minutes"
    return f"{quiz.class_name}{minutes}"
