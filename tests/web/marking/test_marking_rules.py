"""How a quiz is marked: chosen, changed after students have handed in with a look first, and taken back."""

from datetime import timedelta

import pytest

from quizgen.domain.attempts.policy import Policy
from quizgen.domain.scoring.rules import CAREFUL, PENALTY, USUAL, MarkingRules
from quizgen.services import regrading, taking
from quizgen.storage.engine import Database
from quizgen.web import clock
from tests.cast import Cast
from tests.stored import a_quiz, an_attempt
from tests.web.conftest import Browser


@pytest.fixture
def quiz(database: Database, cast: Cast) -> int:
    with database.writing() as session:
        return a_quiz(session, cast.hazel, [cast.juniper], policy=Policy(closes=clock.now() + timedelta(days=1)))


@pytest.fixture
def handed_in(database: Database, cast: Cast, quiz: int) -> int:
    with database.writing() as session:
        attempt = an_attempt(session, quiz, cast.juniper, now=clock.now())
        taking.hand_in(session, attempt_id=attempt, now=clock.now())
    return attempt


def rules_of(database: Database, quiz: int) -> MarkingRules:
    with database.reading() as session:
        return regrading.rules(session, quiz)


def form(choice: str, **more: str) -> dict[str, str]:
    return {"choice": choice, "intention": "new key only", "reason": "", **more}


def test_before_anybody_has_handed_in_a_choice_is_enough(hazel: Browser, database: Database, quiz: int) -> None:
    answer = hazel.send(f"/quizzes/{quiz}/marking", form("careful"))
    assert (answer.status_code, answer.location) == (303, f"/quizzes/{quiz}")
    assert rules_of(database, quiz) == CAREFUL


def test_afterwards_the_first_button_only_looks(hazel: Browser, database: Database, quiz: int, handed_in: int) -> None:
    answer = hazel.send(f"/quizzes/{quiz}/marking", form("penalty", look="yes"))
    assert answer.status_code == 200
    assert "Nobody's score changes." in answer.text.replace("&#39;", "'")
    assert rules_of(database, quiz) == USUAL


def test_a_change_after_handing_in_needs_a_reason(
    hazel: Browser, database: Database, quiz: int, handed_in: int
) -> None:
    answer = hazel.send(f"/quizzes/{quiz}/marking", form("penalty", apply="yes"))
    assert answer.status_code == 422
    assert rules_of(database, quiz) == USUAL


def test_a_change_can_be_taken_back(hazel: Browser, database: Database, quiz: int, handed_in: int) -> None:
    hazel.send(f"/quizzes/{quiz}/marking", form("penalty", apply="yes", reason="Too much guessing"))
    assert rules_of(database, quiz) == PENALTY
    assert "Too much guessing" in hazel.text(f"/quizzes/{quiz}/marking")
    with database.reading() as session:
        (made,) = regrading.history(session, quiz)
    hazel.send(f"/quizzes/{quiz}/corrections/{made.id}/undo", page=f"/quizzes/{quiz}/marking")
    assert rules_of(database, quiz) == USUAL


def test_another_teacher_finds_no_such_page(basil: Browser, quiz: int) -> None:
    assert basil.get(f"/quizzes/{quiz}/marking").status_code == 404
