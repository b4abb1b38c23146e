"""The live view of a quiz, the figures that a class may see, and a teacher's acts on one attempt or on all."""

from http import HTTPStatus

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizgen.domain.attempts.act import FOR_ALL, possible
from quizgen.domain.attempts.reveal import Part
from quizgen.domain.errors import BadInput, NotAllowed
from quizgen.services import acting, quizzes, showing, standings, taking, watching
from quizgen.web import clock
from quizgen.web.access import me, teacher_of_attempt, teacher_of_quiz
from quizgen.web.live.forms import ActForm
from quizgen.web.live.pages import counts, live_page
from quizgen.web.transaction import session

blueprint = Blueprint("live", __name__)


@blueprint.get("/quizzes/<int:quiz_id>/live")
@teacher_of_quiz
def show(quiz_id: int) -> ResponseReturnValue:
    """Show who is where; the page's script asks for it again every 5 seconds."""
    page = live_page(
        quizzes.get(session(), quiz_id),
        watching.watch(session(), quiz_id),
        acting.acted(session(), quiz_id),
        now=clock.now(),
        still="still" in request.args,
    )
    return render_template("live/show.html", page=page)


@blueprint.get("/quizzes/<int:quiz_id>/live/class")
@teacher_of_quiz
def for_class(quiz_id: int) -> ResponseReturnValue:
    """Show the five figures alone, to be seen by everybody: a row could give away who has extra time."""
    quiz, now = quizzes.get(session(), quiz_id), clock.now()
    return render_template("live/class.html", quiz=quiz, counts=counts(watching.watch(session(), quiz_id), now))


@blueprint.route("/quizzes/<int:quiz_id>/live/all", methods=["GET", "POST"])
@teacher_of_quiz
def everybody(quiz_id: int) -> ResponseReturnValue:
    """Do one act on all open attempts."""
    form = ActForm()
    form.offer(FOR_ALL, request.form.get("act") or request.args.get("act"))
    if request.method == "POST" and form.validate():
        try:
            count = acting.act_on_all(
                session(),
                quiz_id,
                form.wanted,
                reason=form.reason.data,
                by=me().id,
                now=clock.now(),
                extra=form.extra,
            )
        except (BadInput, NotAllowed) as refusal:
            form.form_errors.append(str(refusal))
        else:
            flash(f"Done for {count} {'student' if count == 1 else 'students'}.")
            return redirect(url_for("live.show", quiz_id=quiz_id))
    quiz = quizzes.get(session(), quiz_id)
    return render_template("live/all.html", quiz=quiz, form=form), _status(form)


@blueprint.route("/attempts/<int:attempt_id>/acts", methods=["GET", "POST"])
@teacher_of_attempt
def one(attempt_id: int) -> ResponseReturnValue:
    """Do one act on one attempt."""
    now, form = clock.now(), ActForm()
    sitting = taking.sitting(session(), attempt_id)
    form.offer(possible(sitting.attempt), request.form.get("act") or request.args.get("act"))
    if request.method == "POST" and form.validate():
        try:
            acting.act(
                session(),
                attempt_id,
                form.wanted,
                reason=form.reason.data,
                by=me().id,
                now=now,
                extra=form.extra,
            )
        except (BadInput, NotAllowed) as refusal:
            form.form_errors.append(str(refusal))
        else:
            flash(f"Done for {sitting.student_name}.")
            return redirect(url_for("live.show", quiz_id=sitting.quiz.id))
    places = standings.of_quiz(session(), sitting.quiz.id)
    own = next(place.attempts for place in places if place.student == sitting.student)
    others = [card for card in own if card.id != attempt_id]
    shown = showing.of_attempt(session(), sitting.quiz, sitting.attempt, student=sitting.student, now=now)
    page = render_template(
        "live/one.html", sitting=sitting, others=others, key_was_shown=Part.KEY in shown.parts, form=form
    )
    return page, _status(form)


def _status(form: ActForm) -> HTTPStatus:
    return HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
