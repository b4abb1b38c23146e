"""What a student needs in every quiz, as their teacher sets it."""

from collections.abc import Callable
from datetime import timedelta
from fractions import Fraction

import pytest

from quizgen.domain.attempts.accommodation import NONE, Accommodation
from quizgen.domain.people import Person
from quizgen.services import rules
from quizgen.services.quizzes import Quiz
from quizgen.storage.engine import Database
from tests.cast import Cast
from tests.stored import a_class
from tests.web.conftest import Browser
from tests.web.rules.conftest import HOUR, policies

SignIn = Callable[[Person], Browser]
NOTHING = {"extra_time": "1", "percent": "", "breaks": "0"}


def needs_of(database: Database, student: int) -> Accommodation:
    with database.reading() as session:
        return rules.accommodation(session, student)


@pytest.fixture
def path(quiz: Quiz, cast: Cast) -> str:
    return f"/classes/{quiz.class_id}/students/{cast.rowan.id}/accommodation"


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ({"extra_time": "5/4"}, Accommodation(Fraction(5, 4))),
        ({"extra_time": "4/3"}, Accommodation(Fraction(4, 3))),
        ({"extra_time": "other", "percent": "40"}, Accommodation(Fraction(7, 5))),
        ({"breaks": "15"}, Accommodation(breaks=timedelta(minutes=15))),
        ({"no_countdown": "y", "larger_type": "y"}, Accommodation(no_countdown=True, larger_type=True)),
    ],
)
def test_what_is_typed_is_kept_and_shown_again(
    hazel: Browser, database: Database, cast: Cast, quiz: Quiz, path: str, typed: dict[str, str], wanted: Accommodation
) -> None:
    assert f'href="{path}"' in hazel.text(f"/classes/{quiz.class_id}")
    answer = hazel.send(path, {**NOTHING, **typed})
    assert (answer.status_code, answer.location) == (303, f"/classes/{quiz.class_id}")
    assert needs_of(database, cast.rowan.id) == wanted
    page = hazel.text(path)
    if "extra_time" in typed:
        assert f'<option selected value="{typed["extra_time"]}">' in page
    if "percent" in typed:
        assert 'value="40"' in page
    hazel.send(path, NOTHING)
    assert needs_of(database, cast.rowan.id) == NONE


def test_it_counts_in_the_quizzes_of_that_student_alone(
    hazel: Browser, database: Database, cast: Cast, quiz: Quiz, path: str
) -> None:
    hazel.send(path, {**NOTHING, "extra_time": "3/2"})
    held = policies(database, quiz)
    assert held[cast.rowan.id].time_limit == 1.5 * HOUR
    assert held[cast.juniper.id] == quiz.policy


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"extra_time": "other"}, "Type the percentage, such as 40."),
        ({"extra_time": "other", "percent": "901"}, "Choose from 1 to 900"),
        ({"percent": "40"}, "Choose Another percentage above, or leave this empty."),
        ({"breaks": "241"}, "Choose from 0 to 240 minutes."),
        ({"extra_time": "1/2"}, "Not a valid choice."),
    ],
)
def test_what_cannot_be_meant_is_refused(
    hazel: Browser, database: Database, cast: Cast, path: str, typed: dict[str, str], sentence: str
) -> None:
    answer = hazel.send(path, {**NOTHING, **typed})
    assert answer.status_code == 422
    assert sentence in answer.text
    assert needs_of(database, cast.rowan.id) == NONE


def test_it_is_for_the_teacher_of_a_class_that_the_student_is_in(
    database: Database, cast: Cast, quiz: Quiz, path: str, signed_in_as: SignIn, client: Browser
) -> None:
    for person in (cast.basil, cast.juniper, cast.rowan):
        assert signed_in_as(person).get(path).status_code == 404
    assert client.get(path).location == f"/sign-in?next={path}"
    with database.writing() as session:
        other = a_class(session, cast.basil, cast.juniper, name="9 Otter").id
    basil = signed_in_as(cast.basil)
    elsewhere = f"/classes/{other}/students/{cast.rowan.id}/accommodation"
    assert basil.get(elsewhere).status_code == 404
    assert basil.send(elsewhere, {**NOTHING, "extra_time": "2"}, page=f"/classes/{other}").status_code == 404
    assert basil.get(elsewhere.replace(f"{cast.rowan.id}/a", f"{cast.juniper.id}/a")).status_code == 200
    assert needs_of(database, cast.rowan.id) == NONE


def test_neither_the_roster_nor_another_student_shows_it(
    hazel: Browser, cast: Cast, quiz: Quiz, path: str, signed_in_as: SignIn
) -> None:
    hazel.send(path, {**NOTHING, "extra_time": "3/2", "larger_type": "y"})
    hazel.get(f"/classes/{quiz.class_id}")  # takes the message of the save away
    roster = hazel.text(f"/classes/{quiz.class_id}")
    assert "50" not in roster[roster.index("<table") : roster.index("</table")]
    assert "× 1.5" in signed_in_as(cast.rowan).text("/")
    assert "× 1.5" not in signed_in_as(cast.juniper).text("/")
