"""The addresses of joining, and of the choice between light and dark."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_security import login_user

from quizgen.domain.errors import NotAllowed
from quizgen.web.access import anyone, current_person
from quizgen.web.accounts.forms import CodeForm, JoinForm
from quizgen.web.accounts.joining import join_signed_in, join_with_account
from quizgen.web.accounts.themes import keep_theme

blueprint = Blueprint("accounts", __name__)


@blueprint.route("/join", methods=["GET", "POST"])
@anyone
def join() -> ResponseReturnValue:
    """Take a class code; ``?code=`` fills it in."""
    person = current_person()
    if person is None:
        return _join_with_account()
    if person.teaches:
        raise NotAllowed("Students join a class by its code, and you are signed in as a teacher. Sign out first.")
    return _join_signed_in()


@blueprint.post("/theme")
@anyone
def theme() -> ResponseReturnValue:
    """Keep the choice of light, dark or as the device, and go back to the page."""
    return keep_theme(request.form.get("theme", ""), request.form.get("page", "/"))


def _join_signed_in() -> ResponseReturnValue:
    form = CodeForm(code=request.args.get("code"))
    card = join_signed_in(form) if request.method == "POST" else None
    if card is None:
        return render_template("accounts/join.html", form=form), 422 if form.errors else 200
    flash(f"You are in {card.name} now.")
    return redirect(url_for("home.show"))


def _join_with_account() -> ResponseReturnValue:
    form = JoinForm(code=request.args.get("code"))
    joined = join_with_account(form) if request.method == "POST" else None
    if joined is None:
        return render_template("accounts/join.html", form=form), 422 if form.errors else 200
    user, card = joined
    login_user(user)
    flash(f"You are in {card.name} now. Next time, sign in with your user name and password.")
    return redirect(url_for("home.show"))
