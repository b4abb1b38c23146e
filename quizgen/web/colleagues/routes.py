"""The people of a bank: everybody in it sees them, its owner invites, changes and takes out, and anybody may leave."""

from dataclasses import dataclass
from http import HTTPStatus

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizgen.domain.banks.duty import Duty
from quizgen.domain.errors import BadInput, Conflict
from quizgen.services import banks, colleagues
from quizgen.services.colleagues import Colleague
from quizgen.web import clock
from quizgen.web.access import me, owner_of_bank, reviewer_of_bank
from quizgen.web.colleagues.forms import InviteForm
from quizgen.web.fields import refused
from quizgen.web.transaction import session

blueprint = Blueprint("colleagues", __name__)


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """Who works in a bank; ``is_mine`` when the reader may change that."""

    bank_id: int
    title: str
    owner: str
    people: tuple[Colleague, ...]
    is_mine: bool
    reader: int
    form: InviteForm


@blueprint.get("/banks/<int:bank_id>/people")
@reviewer_of_bank
def show(bank_id: int) -> ResponseReturnValue:
    """Show who works in a bank."""
    return _page(bank_id, InviteForm(formdata=None))


@blueprint.post("/banks/<int:bank_id>/people")
@owner_of_bank
def invite(bank_id: int) -> ResponseReturnValue:
    """Invite a teacher by user name."""
    form = InviteForm()
    if form.validate():
        try:
            came = colleagues.invite(
                session(), bank_id, username=form.username.data, duty=Duty(form.duty.data), now=clock.now()
            )
        except (BadInput, Conflict) as error:
            refused(form.username, str(error))
        else:
            flash(f"{came.name} works in this bank now, as {came.duty.value}, and finds it under Banks.")
            return redirect(url_for("colleagues.show", bank_id=bank_id))
    return _page(bank_id, form)


@blueprint.post("/banks/<int:bank_id>/people/<int:person_id>")
@owner_of_bank
def change(bank_id: int, person_id: int) -> ResponseReturnValue:
    """Change what a colleague may do, or take them out."""
    act = request.form.get("act", "")
    if act == "remove":
        colleagues.remove(session(), bank_id, person_id)
        flash("Taken out. What was done stays, with the name.")
    elif act in {duty.value for duty in Duty}:
        changed = colleagues.set_duty(session(), bank_id, person_id, Duty(act))
        flash(f"{changed.name} works as {changed.duty.value} now.")
    else:
        raise BadInput("Say what the colleague may do: author, reviewer, or nothing any more.")
    return redirect(url_for("colleagues.show", bank_id=bank_id))


@blueprint.post("/banks/<int:bank_id>/people/leave")
@reviewer_of_bank
def leave(bank_id: int) -> ResponseReturnValue:
    """Leave a bank of somebody else."""
    title = banks.get(session(), bank_id).bank.title
    colleagues.remove(session(), bank_id, me().id)
    flash(f"You have left {title}.")
    return redirect(url_for("banks.index"))


def _page(bank_id: int, form: InviteForm) -> ResponseReturnValue:
    stored = banks.get(session(), bank_id)
    page = PeoplePage(
        bank_id=bank_id,
        title=stored.bank.title,
        owner=colleagues.owner_name(session(), bank_id) or "",
        people=colleagues.of_bank(session(), bank_id),
        is_mine=stored.owner == me().id,
        reader=me().id,
        form=form,
    )
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render_template("colleagues/show.html", page=page), status
