"""Quizzes for their teacher: all of them, one published from a bank, one with who sat it, its rules changed."""

from http import HTTPStatus

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizgen.domain.attempts.policy import Policy
from quizgen.domain.banks.bank import Bank
from quizgen.domain.banks.blueprint import Blueprint as Draw
from quizgen.domain.banks.drawing import draw, most_drawn
from quizgen.domain.banks.shortfall import shortfall
from quizgen.domain.errors import BadInput
from quizgen.services import banks, classes, quizzes, showing, standings, versions
from quizgen.services.banks import StoredBank
from quizgen.services.classes import ClassCard
from quizgen.web import clock
from quizgen.web.access import me, reader_of_bank, teacher_of_quiz, teachers
from quizgen.web.quizzes.forms import PublishForm, RulesForm
from quizgen.web.quizzes.pages import (
    bases_ready,
    edit_page,
    index_page,
    kinds_ready,
    publish_page,
    quiz_page,
)
from quizgen.web.showing.pages import shown_now
from quizgen.web.transaction import session

ANYTHING = Draw(count=1)

blueprint = Blueprint("quizzes", __name__)


@blueprint.get("/quizzes")
@teachers
def index() -> ResponseReturnValue:
    """List the quizzes of the teacher's classes."""
    page = index_page(quizzes.taught_by(session(), me().id), clock.now())
    return render_template("quizzes/index.html", page=page)


@blueprint.route("/banks/<int:bank_id>/publish", methods=["GET", "POST"])
@reader_of_bank
def publish(bank_id: int) -> ResponseReturnValue:
    """Give a bank to a class as a quiz."""
    stored, taught = banks.get(session(), bank_id), classes.taught_by(session(), me().id)
    form = PublishForm()
    form.offer(taught, kinds_ready(stored.bank), bases_ready(stored.bank))
    if request.method == "POST" and taught and form.validate():
        quiz_id = _published(form, stored, taught)
        if quiz_id is not None:
            flash("The quiz is published. Its students find it under Home.")
            for sentence in _unmet(stored.bank, form.blueprint()):
                flash(sentence)
            return redirect(url_for("quizzes.show", quiz_id=quiz_id))
    most = most_drawn(stored.bank, ANYTHING, rng=clock.dice())
    if request.method == "GET":
        form.start(stored.bank.title, most, request.args.get("class", type=int))
    page = publish_page(bank_id, stored.bank, form, taught, most)
    return render_template("quizzes/publish.html", page=page), _status(form)


@blueprint.get("/quizzes/<int:quiz_id>")
@teacher_of_quiz
def show(quiz_id: int) -> ResponseReturnValue:
    """Show the rules of a quiz and who sat it."""
    quiz = quizzes.get(session(), quiz_id)
    card = classes.get(session(), quiz.class_id)
    now = clock.now()
    shown = shown_now(
        quiz.policy.reveal,
        showing.times_in_use(session(), quiz),
        showing.newest_release(session(), quiz_id),
        showing.kept_open_by(session(), quiz, now=now),
    )
    page = quiz_page(quiz, card, standings.of_quiz(session(), quiz_id), shown, now)
    return render_template("quizzes/show.html", page=page, behind=versions.is_behind(session(), quiz_id))


@blueprint.route("/quizzes/<int:quiz_id>/settings", methods=["GET", "POST"])
@teacher_of_quiz
def edit(quiz_id: int) -> ResponseReturnValue:
    """Change the title and the rules of a quiz."""
    quiz = quizzes.get(session(), quiz_id)
    form = RulesForm()
    if request.method == "GET":
        form.show(quiz)
    elif form.validate():
        policy = form.policy(quiz.time_zone, kept=quiz.policy)
        if policy is not None and _changed(form, quiz_id, policy):
            flash("The settings are saved.")
            return redirect(url_for("quizzes.show", quiz_id=quiz_id))
    page = edit_page(quiz, form, standings.of_quiz(session(), quiz_id))
    return render_template("quizzes/edit.html", page=page), _status(form)


def _published(form: PublishForm, stored: StoredBank, taught: tuple[ClassCard, ...]) -> int | None:
    """Publish what a valid form says and return the quiz's id, or None with sentences beside the fields."""
    zone = next(card.time_zone for card in taught if card.id == form.class_id.data)
    policy, wanted = form.policy(zone), form.blueprint()
    if policy is None or not form.check_window(policy, clock.now()):
        return None
    if not form.check_count(most_drawn(stored.bank, wanted, rng=clock.dice())):
        return None
    try:
        return quizzes.publish(
            session(),
            bank_id=stored.id,
            class_id=form.class_id.data,
            title=form.title.data,
            policy=policy,
            blueprint=wanted,
            by=me().id,
            now=clock.now(),
        )
    except BadInput as refusal:
        form.form_errors.append(str(refusal))
        return None


def _unmet(bank: Bank, wanted: Draw) -> tuple[str, ...]:
    """Return what a paper of this quiz cannot give, as one drawn for a trial shows it."""
    return shortfall(draw(bank, wanted, rng=clock.dice()), count=wanted.count, shares=wanted.shares)


def _changed(form: RulesForm, quiz_id: int, policy: Policy) -> bool:
    """Change the rules and tell whether that could be done; if not, why stands above the form."""
    try:
        quizzes.change(session(), quiz_id, title=form.title.data, policy=policy, now=clock.now())
    except BadInput as refusal:
        form.form_errors.append(str(refusal))
        return False
    return True


def _status(form: RulesForm) -> HTTPStatus:
    return HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
