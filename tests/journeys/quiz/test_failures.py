"""One journey a failure; after each the auditor finds every acknowledged answer once, and marks that follow."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from playwright.sync_api import BrowserContext, Page, expect
from sqlalchemy import select

from quizgen.domain.attempts.attempt import State
from quizgen.services import receipts, taking
from quizgen.storage.tables import AttemptRow, ResponseRow
from tests.journeys.quiz.auditor import Auditor
from tests.journeys.quiz.conftest import Room
from tests.journeys.quiz.test_connection import LONG, NO_GOODBYE, slot


def hand_in(room: Room, attempt: int, page: Page) -> None:
    """Hand in by the page that asks once, and wait for the result."""
    page.goto(room.url(attempt, "/hand-in"))
    page.get_by_role("button", name="Hand in").click()
    page.wait_for_url("**/result")


def test_a_network_that_is_gone_for_two_minutes(room: Room, page: Page) -> None:
    attempt = room.attempt()
    auditor = Auditor(room, attempt)
    auditor.watch(page)
    page.clock.install()
    page.goto(room.url(attempt))
    page.keyboard.press("t")
    slot(page, "Saved at")
    page.context.set_offline(True)
    for _ in range(4):
        page.keyboard.press("n")
        page.keyboard.press("f")
        page.clock.fast_forward("00:30")
    slot(page, "Connection lost. 4 answers waiting.")
    page.context.set_offline(False)
    slot(page, "Connected again. All answers saved at", timeout=LONG)
    assert room.responses(attempt) == {1: "true", 2: "false", 3: "false", 4: "false", 5: "false"}
    auditor.audit(page)
    hand_in(room, attempt, page)
    auditor.audit()


def test_a_tab_that_dies_and_is_opened_again(room: Room, page: Page) -> None:
    attempt = room.attempt()
    auditor = Auditor(room, attempt)
    page.add_init_script(NO_GOODBYE)
    page.route("**/responses", lambda route: route.abort())
    page.goto(room.url(attempt))
    page.keyboard.press("f")
    slot(page, "Connection lost. 1 answer waiting.")
    again = page.context.new_page()
    page.close(run_before_unload=False)
    auditor.watch(again)
    again.goto(room.url(attempt))
    expect(again.locator("#question-1 input:checked")).to_have_value("false")
    slot(again, "Saved at")
    expect(again.locator("button.square.is-waiting")).to_have_count(0)
    assert room.responses(attempt) == {1: "false"}
    auditor.audit(again)


def test_the_back_button_shows_what_is_stored(room: Room, page: Page) -> None:
    attempt = room.attempt()
    auditor = Auditor(room, attempt)
    auditor.watch(page)
    page.goto(room.url(attempt))
    for key in "tfu":
        page.keyboard.press(key)
        page.keyboard.press("n")
    page.go_back()
    expect(page.get_by_role("heading", name="Question 3 of 6")).to_be_visible()
    page.keyboard.press("t")
    page.goto(f"{room.site.url}/")
    page.go_back()
    expect(page.locator("#question-3 input:checked")).to_have_value("true")
    expect(page.locator("button.square.is-saved")).to_have_count(3)
    hand_in(room, attempt, page)
    page.go_back()
    page.wait_for_url("**/result")
    assert room.responses(attempt) == {1: "true", 2: "false", 3: "true"}
    auditor.audit()


def test_two_tabs_that_start_together_meet_in_the_same_attempt(room: Room, page: Page) -> None:
    finished = room.attempt()
    with room.database.writing() as session:
        taking.hand_in(session, attempt_id=finished, now=datetime.now(UTC))
    quiz = room.sitting(finished).quiz.id
    tabs = [page, page.context.new_page()]
    for tab in tabs:
        tab.goto(f"{room.site.url}/")
    for tab in tabs:
        tab.evaluate(f"() => {{ document.querySelector('form[action=\"/quizzes/{quiz}/start\"]').requestSubmit(); }}")
    for tab in tabs:
        tab.wait_for_url("**/attempts/*")
    assert len({tab.url for tab in tabs}) == 1
    auditor = Auditor(room, int(page.url.rsplit("/", 1)[1]))
    auditor.watch(*tabs)
    page.keyboard.press("t")
    expect(tabs[1].locator("#question-1 input:checked")).to_have_value("true")
    slot(page, "Saved at")
    auditor.audit(page)


def test_two_tabs_that_hand_in_together_meet_at_the_same_result(room: Room, page: Page) -> None:
    attempt = room.attempt()
    auditor = Auditor(room, attempt)
    auditor.watch(page)
    page.goto(room.url(attempt))
    page.keyboard.press("t")
    slot(page, "Saved at")
    tabs = [page, page.context.new_page()]
    for tab in tabs:
        tab.goto(room.url(attempt, "/hand-in"))
    for tab in tabs:
        tab.evaluate("() => { document.getElementById('hand-in').requestSubmit(); }")
    for tab in tabs:
        tab.wait_for_url("**/result")
        expect(tab.get_by_role("heading", name="Receipt")).to_be_visible()
    codes = {tab.locator(".receipt-code").text_content() for tab in tabs}
    assert len(codes) == 1
    auditor.audit()
    page.get_by_role("link", name="Check").click()
    expect(page.get_by_role("heading", name="This receipt is genuine")).to_be_visible()
    expect(page.get_by_text("It agrees with what is stored now.")).to_be_visible()


def test_a_device_whose_clock_is_a_day_ahead(room: Room, device: Callable[..., BrowserContext]) -> None:
    attempt = room.attempt()
    auditor = Auditor(room, attempt)
    page = device().new_page()
    auditor.watch(page)
    page.add_init_script("const now = Date.now.bind(Date); Date.now = () => now() + 24 * 3600 * 1000;")
    page.goto(room.url(attempt))
    page.keyboard.press("u")
    slot(page, "Saved at")
    auditor.audit(page)
    hand_in(room, attempt, page)
    assert room.sitting(attempt).attempt.state is State.HANDED_IN
    auditor.audit()


def test_a_deadline_that_passes_offline_keeps_what_comes_too_late_without_counting_it(room: Room, page: Page) -> None:
    attempt = room.attempt()
    auditor = Auditor(room, attempt)
    auditor.watch(page)
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(room.url(attempt))
    page.keyboard.press("t")
    slot(page, "Saved at")
    page.route("**/responses", lambda route: route.abort())
    page.keyboard.press("n")
    page.keyboard.press("f")
    slot(page, "Connection lost. 1 answer waiting.")
    an_hour_passes(room, attempt)
    expect(page).to_have_url(room.url(attempt, "/result"), timeout=LONG)
    page.unroute("**/responses")
    page.reload()
    expect(page.get_by_text("after the end, so it was not counted.")).to_be_visible()
    expect(page.get_by_text("Your teacher can see that it came late.")).to_be_visible()
    assert room.responses(attempt) == {1: "true"}
    with room.database.reading() as session:
        (late,) = receipts.late_responses(session, attempt)
    assert (late.position, late.response) == (1, "false")
    auditor.audit()


def an_hour_passes(room: Room, attempt: int) -> None:
    """Move the attempt an hour back, answers and all, so that the server finds its time over."""
    hour = timedelta(hours=1)
    with room.database.writing() as session:
        row = session.get(AttemptRow, attempt)
        assert row is not None
        assert row.deadline is not None
        row.started, row.deadline = row.started - hour, row.deadline - hour
        row.look_at = row.deadline
        for response in session.scalars(select(ResponseRow).where(ResponseRow.attempt_id == attempt)):
            response.saved_at = response.saved_at - hour if response.saved_at else None
