"""The addresses of an attempt: started, sat, handed in, and its result."""

from datetime import timedelta

from flask import Blueprint, current_app, flash, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import generate_csrf

from quizgen.domain.attempts import timing
from quizgen.domain.attempts.attempt import State
from quizgen.domain.errors import NotAllowed
from quizgen.services import breaks, noting, presence, receipts, taking
from quizgen.services.taking import Sitting, WrongCode
from quizgen.web import clock
from quizgen.web.access import LARGEST_ID, me, owner_of_attempt, reader_of_attempt, student_of_quiz
from quizgen.web.attempts import moves, pausing
from quizgen.web.attempts.forms import AnswerForm, read_change, read_flagging
from quizgen.web.attempts.pages import milliseconds, remaining_ms, sitting_page
from quizgen.web.attempts.result_page import result_page
from quizgen.web.filters import duration
from quizgen.web.receipts.codes import code_of_save
from quizgen.web.receipts.pages import arrival
from quizgen.web.transaction import session, transactions

blueprint = Blueprint("attempts", __name__)


@blueprint.post("/quizzes/<int:quiz_id>/start")
@student_of_quiz
def start(quiz_id: int) -> ResponseReturnValue:
    """Start an attempt, or go on with the running one; with another access code than the quiz's, back to home."""
    try:
        attempt_id = taking.start(
            session(),
            quiz_id=quiz_id,
            student=me().id,
            now=clock.now(),
            seed=clock.seed(),
            code=request.form.get("code", ""),
            address=request.remote_addr,
        )
    except WrongCode:
        return redirect(url_for("home.show", refused=quiz_id))
    return redirect(url_for("attempts.show", attempt_id=attempt_id), 303)


@blueprint.get("/attempts/<int:attempt_id>")
@owner_of_attempt
def show(attempt_id: int) -> ResponseReturnValue:
    """Show question ``q``, from 1; without one, the first that has no answer."""
    sitting = taking.sitting(session(), attempt_id)
    if not sitting.attempt.is_open:
        return redirect(url_for("attempts.result", attempt_id=attempt_id))
    now = clock.now()
    if sitting.attempt.state is State.PAUSED:
        return render_template("attempts/paused.html", page=pausing.paused_page(sitting))
    page = sitting_page(
        sitting,
        wanted=_wanted(sitting),
        now=now,
        notes=noting.notes_of(session(), attempt_id),
        leaving="leave" in request.args,
    )
    template = "attempts/over.html" if timing.is_over(sitting.attempt.deadline, now) else "attempts/show.html"
    return render_template(template, page=page)


@blueprint.post("/attempts/<int:attempt_id>")
@owner_of_attempt
def answer(attempt_id: int) -> ResponseReturnValue:
    """Save the answer of a form and move on: the road without scripts."""
    sitting = taking.sitting(session(), attempt_id)
    step = moves.take(session(), sitting, AnswerForm(), now=clock.now(), grace=_grace())
    if step.said:
        flash(step.said)
    return redirect(_address(attempt_id, step), 303)


@blueprint.post("/attempts/<int:attempt_id>/responses")
@owner_of_attempt
def save(attempt_id: int) -> ResponseReturnValue:
    """Save one answer for the page's script; what stands now comes back, with the time that is left."""
    change = read_change(request.get_json(silent=True))
    now = clock.now()
    saved = taking.save(
        session(),
        attempt_id=attempt_id,
        position=change.position,
        response=change.response,
        sequence=change.sequence,
        now=now,
        grace=_grace(),
        confidence=change.confidence,
    )
    return jsonify(
        accepted=saved.accepted,
        sequence=saved.sequence,
        response=saved.response,
        confidence=saved.confidence,
        saved_at=saved.saved_at.isoformat() if saved.saved_at else None,
        remaining_ms=None if saved.remaining is None else milliseconds(saved.remaining),
        open=saved.is_open,
        state=saved.state.value,
        late=None if saved.late is None else duration(saved.late),
        receipt=code_of_save(attempt_id, change.position, saved),
    )


@blueprint.post("/attempts/<int:attempt_id>/flags")
@owner_of_attempt
def flag(attempt_id: int) -> ResponseReturnValue:
    """Mark a question to come back to, or take the mark away."""
    flagging = read_flagging(request.get_json(silent=True))
    taking.flag(session(), attempt_id=attempt_id, position=flagging.position, flagged=flagging.flagged)
    return jsonify(flagged=flagging.flagged)


@blueprint.get("/attempts/<int:attempt_id>/status")
@owner_of_attempt
def status(attempt_id: int) -> ResponseReturnValue:
    """Tell the time that is left, the state, and which answers stand, which may be another device's.

    A page whose sign-in ended takes its new token here.
    That the page asks is its sign of life, with the question ``q`` that it shows: written now and then, and apart.
    """
    now = clock.now()
    with transactions().apart() as reading:
        attempt, is_due = presence.look(reading, attempt_id, now=now)
        responses = taking.newest(reading, attempt_id)
    if is_due:
        with transactions().apart(writes=True) as writing:
            presence.beat(writing, attempt_id, _asked_position(), now=now)
    left = remaining_ms(attempt.deadline, attempt.clock_at(now))
    return jsonify(remaining_ms=left, state=attempt.state.value, responses=responses, csrf_token=generate_csrf())


@blueprint.post("/attempts/<int:attempt_id>/break")
@owner_of_attempt
def take_break(attempt_id: int) -> ResponseReturnValue:
    """Stop the clock for a student who has breaks."""
    breaks.take(session(), attempt_id, now=clock.now())
    return redirect(url_for("attempts.show", attempt_id=attempt_id), 303)


@blueprint.post("/attempts/<int:attempt_id>/go-on")
@owner_of_attempt
def go_on(attempt_id: int) -> ResponseReturnValue:
    """End the student's own break."""
    breaks.go_on(session(), attempt_id, now=clock.now())
    return redirect(url_for("attempts.show", attempt_id=attempt_id), 303)


@blueprint.get("/attempts/<int:attempt_id>/hand-in")
@owner_of_attempt
def confirm(attempt_id: int) -> ResponseReturnValue:
    """Ask once before handing in, with the questions that have no answer yet."""
    sitting = taking.sitting(session(), attempt_id)
    if not sitting.attempt.is_open:
        return redirect(url_for("attempts.result", attempt_id=attempt_id))
    now = clock.now()
    if sitting.attempt.state is State.PAUSED:
        return render_template("attempts/paused.html", page=pausing.paused_page(sitting))
    page = sitting_page(sitting, wanted=1, now=now)
    template = "attempts/over.html" if timing.is_over(sitting.attempt.deadline, now) else "attempts/confirm.html"
    return render_template(template, page=page)


@blueprint.post("/attempts/<int:attempt_id>/hand-in")
@owner_of_attempt
def hand_in(attempt_id: int) -> ResponseReturnValue:
    """End the attempt. A page that only thinks that time is up, while time is left, is sent back to the questions."""
    now = clock.now()
    if request.form.get("because") == "time":
        attempt = taking.clock(session(), attempt_id)
        if attempt.is_open and not timing.is_over(attempt.deadline, attempt.clock_at(now)):
            return redirect(url_for("attempts.show", attempt_id=attempt_id), 303)
    taking.hand_in(session(), attempt_id=attempt_id, now=now)
    return redirect(url_for("attempts.result", attempt_id=attempt_id), 303)


@blueprint.get("/attempts/<int:attempt_id>/result")
@reader_of_attempt
def result(attempt_id: int) -> ResponseReturnValue:
    """Show what may be seen: the score, and when its time has come what was right and why."""
    now = clock.now()
    try:
        found = taking.result(session(), attempt_id, now=now)
    except NotAllowed:
        return _still_running(attempt_id)
    if found.sitting.attempt.state is State.VOIDED:
        page = pausing.voided_page(found.sitting, is_own=found.sitting.student == me().id)
        return render_template("attempts/voided.html", page=page)
    page = result_page(
        found,
        is_own=found.sitting.student == me().id,
        opened=request.args.get("open", type=int),
        only_not_right=request.args.get("show") == "not-right",
        now=now,
    )
    template = "attempts/result.html" if page.shows_answers else "attempts/score.html"
    arrived = arrival(found.sitting, receipts.late_responses(session(), attempt_id))
    return render_template(template, page=page, arrival=arrived)


def _still_running(attempt_id: int) -> ResponseReturnValue:
    """Send the student back to the questions; tell a teacher that there is nothing to see yet."""
    if taking.sitting(session(), attempt_id).student == me().id:
        return redirect(url_for("attempts.show", attempt_id=attempt_id))
    raise NotAllowed("This student is still sitting the quiz; the result comes after handing in.")


def _wanted(sitting: Sitting) -> int:
    """Return the question that was asked for, or the first without an answer, or the first."""
    asked = request.args.get("q", type=int)
    if asked is not None:
        return asked
    places = range(len(sitting.paper.questions))
    return next((place for place in places if place not in sitting.responses), 0) + 1


def _asked_position() -> int | None:
    """Return the question, from 0, that the page says it shows, or None."""
    asked = request.args.get("q", type=int)
    return min(max(asked, 1), LARGEST_ID) - 1 if asked is not None else None


def _address(attempt_id: int, step: moves.Step) -> str:
    if step.place is moves.Place.QUESTION:
        leave = 1 if step.leaving else None
        return url_for("attempts.show", attempt_id=attempt_id, q=step.question, leave=leave)
    return url_for(
        "attempts.confirm" if step.place is moves.Place.CONFIRM else "attempts.result", attempt_id=attempt_id
    )


def _grace() -> timedelta:
    return timedelta(seconds=current_app.extensions["settings"].grace_seconds)
