"""The versions of a bank, what differs between two, an old one restored, and a quiz given the newest."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizgen.domain.errors import BadInput
from quizgen.services import banks, classes, versions
from quizgen.web import clock
from quizgen.web.access import author_of_bank, may, me, reader_of_bank, teacher_of_quiz
from quizgen.web.transaction import session
from quizgen.web.versions.pages import compare_page, history_page, update_page

ANYWHERE = "UTC"

blueprint = Blueprint("versions", __name__)


@blueprint.get("/banks/<int:bank_id>/versions")
@reader_of_bank
def history(bank_id: int) -> ResponseReturnValue:
    """Show who made which version, and when."""
    stored = banks.get(session(), bank_id)
    cards = versions.history(session(), bank_id, before=request.args.get("before", type=int))
    zone = next((card.time_zone for card in classes.taught_by(session(), me().id)), ANYWHERE)
    return render_template(
        "versions/history.html", page=history_page(stored, cards, zone, is_mine=may(author_of_bank, bank_id=bank_id))
    )


@blueprint.get("/banks/<int:bank_id>/versions/compare")
@reader_of_bank
def compare(bank_id: int) -> ResponseReturnValue:
    """Show what differs between two versions."""
    stored = banks.get(session(), bank_id)
    after = request.args.get("after", stored.version, type=int)
    before = request.args.get("before", max(after - 1, 1), type=int)
    found = versions.compared(session(), bank_id, before, after)
    page = compare_page(stored, before, after, found, is_mine=may(author_of_bank, bank_id=bank_id))
    return render_template("versions/compare.html", page=page)


@blueprint.post("/banks/<int:bank_id>/versions/<int:number>/restore")
@author_of_bank
def restore(bank_id: int, number: int) -> ResponseReturnValue:
    """Make an old version the newest."""
    made = versions.restore(session(), bank_id, number, by=me().id, now=clock.now())
    flash(f"Version {number} is back, as version {made}. Quizzes keep the version that they have.")
    return redirect(url_for("versions.history", bank_id=bank_id))


@blueprint.get("/quizzes/<int:quiz_id>/version")
@teacher_of_quiz
def newer(quiz_id: int) -> ResponseReturnValue:
    """Show what the newest version of the bank would mean for a quiz."""
    found = versions.newer(session(), quiz_id)
    if found is None:
        flash("This quiz has the newest version of its bank.")
        return redirect(url_for("quizzes.show", quiz_id=quiz_id))
    return render_template("versions/update.html", page=update_page(found))


@blueprint.post("/quizzes/<int:quiz_id>/version")
@teacher_of_quiz
def update(quiz_id: int) -> ResponseReturnValue:
    """Give a quiz the newest version of its bank."""
    seen = request.form.get("seen", type=int)
    if seen is None:
        raise BadInput("Look at what is new in the bank first, then update the quiz.")
    versions.update(session(), quiz_id, seen=seen)
    flash(f"The quiz draws from version {seen} of its bank now.")
    return redirect(url_for("quizzes.show", quiz_id=quiz_id))
