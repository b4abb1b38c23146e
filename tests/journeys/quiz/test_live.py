"""A teacher beside the students: the live view, and what it does reaches the page of a student without a reload."""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from quizgen.domain.attempts.act import Act
from quizgen.domain.attempts.attempt import State
from quizgen.services import acting
from tests.journeys.quiz.conftest import PASSWORD, SECOND, Room
from tests.journeys.quiz.test_everybody import SMALL, WIDE, violations

SOON = 20_000  # a page looks about every 10 seconds


@pytest.fixture(scope="module")
def key(room: Room, browser: Browser) -> Any:
    """What Hazel's browser keeps after signing in."""
    with browser.new_context() as visitor:
        page = visitor.new_page()
        page.goto(f"{room.site.url}/sign-in")
        page.get_by_label("User name").fill("hazel.ashdown")
        page.get_by_label("Password", exact=True).fill(PASSWORD)
        page.get_by_role("button", name="Sign in", exact=True).click()
        page.wait_for_url(f"{room.site.url}/")
        return visitor.storage_state()


@pytest.fixture
def desk(browser: Browser, key: Any) -> Iterator[Callable[..., Page]]:
    """Return a page of Hazel's: ``desk(width=390)``."""
    opened: list[BrowserContext] = []

    def take(*, width: int = 1280, **options: Any) -> Page:
        view = {"width": width, "height": 800}
        opened.append(browser.new_context(storage_state=key, viewport=view, reduced_motion="reduce", **options))
        return opened[-1].new_page()

    yield take
    for context in opened:
        context.close()


def act(teacher: Page, room: Room, attempt: int, name: str, minutes: str = "") -> None:
    """Do an act on an attempt, on the way that a teacher takes: live view, row, form."""
    teacher.goto(f"{room.site.url}/quizzes/{room.sitting(attempt).quiz.id}/live")
    teacher.get_by_role("link", name="Act on the attempt of Juniper Quill").click()
    teacher.get_by_role("radio", name=re.compile(f"^{name}")).check()
    if minutes:
        teacher.get_by_label("Minutes").fill(minutes)
    teacher.get_by_label("Reason").fill("The projector failed")
    teacher.get_by_role("button", name="Do it").click()
    expect(teacher.get_by_text("Done for Juniper Quill.")).to_be_visible()


def test_more_time_reaches_the_students_clock_without_a_reload(
    room: Room, page: Page, desk: Callable[..., Page]
) -> None:
    attempt = room.attempt()
    page.goto(room.url(attempt))
    page.evaluate("window.neverReloaded = true")
    act(desk(), room, attempt, "Give more time", "30")
    expect(page.get_by_role("timer")).to_have_text(re.compile(r"4[89]:\d\d\s+left"), timeout=SOON)
    assert page.evaluate("window.neverReloaded")


def test_a_pause_puts_the_questions_away_and_what_waited_is_saved_when_it_goes_on(
    room: Room, page: Page, desk: Callable[..., Page]
) -> None:
    attempt, teacher = room.attempt(gone=300 * SECOND), desk()
    page.goto(room.url(attempt))
    # The answer gets through neither before the pause nor in the grace after it.
    page.route("**/responses", lambda route: route.abort())
    page.keyboard.press("t")
    expect(page.locator("#slot-words")).to_contain_text("1 answer waiting")
    long_ago = datetime.now(UTC) - 60 * SECOND
    with room.database.writing() as session:
        acting.act(session, attempt, Act.PAUSE, reason="Fire alarm", by=room.hazel.id, now=long_ago)
    expect(page.get_by_role("heading", name="The clock stands still")).to_be_visible(timeout=SOON)
    expect(page.locator(".question")).to_have_count(0)
    assert room.responses(attempt) == {}
    page.unroute("**/responses")
    act(teacher, room, attempt, "Go on")
    expect(page.get_by_role("timer")).to_contain_text("left", timeout=SOON)
    expect(page.locator("#slot-words")).to_contain_text("Saved at", timeout=SOON)
    assert room.responses(attempt) == {1: "true"}
    assert room.sitting(attempt).attempt.state is State.RUNNING


def test_a_reopened_attempt_goes_on_and_a_voided_one_says_so(room: Room, page: Page, desk: Callable[..., Page]) -> None:
    attempt, teacher = room.attempt(), desk()
    page.goto(room.url(attempt))
    page.keyboard.press("t")
    expect(page.locator("#slot-words")).to_contain_text("Saved at")
    act(teacher, room, attempt, "Hand in now")
    page.wait_for_url("**/result", timeout=SOON)
    act(teacher, room, attempt, "Reopen")
    page.reload()
    page.wait_for_url(room.url(attempt))
    page.goto(room.url(attempt, "?q=1"))
    expect(page.locator("#question-1 input:checked")).to_have_value("true")
    act(teacher, room, attempt, "Void")
    expect(page.get_by_text("Your teacher has voided this attempt.")).to_be_visible(timeout=SOON)
    expect(teacher.get_by_role("heading", name="What was done")).to_be_visible()
    expect(teacher.locator("[data-part=done] li")).to_have_count(3)


def test_the_live_view_follows_by_itself_and_keeps_focus(room: Room, page: Page, desk: Callable[..., Page]) -> None:
    attempt, teacher = room.attempt(), desk()
    teacher.goto(f"{room.site.url}/quizzes/{room.sitting(attempt).quiz.id}/live")
    link = teacher.get_by_role("link", name="Act on the attempt of Juniper Quill")
    link.focus()
    page.goto(room.url(attempt))
    page.keyboard.press("t")
    expect(teacher.locator(".dot.is-answered").locator("visible=true")).to_have_count(2, timeout=SOON)  # and the legend
    expect(link).to_be_focused()
    teacher.get_by_role("link", name="Pause", exact=True).click()
    page.keyboard.press("n")
    page.keyboard.press("f")
    expect(page.locator("#count-answered")).to_have_text("2")
    teacher.wait_for_timeout(6_000)
    expect(teacher.locator(".dot.is-answered")).to_have_count(2)


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing_and_there_is_room_for_a_finger(
    room: Room, device: Callable[..., BrowserContext], desk: Callable[..., Page], look: str, width: int
) -> None:
    attempt, teacher = room.attempt(), desk(width=width, color_scheme=look)
    student = device(width=width, color_scheme=look).new_page()
    quiz = room.sitting(attempt).quiz.id
    act(teacher, room, attempt, "Pause")
    pages = {
        "live": (teacher, f"{room.site.url}/quizzes/{quiz}/live"),
        "class": (teacher, f"{room.site.url}/quizzes/{quiz}/live/class"),
        "all": (teacher, f"{room.site.url}/quizzes/{quiz}/live/all?act=extend"),
        "one": (teacher, room.url(attempt, "/acts")),
        "paused": (student, room.url(attempt)),
    }
    for name, (page, address) in pages.items():
        page.goto(address)
        assert violations(page) == [], name
        # A box or a button to choose is as large as its words, which belong to it.
        assert [thing for thing in page.evaluate(SMALL) if "form-check-input" not in thing] == [], name
        assert page.evaluate(WIDE) <= 0, name
    act(teacher, room, attempt, "Void")
    student.goto(room.url(attempt, "/result"))
    assert violations(student) == []
