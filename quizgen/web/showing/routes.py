"""What students see of a quiz: set by its teacher, and shown or taken back by a word of theirs."""

from http import HTTPStatus

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizgen.domain.errors import BadInput
from quizgen.services import quizzes, showing
from quizgen.services.quizzes import Quiz
from quizgen.web import clock
from quizgen.web.access import me, teacher_of_quiz
from quizgen.web.showing.forms import ShowingForm
from quizgen.web.showing.pages import showing_page
from quizgen.web.transaction import session

blueprint = Blueprint("showing", __name__)


@blueprint.route("/quizzes/<int:quiz_id>/showing", methods=["GET", "POST"])
@teacher_of_quiz
def edit(quiz_id: int) -> ResponseReturnValue:
    """Say what students see of a quiz, and when."""
    quiz, form = quizzes.get(session(), quiz_id), ShowingForm()
    if request.method == "GET":
        form.show(quiz.policy.reveal)
    elif form.validate() and _changed(form, quiz):
        flash("What students see is saved.")
        return redirect(url_for("quizzes.show", quiz_id=quiz_id))
    page = showing_page(quiz, form, showing.kept_open_by(session(), quiz, now=clock.now()))
    return render_template("showing/edit.html", page=page), _status(form)


@blueprint.post("/quizzes/<int:quiz_id>/release")
@teacher_of_quiz
def release(quiz_id: int) -> ResponseReturnValue:
    """Show what waits for the teacher's word, or take it back."""
    show = request.form.get("show") == "yes"
    showing.release(session(), quiz_id, show=show, by=me().id, now=clock.now())
    flash("Students see it now." if show else "Students do not see it any more.")
    return redirect(url_for("quizzes.show", quiz_id=quiz_id))


def _changed(form: ShowingForm, quiz: Quiz) -> bool:
    """Set what the form says and tell whether that could be done; if not, why stands above the form."""
    try:
        showing.set_reveal(session(), quiz.id, form.reveal(quiz.policy.reveal))
    except BadInput as refusal:
        form.form_errors.append(str(refusal))
        return False
    return True


def _status(form: ShowingForm) -> HTTPStatus:
    return HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
