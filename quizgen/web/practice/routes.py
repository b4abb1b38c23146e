"""The addresses of practice: the list, a question, its answer, the end; and the two pages of the teacher."""

from http import HTTPStatus

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizgen.domain.errors import Conflict, NotFound
from quizgen.domain.items.item import InvalidResponse
from quizgen.services import banks, classes, practice_answers, practice_openings, practice_report, practising, rules
from quizgen.services.practice_answers import Given
from quizgen.services.practising import Practice
from quizgen.web import clock
from quizgen.web.access import (
    me,
    owner_of_review,
    reader_of_bank,
    signed_in,
    student_of_bank,
    teacher_of_class,
)
from quizgen.web.items.kinds import KINDS
from quizgen.web.practice.forms import OpeningForm, PracticeAnswerForm
from quizgen.web.practice.pages import end_page, feedback_page, place, question_page
from quizgen.web.practice.teaching import opening_page, report_page
from quizgen.web.transaction import session

blueprint = Blueprint("practice", __name__)
CHOOSE = "Give an answer first, or ask to be shown it."
STANDS = "You answered this question before, in another tab or on another device. That answer stands."


@blueprint.get("/practice")
@signed_in
def index() -> ResponseReturnValue:
    """List what can be practised."""
    now = clock.now()
    places = [place(each, now) for each in practising.overview(session(), me().id, now=now)]
    return render_template("practice/index.html", places=places)


@blueprint.get("/practice/<int:bank_id>")
@student_of_bank
def show(bank_id: int) -> ResponseReturnValue:
    """Show the question that comes now, or the end when nothing waits."""
    now = clock.now()
    practice = practising.practice(session(), me().id, bank_id, now=now)
    asked = practising.next_asked(practice, me().id)
    if asked is None:
        return render_template("practice/end.html", page=end_page(practice, now))
    return render_template("practice/question.html", page=question_page(practice, asked), larger_type=_larger_type())


@blueprint.get("/practice/<int:bank_id>/end")
@student_of_bank
def end(bank_id: int) -> ResponseReturnValue:
    """Show what was done today; the rest waits."""
    now = clock.now()
    practice = practising.practice(session(), me().id, bank_id, now=now)
    return render_template("practice/end.html", page=end_page(practice, now))


@blueprint.post("/practice/<int:bank_id>")
@student_of_bank
def answer(bank_id: int) -> ResponseReturnValue:
    """Keep an answer and go on to what it was; the same form sent twice leads to the same page."""
    now, form = clock.now(), PracticeAnswerForm()
    practice = practising.practice(session(), me().id, bank_id, now=now)
    if not form.validate():
        return redirect(url_for("practice.show", bank_id=bank_id))
    try:
        asked = practising.asked(practice, me().id, form.item.data, form.number.data)
        response = KINDS[asked.item.kind].read(form.raw_response)
        if not response and form.go.data != "show":
            raise InvalidResponse(CHOOSE)
        given = Given(asked.item.id, asked.number, response)
        kept = practice_answers.answer(session(), practice, me().id, given, now=now)
    except InvalidResponse as refusal:
        return _again(practice, form, f"{refusal}")
    except (Conflict, NotFound) as refusal:
        flash(f"{refusal}")
        return redirect(url_for("practice.show", bank_id=bank_id))
    if not kept.as_given:
        flash(STANDS)
    return redirect(url_for("practice.feedback", review_id=kept.review))


@blueprint.get("/practice/answers/<int:review_id>")
@owner_of_review
def feedback(review_id: int) -> ResponseReturnValue:
    """Show what an answer was, with the right one and the reasons."""
    now = clock.now()
    page = feedback_page(practising.feedback(session(), review_id, now=now), now)
    return render_template("practice/feedback.html", page=page, larger_type=_larger_type())


@blueprint.route("/banks/<int:bank_id>/practice", methods=["GET", "POST"])
@reader_of_bank
def opening(bank_id: int) -> ResponseReturnValue:
    """Say which classes may practise a bank."""
    mine, form, now = classes.taught_by(session(), me().id), OpeningForm(), clock.now()
    form.offer(mine)
    ids = [card.id for card in mine]
    openings = [each for each in practice_openings.of_bank(session(), bank_id) if each.class_id in ids]
    if request.method == "GET":
        form.show(openings)
    elif form.validate():
        practice_openings.open_for(
            session(),
            bank_id,
            classes=form.classes.data or (),
            among=ids,
            new_a_day=form.new_a_day.data,
            by=me().id,
            now=now,
        )
        flash("Who may practise this bank is saved.")
        return redirect(url_for("practice.opening", bank_id=bank_id))
    held = practice_openings.held_for_classes(session(), ids, [bank_id], now=now)
    page = opening_page(banks.get(session(), bank_id), form, openings, held.get(bank_id, ()))
    return render_template("practice/opening.html", page=page), _status(form)


@blueprint.get("/classes/<int:class_id>/practice")
@teacher_of_class
def report(class_id: int) -> ResponseReturnValue:
    """Show how much a class practises, and what it misses most."""
    card = classes.get(session(), class_id)
    found = practice_report.of_class(session(), class_id, now=clock.now())
    return render_template("practice/report.html", page=report_page(card, found))


def _again(practice: Practice, form: PracticeAnswerForm, refusal: str) -> ResponseReturnValue:
    asked = practising.asked(practice, me().id, form.item.data, form.number.data)
    response = KINDS[asked.item.kind].read(form.raw_response)
    page = question_page(practice, asked, response=response, error=refusal)
    shown = render_template("practice/question.html", page=page, larger_type=_larger_type())
    return shown, HTTPStatus.UNPROCESSABLE_ENTITY


def _larger_type() -> bool:
    """Tell whether the student needs larger type, as in every quiz."""
    return rules.accommodation(session(), me().id).larger_type


def _status(form: OpeningForm) -> HTTPStatus:
    return HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
