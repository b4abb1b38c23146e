"""Banks: the list, a new one from a text, a draft at work, and the ledger."""

from datetime import timedelta
from http import HTTPStatus

from flask import (
    Blueprint,
    Response,
    after_this_request,
    current_app,
    jsonify,
    redirect,
    render_template,
    request,
    url_for,
)
from flask.typing import ResponseReturnValue

from quizgen.domain.errors import BadInput, BadText
from quizgen.generation.options import Options
from quizgen.services import banks, draft_cards, drafting, quizzes
from quizgen.services.drafting import JobState
from quizgen.web import clock
from quizgen.web.access import me, owner_of_bank, owner_of_job, reader_of_bank, teachers
from quizgen.web.banks.forms import NewBankForm
from quizgen.web.banks.ledger import ALL, ledger_page
from quizgen.web.banks.pages import NewBankPage, index_page, job_page
from quizgen.web.banks.progress import progress
from quizgen.web.banks.settling import place_after
from quizgen.web.transaction import session

BROKEN_OFF_STAYS = timedelta(days=7)

blueprint = Blueprint("banks", __name__)


@blueprint.get("/banks")
@teachers
def index() -> ResponseReturnValue:
    """Show drafts at work, the teacher's banks, and those that came with the product."""
    drafts = draft_cards.unfinished(session(), me().id, since=clock.now() - BROKEN_OFF_STAYS)
    page = index_page(drafts, banks.visible_to(session(), me().id))
    return render_template("banks/index.html", page=page)


@blueprint.route("/banks/new", methods=["GET", "POST"])
@teachers
def new() -> ResponseReturnValue:
    """Ask for a bank from a text, which is read before the transaction begins."""
    form = NewBankForm()
    if not form.validate_on_submit():
        return _new(form)
    data, name = form.source()
    try:
        text = drafting.bring(data, name=name)
    except BadText as error:
        form.refuse(error)
        return _new(form)
    job_id = drafting.request(
        session(),
        owner=me().id,
        texts=[text],
        title=form.title.data,
        options=Options(seed=clock.seed()),
        now=clock.now(),
    )
    _wake_worker(job_id)
    return redirect(url_for("banks.job", job_id=job_id))


@blueprint.get("/drafts/<int:job_id>")
@owner_of_job
def job(job_id: int) -> ResponseReturnValue:
    """Show what was understood and how far the work is; when it is done, its bank."""
    found = drafting.get(session(), job_id)
    if found.state is JobState.DONE and found.bank is not None:
        return redirect(url_for("banks.show", bank_id=found.bank))
    return render_template("banks/job.html", page=job_page(found))


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
    _wake_worker(job_id)
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
        reader=me().id,
        show=request.args.get("show", ALL),
        claim=request.args.get("claim", ""),
        page=request.args.get("page", 1, type=int),
        quizzes=quizzes.taught_by(session(), me().id),
    )
    return render_template("banks/show.html", page=page)


@blueprint.post("/banks/<int:bank_id>/items/<path:item_id>")
@owner_of_bank
def settle(bank_id: int, item_id: str) -> ResponseReturnValue:
    """Use or drop a question that waits, and go back to where it stood."""
    choice = request.form.get("choice")
    if choice not in ("use", "drop"):
        raise BadInput("Say whether to use the question or to drop it.")
    before = banks.get(session(), bank_id).bank
    banks.settle(session(), bank_id, item_id, status_ready=choice == "use", now=clock.now())
    after = banks.get(session(), bank_id).bank
    return redirect(place_after(bank_id, before, after, item_id, show=request.form.get("show", ALL)))


def _new(form: NewBankForm) -> ResponseReturnValue:
    largest = current_app.extensions["settings"].upload_limit_bytes
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render_template("banks/new.html", page=NewBankPage(form, largest)), status


def _wake_worker(job_id: int) -> None:
    """Tell the queue once the request has committed: a worker that wakes earlier finds nothing.

    The job's row is the truth, and the worker looks for rows that nobody took: a queue that cannot be reached delays
    the work and loses nothing.
    """

    @after_this_request
    def wake(response: Response) -> Response:
        if response.status_code < HTTPStatus.BAD_REQUEST:
            try:
                current_app.extensions["enqueue"](job_id)
            except Exception:
                current_app.logger.exception("The queue did not take job %s; the sweeper will.", job_id)
        return response
