"""Who may see and do what with an attempt."""

from collections.abc import Callable

import pytest

from quizgen.domain.people import Person
from tests.cast import Cast
from tests.web.attempts.conftest import Sat
from tests.web.conftest import Browser

PAGES = ("", "/hand-in", "/status", "/result")
ACTIONS = ("", "/hand-in", "/responses", "/flags")


@pytest.fixture
def other(cast: Cast, signed_in_as: Callable[[Person], Browser]) -> Browser:
    """A student of no class."""
    return signed_in_as(cast.rowan)


@pytest.mark.parametrize("page", PAGES)
def test_a_visitor_is_sent_to_sign_in_and_a_script_is_told(client: Browser, sat: Sat, page: str) -> None:
    assert "/sign-in" in client.get(f"{sat.url}{page}").location
    assert client.get(f"{sat.url}{page}", headers={"Accept": "application/json"}).status_code == 401


@pytest.mark.parametrize("page", PAGES)
def test_another_student_finds_nothing(other: Browser, sat: Sat, page: str) -> None:
    assert other.get(f"{sat.url}{page}").status_code == 404


@pytest.mark.parametrize("action", ACTIONS)
def test_another_student_and_the_teacher_can_do_nothing(
    other: Browser, sat: Sat, hazel: Person, signed_in_as: Callable[[Person], Browser], action: str
) -> None:
    for client in (other, signed_in_as(hazel)):
        document = {"position": 0, "response": "true", "sequence": 0, "flagged": True}
        token = {"X-CSRFToken": client.token("/")}
        assert client.post(f"{sat.url}{action}", json=document, headers=token).status_code == 404
    assert sat.sitting.sequences == {}


def test_a_student_of_no_class_cannot_start(other: Browser, published: Callable[..., int]) -> None:
    assert other.send(f"/quizzes/{published()}/start", page="/").status_code == 404


def test_the_teacher_reads_the_result_but_not_the_running_page(
    sat: Sat, cast: Cast, signed_in_as: Callable[[Person], Browser]
) -> None:
    teacher = signed_in_as(cast.hazel)
    assert teacher.get(sat.url).status_code == 404
    assert teacher.get(f"{sat.url}/result").status_code == 403
    sat.juniper.send(f"{sat.url}/hand-in")
    assert "Juniper Quill" in teacher.text(f"{sat.url}/result")
    assert signed_in_as(cast.basil).get(f"{sat.url}/result").status_code == 404


def test_a_student_who_asks_for_the_result_too_early_is_sent_back_to_the_questions(sat: Sat) -> None:
    assert sat.juniper.get(f"{sat.url}/result").location == sat.url
