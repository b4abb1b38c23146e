"""The first page, for teachers and for students."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from quizgen.domain.people import Person
from quizgen.services import banks, classes, draft_cards, practice_openings, quizzes, taking
from quizgen.web import clock
from quizgen.web.access import me, signed_in
from quizgen.web.accounts.forms import CodeForm
from quizgen.web.home.pages import FAILED_STAYS, student_home, teacher_home
from quizgen.web.transaction import session

blueprint = Blueprint("home", __name__)


@blueprint.get("/")
@signed_in
def show() -> ResponseReturnValue:
    """Show who is signed in what they have to do."""
    return _teacher(me()) if me().teaches else _student(me())


def _teacher(person: Person) -> ResponseReturnValue:
    now = clock.now()
    page = teacher_home(
        person,
        classes=classes.taught_by(session(), person.id),
        jobs=draft_cards.unfinished(session(), person.id, since=now - FAILED_STAYS),
        banks=banks.visible_to(session(), person.id),
        quizzes=quizzes.taught_by(session(), person.id),
        now=now,
    )
    return render_template("home/teacher.html", page=page)


def _student(person: Person) -> ResponseReturnValue:
    now = clock.now()
    quizzes_now = taking.quizzes_of_student(session(), person.id, now=now, address=request.remote_addr)
    page = student_home(
        person,
        classes=classes.studied_by(session(), person.id),
        quizzes=quizzes_now,
        now=now,
        form=CodeForm(),
        refused=request.args.get("refused", type=int),
        practises=practice_openings.may_practise(session(), person.id),
    )
    return render_template("home/student.html", page=page)
