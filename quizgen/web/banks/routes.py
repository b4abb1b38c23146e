"""Banks: the list, a new one from a text, a draft at work, and the ledger."""

import json
from collections.abc import Sequence
from datetime import timedelta
from http import HTTPStatus

from flask import (
    Blueprint,
    Response,
    current_app,
    jsonify,
    redirect,
    render_template,
    request,
    url_for,
)
from flask.typing import ResponseReturnValue

from quizgen.domain.errors import BadInput, BadText, NotFound
from quizgen.generation.options import Options
from quizgen.generation.report_text import report_text
from quizgen.services import banks, draft_cards, drafting, evidence, quizzes
from quizgen.services.drafting import Brought, JobState
from quizgen.web import clock
from quizgen.web.access import author_of_bank, may, me, owner_of_job, reader_of_bank, reviewer_of_bank, teachers
from quizgen.web.banks.choices import ChoicesForm
from quizgen.web.banks.forms import NOTHING, BringForm, NewBankForm
from quizgen.web.banks.ledger import ALL, ledger_page
from quizgen.web.banks.pages import NewBankPage, choices_page, index_page, job_page
from quizgen.web.banks.progress import progress
from quizgen.web.banks.report import report_page
from quizgen.web.banks.settling import place_after
from quizgen.web.fields import refused
from quizgen.web.transaction import session
from quizgen.web.waking import wake_worker

BROKEN_OFF_STAYS = timedelta(days=7)
MAKE, ADD = "make", "add"
# Short enough to be read out and typed again.
EASY_SEEDS = 1_000_000

blueprint = Blueprint("banks", __name__)


@blueprint.get("/banks")
@teachers
def index() -> ResponseReturnValue:
    """Show drafts at work, the teacher's banks, and those that came with the product."""
    drafts = draft_cards.unfinished(session(), me().id, since=clock.now() - BROKEN_OFF_STAYS)
    page = index_page(drafts, banks.visible_to(session(), me().id), reader=me().id)
    return render_template("banks/index.html", page=page)


@blueprint.get("/banks/new")
@teachers
def new() -> ResponseReturnValue:
    """Show the form that texts come in by."""
    return _new(NewBankForm())


@blueprint.post("/banks/new")
@teachers
def bring() -> ResponseReturnValue:
    """Keep the texts that can be read as a draft; they are read before the transaction begins.

    When some cannot, the page of the draft says which, and keeps the others.
    """
    form = NewBankForm()
    form.validate()
    texts = form.read()
    if not form.brings:
        refused(form.text, NOTHING)
    if not texts:
        return _new(form)
    title = None if form.title.errors else form.title.data
    options = Options(seed=clock.seed() % EASY_SEEDS)
    job_id = drafting.begin(session(), owner=me().id, texts=texts[:1], title=title, options=options, now=clock.now())
    _add(job_id, texts[1:], form)
    return _choices(job_id, form) if form.errors else redirect(url_for("banks.job", job_id=job_id))


@blueprint.get("/drafts/<int:job_id>")
@owner_of_job
def job(job_id: int) -> ResponseReturnValue:
    """Show what was read and ask what to make of it, then how far the work is; when it is done, its bank."""
    found = drafting.get(session(), job_id)
    if found.state is JobState.DONE and found.bank is not None:
        return redirect(url_for("banks.show", bank_id=found.bank))
    if found.state is JobState.READ:
        return _choices(job_id)
    return render_template("banks/job.html", page=job_page(found))


@blueprint.post("/drafts/<int:job_id>")
@owner_of_job
def choose(job_id: int) -> ResponseReturnValue:
    """Take in more texts, show the text again, or ask for the bank.

    Whoever brings a text sees what was read of it before the bank is made.
    """
    brought = BringForm()
    texts = brought.read()
    came = _add(job_id, texts, brought) if texts else 0
    found = drafting.get(session(), job_id)
    if found.state is not JobState.READ:
        return redirect(url_for("banks.job", job_id=job_id))
    form = ChoicesForm()
    form.offer(found.texts)
    act = request.form.get("act")
    if act == ADD and not brought.brings:
        refused(brought.text, NOTHING)
    if brought.brings or act != MAKE:
        return _choices(job_id, brought, form, came=came)
    if not form.is_sound(found.texts):
        return _choices(job_id, form=form)
    choices, options = form.text_choices(found.texts), form.options(found.texts)
    drafting.ask(session(), job_id, title=form.title.data, choices=choices, options=options, now=clock.now())
    wake_worker(job_id)
    return redirect(url_for("banks.job", job_id=job_id))


@blueprint.post("/drafts/<int:job_id>/reopen")
@owner_of_job
def reopen(job_id: int) -> ResponseReturnValue:
    """Let the teacher of a failed or stopped draft choose again."""
    drafting.reopen(session(), job_id, now=clock.now())
    return redirect(url_for("banks.job", job_id=job_id))


@blueprint.get("/drafts/<int:job_id>/status")
@owner_of_job
def job_status(job_id: int) -> ResponseReturnValue:
    """Return how far the work is, for the page's script; ``next`` is where to go when nothing changes any more."""
    card = draft_cards.card(session(), job_id)
    now = progress(card.state, card.progress, None, card.error)
    return jsonify(
        state=card.state.value,
        heading=now.heading,
        done=now.done,
        total=now.total,
        steps=[{"state": step.state, "note": step.note} for step in now.steps],
        next=None if now.live else url_for("banks.job", job_id=job_id),
    )


@blueprint.post("/drafts/<int:job_id>/retry")
@owner_of_job
def retry(job_id: int) -> ResponseReturnValue:
    """Put a failed or stopped draft to work again."""
    drafting.retry(session(), job_id, now=clock.now())
    wake_worker(job_id)
    return redirect(url_for("banks.job", job_id=job_id))


@blueprint.post("/drafts/<int:job_id>/cancel")
@owner_of_job
def cancel(job_id: int) -> ResponseReturnValue:
    """Stop a draft at work; its text is kept."""
    drafting.cancel(session(), job_id, now=clock.now())
    return redirect(url_for("banks.job", job_id=job_id))


@blueprint.get("/banks/<int:bank_id>")
@reader_of_bank
def show(bank_id: int) -> ResponseReturnValue:
    """Show the passage with its claims beside the claims with their questions."""
    page = ledger_page(
        banks.get(session(), bank_id),
        is_mine=may(author_of_bank, bank_id=bank_id),
        may_review=may(reviewer_of_bank, bank_id=bank_id),
        show=request.args.get("show", ALL),
        claim=request.args.get("claim", ""),
        page=request.args.get("page", 1, type=int),
        quizzes=quizzes.taught_by(session(), me().id),
        suggestions=evidence.waiting(session(), bank_id),
    )
    return render_template("banks/show.html", page=page)


@blueprint.get("/banks/<int:bank_id>/report")
@reader_of_bank
def report(bank_id: int) -> ResponseReturnValue:
    """Show how the bank was made."""
    stored = _reported(bank_id)
    return render_template("banks/report.html", page=report_page(bank_id, stored.bank.title, stored.report or {}))


@blueprint.get("/banks/<int:bank_id>/report.txt")
@reader_of_bank
def report_as_text(bank_id: int) -> ResponseReturnValue:
    """Hand the report out as plain lines."""
    stored = _reported(bank_id)
    return _download(report_text(stored.report or {}), "text/plain", f"report-{bank_id}.txt")


@blueprint.get("/banks/<int:bank_id>/report.json")
@reader_of_bank
def report_as_json(bank_id: int) -> ResponseReturnValue:
    """Hand the report out as JSON, for programs."""
    stored = _reported(bank_id)
    text = json.dumps(stored.report, ensure_ascii=False, indent=2) + "\n"
    return _download(text, "application/json", f"report-{bank_id}.json")


@blueprint.post("/banks/<int:bank_id>/items/<path:item_id>")
@reviewer_of_bank
def settle(bank_id: int, item_id: str) -> ResponseReturnValue:
    """Use or drop a question that waits, and go back to where it stood."""
    choice = request.form.get("choice")
    if choice not in ("use", "drop"):
        raise BadInput("Say whether to use the question or to drop it.")
    before = banks.get(session(), bank_id).bank
    banks.settle(session(), bank_id, item_id, status_ready=choice == "use", now=clock.now())
    after = banks.get(session(), bank_id).bank
    return redirect(place_after(bank_id, before, after, item_id, show=request.form.get("show", ALL)))


def _add(job_id: int, texts: Sequence[Brought], form: BringForm) -> int:
    """Put texts into a draft and return how many are new; what is too many is told beside the field."""
    try:
        return drafting.add_texts(session(), job_id, texts)
    except BadText as error:
        refused(form.files, str(error))
        return len(texts)


def _new(form: NewBankForm) -> ResponseReturnValue:
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render_template("banks/new.html", page=NewBankPage(form, _largest())), status


def _choices(
    job_id: int, brought: BringForm | None = None, form: ChoicesForm | None = None, *, came: int = 0
) -> ResponseReturnValue:
    """Show a draft that waits for its teacher; without a ``form`` what it holds, with ``brought`` what could not be
    read."""
    found = drafting.get(session(), job_id)
    if form is None:
        form = ChoicesForm(formdata=None)
        form.show(found)
        form.offer(found.texts)
    if brought is not None:
        form.files.errors, form.text.errors = brought.files.errors, brought.text.errors
        form.text.data = brought.text.data if brought.text.errors else ""
    if isinstance(brought, NewBankForm) and brought.title.errors:
        form.title.data, form.title.errors = brought.title.data, brought.title.errors
    page = choices_page(found, form, largest=_largest(), came=came)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render_template("banks/choose.html", page=page), status


def _reported(bank_id: int) -> banks.StoredBank:
    stored = banks.get(session(), bank_id)
    if not stored.report:
        raise NotFound("There is no report on this bank, because it was not made here.")
    return stored


def _download(text: str, kind: str, name: str) -> Response:
    response = Response(text, mimetype=kind)
    response.headers.set("Content-Disposition", "attachment", filename=name)
    return response


def _largest() -> int:
    largest: int = current_app.extensions["settings"].upload_limit_bytes
    return largest
