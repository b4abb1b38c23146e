"""The addresses of a student's notes in the passage."""

from flask import Blueprint, jsonify, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import generate_csrf

from quizgen.domain.attempts.attempt import OPEN
from quizgen.domain.attempts.note import Note, note_words, plain_note, read_note
from quizgen.services import noting, taking
from quizgen.services.noting import NOTHING_NOTED, Noted
from quizgen.web.access import owner_of_attempt
from quizgen.web.attempts.forms import read_change
from quizgen.web.transaction import session

blueprint = Blueprint("notes", __name__)


@blueprint.post("/attempts/<int:attempt_id>/notes")
@owner_of_attempt
def save(attempt_id: int) -> ResponseReturnValue:
    """Keep the note on one block for the page's script, which sends it as it sends answers."""
    change = read_change(request.get_json(silent=True))
    note = read_note(change.response)
    writing = noting.write(session(), attempt_id=attempt_id, place=change.position, note=note, sequence=change.sequence)
    return jsonify(
        accepted=writing.accepted,
        sequence=writing.stands.sequence,
        response=note_words(writing.stands.note),
        open=writing.state in OPEN,
        state=writing.state.value,
        remaining_ms=None,
    )


@blueprint.get("/attempts/<int:attempt_id>/notes")
@owner_of_attempt
def newest(attempt_id: int) -> ResponseReturnValue:
    """Tell the notes that stand, which may be another device's, and a new token to a page whose sign-in ended."""
    found = noting.notes_of(session(), attempt_id)
    notes = [(place, noted.sequence, note_words(noted.note)) for place, noted in sorted(found.items())]
    state = taking.clock(session(), attempt_id).state.value
    return jsonify(responses=notes, state=state, remaining_ms=None, csrf_token=generate_csrf())


@blueprint.post("/attempts/<int:attempt_id>/notes/form")
@owner_of_attempt
def write(attempt_id: int) -> ResponseReturnValue:
    """Keep the notes of the form: the road without scripts. Highlights stay as they are."""
    found = noting.notes_of(session(), attempt_id)
    for name, text in request.form.items():
        place = int(name.removeprefix("note-")) if name.removeprefix("note-").isdecimal() else NOTHING_NOTED
        before = found.get(place, Noted())
        if place >= 0 and plain_note(text) != before.note.text:
            note = Note(plain_note(text), before.note.highlights)
            noting.write(session(), attempt_id=attempt_id, place=place, note=note, sequence=before.sequence + 1)
    question = request.form.get("q", 1, type=int)
    return redirect(url_for("attempts.show", attempt_id=attempt_id, q=question, _anchor="passage"), 303)
