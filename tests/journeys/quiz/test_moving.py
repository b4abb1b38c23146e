"""Answering and moving about: by keyboard alone, by mouse, and without scripts."""

from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page, expect

from tests.journeys.quiz.conftest import MIXED, Room


def heading(page: Page, number: int) -> None:
    """Expect question ``number`` to be shown, and its heading to have the focus."""
    expect(page.get_by_role("heading", name=f"Question {number} of 6")).to_be_focused()


def test_a_whole_quiz_by_keyboard_alone(room: Room, page: Page) -> None:
    attempt = room.attempt()
    page.goto(room.url(attempt))
    for number, key in enumerate("tfu1", start=1):
        page.keyboard.press(key)
        expect(page.locator(f"#question-{number} input:checked")).to_be_focused()
        page.keyboard.press("n")
        heading(page, number + 1)
    page.keyboard.press("f")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("l")
    page.keyboard.press("m")
    page.keyboard.press("Enter")
    page.keyboard.press("b")
    heading(page, 4)
    page.keyboard.press("c")
    expect(page.locator("#count-answered")).to_have_text("4")
    expect(page.locator("#slot")).to_contain_text("Saved at")
    page.get_by_role("banner").get_by_role("button", name="Hand in").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("You have answered 4 of 6.")).to_be_visible()
    assert room.responses(attempt) == {1: "true", 2: "false", 3: "unverified", 5: "unverified"}
    assert room.sitting(attempt).flags == {4}
    page.get_by_role("button", name="Hand in").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Your answers")).to_be_visible()


def test_moving_keeps_the_passage_where_it_was_and_back_goes_back(room: Room, page: Page) -> None:
    page.goto(room.url(room.attempt()))
    page.mouse.move(300, 400)
    page.mouse.wheel(0, 700)
    expect(page.locator("#passage-1 h2")).not_to_be_in_viewport()
    before = page.evaluate("window.scrollY")
    assert before > 500
    page.get_by_role("button", name="Next").last.click()
    heading(page, 2)
    assert page.evaluate("window.scrollY") == before
    page.go_back()
    heading(page, 1)
    page.reload()
    expect(page.get_by_role("heading", name="Question 1 of 6")).to_be_visible()


def test_the_map_shows_what_is_answered_and_leads_there(room: Room, page: Page) -> None:
    page.goto(room.url(room.attempt()))
    page.get_by_text("Unverified", exact=True).first.click()
    page.get_by_role("button", name="Flag").first.click()
    square = page.get_by_role("button", name="Question 1, answered, flagged")
    expect(square).to_have_attribute("aria-current", "step")
    page.get_by_role("button", name="Question 5, not answered").click()
    heading(page, 5)
    expect(square).not_to_have_attribute("aria-current", "step")


def test_typing_in_a_gap_is_saved_and_its_letters_are_no_keys(room: Room, page: Page) -> None:
    attempt = room.attempt(kind=MIXED)
    kinds = [question.item.kind for question in room.sitting(attempt).paper.questions]
    number = kinds.index("cloze") + 1
    page.goto(room.url(attempt, f"?q={number}"))
    gap = page.get_by_label("Words for the gap").locator("visible=true")
    gap.press_sequentially("but no flag")
    expect(page.locator("#slot")).to_contain_text("Saved at")
    expect(page.locator(f"#question-{number}")).to_be_visible()
    expect(page.locator("button.square.is-saved")).to_have_count(1)
    assert room.responses(attempt) == {number: "but no flag"}
    assert room.sitting(attempt).flags == frozenset()


def test_keys_can_be_switched_off_for_good(room: Room, page: Page) -> None:
    page.goto(room.url(room.attempt()))
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.get_by_label("Use these keys").uncheck()
    page.get_by_role("button", name="Close").click()
    page.reload()
    page.keyboard.press("t")
    page.keyboard.press("n")
    expect(page.get_by_role("heading", name="Question 1 of 6")).to_be_visible()
    assert page.locator("input:checked:visible").count() == 0
    page.get_by_role("button", name="Help").click()
    expect(page.get_by_label("Use these keys")).not_to_be_checked()


def test_with_a_modifier_a_key_is_the_browsers(room: Room, page: Page) -> None:
    page.goto(room.url(room.attempt()))
    page.keyboard.press("Alt+t")
    page.keyboard.press("Control+u")
    assert page.locator(".question:not([hidden]) input:checked").count() == 0


def test_on_a_phone_the_map_opens_in_the_dock(room: Room, device: Callable[..., BrowserContext]) -> None:
    page = device(width=390, height=844).new_page()
    page.goto(room.url(room.attempt()))
    expect(page.get_by_role("navigation", name="Questions")).to_be_hidden()
    page.get_by_role("link", name="Map").click()
    page.get_by_role("button", name="Question 4, not answered").click()
    expect(page.get_by_role("navigation", name="Questions")).to_be_hidden()
    heading(page, 4)


def test_a_whole_quiz_without_scripts(room: Room, device: Callable[..., BrowserContext]) -> None:
    attempt = room.attempt()
    page = device(width=390, height=844, java_script_enabled=False).new_page()
    page.goto(room.url(attempt))
    expect(page.locator(".clock-figures")).to_contain_text("Ends at")
    for number, word in enumerate(("True", "False"), start=1):
        page.get_by_role("radio", name=word).locator("visible=true").check(force=True)
        page.get_by_role("button", name="Next").locator("visible=true").last.click()
        expect(page.get_by_role("heading", name=f"Question {number + 1} of 6")).to_be_visible()
    page.get_by_role("radio", name="Unverified").locator("visible=true").check(force=True)
    page.get_by_role("button", name="Save").locator("visible=true").click()
    expect(page.locator("#slot")).to_contain_text("Saved at")
    page.get_by_role("link", name="Map").locator("visible=true").click()
    page.get_by_role("button", name="Question 6, not answered").click()
    expect(page.get_by_role("heading", name="Question 6 of 6")).to_be_visible()
    page.get_by_role("banner").get_by_role("button", name="Hand in").click()
    expect(page.get_by_text("You have answered 3 of 6.")).to_be_visible()
    page.get_by_role("button", name="Hand in").click()
    expect(page.get_by_role("heading", name="Your answers")).to_be_visible()
    assert room.responses(attempt) == {1: "true", 2: "false", 3: "unverified"}
