"""What the page's script says to the server, and what comes back."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from quizgen.domain.attempts.policy import Policy
from quizgen.domain.people import Person
from quizgen.domain.scoring.confidence import Confidence
from quizgen.services import quizzes, taking
from tests.web.attempts.conftest import Hands, Sat
from tests.web.conftest import Browser


def test_a_save_is_acknowledged_with_time_and_what_is_left(sat: Sat, hands: Hands) -> None:
    hands.move(minutes=2)
    response = sat.response(3)
    reply = sat.save(3, response)
    assert reply.pop("receipt").startswith(f"{sat.id}-3-0-")
    assert reply == {
        "accepted": True,
        "sequence": 0,
        "response": response,
        "confidence": None,
        "saved_at": "2026-09-01T08:02:00+00:00",
        "remaining_ms": 18 * 60_000,
        "open": True,
        "state": "running",
        "late": None,
    }
    assert sat.sitting.responses == {2: response}


def test_how_sure_a_student_is_comes_along_and_goes_with_the_answer(sat: Sat) -> None:
    document = {"position": 0, "response": sat.response(1), "sequence": 0, "confidence": "sure"}
    reply = sat.juniper.post(f"{sat.url}/responses", json=document, headers=sat.headers).json
    assert (reply["accepted"], reply["confidence"], sat.sitting.confidences) == (True, "sure", {0: Confidence.SURE})
    assert sat.juniper.get(f"{sat.url}/status").json["responses"] == [[0, 0, sat.response(1), "sure"]]
    sat.save(1, "", sequence=1)
    assert sat.sitting.confidences == {}


def test_a_form_without_scripts_carries_it_too(sat: Sat) -> None:
    fields = {"q": 1, "response": sat.response(1), "sequence": 0, "go": "next"}
    sat.juniper.send(sat.url, {**fields, "confidence": "fairly"})
    assert sat.sitting.confidences == {0: Confidence.FAIRLY}
    sat.juniper.send(sat.url, {**fields, "sequence": 1, "confidence": "guessing"})
    assert sat.sitting.confidences == {0: Confidence.GUESSING}
    sat.juniper.send(sat.url, {**fields, "sequence": 2, "confidence": "guessing", "go": "clear"})
    assert (sat.sitting.responses, sat.sitting.confidences) == ({}, {})
    answer = sat.juniper.send(sat.url, {**fields, "sequence": 3, "confidence": "certain"})
    assert answer.status_code == 400


def test_the_same_save_again_is_accepted_again(sat: Sat) -> None:
    assert sat.save(1, sat.response(1)) == sat.save(1, sat.response(1))


def test_an_older_save_is_refused_with_what_stands(sat: Sat) -> None:
    right, wrong = sat.response(1), sat.response(1, "wrong")
    sat.save(1, right, sequence=5)
    reply = sat.save(1, wrong, sequence=4)
    assert (reply["accepted"], reply["response"], reply["sequence"], reply["open"]) == (False, right, 5, True)


@pytest.mark.parametrize(("late", "accepted"), [(29.999, True), (30, False)])
def test_saves_are_taken_until_deadline_plus_grace(sat: Sat, hands: Hands, late: float, accepted: bool) -> None:
    headers = sat.headers
    hands.move(minutes=20, seconds=late)
    document = {"position": 0, "response": sat.response(1), "sequence": 0}
    reply = sat.juniper.post(f"{sat.url}/responses", json=document, headers=headers).json
    assert (reply["accepted"], reply["open"], reply["remaining_ms"]) == (accepted, accepted, 0)
    assert bool(sat.sitting.responses) is accepted


def test_a_longer_time_reaches_the_page_with_the_next_reply(sat: Sat, hands: Hands) -> None:
    with sat.database.writing() as session:
        policy = Policy(time_limit=timedelta(minutes=30))
        quizzes.change(session, sat.quiz, title="Rivers", policy=policy, now=hands.now)
    assert sat.save(1, sat.response(1))["remaining_ms"] == 30 * 60_000


@pytest.mark.parametrize(
    "document",
    [
        None,
        [],
        "text",
        {},
        {"position": 0, "response": "true"},
        {"position": "0", "response": "true", "sequence": 0},
        {"position": True, "response": "true", "sequence": 0},
        {"position": 0, "response": 7, "sequence": 0},
        {"position": 0, "response": "true", "sequence": 1.5},
        {"position": -1, "response": "true", "sequence": 0},
        {"position": 6, "response": "true", "sequence": 0},
        {"position": 0, "response": "true", "sequence": -1},
        {"position": 0, "response": "x" * 201, "sequence": 0},
        {"position": 0, "response": "true", "sequence": 0, "confidence": "certain"},
        {"position": 0, "response": "true", "sequence": 0, "confidence": ["sure"]},
    ],
)
def test_what_no_page_sends_is_refused_and_nothing_is_written(sat: Sat, document: object) -> None:
    answer = sat.juniper.post(f"{sat.url}/responses", json=document, headers=sat.headers)
    assert answer.status_code == 400
    assert answer.json["error"]
    assert sat.sitting.sequences == {}


def test_a_save_without_a_token_is_refused(sat: Sat) -> None:
    document = {"position": 0, "response": sat.response(1), "sequence": 0}
    answer = sat.juniper.post(f"{sat.url}/responses", json=document, headers={"Accept": "application/json"})
    assert answer.status_code == 400
    assert sat.sitting.responses == {}


def test_status_tells_time_and_state_and_gives_a_token_that_works(sat: Sat, hands: Hands) -> None:
    hands.move(minutes=1)
    status = sat.juniper.get(f"{sat.url}/status").json
    assert (status["remaining_ms"], status["state"]) == (19 * 60_000, "running")
    headers = {"X-CSRFToken": status["csrf_token"], "Accept": "application/json"}
    document = {"position": 0, "flagged": True}
    assert sat.juniper.post(f"{sat.url}/flags", json=document, headers=headers).json == {"flagged": True}
    assert sat.sitting.flags == {0}


def test_status_tells_what_stands_so_that_another_device_can_show_it(sat: Sat) -> None:
    response = sat.response(2)
    sat.save(2, response, sequence=4)
    sat.juniper.post(f"{sat.url}/flags", json={"position": 3, "flagged": True}, headers=sat.headers)
    assert sat.juniper.get(f"{sat.url}/status").json["responses"] == [[1, 4, response, None]]


def test_after_a_new_sign_in_the_token_of_the_new_session_carries_old_answers(
    sat: Sat, juniper: Person, signed_in_as: Callable[[Person], Browser]
) -> None:
    old, sat.juniper = sat.headers, signed_in_as(juniper)
    document = {"position": 0, "response": sat.response(1), "sequence": 0}
    assert sat.juniper.post(f"{sat.url}/responses", json=document, headers=old).status_code == 400
    fresh = {**old, "X-CSRFToken": sat.juniper.get(f"{sat.url}/status").json["csrf_token"]}
    assert sat.juniper.post(f"{sat.url}/responses", json=document, headers=fresh).json["accepted"]


@pytest.mark.parametrize("document", [None, {}, {"position": 0, "flagged": "yes"}, {"flagged": True}])
def test_a_flag_that_no_page_sends_is_refused(sat: Sat, document: object) -> None:
    assert sat.juniper.post(f"{sat.url}/flags", json=document, headers=sat.headers).status_code == 400


def test_after_the_end_a_save_is_told_so(sat: Sat, hands: Hands) -> None:
    headers = sat.headers
    with sat.database.writing() as session:
        taking.hand_in(session, attempt_id=sat.id, now=hands.now)
    document = {"position": 0, "response": sat.response(1), "sequence": 0}
    reply = sat.juniper.post(f"{sat.url}/responses", json=document, headers=headers).json
    assert (reply["accepted"], reply["open"], reply["state"], reply["receipt"]) == (False, False, "handed in", None)
