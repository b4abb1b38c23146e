"""What a student finds about a quiz that asks for a code, waits, or gives them a time of their own."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from fractions import Fraction

import pytest

from quizgen.domain.attempts.accommodation import Accommodation
from quizgen.domain.attempts.policy import Closing, Layout, Navigation
from quizgen.domain.people import Person
from quizgen.services import rules
from quizgen.services.classes import ClassCard
from quizgen.storage.engine import Database
from quizgen.web.filters import moment
from tests.cast import Cast
from tests.web.conftest import Browser

Publish = Callable[..., int]
Sit = Callable[..., int]
HOUR = timedelta(hours=1)
WRONG = "That is not the access code of this quiz."


def test_a_quiz_with_a_code_asks_for_it_and_starts_with_it(juniper: Browser, publish: Publish) -> None:
    quiz = publish("The paper mill", access_code="Grey heron")
    page = juniper.text("/")
    assert "Access code" in page
    assert "Grey heron" not in page
    answer = juniper.send(f"/quizzes/{quiz}/start", {"code": " grey HERON"}, page="/")
    assert re.fullmatch(r"/attempts/\d+", answer.location)
    assert "Access code" not in juniper.text("/")


@pytest.mark.parametrize("typed", ["", "grey herring"])
def test_a_wrong_code_comes_back_home_with_a_sentence_and_costs_nothing(
    juniper: Browser, publish: Publish, typed: str
) -> None:
    quiz = publish("The paper mill", access_code="grey heron", attempts=1)
    publish("The otters", access_code="otter")
    answer = juniper.send(f"/quizzes/{quiz}/start", {"code": typed}, page="/")
    assert (answer.status_code, answer.location) == (303, f"/?refused={quiz}")
    page = juniper.text(answer.location)
    assert page.count(WRONG) == 1
    assert page.index("The paper mill</h3>") < page.index(WRONG) < page.index("The otters</h3>")
    assert f'aria-describedby="code-help-{quiz} code-error-{quiz}"' in page
    assert juniper.send(f"/quizzes/{quiz}/start", {"code": "grey heron"}, page="/").location.startswith("/attempts/")


def test_codes_are_not_guessed_without_end_and_plain_starts_are_never_held_up(
    juniper: Browser, publish: Publish
) -> None:
    locked, free = publish("The paper mill", access_code="grey heron"), publish("The otters")
    token = juniper.token()
    tries = [
        juniper.post(f"/quizzes/{locked}/start", data={"csrf_token": token, "code": f"{number}"})
        for number in range(11)
    ]
    assert [answer.status_code for answer in tries] == [303] * 10 + [429]
    starts = [juniper.post(f"/quizzes/{free}/start", data={"csrf_token": token}).status_code for _ in range(12)]
    assert starts == [303] * 12


def test_a_student_who_must_wait_is_told_until_when(
    juniper: Browser, heron: ClassCard, publish: Publish, sit: Sit, now: datetime
) -> None:
    quiz = publish("The paper mill", attempts=2, wait=HOUR)
    sit(quiz, now)
    page = juniper.text("/")
    full = now.replace(second=0, microsecond=0)
    starts = (full if now == full else full + timedelta(minutes=1)) + HOUR
    assert f"You can start again {moment(starts, heron.time_zone)}." in page
    assert "Times are those of Paris." in page
    assert f"/quizzes/{quiz}/start" not in page
    assert juniper.send(f"/quizzes/{quiz}/start", page="/").status_code == 403


def test_a_quiz_of_the_schools_network_says_so_elsewhere_and_starts_there(juniper: Browser, publish: Publish) -> None:
    quiz = publish("The paper mill", networks=("10.1.0.0/16",))
    assert "only be started from your school’s network" in juniper.text("/")
    at_school = {"environ_base": {"REMOTE_ADDR": "10.1.7.9"}}
    token = juniper.token()
    assert f"/quizzes/{quiz}/start" in juniper.get("/", **at_school).text
    start = {"data": {"csrf_token": token}}
    assert juniper.post(f"/quizzes/{quiz}/start", **start).status_code == 403
    assert juniper.post(f"/quizzes/{quiz}/start", **start, **at_school).status_code == 303
    assert "Go on" in juniper.text("/")


def test_what_binds_a_student_is_said_before_the_start(juniper: Browser, publish: Publish, now: datetime) -> None:
    forward = {"navigation": Navigation.FORWARD, "layout": Layout.ONE}
    publish("The paper mill", closes=now + HOUR, closing=Closing.START, **forward)
    page = juniper.text("/")
    assert "Start by" in page
    assert "You cannot go back to a question that you have left." in page


def test_the_times_are_the_students_own_and_say_how_they_come_about(
    signed_in_as: Callable[[Person], Browser],
    publish: Publish,
    sit: Sit,
    database: Database,
    heron: ClassCard,
    cast: Cast,
    now: datetime,
) -> None:
    quiz = publish("The paper mill", time_limit=HOUR)
    publish("The otters", opens=now + HOUR, time_limit=HOUR)
    with database.writing() as session:
        needs = Accommodation(Fraction(3, 2))
        rules.accommodate(session, cast.juniper.id, needs, by=cast.hazel.id, now=now)
    juniper = signed_in_as(cast.juniper)
    page = juniper.text("/").replace("\u00a0", " ")
    assert page.count("1 hour 30 minutes") == 2
    assert page.count("How your time comes about") == 2
    assert page.count("Time limit: 60 min × 1.5 = 90 min.") == 2
    assert "So an attempt started as soon as you can, at " in page
    attempt = sit(quiz, now, hand_in=False)
    page = juniper.text(f"/attempts/{attempt}")
    assert "Time limit: 60 min × 1.5 = 90 min." in page
    assert "Times are those of Paris." in page


def test_the_result_names_the_zone_of_its_times(juniper: Browser, publish: Publish, sit: Sit, now: datetime) -> None:
    attempt = sit(publish("The paper mill"), now)
    assert re.search(
        r"Handed in at \d\d:\d\d\. Times are those of Paris\.", juniper.text(f"/attempts/{attempt}/result")
    )
