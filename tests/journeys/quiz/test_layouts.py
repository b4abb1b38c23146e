"""Going forward only, and all questions on one page."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from quizgen.domain.attempts.policy import Layout, Navigation
from tests.journeys.quiz.conftest import Room
from tests.journeys.quiz.test_everybody import violations


def test_forward_only_warns_and_closes_what_was_left(room: Room, page: Page) -> None:
    attempt = room.attempt(navigation=Navigation.FORWARD)
    page.goto(room.url(attempt))
    page.keyboard.press("n")
    warning = page.get_by_text("Question 1 has no answer. You cannot come back to it.", exact=True).locator(
        "visible=true"
    )
    expect(warning.first).to_be_visible()
    page.keyboard.press("t")
    page.keyboard.press("n")
    expect(page.get_by_role("heading", name="Question 2 of 6")).to_be_visible()
    expect(page.get_by_text("Question 1, answered, closed")).to_be_attached()
    page.get_by_role("button", name="Next").last.click()
    page.context.set_offline(True)
    page.get_by_role("button", name="Go on without an answer").click()
    expect(page.locator("#slot")).to_contain_text("you can go on when the connection is back")
    page.context.set_offline(False)
    page.get_by_role("button", name="Go on without an answer").click()
    expect(page.get_by_role("heading", name="Question 3 of 6")).to_be_visible()
    page.go_back()
    page.goto(room.url(attempt, "?q=1"))
    expect(page.get_by_role("heading", name="Question 3 of 6")).to_be_visible()
    expect(page.locator("#count-answered")).to_have_text("1")
    assert room.responses(attempt) == {1: "true"}
    assert room.sitting(attempt).attempt.sealed == 2


def test_all_on_one_page_by_keyboard_and_mouse(room: Room, page: Page) -> None:
    attempt = room.attempt(layout=Layout.ALL)
    page.goto(room.url(attempt))
    expect(page.locator(".question:visible")).to_have_count(6)
    page.keyboard.press("t")
    page.keyboard.press("n")
    expect(page.get_by_role("heading", name="Question 2 of 6")).to_be_focused()
    page.keyboard.press("f")
    page.locator("#question-5 label", has_text="Unverified").click()
    page.locator("#question-6 .flag").click()
    page.get_by_role("button", name="Question 3, not answered").click()
    expect(page.get_by_role("heading", name="Question 3 of 6")).to_be_in_viewport()
    expect(page.locator("#passage-1 h2")).to_be_in_viewport()
    expect(page.locator("#count-answered")).to_have_text("3")
    page.locator("#question-6 .move-next").click()
    expect(page.get_by_text("You have answered 3 of 6.")).to_be_visible()
    assert room.responses(attempt) == {1: "true", 2: "false", 5: "unverified"}
    assert room.sitting(attempt).flags == {5}


@pytest.mark.parametrize("rule", [{"layout": Layout.ALL}, {"navigation": Navigation.FORWARD}], ids=["all", "forward"])
def test_axe_finds_nothing_in_either(
    room: Room, device: Callable[..., BrowserContext], rule: dict[str, object]
) -> None:
    page = device(width=390, height=844).new_page()
    page.goto(room.url(room.attempt(**rule)))
    page.get_by_role("button", name="Find", exact=True).click()
    page.keyboard.type("wye")
    page.locator(".own-note summary").first.click()
    assert violations(page) == []


def test_all_on_one_page_on_a_phone_keeps_the_passage_and_the_clock(
    room: Room, device: Callable[..., BrowserContext]
) -> None:
    page = device(width=390, height=844).new_page()
    page.goto(room.url(room.attempt(layout=Layout.ALL), "?q=4"))
    page.locator("#question-6 label", has_text="False").click()
    expect(page.locator("#clock")).to_be_in_viewport()
    expect(page.locator("#passage-1 h2")).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") == 390
