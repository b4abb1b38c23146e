from collections.abc import Callable
from datetime import timedelta

import pytest

from quizgen.domain.attempts.policy import Policy
from quizgen.domain.people import Person
from quizgen.services import classes
from quizgen.services.classes import ClassCard
from quizgen.storage.engine import Database
from quizgen.web import clock
from quizgen.web.classes.forms import zones
from tests.cast import Cast
from tests.stored import a_class, a_quiz
from tests.web.conftest import Browser, without_tokens

SignIn = Callable[[Person], Browser]


@pytest.fixture
def heron(database: Database, cast: Cast) -> ClassCard:
    with database.writing() as session:
        return a_class(session, cast.hazel, cast.juniper, name="8 Heron")


def taught(database: Database, cast: Cast) -> tuple[ClassCard, ...]:
    with database.reading() as session:
        return classes.taught_by(session, cast.hazel.id)


def test_a_new_class_has_a_code_and_leads_to_its_page(hazel: Browser, database: Database, cast: Cast) -> None:
    answer = hazel.send("/classes/new", {"name": "  8   Heron ", "time_zone": "Europe/Paris"})
    (card,) = taught(database, cast)
    assert (answer.status_code, answer.location) == (303, f"/classes/{card.id}")
    assert (card.name, card.time_zone) == ("8 Heron", "Europe/Paris")
    page = hazel.text(answer.location)
    assert card.join_code in page
    assert "http://localhost/join" in page
    assert f'href="/join?code={card.join_code}"' in page
    assert "No students yet." in page


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"name": "   "}, "Give the class a name."),
        ({"name": "h" * 121}, "Use at most 120 characters."),
        ({"name": "\x07"}, "The name of the class is empty; please give one."),
        ({"time_zone": "Europe/Carrow"}, "Not a valid choice."),
    ],
)
def test_a_refused_class_keeps_what_was_typed(
    hazel: Browser, database: Database, cast: Cast, typed: dict[str, str], sentence: str
) -> None:
    answer = hazel.send("/classes/new", {"name": "8 Heron", "time_zone": "Asia/Tokyo", **typed})
    assert answer.status_code == 422
    assert sentence in answer.text
    if "time_zone" not in typed:
        assert '<option selected value="Asia/Tokyo">' in answer.text
    if "name" not in typed:
        assert 'value="8 Heron"' in answer.text
    assert taught(database, cast) == ()


def test_the_first_class_starts_from_utc_and_the_next_from_the_zone_of_the_last(
    hazel: Browser, database: Database, cast: Cast
) -> None:
    page = hazel.text("/classes/new")
    assert '<option selected value="UTC">' in page
    assert 'data-guess="zone"' in page
    hazel.send("/classes/new", {"name": "8 Heron", "time_zone": "Asia/Tokyo"})
    page = hazel.text("/classes/new")
    assert '<option selected value="Asia/Tokyo">' in page
    assert 'data-guess="zone"' not in page


def test_every_zone_that_can_be_chosen_is_one() -> None:
    offered = [zone for places in zones().values() for zone, _ in places]
    assert len(offered) > 300
    assert {"UTC", "Europe/London", "America/Argentina/Salta"} <= set(offered)
    assert not [zone for zone in offered if zone.startswith(("Etc/", "SystemV/", "posix/"))]


def test_the_list_holds_the_teachers_own_classes(
    hazel: Browser, heron: ClassCard, signed_in_as: SignIn, cast: Cast
) -> None:
    page = hazel.text("/classes")
    assert f'href="/classes/{heron.id}"' in page
    assert f"1 student, code {heron.join_code}" in page
    assert "8 Heron" not in signed_in_as(cast.basil).text("/classes")


def test_a_class_shows_its_students_and_how_its_quizzes_stand(
    hazel: Browser, heron: ClassCard, database: Database, cast: Cast
) -> None:
    now, hour = clock.now(), timedelta(hours=1)
    with database.writing() as session:
        for title, policy in {
            "Comes": Policy(opens=now + hour),
            "Is open": Policy(closes=now + hour, time_limit=timedelta(minutes=10)),
            "Was": Policy(closes=now - hour),
            "Never ends": Policy(),
        }.items():
            a_quiz(session, cast.hazel, class_id=heron.id, title=title, policy=policy)
    page = hazel.text(f"/classes/{heron.id}")
    for words in ("Juniper Quill", "juniper.quill", "1 student, 4 quizzes. Times in Europe/Paris."):
        assert words in page
    for words in ("Coming up", "Open now", "Closed", "Open without end, no time limit", "10\u00a0minutes"):
        assert words in page
    assert page.index("Never ends") < page.index("Comes")
    assert f'href="/classes/{heron.id}/gradebook"' in page


def test_a_student_is_taken_out_after_a_question(
    hazel: Browser, heron: ClassCard, database: Database, cast: Cast
) -> None:
    path = f"/classes/{heron.id}/students/{cast.juniper.id}/remove"
    assert f'href="{path}"' in hazel.text(f"/classes/{heron.id}")
    assert "Take Juniper Quill out of 8 Heron?" in hazel.text(path)
    with database.reading() as session:
        assert len(classes.roster(session, heron.id)) == 1
    answer = hazel.send(path)
    assert (answer.status_code, answer.location) == (303, f"/classes/{heron.id}")
    page = hazel.text(f"/classes/{heron.id}")
    assert "Juniper Quill is no longer in the class." in page
    assert "No students yet." in page


def test_taking_out_twice_says_that_there_is_nobody(hazel: Browser, heron: ClassCard, cast: Cast) -> None:
    path = f"/classes/{heron.id}/students/{cast.juniper.id}/remove"
    hazel.send(path)
    answer = hazel.send(path, page=f"/classes/{heron.id}")
    assert answer.status_code == 404
    assert "This student is not in the class." in answer.text


def test_nobody_is_taken_out_without_the_token(
    hazel: Browser, heron: ClassCard, database: Database, cast: Cast
) -> None:
    assert hazel.post(f"/classes/{heron.id}/students/{cast.juniper.id}/remove").status_code == 400
    with database.reading() as session:
        assert len(classes.roster(session, heron.id)) == 1


PAGES = ["", "/students/{student}/remove", "/gradebook", "/gradebook.csv"]


@pytest.mark.parametrize("page", PAGES)
def test_a_class_is_closed_to_everybody_but_its_teacher(
    signed_in_as: SignIn, client: Browser, heron: ClassCard, cast: Cast, page: str
) -> None:
    path = f"/classes/{heron.id}{page.format(student=cast.juniper.id)}"
    assert signed_in_as(cast.hazel).get(path).status_code == 200
    for person in (cast.basil, cast.juniper, cast.rowan):
        answer = signed_in_as(person).get(path)
        assert answer.status_code == 404
        assert "8 Heron" not in answer.text
    assert client.get(path).location == f"/sign-in?next={path}"


@pytest.mark.parametrize("path", ["/classes", "/classes/new"])
def test_students_have_no_classes_to_keep(signed_in_as: SignIn, client: Browser, cast: Cast, path: str) -> None:
    assert signed_in_as(cast.juniper).get(path).status_code == 404
    assert client.get(path).location == f"/sign-in?next={path}"


def test_a_class_that_is_not_there_answers_like_one_that_is_not_yours(
    hazel: Browser, heron: ClassCard, signed_in_as: SignIn, cast: Cast
) -> None:
    other = signed_in_as(cast.basil)
    missing, closed = other.get("/classes/999999"), other.get(f"/classes/{heron.id}")
    assert missing.status_code == closed.status_code == 404
    shown = without_tokens(missing.text).replace("/999999", f"/{heron.id}")
    assert shown == without_tokens(closed.text)
