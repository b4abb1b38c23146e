"""The live view: who is where, what was done, and nothing of what is right."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest

from quizgen.domain.attempts.accommodation import Accommodation
from quizgen.domain.attempts.attempt import State
from quizgen.domain.people import Person
from quizgen.services import rules
from tests.cast import Cast
from tests.web.attempts.conftest import Hands, Sat
from tests.web.conftest import Browser
from tests.web.live.conftest import Teacher


def counts(html: str) -> dict[str, str]:
    return dict(re.findall(r"<dt>([^<]+)</dt><dd>([^<]+)</dd>", html))


def look(sat: Sat, question: int) -> object:
    return sat.juniper.get(f"{sat.url}/status?q={question}").json


def test_a_row_tells_the_question_the_answers_the_time_and_the_last_save(teacher: Teacher, hands: Hands) -> None:
    sat = teacher.sat
    hands.move(minutes=2)
    sat.save(1, sat.response(1))
    hands.move(seconds=20)
    look(sat, 3)
    view = teacher.view
    assert "On question 3" in view
    assert "Answered: 1" in view
    assert ">17:40<" in view
    assert ">10:02<" in view  # in the zone of the class
    assert counts(view) == {
        "Left for most": "17:40",
        "Working": "1",
        "Handed in": "0",
        "Connection lost": "0",
        "Not started": "0",
    }


def test_going_back_is_told(teacher: Teacher, hands: Hands) -> None:
    for number in (1, 2):
        teacher.sat.save(number, teacher.sat.response(number))
    hands.move(seconds=20)
    look(teacher.sat, 1)
    assert "Back on question 1" in teacher.view


def test_a_lost_connection_is_counted_and_told(teacher: Teacher, hands: Hands) -> None:
    hands.move(seconds=50)
    assert "No word for 50\u00a0seconds" in teacher.view
    assert counts(teacher.view)["Connection lost"] == "1"
    hands.move(minutes=3)
    assert "No word for 3\u00a0minutes" in teacher.view


def test_nothing_tells_right_from_wrong(teacher: Teacher, hands: Hands) -> None:
    sat = teacher.sat

    def squares() -> list[str]:
        return re.findall(r"<tbody.*?</tbody>", teacher.view, re.DOTALL)

    sat.save(1, sat.response(1, "right"), 0)
    right = squares()
    sat.save(1, sat.response(1, "wrong"), 1)
    assert squares() == right


def test_an_attempt_that_ended_says_how(teacher: Teacher, hands: Hands) -> None:
    sat = teacher.sat
    hands.move(minutes=3)
    sat.juniper.send(f"{sat.url}/hand-in")
    assert "Handed in at 10:03" in teacher.view
    assert counts(teacher.view)["Handed in"] == "1"


def test_the_page_reloads_itself_without_scripts_unless_it_is_paused(teacher: Teacher) -> None:
    assert 'http-equiv="refresh"' in teacher.view
    still = teacher.browser.text(f"/quizzes/{teacher.sat.quiz}/live?still=1")
    assert 'http-equiv="refresh"' not in still


def test_the_class_sees_figures_and_no_names(teacher: Teacher) -> None:
    html = teacher.browser.text(f"/quizzes/{teacher.sat.quiz}/live/class")
    assert counts(html)["Working"] == "1"
    assert "Juniper" not in html


def test_more_time_reaches_the_students_clock_and_the_list(teacher: Teacher, hands: Hands) -> None:
    hands.move(minutes=1)
    assert teacher.act("extend", "The projector failed", minutes="5") == 303
    status = look(teacher.sat, 1)
    assert isinstance(status, dict)
    assert status["remaining_ms"] == 24 * 60_000
    view = teacher.view
    assert "More time: 5\u00a0minutes. The projector failed" in view
    assert ", 5\u00a0minutes extra" in view


@pytest.mark.parametrize(
    ("act", "reason", "minutes"),
    [("extend", "Fire", ""), ("extend", "Fire", "0"), ("extend", "", "5"), ("reopen", "Fire", ""), ("", "Fire", "")],
)
def test_what_cannot_be_done_is_refused_in_words(teacher: Teacher, act: str, reason: str, minutes: str) -> None:
    assert teacher.act(act, reason, minutes=minutes) == 422
    assert "Nothing yet." in teacher.view


def test_a_pause_stops_the_clock_hides_the_questions_and_keeps_answers(teacher: Teacher, hands: Hands) -> None:
    sat = teacher.sat
    response = sat.response(1)
    headers = sat.headers
    hands.move(minutes=1)
    teacher.act("pause")
    hands.move(minutes=7)
    page = sat.juniper.text(sat.url)
    assert "The clock stands still" in page
    assert "You will have 19\u00a0minutes left" in page
    assert 'class="question"' not in page
    assert "The clock stands still" in sat.juniper.text(f"{sat.url}/hand-in")
    document = {"position": 0, "response": response, "sequence": 0}
    reply = sat.juniper.post(f"{sat.url}/responses", json=document, headers=headers).json
    assert (reply["accepted"], reply["state"], reply["remaining_ms"]) == (False, "paused", 19 * 60_000)
    assert "Paused at 10:01" in teacher.view
    assert ">19:00<" in teacher.view
    teacher.act("resume")
    reply = sat.save(1, response)
    assert isinstance(reply, dict)
    assert (reply["accepted"], reply["remaining_ms"]) == (True, 19 * 60_000)
    assert 'class="question"' in sat.juniper.text(sat.url)


def test_a_form_that_comes_in_a_pause_is_told_to_come_again(teacher: Teacher, hands: Hands) -> None:
    sat = teacher.sat
    token = sat.juniper.token(sat.url)
    teacher.act("pause")
    hands.move(minutes=1)
    form = {"csrf_token": token, "q": 1, "response": sat.response(1), "sequence": 0, "go": "next"}
    page = sat.juniper.post(sat.url, data=form, follow_redirects=True).get_data(as_text=True)
    assert "Please give it again when the quiz goes on." in page
    assert sat.sitting.responses == {}


def test_a_page_that_thinks_time_is_up_in_a_pause_does_not_hand_in(teacher: Teacher, hands: Hands) -> None:
    sat = teacher.sat
    token = sat.juniper.token(sat.url)
    teacher.act("pause")
    hands.move(hours=1)
    sat.juniper.post(f"{sat.url}/hand-in", data={"csrf_token": token, "because": "time"})
    assert sat.sitting.attempt.state is State.PAUSED


def test_a_reopened_attempt_leads_from_the_result_back_to_the_questions(teacher: Teacher, hands: Hands) -> None:
    sat = teacher.sat
    sat.juniper.send(f"{sat.url}/hand-in")
    assert "Handed in" in sat.juniper.text(f"{sat.url}/result")
    assert "may have seen the right answers" in teacher.browser.text(f"/attempts/{sat.id}/acts")
    teacher.act("reopen")
    assert sat.juniper.get(f"{sat.url}/result").location == sat.url
    assert 'class="question"' in sat.juniper.text(sat.url)


def test_a_voided_attempt_says_so_and_shows_no_marks(teacher: Teacher) -> None:
    sat = teacher.sat
    teacher.act("void")
    page = sat.juniper.text(f"{sat.url}/result")
    assert "Your teacher has voided this attempt." in page
    assert "of 6" not in page
    assert "Voided" in teacher.view
    assert "is voided" in teacher.browser.text(f"{sat.url}/result")
    teacher.act("restore")
    assert "of 6" in sat.juniper.text(f"{sat.url}/result")


def test_an_act_for_all_reaches_everybody_who_is_sitting(teacher: Teacher) -> None:
    page = f"/quizzes/{teacher.sat.quiz}/live/all"
    form = {"act": "hand in", "reason": "The bell rang early"}
    teacher.browser.send(page, form)
    assert teacher.sat.sitting.attempt.state is State.HANDED_IN
    assert "Done for 1 student." in teacher.view
    assert teacher.browser.send(page, {**form, "reason": ""}).status_code == 422


@pytest.mark.parametrize("path", ["/quizzes/{quiz}/live", "/quizzes/{quiz}/live/class", "/attempts/{id}/acts"])
def test_only_the_teacher_of_the_class_watches_and_acts(
    sat: Sat, cast: Cast, signed_in_as: Callable[[Person], Browser], path: str
) -> None:
    address = path.format(quiz=sat.quiz, id=sat.id)
    assert sat.juniper.get(address).status_code == 404
    assert signed_in_as(cast.basil).get(address).status_code == 404


def test_a_break_is_offered_only_to_those_who_have_one(sat: Sat) -> None:
    assert "Take a break" not in sat.juniper.text(sat.url)
    assert sat.juniper.post(f"{sat.url}/break", headers=sat.headers).status_code == 403


def test_a_break_puts_the_questions_away_until_the_student_goes_on(sat: Sat, cast: Cast, hands: Hands) -> None:
    with sat.database.writing() as session:
        needs = Accommodation(breaks=timedelta(minutes=10))
        rules.accommodate(session, cast.juniper.id, needs, by=cast.hazel.id, now=hands.now)
    page = sat.juniper.text(sat.url)
    assert "10\u00a0minutes left for breaks" in page
    sat.juniper.send(f"{sat.url}/break", page=sat.url)
    resting = sat.juniper.text(sat.url)
    assert "You are on a break." in resting
    assert 'class="question"' not in resting
    hands.move(minutes=4)
    sat.juniper.send(f"{sat.url}/go-on", page=sat.url)
    assert "6\u00a0minutes left for breaks" in sat.juniper.text(sat.url)
    assert sat.sitting.attempt.deadline == hands.now + timedelta(minutes=20)
