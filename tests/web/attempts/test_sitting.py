"""Sitting a quiz without scripts: forms save, move, flag and hand in."""

from collections.abc import Callable

import pytest

from quizgen.domain.attempts.accommodation import Accommodation
from quizgen.domain.attempts.attempt import State
from quizgen.domain.attempts.policy import Policy
from quizgen.domain.people import Person
from quizgen.services import rules
from quizgen.storage.engine import Database
from tests.cast import Cast
from tests.web.attempts.conftest import Hands, Sat
from tests.web.conftest import Browser


def send(sat: Sat, number: int, go: str, response: str = "", sequence: int = 0) -> str:
    """Send the form of a question and return where it leads."""
    form = {"q": number, "response": response, "sequence": sequence, "go": go}
    answer = sat.juniper.send(sat.url, form)
    assert answer.status_code == 303, answer.text
    return str(answer.location)


def test_start_leads_to_the_first_question_and_starting_again_to_the_same_attempt(
    published: Callable[..., int], juniper: Person, signed_in_as: Callable[[Person], Browser], hands: Hands
) -> None:
    quiz, client = published(), signed_in_as(juniper)
    first = client.send(f"/quizzes/{quiz}/start", page="/")
    assert first.status_code == 303
    assert "Question <b>1</b> of 6" in client.text(first.location)
    assert client.send(f"/quizzes/{quiz}/start", page="/").location == first.location


def test_a_quiz_that_is_not_open_says_so(
    published: Callable[..., int], juniper: Person, signed_in_as: Callable[[Person], Browser], hands: Hands
) -> None:
    quiz = published(Policy(opens=hands.move(hours=1)))
    hands.move(hours=-1)
    answer = signed_in_as(juniper).send(f"/quizzes/{quiz}/start", page="/")
    assert answer.status_code == 403
    assert "not open yet" in answer.text


def test_the_page_has_every_question_and_shows_the_one_that_was_asked_for(sat: Sat) -> None:
    page = sat.juniper.text(f"{sat.url}?q=3")
    assert page.count('<form class="question"') == 6
    assert page.count(" hidden>") >= 5
    shown = page.split('<form class="question" id="question-3"')[1].split(">")[0]
    assert "hidden" not in shown


@pytest.mark.parametrize(("asked", "shown"), [("0", 1), ("99", 6), ("-3", 1), ("rubbish", 1)])
def test_a_question_outside_of_the_paper_shows_the_nearest(sat: Sat, asked: str, shown: int) -> None:
    assert f'data-current="{shown}"' in sat.juniper.text(f"{sat.url}?q={asked}")


def test_without_a_number_the_first_unanswered_question_is_shown(sat: Sat) -> None:
    sat.save(1, sat.response(1))
    assert 'data-current="2"' in sat.juniper.text(sat.url)


def test_next_saves_and_moves_on(sat: Sat) -> None:
    response = sat.response(1)
    assert send(sat, 1, "next", response).endswith("?q=2")
    assert sat.sitting.responses == {0: response}


@pytest.mark.parametrize(
    ("number", "go", "where"),
    [
        (3, "back", "?q=2"),
        (1, "back", "?q=1"),
        (6, "next", "?q=6"),
        (2, "save", "?q=2"),
        (2, "5", "?q=5"),
        (2, "no such way", "?q=2"),
        (2, "hand-in", "/hand-in"),
    ],
)
def test_each_button_of_the_form_saves_and_leads_to_its_place(sat: Sat, number: int, go: str, where: str) -> None:
    response = sat.response(number)
    assert send(sat, number, go, response).endswith(where)
    assert sat.sitting.responses == {number - 1: response.strip()}


def test_moving_without_an_answer_writes_nothing(sat: Sat) -> None:
    send(sat, 1, "next")
    assert sat.sitting.sequences == {}


def test_clear_takes_the_answer_away(sat: Sat) -> None:
    send(sat, 1, "next", sat.response(1))
    assert send(sat, 1, "clear", sat.response(1), sequence=1).endswith("?q=1")
    assert sat.sitting.responses == {}


def test_flag_and_unflag_mark_the_question_in_the_map(sat: Sat) -> None:
    send(sat, 2, "flag")
    assert sat.sitting.flags == {1}
    assert "not answered, flagged" in sat.juniper.text(sat.url)
    send(sat, 2, "unflag")
    assert sat.sitting.flags == frozenset()


def test_an_older_page_does_not_overwrite_and_is_told(sat: Sat) -> None:
    right, wrong = sat.response(1), sat.response(1, "wrong")
    sat.save(1, right, sequence=4)
    where = send(sat, 1, "next", wrong, sequence=2)
    assert where.endswith("?q=1")
    assert sat.sitting.responses == {0: right}
    assert "A newer answer to question 1 came from another tab or device." in sat.juniper.text(where)


def test_a_form_that_no_page_sends_is_refused(sat: Sat) -> None:
    token = sat.juniper.token(sat.url)
    for form in ({}, {"q": "9", "sequence": "0"}, {"q": "1", "sequence": "zero"}, {"q": "0", "sequence": "0"}):
        assert sat.juniper.post(sat.url, data={**form, "csrf_token": token}).status_code == 400
    assert sat.sitting.sequences == {}


def test_a_response_that_no_control_gives_is_refused(sat: Sat) -> None:
    verdict = next(
        place for place, question in enumerate(sat.sitting.paper.questions, 1) if question.item.kind == "verdict"
    )
    answer = sat.juniper.send(sat.url, {"q": verdict, "sequence": 0, "response": "perhaps", "go": "next"})
    assert answer.status_code == 400
    assert "Choose true, false or unverified." in answer.text


def test_without_scripts_the_clock_says_when_it_ends_in_the_time_of_the_class(sat: Sat) -> None:
    assert "Ends at 10:20" in sat.juniper.text(sat.url)


def test_without_a_limit_nothing_counts_down(start: Callable[..., Sat], hands: Hands) -> None:
    page = start(Policy()).juniper.text("/attempts/1")
    assert "No time limit" in page
    assert "data-remaining" not in page


def test_the_page_carries_what_is_left_by_the_clock_of_the_server(sat: Sat, hands: Hands) -> None:
    hands.move(minutes=5, milliseconds=1)
    assert 'data-remaining="899999" data-total="1200000"' in sat.juniper.text(sat.url)


def test_before_handing_in_the_unanswered_questions_are_listed(sat: Sat) -> None:
    for number in (1, 2, 3, 4, 6):
        sat.save(number, sat.response(number))
    page = sat.juniper.text(f"{sat.url}/hand-in")
    assert "Hand in now?" in page
    assert "You have answered 5 of 6. You cannot change answers afterwards." in page
    assert "Go to question 5" in page


def test_handing_in_ends_the_attempt_and_twice_is_harmless(sat: Sat, hands: Hands) -> None:
    token = sat.juniper.token(f"{sat.url}/hand-in")
    for _ in range(2):
        answer = sat.juniper.post(f"{sat.url}/hand-in", data={"csrf_token": token})
        assert (answer.status_code, answer.location) == (303, f"{sat.url}/result")
    assert sat.sitting.attempt.state is State.HANDED_IN
    for page in (sat.url, f"{sat.url}/hand-in"):
        assert sat.juniper.get(page).location == f"{sat.url}/result"


def test_a_form_after_handing_in_changes_nothing_and_says_that_it_was_late(sat: Sat, hands: Hands) -> None:
    token = sat.juniper.token(sat.url)
    sat.juniper.send(f"{sat.url}/hand-in")
    hands.move(seconds=8)
    form = {"q": 2, "response": sat.response(2), "sequence": 0, "go": "next", "csrf_token": token}
    answer = sat.juniper.post(sat.url, data=form)
    assert answer.location == f"{sat.url}/result"
    said = "Your answer to question 2 arrived 8\u00a0seconds after the end, so it was not counted."
    assert said in sat.juniper.text(answer.location)
    assert sat.sitting.responses == {}


def test_after_deadline_and_grace_the_page_says_that_time_is_up(sat: Sat, hands: Hands) -> None:
    token = sat.juniper.token(sat.url)
    hands.move(minutes=20, seconds=30)
    answer = sat.juniper.post(
        sat.url, data={"q": 1, "response": sat.response(1), "sequence": 0, "go": "next", "csrf_token": token}
    )
    page = sat.juniper.text(answer.location)
    assert "Time is up" in page
    assert "arrived 30\u00a0seconds after the end" in page
    assert sat.sitting.responses == {}
    assert sat.juniper.send(f"{sat.url}/hand-in", page=sat.url).location == f"{sat.url}/result"
    assert sat.sitting.attempt.state is State.EXPIRED


def test_a_page_whose_clock_is_fast_cannot_hand_in_for_the_student(sat: Sat, hands: Hands) -> None:
    token = sat.juniper.token(sat.url)
    hands.move(minutes=19, seconds=59)
    early = sat.juniper.post(f"{sat.url}/hand-in", data={"because": "time", "csrf_token": token})
    assert early.location == sat.url
    assert sat.sitting.attempt.state is State.RUNNING
    hands.move(seconds=1)
    assert sat.juniper.post(f"{sat.url}/hand-in", data={"because": "time", "csrf_token": token}).location.endswith(
        "result"
    )
    assert sat.sitting.attempt.state is State.EXPIRED
    assert sat.sitting.attempt.finished == sat.sitting.attempt.deadline


def test_within_the_grace_the_pages_say_that_time_is_up_and_an_answer_on_its_way_still_counts(
    sat: Sat, hands: Hands
) -> None:
    token = sat.juniper.token(sat.url)
    hands.move(minutes=20)
    form = {"q": 1, "response": sat.response(1), "sequence": 0, "go": "next", "csrf_token": token}
    where = sat.juniper.post(sat.url, data=form).location
    for page in (where, f"{sat.url}/hand-in"):
        assert "<h1>Time is up</h1>" in sat.juniper.text(page)
    assert sat.sitting.responses == {0: sat.response(1)}


def test_a_student_who_needs_it_has_larger_type_and_no_countdown(
    sat: Sat, hands: Hands, database: Database, cast: Cast
) -> None:
    needs = Accommodation(no_countdown=True, larger_type=True)
    assert "larger-type" not in sat.juniper.text(sat.url)
    with database.writing() as session:
        rules.accommodate(session, cast.juniper.id, needs, by=cast.hazel.id, now=hands.now)
    page = sat.juniper.text(sat.url)
    assert "larger-type" in page
    assert "data-no-countdown" in page
