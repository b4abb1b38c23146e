"""Classes for their teacher: all of them, a new one, one with its code and roster, a student less."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizgen.domain.errors import BadInput, NotFound
from quizgen.services import classes, quizzes
from quizgen.services.classes import RosterEntry
from quizgen.web import clock
from quizgen.web.access import me, teacher_of_class, teachers
from quizgen.web.classes.forms import PLAIN_ZONE, ClassForm
from quizgen.web.classes.pages import RemovePage, class_page
from quizgen.web.transaction import session

blueprint = Blueprint("classes", __name__)


@blueprint.get("/classes")
@teachers
def index() -> ResponseReturnValue:
    """List the teacher's classes."""
    return render_template("classes/index.html", classes=classes.taught_by(session(), me().id))


@blueprint.route("/classes/new", methods=["GET", "POST"])
@teachers
def new() -> ResponseReturnValue:
    """Make a class."""
    form = ClassForm()
    if not form.validate_on_submit():
        if request.method == "GET":
            form.time_zone.data = _usual_zone()
        return render_template("classes/new.html", form=form), 422 if form.errors else 200
    try:
        card = classes.create(
            session(),
            teacher=me().id,
            name=form.name.data,
            time_zone=form.time_zone.data,
            now=clock.now(),
            rng=clock.dice(),
        )
    except BadInput as refusal:
        form.name.errors = [str(refusal)]
        return render_template("classes/new.html", form=form), 422
    return redirect(url_for("classes.show", class_id=card.id))


@blueprint.get("/classes/<int:class_id>")
@teacher_of_class
def show(class_id: int) -> ResponseReturnValue:
    """Show a class."""
    page = class_page(
        classes.get(session(), class_id),
        roster=classes.roster(session(), class_id),
        quizzes=quizzes.of_class(session(), class_id),
        now=clock.now(),
    )
    return render_template("classes/show.html", page=page)


@blueprint.route("/classes/<int:class_id>/students/<int:student_id>/remove", methods=["GET", "POST"])
@teacher_of_class
def remove_student(class_id: int, student_id: int) -> ResponseReturnValue:
    """Ask, and on a POST take the student out of the class."""
    student = _student(class_id, student_id)
    if request.method == "GET":
        page = RemovePage(classes.get(session(), class_id), student)
        return render_template("classes/remove_student.html", page=page)
    classes.remove(session(), class_id, student_id)
    flash(f"{student.name} is no longer in the class.")
    return redirect(url_for("classes.show", class_id=class_id))


def _student(class_id: int, student_id: int) -> RosterEntry:
    for entry in classes.roster(session(), class_id):
        if entry.id == student_id:
            return entry
    raise NotFound("This student is not in the class.")


def _usual_zone() -> str:
    """Return the zone of a class that the teacher has already, else the plainest."""
    mine = classes.taught_by(session(), me().id)
    return mine[-1].time_zone if mine else PLAIN_ZONE
