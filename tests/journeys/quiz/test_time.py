"""The clock: the server's, told in time, and fair at the end."""

import re
from datetime import UTC, datetime, timedelta

from playwright.sync_api import Page, expect

from quizgen.domain.attempts.attempt import State
from quizgen.domain.attempts.policy import Policy
from quizgen.services import quizzes
from tests.journeys.quiz.conftest import SECOND, TWENTY_MINUTES, Room

DAY = 24 * 3600 * 1000
ANOTHER_DAY = f"""
const now = Date.now.bind(Date);
Date.now = () => now() - {DAY};
"""


def extend(room: Room, attempt: int, limit: timedelta) -> None:
    quiz = room.sitting(attempt).quiz
    with room.database.writing() as session:
        policy = Policy(time_limit=limit, attempts=None)
        quizzes.change(session, quiz.id, title=quiz.title, policy=policy, now=datetime.now(UTC))


def test_the_clock_counts_what_the_server_says_whatever_the_device_thinks(room: Room, page: Page) -> None:
    page.add_init_script(ANOTHER_DAY)
    page.goto(room.url(room.attempt(gone=5 * 60 * SECOND)))
    expect(page.get_by_role("timer")).to_have_text(re.compile(r"14:5\d\s+left"))


def test_the_last_minute_changes_words_and_is_told_once(room: Room, page: Page) -> None:
    page.goto(room.url(room.attempt(gone=TWENTY_MINUTES - 62 * SECOND)))
    page.keyboard.press("t")
    expect(page.locator("#slot-words")).to_have_text("Saved. Handed in for you when time is up.")
    expect(page.get_by_role("timer")).to_contain_text("Last minute")
    expect(page.locator("#clock-spoken")).to_have_text(
        "Less than a minute left. Everything you have answered is saved and will be handed in for you."
    )


def test_five_minutes_are_told(room: Room, page: Page) -> None:
    page.goto(room.url(room.attempt(gone=TWENTY_MINUTES - 302 * SECOND)))
    expect(page.locator("#clock-spoken")).to_have_text("5 minutes left.")


def test_at_the_end_what_waits_is_sent_and_the_work_is_handed_in(room: Room, page: Page) -> None:
    attempt = room.attempt(gone=TWENTY_MINUTES - 5 * SECOND)
    page.route("**/responses", lambda route: route.abort())
    page.goto(room.url(attempt))
    page.keyboard.press("t")
    expect(page.locator("#slot-words")).to_contain_text("Time is up. 1 answer is still on this device.")
    assert room.sitting(attempt).attempt.state is State.RUNNING
    page.unroute("**/responses")
    expect(page.get_by_text("Time was up at")).to_be_visible(timeout=20_000)
    assert room.responses(attempt) == {1: "true"}
    assert room.sitting(attempt).attempt.finished == room.sitting(attempt).attempt.deadline


def test_a_longer_time_given_at_the_end_is_followed(room: Room, page: Page) -> None:
    attempt = room.attempt(gone=TWENTY_MINUTES - 5 * SECOND)
    page.goto(room.url(attempt))
    expect(page.get_by_role("timer")).to_contain_text("Last minute")
    extend(room, attempt, TWENTY_MINUTES * 1.5)
    expect(page.get_by_role("timer")).to_have_text(re.compile(r"\d:\d\d\s+left"), timeout=15_000)
    assert room.sitting(attempt).attempt.state is State.RUNNING
    page.keyboard.press("f")
    expect(page.locator("#slot-words")).to_contain_text("Saved at")
    assert room.responses(attempt) == {1: "false"}


def test_an_answer_after_the_end_is_not_counted_and_said_so(room: Room, page: Page) -> None:
    attempt = room.attempt(gone=TWENTY_MINUTES + 25 * SECOND, limit=TWENTY_MINUTES + 40 * SECOND)
    page.route("**/responses", lambda route: route.abort())
    page.goto(room.url(attempt))
    page.keyboard.press("t")
    expect(page.locator("#slot-words")).to_contain_text("1 answer waiting")
    with room.database.writing() as session:
        quiz = room.sitting(attempt).quiz
        policy = Policy(time_limit=timedelta(minutes=10), attempts=None)
        quizzes.change(session, quiz.id, title=quiz.title, policy=policy, now=datetime.now(UTC) - 40 * SECOND)
    page.unroute("**/responses")
    told = re.compile(r"Your answer to question 1 arrived \d+.seconds after the end, so it was not counted\.")
    expect(page.locator("#slot-words")).to_have_text(told, timeout=20_000)
    page.get_by_role("link", name="See the result").click()
    expect(page.get_by_text("You had answered none of the 6 questions.")).to_be_visible()
    expect(page.get_by_text("Your teacher can see that it came late.")).to_be_visible()


def test_a_reload_after_the_end_still_sends_what_waited_on_the_device(room: Room, page: Page) -> None:
    attempt = room.attempt(gone=TWENTY_MINUTES - 5 * SECOND)
    page.route("**/responses", lambda route: route.abort())
    page.goto(room.url(attempt))
    page.keyboard.press("t")
    expect(page.locator("#slot-words")).to_contain_text("Time is up.")
    page.unroute("**/responses")
    page.reload()
    page.wait_for_url("**/result")
    assert room.responses(attempt) == {1: "true"}
