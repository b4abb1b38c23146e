"""The addresses of rules: more of a quiz's, its exceptions, what holds for a student, and what a student needs."""

from dataclasses import replace
from http import HTTPStatus

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizgen.domain.banks.bank import Bank
from quizgen.domain.banks.drawing import most_drawn
from quizgen.domain.errors import BadInput, NotFound
from quizgen.services import banks, classes, holding, quizzes, rules, standings
from quizgen.services.classes import RosterEntry
from quizgen.services.quizzes import Quiz
from quizgen.web import clock
from quizgen.web.access import me, teacher_of_class, teacher_of_quiz
from quizgen.web.forms import Form
from quizgen.web.quizzes.pages import kinds_ready
from quizgen.web.rules.forms import MoreRulesForm, OverrideForm
from quizgen.web.rules.needs import NeedsForm
from quizgen.web.rules.pages import (
    MoreRulesPage,
    NeedsPage,
    NewExceptionPage,
    RemoveExceptionPage,
    exception_row,
    exceptions_page,
    holds_page,
)
from quizgen.web.rules.words import DRAWN_LABELS, LABELS, said
from quizgen.web.transaction import session

blueprint = Blueprint("rules", __name__)


@blueprint.route("/quizzes/<int:quiz_id>/rules", methods=["GET", "POST"])
@teacher_of_quiz
def edit(quiz_id: int) -> ResponseReturnValue:
    """Change the rules that few quizzes need."""
    quiz, form = quizzes.get(session(), quiz_id), MoreRulesForm()
    if request.method == "GET":
        form.show(quiz.policy)
    elif form.validate():
        try:
            quizzes.change(session(), quiz_id, title=quiz.title, policy=form.policy(quiz.policy), now=clock.now())
        except BadInput as refusal:
            form.form_errors.append(str(refusal))
        else:
            flash("The rules are saved.")
            return redirect(url_for("quizzes.show", quiz_id=quiz_id))
    attempts = [card.attempt for entry in standings.of_quiz(session(), quiz_id) for card in entry.attempts]
    page = MoreRulesPage(quiz, form, sum(attempt.is_open for attempt in attempts), request.remote_addr or "")
    return render_template("rules/edit.html", page=page), _status(form)


@blueprint.get("/quizzes/<int:quiz_id>/overrides")
@teacher_of_quiz
def overrides(quiz_id: int) -> ResponseReturnValue:
    """List the exceptions of a quiz, and what comes out for each student."""
    quiz = quizzes.get(session(), quiz_id)
    page = exceptions_page(quiz, rules.listed(session(), quiz_id), holding.for_class(session(), quiz_id))
    return render_template("rules/overrides.html", page=page)


@blueprint.route("/quizzes/<int:quiz_id>/overrides/new", methods=["GET", "POST"])
@teacher_of_quiz
def add_override(quiz_id: int) -> ResponseReturnValue:
    """Make an exception, which lies on top of those that there are."""
    quiz, form = quizzes.get(session(), quiz_id), OverrideForm()
    form.offer(classes.roster(session(), quiz.class_id))
    bank = banks.bank_of_version(session(), quiz.bank_version_id)
    form.offer_kinds(kinds_ready(bank))
    if request.method == "GET":
        form.students.data = request.args.getlist("student", type=int)
    elif form.validate() and (changes := form.changes(quiz.time_zone)) is not None and _is_there(form, quiz, bank):
        try:
            rules.override(
                session(),
                quiz_id,
                name=form.name.data,
                students=form.concerned(),
                changes=changes,
                by=me().id,
                now=clock.now(),
            )
        except BadInput as refusal:
            form.form_errors.append(str(refusal))
        else:
            flash("The exception holds from now on.")
            return redirect(url_for("rules.overrides", quiz_id=quiz_id))
    told = {name: said(name, getattr(quiz.policy, name), quiz.time_zone) for name in LABELS}
    told |= {name: said(name, getattr(quiz.blueprint, name), quiz.time_zone) for name in DRAWN_LABELS}
    return render_template("rules/new_override.html", page=NewExceptionPage(quiz, form, told)), _status(form)


@blueprint.route("/quizzes/<int:quiz_id>/overrides/<int:override_id>/remove", methods=["GET", "POST"])
@teacher_of_quiz
def remove_override(quiz_id: int, override_id: int) -> ResponseReturnValue:
    """Ask, and on a POST take the exception away."""
    quiz = quizzes.get(session(), quiz_id)
    if request.method == "POST":
        rules.drop_override(session(), quiz_id, override_id, now=clock.now())
        flash("The exception is taken away.")
        return redirect(url_for("rules.overrides", quiz_id=quiz_id))
    for place, entry in enumerate(rules.listed(session(), quiz_id), start=1):
        if entry[0] == override_id:
            names = {each.id: each.name for each in classes.roster(session(), quiz.class_id)}
            page = RemoveExceptionPage(quiz, exception_row(quiz, place, entry, names))
            return render_template("rules/remove_override.html", page=page)
    raise NotFound("There is no such exception.")


@blueprint.get("/quizzes/<int:quiz_id>/students/<int:student_id>")
@teacher_of_quiz
def holds(quiz_id: int, student_id: int) -> ResponseReturnValue:
    """Show what holds for one student of the class, and how it comes about."""
    quiz = quizzes.get(session(), quiz_id)
    student = _student(quiz.class_id, student_id)
    resolved = holding.for_student(session(), quiz_id, student_id, now=clock.now())
    return render_template("rules/holds.html", page=holds_page(quiz, student, resolved))


@blueprint.route("/classes/<int:class_id>/students/<int:student_id>/accommodation", methods=["GET", "POST"])
@teacher_of_class
def accommodation(class_id: int, student_id: int) -> ResponseReturnValue:
    """Say what a student of the class needs in every quiz."""
    student, form = _student(class_id, student_id), NeedsForm()
    if request.method == "GET":
        form.show(rules.accommodation(session(), student_id))
    elif form.validate() and (needs := form.needs()) is not None:
        rules.accommodate(session(), student_id, needs, by=me().id, now=clock.now())
        flash(f"What {student.name} needs is saved. It holds in every quiz from now on.")
        return redirect(url_for("classes.show", class_id=class_id))
    page = NeedsPage(classes.get(session(), class_id), student, form)
    return render_template("rules/accommodation.html", page=page), _status(form)


def _is_there(form: OverrideForm, quiz: Quiz, bank: Bank) -> bool:
    """Tell whether the bank can give as many questions as a valid form asks for."""
    wanted = replace(quiz.blueprint, **form.drawn_changes())
    return (
        form.count.data is None
        or bool(wanted.problems())
        or form.check_count(most_drawn(bank, wanted, rng=clock.dice()))
    )


def _student(class_id: int, student_id: int) -> RosterEntry:
    for entry in classes.roster(session(), class_id):
        if entry.id == student_id:
            return entry
    raise NotFound("This student is not in the class.")


def _status(form: Form) -> HTTPStatus:
    return HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
