"""Notes in the passage over the web: private, kept, and writable by a plain form."""

import json
from collections.abc import Callable

from quizgen.domain.attempts.note import Note, note_words
from quizgen.domain.people import Person
from quizgen.services import noting
from tests.cast import Cast
from tests.web.attempts.conftest import Sat
from tests.web.conftest import Browser

NOTE = Note("is that <b>so</b>?", ((0, 7),))


def save(sat: Sat, note: str, place: int = 1, sequence: int = 0) -> object:
    document = {"position": place, "response": note, "sequence": sequence}
    return sat.juniper.post(f"{sat.url}/notes", json=document, headers=sat.headers).json


def test_a_note_comes_back_with_the_page_and_with_the_state(sat: Sat) -> None:
    reply = save(sat, note_words(NOTE))
    assert isinstance(reply, dict)
    assert (reply["accepted"], reply["open"]) == (True, True)
    page = sat.juniper.text(sat.url)
    assert "is that <b>so</b>?</textarea>" in page
    assert 'data-place="1" data-sequence="0" data-kept=' in page
    state = json.loads(sat.juniper.text(f"{sat.url}/notes"))
    assert state["responses"] == [[1, 0, note_words(NOTE)]]


def test_the_form_without_scripts_keeps_notes_and_highlights(sat: Sat) -> None:
    save(sat, note_words(NOTE))
    form = {"note-1": "no, it is not", "note-x": "odd", "q": "2"}
    answer = sat.juniper.send(f"{sat.url}/notes/form", form, page=sat.url)
    assert answer.status_code == 303
    assert answer.location.endswith("?q=2#passage")
    with sat.database.reading() as session:
        assert noting.notes_of(session, sat.id) == {1: noting.Noted(Note("no, it is not", NOTE.highlights), 1)}


def test_what_no_page_sends_is_refused(sat: Sat) -> None:
    reply = save(sat, "nonsense")
    assert isinstance(reply, dict)
    assert "cannot be read" in reply["error"]


def test_nobody_else_sees_them(sat: Sat, cast: Cast, signed_in_as: Callable[[Person], Browser]) -> None:
    save(sat, note_words(NOTE))
    for person in (cast.hazel, cast.basil):
        assert signed_in_as(person).get(f"{sat.url}/notes").status_code == 404
