"""The rules that few quizzes need, on a page of their own."""

from datetime import timedelta

import pytest

from quizgen.domain.attempts.policy import Closing, Navigation, Order, Policy
from quizgen.services import quizzes
from quizgen.services.quizzes import Quiz
from quizgen.storage.engine import Database
from tests.web.conftest import Browser
from tests.web.plain import inline_parts

USUAL = {
    "closing": "must finish by",
    "wait": "",
    "access_code": "",
    "networks": "",
    "order": "shuffled",
    "layout": "one at a time",
    "navigation": "free",
}


def rules_of(database: Database, quiz: Quiz) -> Policy:
    with database.reading() as session:
        return quizzes.get(session, quiz.id).policy


def test_every_rule_is_saved_and_the_settings_stay(hazel: Browser, quiz: Quiz, database: Database) -> None:
    path = f"/quizzes/{quiz.id}/rules"
    assert f'href="{path}"' in hazel.text(f"/quizzes/{quiz.id}")
    typed = {
        "closing": "must start by",
        "wait": "90",
        "access_code": " grey heron ",
        "networks": "10.1.0.0/16\r\n192.0.2.7, 2001:db8::/32\r\n",
        "order": "as in the bank",
        "layout": "one at a time",
        "navigation": "forward only",
    }
    answer = hazel.send(path, typed)
    assert (answer.status_code, answer.location) == (303, f"/quizzes/{quiz.id}")
    saved = rules_of(database, quiz)
    assert saved == Policy(
        closes=quiz.policy.closes,
        time_limit=quiz.policy.time_limit,
        closing=Closing.START,
        wait=timedelta(minutes=90),
        access_code="grey heron",
        networks=("10.1.0.0/16", "192.0.2.7", "2001:db8::/32"),
        order=Order.AS_IN_BANK,
        navigation=Navigation.FORWARD,
    )
    page = hazel.text(answer.location)
    for words in ("The rules are saved.", "grey heron", "10.1.0.0/16, 192.0.2.7", "As in the bank"):
        assert words in page
    page = hazel.text(path)
    assert 'value="grey heron"' in page
    assert '<option selected value="must start by">' in page
    hazel.send(path, USUAL)
    assert rules_of(database, quiz) == quiz.policy


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"networks": "the library"}, "'the library' is no network."),
        ({"wait": "0"}, "Choose from 1 to"),
        ({"access_code": "x" * 61}, "Use at most 60 characters."),
        ({"order": "upside down"}, "Not a valid choice."),
        ({"layout": "all on one page", "navigation": "forward only"}, "come one at a time"),
    ],
)
def test_what_cannot_be_meant_is_refused_and_nothing_typed_is_lost(
    hazel: Browser, quiz: Quiz, database: Database, typed: dict[str, str], sentence: str
) -> None:
    answer = hazel.send(f"/quizzes/{quiz.id}/rules", {**USUAL, "wait": "15", **typed})
    assert answer.status_code == 422
    assert sentence in answer.text.replace("&#39;", "'")
    if "wait" not in typed:
        assert 'value="15"' in answer.text
    assert rules_of(database, quiz) == quiz.policy


def test_a_teacher_sees_which_address_they_come_from(hazel: Browser, quiz: Quiz) -> None:
    page = hazel.get(f"/quizzes/{quiz.id}/rules", environ_base={"REMOTE_ADDR": "10.1.7.9"}).text
    assert "You are at 10.1.7.9 now." in page


def test_the_page_has_no_inline_parts(hazel: Browser, quiz: Quiz) -> None:
    assert inline_parts(hazel.text(f"/quizzes/{quiz.id}/rules")) == []
