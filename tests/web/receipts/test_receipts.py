"""A receipt is given with what was saved, and its student or teacher can check it later."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest

from quizgen.domain.attempts.attempt import reopen
from quizgen.domain.attempts.policy import Policy, Reveal
from quizgen.domain.people import Person
from quizgen.services import taking
from quizgen.storage.stores.attempts import attempt_of, write_attempt
from quizgen.storage.tables import AttemptRow, ResponseRow
from tests import stored
from tests.cast import Cast
from tests.web.attempts.conftest import Hands, Sat
from tests.web.conftest import Browser

CODE = re.compile(r'<code class="receipt-code">([0-9A-Z-]+)</code>')
GENUINE, AGREES = "This receipt is genuine", "It agrees with what is stored now."


def hand_in(sat: Sat, hands: Hands) -> str:
    """Hand in and return the code on the result page."""
    with sat.database.writing() as session:
        taking.hand_in(session, attempt_id=sat.id, now=hands.now)
    found = CODE.search(sat.juniper.text(f"{sat.url}/result"))
    assert found
    return found[1]


def page(browser: Browser, code: str) -> str:
    answer = browser.get("/receipts", query_string={"code": code})
    assert answer.status_code == 200
    return answer.text


def test_the_receipt_of_an_answer_holds_until_a_later_answer_replaces_it(sat: Sat) -> None:
    code = sat.save(1, sat.response(1), sequence=3)["receipt"]
    shown = page(sat.juniper, code)
    assert GENUINE in shown
    assert "An answer to question 1 was received: " in shown
    assert AGREES in shown
    sat.save(1, sat.response(1, "wrong"), sequence=4)
    assert "A later answer to this question has replaced it since." in page(sat.juniper, code)


def test_an_answer_that_is_gone_is_told(sat: Sat) -> None:
    code = sat.save(1, sat.response(1))["receipt"]
    with sat.database.writing() as session:
        session.delete(session.get(ResponseRow, (sat.id, 0)))
    assert "What is stored now does not agree with it." in page(sat.juniper, code)


@pytest.mark.parametrize("reveal", [Reveal.NEVER, Reveal.AFTER_HANDING_IN])
def test_handing_in_gives_one_receipt_for_all(
    start: Callable[..., Sat],
    hands: Hands,
    reveal: Reveal,
    hazel: Person,
    signed_in_as: Callable[[Person], Browser],
) -> None:
    sat = start(Policy(reveal=reveal))
    for number in (1, 2):
        sat.save(number, sat.response(number))
    hands.move(minutes=3)
    code = hand_in(sat, hands)
    for browser in (sat.juniper, signed_in_as(hazel)):
        shown = page(browser, code)
        assert GENUINE in shown
        assert "Handed in with 2 answers: " in shown
        assert "Juniper Quill" in shown
        assert AGREES in shown


def test_a_whole_attempt_that_was_changed_behind_the_pages_does_not_agree(sat: Sat, hands: Hands) -> None:
    sat.save(1, sat.response(1))
    code = hand_in(sat, hands)
    with sat.database.writing() as session:
        session.get(ResponseRow, (sat.id, 0)).response = sat.response(1, "wrong")
    assert "What is stored now does not agree with it." in page(sat.juniper, code)


def test_after_reopening_the_old_receipt_is_genuine_and_says_what_happened(sat: Sat, hands: Hands) -> None:
    sat.save(1, sat.response(1))
    code = hand_in(sat, hands)
    with sat.database.writing() as session:
        row = session.get(AttemptRow, sat.id)
        write_attempt(row, reopen(attempt_of(row), hands.move(minutes=5)))
    assert AGREES in page(sat.juniper, code)
    sat.save(1, sat.response(1, "wrong"), sequence=1)
    shown = page(sat.juniper, code)
    assert GENUINE in shown
    assert "The attempt was opened again afterwards" in shown


def test_nobody_else_learns_what_a_receipt_is_about(
    sat: Sat, hands: Hands, cast: Cast, signed_in_as: Callable[[Person], Browser]
) -> None:
    code = hand_in(sat, hands)
    shown = page(signed_in_as(cast.basil), code)
    assert "it is not about your own work or a class of yours" in shown
    assert "Juniper Quill" not in shown


@pytest.mark.parametrize("change", [lambda code: code[:-1], lambda code: "9" + code, lambda code: "<b>" + code])
def test_a_code_that_was_not_given_here_is_not_genuine(sat: Sat, hands: Hands, change: Callable[[str], str]) -> None:
    shown = page(sat.juniper, change(hand_in(sat, hands)))
    assert "This is not a receipt that was given here." in shown
    assert GENUINE not in shown
    assert "<b>" not in shown


def test_the_page_without_a_code_asks_for_one_and_a_visitor_signs_in_first(sat: Sat, client: Browser) -> None:
    assert "Check a receipt" in sat.juniper.text("/receipts")
    assert client.get("/receipts").status_code == 302


def test_what_came_late_is_told_to_the_student_and_shown_to_the_teacher(
    sat: Sat, hands: Hands, hazel: Person, signed_in_as: Callable[[Person], Browser]
) -> None:
    sat.save(1, sat.response(1))
    headers = sat.headers
    hands.move(minutes=20, seconds=38)
    document = {"position": 1, "response": sat.response(2), "sequence": 0}
    reply = sat.juniper.post(f"{sat.url}/responses", json=document, headers=headers).json
    assert (reply["accepted"], reply["late"]) == (False, "38\u00a0seconds")
    with sat.database.writing() as session:
        taking.close_overdue(session, now=hands.now, grace=timedelta(seconds=30))
    told = "Your answer to question 2 arrived 38\u00a0seconds after the end, so it was not counted."
    assert told in sat.juniper.text(f"{sat.url}/result")
    shown = signed_in_as(hazel).text(f"{sat.url}/result")
    assert "Arrived late, not counted:" in shown
    assert "Question 2, 38\u00a0seconds after the end" in shown
    assert sat.sitting.responses == {0: stored.answers(sat.sitting)[0].strip()}
