from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from quizgen.domain.people import Person
from quizgen.services import drafting, generating, taking
from quizgen.services.classes import ClassCard
from quizgen.storage.engine import Database
from quizgen.web.home.pages import greeting
from tests.cast import Cast
from tests.stored import a_bank, a_job
from tests.web.conftest import Browser

SignIn = Callable[[Person], Browser]
HOUR = timedelta(hours=1)


def test_a_student_starts_what_is_open(
    signed_in_as: SignIn, cast: Cast, publish: Callable[..., int], now: datetime
) -> None:
    quiz_id = publish("The paper mill", closes=now + HOUR, time_limit=timedelta(minutes=20))
    juniper = signed_in_as(cast.juniper)
    page = juniper.text("/")
    for words in (
        "Class 8 Heron",
        "Juniper",
        "The paper mill",
        "Set by Hazel Ashdown",
        "20\u00a0minutes",
        "Open until",
    ):
        assert words in page
    answer = juniper.send(f"/quizzes/{quiz_id}/start", page="/")
    assert answer.status_code == 303
    assert juniper.get(answer.location).status_code == 200


def test_a_student_goes_on_with_what_runs(
    signed_in_as: SignIn, cast: Cast, publish: Callable[..., int], sit: Callable[..., int], now: datetime
) -> None:
    attempt_id = sit(publish("The paper mill", time_limit=HOUR), now, hand_in=False)
    page = signed_in_as(cast.juniper).text("/")
    assert f'href="/attempts/{attempt_id}"' in page
    assert "Go on" in page
    assert "The clock is running." in page
    assert ">Start<" not in page


def test_results_stand_with_their_score_and_lead_to_the_answers(
    signed_in_as: SignIn, cast: Cast, publish: Callable[..., int], sit: Callable[..., int], now: datetime
) -> None:
    attempt_id = sit(publish("The paper mill", closes=now + HOUR), now)
    juniper = signed_in_as(cast.juniper)
    page = juniper.text("/")
    assert "6 of 6" in page
    assert "Sat on" in page
    assert f'href="/attempts/{attempt_id}/result"' in page
    assert ">Start" not in page


def test_what_the_server_handed_in_says_so(
    signed_in_as: SignIn,
    cast: Cast,
    publish: Callable[..., int],
    sit: Callable[..., int],
    now: datetime,
    database: Database,
) -> None:
    sit(publish("The paper mill", time_limit=HOUR), now - 2 * HOUR, hand_in=False)
    with database.writing() as session:
        taking.close_overdue(session, now=now, grace=timedelta(0))
    page = signed_in_as(cast.juniper).text("/")
    assert "Handed in for you when time was up" in page
    assert "Being marked" in page
    with database.writing() as session:
        taking.mark_ended(session)
    assert "6 of 6" in signed_in_as(cast.juniper).text("/")


def test_a_quiz_that_may_be_sat_again_is_open_and_among_the_results(
    signed_in_as: SignIn, cast: Cast, publish: Callable[..., int], sit: Callable[..., int], now: datetime
) -> None:
    quiz_id = publish("The paper mill", attempts=2)
    sit(quiz_id, now)
    page = signed_in_as(cast.juniper).text("/")
    assert "Start again" in page
    assert "You can start 1 more time." in page
    sit(quiz_id, now)
    page = signed_in_as(cast.juniper).text("/")
    assert "Start again" not in page
    assert "Attempt 1." in page
    assert "Attempt 2." in page


def test_what_comes_and_what_was_missed_is_told_without_a_link(
    signed_in_as: SignIn, cast: Cast, publish: Callable[..., int], now: datetime
) -> None:
    publish("The weaver's apprentice", opens=now + 48 * HOUR)
    publish("Salt and the old roads", opens=now - 3 * HOUR, closes=now - 2 * HOUR)
    page = signed_in_as(cast.juniper).text("/")
    assert "Coming up" in page
    assert "Opens " in page
    assert "Not sat" in page
    assert "Nothing is open now." in page
    assert "/attempts/" not in page


def test_there_is_one_filled_button_however_much_is_open(
    signed_in_as: SignIn, cast: Cast, publish: Callable[..., int]
) -> None:
    publish("The paper mill")
    publish("A year in a hedge")
    assert signed_in_as(cast.juniper).text("/").count("btn-primary") == 1


def test_a_student_without_a_class_is_asked_for_a_code(signed_in_as: SignIn, cast: Cast) -> None:
    page = signed_in_as(cast.rowan).text("/")
    assert "Hello, Rowan" in page
    assert "You are in no class yet" in page
    assert 'name="code"' in page


def test_a_student_sees_nothing_of_another_class(
    signed_in_as: SignIn, cast: Cast, publish: Callable[..., int], sit: Callable[..., int], now: datetime
) -> None:
    sit(publish("The paper mill", attempts=2), now)
    assert "The paper mill" not in signed_in_as(cast.rowan).text("/")


def test_a_teacher_finds_classes_banks_and_what_is_open(
    signed_in_as: SignIn, cast: Cast, publish: Callable[..., int], heron: ClassCard, now: datetime
) -> None:
    quiz_id = publish("The paper mill", closes=now + HOUR)
    publish("A year in a hedge", opens=now + HOUR)
    page = signed_in_as(cast.hazel).text("/")
    assert "Hazel Ashdown" in page
    assert f"1 student, code {heron.join_code}" in page
    assert f'href="/quizzes/{quiz_id}"' in page
    assert "A year in a hedge" not in page
    assert "9 claims, 9 questions ready" in page
    assert page.count("btn-primary") == 1
    assert "New bank from a text" in page


def test_open_quizzes_stand_with_the_first_to_close_on_top(
    signed_in_as: SignIn, cast: Cast, publish: Callable[..., int], now: datetime
) -> None:
    publish("Without end")
    publish("Closes late", closes=now + 5 * HOUR)
    publish("Closes soon", closes=now + HOUR)
    page = signed_in_as(cast.hazel).text("/")
    assert page.index("Closes soon") < page.index("Closes late") < page.index("Without end")


def test_a_bank_on_its_way_is_told_until_it_is_stopped(
    signed_in_as: SignIn, cast: Cast, database: Database, now: datetime
) -> None:
    text = "# The otters of Carrow\n\n" + "Otters live under the banks of the river and eat small fish. " * 9
    with database.writing() as session:
        drafting_id = a_job(session, cast.hazel, text.encode(), now=now)
    hazel = signed_in_as(cast.hazel)
    assert "Waits for its turn." in hazel.text("/")
    assert f'href="/drafts/{drafting_id}"' in hazel.text("/")
    with database.writing() as session:
        generating.take(session, drafting_id, now=now)
    assert "0 of 0 sentences read" in hazel.text("/")
    with database.writing() as session:
        generating.fail(session, drafting_id, "The parser stopped.", now=now)
    assert "The questions could not be made. Your text is kept." in hazel.text("/")
    assert "The otters" not in signed_in_as(cast.basil).text("/")
    with database.writing() as session:
        drafting.retry(session, drafting_id, now=now)
        drafting.cancel(session, drafting_id, now=now)
    assert "The otters" not in hazel.text("/")


def test_a_new_teacher_is_told_how_to_start(signed_in_as: SignIn, cast: Cast) -> None:
    page = signed_in_as(cast.basil).text("/")
    assert page.count('class="empty"') == 3
    assert "New class" in page


def test_a_teacher_sees_nothing_of_another_teacher(
    signed_in_as: SignIn, cast: Cast, publish: Callable[..., int], database: Database
) -> None:
    publish("The paper mill")
    with database.writing() as session:
        a_bank(session, None)
    page = signed_in_as(cast.basil).text("/")
    assert "The paper mill" not in page
    assert "8 Heron" not in page
    assert "comes with quizgen" in page


@pytest.mark.parametrize(
    ("hour", "words"),
    [(3, "Good morning"), (9, "Good morning"), (10, "Good afternoon"), (15, "Good afternoon"), (16, "Good evening")],
)
def test_the_greeting_follows_the_clock_of_the_class(hour: int, words: str, now: datetime) -> None:
    paris = ClassCard(1, "8 Heron", "CODE", "Europe/Paris", 0, "Hazel Ashdown")  # two hours ahead in summer
    summer = now.replace(month=7, hour=hour, minute=0)
    assert greeting("Juniper", [paris], summer) == f"{words}, Juniper"
