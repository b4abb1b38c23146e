"""The gradebook of a class, to look at and to take along."""

import re
import unicodedata

from flask import Blueprint, Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizgen.domain.gradebook.csv_plain import lines
from quizgen.services import classes, grading, quizzes
from quizgen.web.access import me, teacher_of_class
from quizgen.web.gradebook.pages import gradebook_page
from quizgen.web.transaction import session

blueprint = Blueprint("gradebook", __name__)

_LONGEST_NAME = 60


@blueprint.get("/classes/<int:class_id>/gradebook")
@teacher_of_class
def show(class_id: int) -> ResponseReturnValue:
    """Show the gradebook; ``?find=`` keeps some students, ``?class=`` goes to another class."""
    other = request.args.get("class", class_id, type=int)
    find = request.args.get("find", "").strip()
    if other != class_id:
        return redirect(url_for("gradebook.show", class_id=other, find=find or None), 302)
    page = gradebook_page(
        classes.get(session(), class_id),
        classes.taught_by(session(), me().id),
        grading.gradebook(session(), class_id),
        quizzes=quizzes.of_class(session(), class_id),
        find=find,
    )
    return render_template("gradebook/show.html", page=page)


@blueprint.get("/classes/<int:class_id>/gradebook.csv")
@teacher_of_class
def csv(class_id: int) -> ResponseReturnValue:
    """Send the gradebook as CSV; ``?bom=1`` puts a byte-order mark first, by which Excel knows UTF-8."""
    gradebook = grading.gradebook(session(), class_id)
    text = "".join(lines(gradebook, byte_order_mark=request.args.get("bom") == "1"))
    response = Response(text, content_type="text/csv; charset=utf-8")
    response.headers.set("Content-Disposition", "attachment", filename=file_name(gradebook.title))
    return response


def file_name(title: str) -> str:
    """Return ``gradebook-8-heron.csv``: plain letters and figures only, whatever the class is called."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode("ascii").casefold()
    slug = re.sub(r"[^a-z0-9]+", "-", plain)[:_LONGEST_NAME].strip("-")
    return f"gradebook-{slug}.csv" if slug else "gradebook.csv"
