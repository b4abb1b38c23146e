"""Notes in the passage: the newest change stands, and nothing is kept after the end."""

import pytest

from quizgen.domain.attempts.note import Note
from quizgen.domain.attempts.policy import Policy
from quizgen.domain.errors import BadInput, NotFound
from quizgen.services import noting, taking
from quizgen.services.noting import MOST_PLACES, Noted, Writing
from quizgen.storage.engine import Database
from tests.cast import NOW, Cast
from tests.stored import a_quiz, an_attempt

FIRST, SECOND = Note("ask about this", ((0, 5), (9, 12))), Note("settled")


@pytest.fixture
def attempt_id(database: Database, cast: Cast) -> int:
    with database.writing() as session:
        return an_attempt(session, a_quiz(session, cast.hazel, [cast.juniper], policy=Policy()), cast.juniper)


def write(database: Database, attempt_id: int, note: Note, sequence: int, place: int = 3) -> Writing:
    with database.writing() as session:
        return noting.write(session, attempt_id=attempt_id, place=place, note=note, sequence=sequence)


def notes(database: Database, attempt_id: int) -> dict[int, Noted]:
    with database.reading() as session:
        return noting.notes_of(session, attempt_id)


def test_a_note_is_kept_and_the_same_again_is_taken_again(database: Database, attempt_id: int) -> None:
    assert write(database, attempt_id, FIRST, 0).accepted
    assert write(database, attempt_id, FIRST, 0).accepted
    assert notes(database, attempt_id) == {3: Noted(FIRST, 0)}


def test_an_older_change_never_replaces_a_newer_one(database: Database, attempt_id: int) -> None:
    write(database, attempt_id, SECOND, 4)
    writing = write(database, attempt_id, FIRST, 2)
    assert (writing.accepted, writing.stands) == (False, Noted(SECOND, 4))


def test_after_the_end_nothing_is_kept(database: Database, attempt_id: int) -> None:
    write(database, attempt_id, FIRST, 0)
    with database.writing() as session:
        taking.hand_in(session, attempt_id=attempt_id, now=NOW)
    assert not write(database, attempt_id, SECOND, 1).accepted
    assert notes(database, attempt_id) == {3: Noted(FIRST, 0)}


@pytest.mark.parametrize(("place", "sequence"), [(-1, 0), (MOST_PLACES, 0), (0, -1), (0, 2**53)])
def test_a_place_or_a_number_that_no_page_gives_is_refused(
    database: Database, attempt_id: int, place: int, sequence: int
) -> None:
    with pytest.raises(BadInput):
        write(database, attempt_id, FIRST, sequence, place)


def test_there_must_be_an_attempt(database: Database, cast: Cast) -> None:
    with pytest.raises(NotFound):
        write(database, 99, FIRST, 0)
