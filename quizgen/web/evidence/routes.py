"""Evidence: references brought for a bank, a check at work, and its suggestions confirmed or dismissed."""

from http import HTTPStatus

from flask import Blueprint, current_app, flash, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizgen.domain.errors import BadInput
from quizgen.services import banks, drafting, evidence
from quizgen.services.drafting import JobState
from quizgen.web import clock
from quizgen.web.access import author_of_bank, me, owner_of_job
from quizgen.web.banks.rows import anchor
from quizgen.web.evidence.forms import CheckForm
from quizgen.web.evidence.pages import CheckPage, check_progress, suggestions_page, work_page
from quizgen.web.transaction import session
from quizgen.web.waking import wake_worker

DECISIONS = {
    "confirm": (evidence.confirm, "The source is kept as evidence."),
    "dismiss": (evidence.dismiss, "Dismissed."),
}

blueprint = Blueprint("evidence", __name__)


@blueprint.route("/banks/<int:bank_id>/sources", methods=["GET", "POST"])
@author_of_bank
def check(bank_id: int) -> ResponseReturnValue:
    """Ask for a check of the bank's claims against reference texts."""
    form = CheckForm()
    references = form.references() if form.validate_on_submit() else None
    if references is None:
        bank = banks.get(session(), bank_id).bank
        page = CheckPage(
            bank_id, bank.title, len(bank.claims), form, current_app.extensions["settings"].upload_limit_bytes
        )
        status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
        return render_template("evidence/check.html", page=page), status
    job_id = evidence.request(session(), bank_id=bank_id, owner=me().id, references=references, now=clock.now())
    wake_worker(job_id)
    return redirect(url_for("evidence.work", job_id=job_id, claim=_claim()))


@blueprint.get("/checks/<int:job_id>")
@owner_of_job
def work(job_id: int) -> ResponseReturnValue:
    """Show how far a check is; when it is done, what it suggests, beside the ``claim`` it was asked for."""
    job = drafting.get(session(), job_id)
    if job.checks is None:
        return redirect(url_for("banks.job", job_id=job_id))
    if job.state is JobState.DONE:
        return redirect(_found(job.checks))
    return render_template("evidence/work.html", page=work_page(job, job.checks, _claim()))


@blueprint.get("/checks/<int:job_id>/status")
@owner_of_job
def status(job_id: int) -> ResponseReturnValue:
    """Return how far a check is, for the page's script; ``next`` is where to go when nothing changes any more."""
    job = drafting.get(session(), job_id)
    now = check_progress(job.state, job.progress, job.error)
    return jsonify(
        state=job.state.value,
        heading=now.heading,
        done=now.done,
        total=now.total,
        steps=[{"state": step.state, "note": step.note} for step in now.steps],
        next=None if now.live else url_for("evidence.work", job_id=job_id, claim=_claim()),
    )


@blueprint.post("/checks/<int:job_id>/retry")
@owner_of_job
def retry(job_id: int) -> ResponseReturnValue:
    """Put a check that failed or was stopped to work again."""
    drafting.retry(session(), job_id, now=clock.now())
    wake_worker(job_id)
    return redirect(url_for("evidence.work", job_id=job_id))


@blueprint.post("/checks/<int:job_id>/cancel")
@owner_of_job
def cancel(job_id: int) -> ResponseReturnValue:
    """Stop a check at work."""
    drafting.cancel(session(), job_id, now=clock.now())
    return redirect(url_for("evidence.work", job_id=job_id))


@blueprint.get("/banks/<int:bank_id>/suggestions")
@author_of_bank
def suggestions(bank_id: int) -> ResponseReturnValue:
    """Show what sources suggest, each beside its claim."""
    waiting = evidence.of_bank(session(), bank_id)
    page = suggestions_page(banks.get(session(), bank_id), waiting, evidence.unfinished(session(), bank_id))
    return render_template("evidence/suggestions.html", page=page)


@blueprint.post("/banks/<int:bank_id>/suggestions/<int:suggestion_id>")
@author_of_bank
def decide(bank_id: int, suggestion_id: int) -> ResponseReturnValue:
    """Confirm or dismiss a suggestion, and go on to the next one."""
    if request.form.get("choice") not in DECISIONS:
        raise BadInput("Say whether to confirm the suggestion or to dismiss it.")
    act, said = DECISIONS[request.form["choice"]]
    order = [
        row.id
        for row in suggestions_page(banks.get(session(), bank_id), evidence.of_bank(session(), bank_id), None).rows
    ]
    act(session(), bank_id, suggestion_id, now=clock.now())
    flash(said)
    following = order[order.index(suggestion_id) + 1 :] if suggestion_id in order else []
    anchor = f"suggestion-{following[0]}" if following else None
    return redirect(url_for("evidence.suggestions", bank_id=bank_id, _anchor=anchor))


def _claim() -> str | None:
    """Return the claim for which the check was asked for, None when it was for all."""
    return request.args.get("claim") or None


def _found(bank_id: int) -> str:
    """Return where what was found is shown: beside the claim it was looked for, or as a list."""
    claim = _claim()
    if claim is None:
        return url_for("evidence.suggestions", bank_id=bank_id)
    if all(one.suggestion.claim != claim for one in evidence.of_bank(session(), bank_id)):
        flash("No sentence of the sources seems to speak to this claim.")
    return url_for("claims.show", bank_id=bank_id, claim=claim, _anchor=anchor(claim))
