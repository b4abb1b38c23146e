"""Going forward only: the server closes what was left, and says so before and after."""

from collections.abc import Callable

import pytest

from quizgen.domain.attempts.policy import Layout, Navigation, Policy
from quizgen.services import rules
from tests.cast import Cast
from tests.web.attempts.conftest import TWENTY_MINUTES, Hands, Sat
from tests.web.attempts.test_sitting import send

FORWARD = Policy(time_limit=TWENTY_MINUTES, navigation=Navigation.FORWARD)


@pytest.fixture
def forward(start: Callable[..., Sat], hands: Hands) -> Sat:
    return start(FORWARD)


def test_the_page_holds_one_question_and_no_way_back(forward: Sat) -> None:
    send(forward, 1, "next", forward.response(1))
    page = forward.juniper.text(f"{forward.url}?q=1")
    assert page.count('<form class="question"') == 1
    assert 'id="question-2"' in page
    assert "you cannot come back to it" in page
    assert 'value="back"' not in page
    assert 'Question 1<span class="square-state">, answered, closed<' in page


def test_an_answer_to_a_question_that_was_left_is_refused_in_a_sentence(forward: Sat) -> None:
    right = forward.response(1)
    send(forward, 1, "next", right)
    sealed = "You have gone on from question 1, so its answer stays as it was."
    assert send(forward, 1, "next", forward.response(1, "wrong"), sequence=1).endswith("?q=2")
    assert sealed in forward.juniper.text(forward.url)
    document = {"position": 0, "response": forward.response(1, "wrong"), "sequence": 4}
    answer = forward.juniper.post(f"{forward.url}/responses", json=document, headers=forward.headers)
    assert (answer.status_code, answer.json) == (403, {"error": sealed})
    assert forward.sitting.responses == {0: right}


def test_a_double_click_leaves_one_question_alone(forward: Sat) -> None:
    for _ in range(2):
        assert send(forward, 1, "next", forward.response(1)).endswith("?q=2")
    assert forward.sitting.attempt.sealed == 1
    assert "You have gone on" not in forward.juniper.text(forward.url)


def test_without_an_answer_the_page_asks_before_it_closes_the_question(forward: Sat) -> None:
    where = send(forward, 1, "next")
    assert "leave=1" in where
    assert 'leave-note" role="alert">' in forward.juniper.text(where)
    assert forward.sitting.attempt.sealed == 0
    assert 'leave-note" role="alert" hidden>' in forward.juniper.text(forward.url)
    assert send(forward, 1, "leave").endswith("?q=2")
    assert forward.sitting.attempt.sealed == 1


@pytest.mark.parametrize("go", ["back", "5", "save"])
def test_nothing_else_leads_to_another_question(forward: Sat, go: str) -> None:
    assert send(forward, 1, go, forward.response(1)).endswith("?q=1")
    assert forward.sitting.attempt.sealed == 0


def test_an_exception_lets_one_student_go_back(forward: Sat, cast: Cast) -> None:
    send(forward, 1, "next", forward.response(1))
    with forward.database.writing() as session:
        rules.override(
            session,
            forward.quiz,
            name="May go back",
            students=[cast.juniper.id],
            changes={"navigation": Navigation.FREE},
            by=cast.hazel.id,
            now=forward.sitting.attempt.started,
        )
    wrong = forward.response(1, "wrong")
    assert forward.juniper.text(forward.url).count('<form class="question"') == 6
    forward.save(1, wrong, sequence=4)
    assert forward.sitting.responses == {0: wrong}


def test_all_on_one_page_is_for_scripts_and_without_them_they_come_one_at_a_time(
    start: Callable[..., Sat], hands: Hands
) -> None:
    page = start(Policy(layout=Layout.ALL)).juniper.text("/attempts/1")
    assert " data-all" in page
    assert page.count('<form class="question"') == 6
    assert page.count(" hidden>") >= 5
