"""A student with breaks takes one and comes back; two devices of a student press Start at the same moment."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from quizgen.domain.attempts.accommodation import NONE, Accommodation
from quizgen.domain.attempts.attempt import State
from quizgen.services import breaks, rules, taking
from tests.journeys.quiz.auditor import Auditor
from tests.journeys.quiz.conftest import SECOND, TWENTY_MINUTES, Room
from tests.journeys.quiz.test_connection import slot
from tests.journeys.quiz.test_everybody import violations
from tests.journeys.quiz.test_live import SOON

ALLOWED = timedelta(minutes=5)


@pytest.fixture
def rested(room: Room) -> Iterator[Room]:
    """The room, with five minutes of breaks for Juniper in each attempt."""
    for_her = {"student": room.juniper.id, "by": room.hazel.id, "now": datetime.now(UTC)}
    with room.database.writing() as session:
        rules.accommodate(session, wanted=Accommodation(breaks=ALLOWED), **for_her)
    yield room
    with room.database.writing() as session:
        rules.accommodate(session, wanted=NONE, **for_her)


def test_a_student_takes_a_break_and_goes_on_with_the_time_that_was_left(rested: Room, page: Page) -> None:
    attempt = rested.attempt()
    auditor = Auditor(rested, attempt)
    auditor.watch(page)
    page.goto(rested.url(attempt))
    page.keyboard.press("t")
    slot(page, "Saved at")
    expect(page.get_by_text("5 minutes left for breaks")).to_be_visible()
    page.get_by_role("button", name="Take a break").click()
    expect(page.get_by_role("heading", name="The clock stands still")).to_be_visible()
    expect(page.get_by_text("You have answered 1 of 6.")).to_be_visible()
    expect(page.locator(".question")).to_have_count(0)
    assert violations(page) == []
    page.wait_for_timeout(1_500)
    with page.expect_navigation():
        page.get_by_role("button", name="Go on").click()
    expect(page.get_by_role("heading", name="Question 2 of 6")).to_be_visible()
    page.keyboard.press("f")
    expect(page.locator("button.square.is-saved:not(.is-waiting)")).to_have_count(2)
    expect(page.locator("#question-1 input:checked")).to_have_value("true")
    stands = rested.sitting(attempt).attempt
    assert stands.state is State.RUNNING
    assert stands.breaks >= 1.5 * SECOND
    assert stands.deadline == stands.started + TWENTY_MINUTES + stands.breaks
    assert rested.responses(attempt) == {1: "true", 2: "false"}
    auditor.audit(page)


def test_a_break_that_is_used_up_ends_by_itself_and_is_offered_no_more(rested: Room, page: Page) -> None:
    attempt = rested.attempt(gone=2 * ALLOWED)
    with rested.database.writing() as session:
        breaks.take(session, attempt, now=datetime.now(UTC) - ALLOWED + 3 * SECOND)
    page.goto(rested.url(attempt))
    expect(page.get_by_role("heading", name="The clock stands still")).to_be_visible()
    expect(page.get_by_role("timer")).to_contain_text("left", timeout=SOON)
    expect(page.get_by_role("button", name="Take a break")).to_have_count(0)
    assert rested.sitting(attempt).attempt.breaks == ALLOWED


def test_two_devices_that_press_start_together_meet_in_the_same_attempt(
    room: Room, device: Callable[..., BrowserContext]
) -> None:
    finished = room.attempt()
    with room.database.writing() as session:
        taking.hand_in(session, attempt_id=finished, now=datetime.now(UTC))
    start = f"/quizzes/{room.sitting(finished).quiz.id}/start"
    held: list[Route] = []
    phone, laptop = device(width=390).new_page(), device().new_page()
    for page in (phone, laptop):
        page.route(f"**{start}", lambda route: held.append(route))
        page.goto(f"{room.site.url}/")
        page.locator(f'form[action="{start}"] button').click(no_wait_after=True)
    while len(held) < 2:
        phone.wait_for_timeout(50)
    for route in held:
        route.continue_()
    for page in (phone, laptop):
        page.wait_for_url("**/attempts/*")
    assert phone.url == laptop.url
    auditor = Auditor(room, int(phone.url.rsplit("/", 1)[1]))
    auditor.watch(phone, laptop)
    laptop.keyboard.press("t")
    slot(laptop, "Saved at")
    expect(phone.locator("#question-1 input:checked")).to_have_value("true", timeout=SOON)
    auditor.audit(phone, laptop)
