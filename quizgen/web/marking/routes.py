"""How a quiz is marked: chosen before it is sat, changed afterwards with a look at who gains and loses first."""

from http import HTTPStatus

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizgen.domain.errors import BadInput
from quizgen.services import quizzes, regrading
from quizgen.services.regrading import Change
from quizgen.web import clock
from quizgen.web.access import me, teacher_of_quiz
from quizgen.web.marking.forms import MarkingForm
from quizgen.web.transaction import session

blueprint = Blueprint("marking", __name__)


@blueprint.route("/quizzes/<int:quiz_id>/marking", methods=["GET", "POST"])
@teacher_of_quiz
def edit(quiz_id: int) -> ResponseReturnValue:
    """Choose how a quiz is marked; once somebody has handed in, show first who gains and loses."""
    ended, running = regrading.ended_and_open(session(), quiz_id)
    form, changes = MarkingForm(), None
    if request.method == "GET":
        form.show(regrading.rules(session(), quiz_id))
    elif form.validate():
        try:
            if ended and not form.apply.data:
                changes = _concerned(regrading.preview(session(), quiz_id, form.wanted))
            else:
                return _applied(quiz_id, form)
        except BadInput as refusal:
            form.form_errors.append(str(refusal))
    page = {
        "quiz": quizzes.get(session(), quiz_id),
        "form": form,
        "ended": ended,
        "running": running,
        "changes": changes,
        "history": regrading.history(session(), quiz_id),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render_template("marking/edit.html", page=page), status


@blueprint.post("/quizzes/<int:quiz_id>/corrections/<int:correction_id>/undo")
@teacher_of_quiz
def undo(quiz_id: int, correction_id: int) -> ResponseReturnValue:
    """Take a correction back and mark anew."""
    regrading.undo(session(), quiz_id, correction_id, by=me().id, now=clock.now())
    flash("The correction is taken back, and the marks with it.")
    return redirect(url_for("marking.edit", quiz_id=quiz_id))


def _applied(quiz_id: int, form: MarkingForm) -> ResponseReturnValue:
    regrading.correct(session(), quiz_id, form.wanted, reason=form.reason.data or "", by=me().id, now=clock.now())
    flash("How answers are marked is saved.")
    return redirect(url_for("quizzes.show", quiz_id=quiz_id))


def _concerned(changes: tuple[Change, ...]) -> tuple[Change, ...]:
    return tuple(change for change in changes if change.after != change.before)
