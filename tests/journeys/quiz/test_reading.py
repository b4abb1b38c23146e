"""In the passage: highlights and notes that survive, and finding words."""

from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page, expect

from quizgen.services import noting
from quizgen.services.noting import Noted
from tests.journeys.quiz.conftest import HEBREW, MIXED, Room

SELECT = """([number, start, end]) => {
  const words = document.querySelectorAll(".paragraph .words")[number];
  const range = document.createRange();
  range.setStart(words.firstChild, start);
  range.setEnd(words.firstChild, end);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}"""


def notes(room: Room, attempt: int) -> dict[int, Noted]:
    with room.database.reading() as session:
        return noting.notes_of(session, attempt)


def test_highlights_and_notes_survive_an_outage_and_a_reload(room: Room, page: Page) -> None:
    attempt = room.attempt()
    page.goto(room.url(attempt))
    page.evaluate(SELECT, [1, 4, 7])
    page.get_by_role("button", name="Highlight").click()
    expect(page.locator(".highlight")).to_have_text("Wye")
    page.context.set_offline(True)
    page.locator(".own-note summary").nth(1).click()
    field = page.get_by_role("textbox", name="Note on paragraph 2")
    expect(field).to_be_focused()
    page.keyboard.type("the flood is in the North")
    expect(page.get_by_text("Kept on this device until the connection is back")).to_be_visible()
    page.context.set_offline(False)
    expect(page.locator(".noted").nth(1).get_by_text("Saved", exact=True)).to_be_visible()
    page.reload()
    expect(field).to_have_value("the flood is in the North")
    expect(page.locator(".highlight")).to_have_text("Wye")
    assert room.responses(attempt) == {}
    (kept,) = notes(room, attempt).values()
    assert (kept.note.text, kept.note.highlights) == ("the flood is in the North", ((4, 7),))
    page.locator(".highlight").dblclick()
    page.keyboard.press("h")
    expect(page.locator(".highlight")).to_have_count(0)


def test_words_are_found_one_after_the_other_and_a_highlight_stays(room: Room, page: Page) -> None:
    page.goto(room.url(room.attempt()))
    page.evaluate(SELECT, [0, 0, 7])
    page.keyboard.press("h")
    page.keyboard.press("/")
    field = page.get_by_role("searchbox", name="Find in the passage")
    expect(field).to_be_focused()
    page.keyboard.type("WYE is a")
    count = page.locator("#find-count")
    expect(count).to_have_text("1 of 48")
    expect(page.locator(".is-current.highlight")).to_have_text("Wye")
    page.keyboard.press("Shift+Enter")
    expect(count).to_have_text("48 of 48")
    expect(page.locator(".is-current").first).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(count).to_have_text("1 of 48")
    expect(field).to_be_focused()
    page.keyboard.type("xx")
    expect(count).to_have_text("None")
    page.keyboard.press("Escape")
    expect(field).to_be_hidden()
    expect(page.get_by_role("button", name="Find", exact=True)).to_be_focused()
    expect(page.locator(".found")).to_have_count(0)
    expect(page.locator(".highlight")).to_have_text("The Wye")


def test_a_note_without_scripts(room: Room, device: Callable[..., BrowserContext]) -> None:
    attempt = room.attempt()
    page = device(width=390, height=844, java_script_enabled=False).new_page()
    page.goto(room.url(attempt))
    page.locator(".own-note summary").first.click()
    page.get_by_role("textbox", name="Note on paragraph 1").fill("ask")
    page.get_by_role("button", name="Save the notes").locator("visible=true").click()
    expect(page.get_by_role("textbox", name="Note on paragraph 1")).to_have_value("ask")
    assert [noted.note.text for noted in notes(room, attempt).values()] == ["ask"]


def test_what_is_written_from_right_to_left_stands_so(room: Room, device: Callable[..., BrowserContext]) -> None:
    page = device().new_page()
    page.goto(room.url(room.attempt(kind=HEBREW)))
    for shown in (".noted .paragraph", "#question-1 .statement"):
        expect(page.locator(shown).first).to_have_css("direction", "rtl")
    expect(page.locator("#question-1 .option-word").first).to_have_css("direction", "ltr")
    number, words = (page.locator(f".noted {part}").first.bounding_box() for part in (".paragraph-number", ".words"))
    assert number is not None
    assert words is not None
    assert number["x"] >= words["x"] + words["width"] - 1
    page.locator(".own-note summary").first.click()
    page.keyboard.type("שאלה")
    expect(page.get_by_role("textbox", name="Note on paragraph 1")).to_have_css("direction", "rtl")
    assert page.evaluate("document.documentElement.scrollWidth") == 1280


def test_on_a_phone_the_passage_stays_where_it_was_read(room: Room, device: Callable[..., BrowserContext]) -> None:
    page = device(width=390, height=844).new_page()
    page.goto(room.url(room.attempt()))
    page.mouse.move(200, 300)
    page.mouse.wheel(0, 500)
    expect(page.locator("#passage-1 h2")).not_to_be_in_viewport()
    before = page.evaluate("window.scrollY")
    for key in ("t", "m", "Tab", "n", "Tab", "l"):
        page.keyboard.press(key)
    page.locator("#question-2 .move-back").click()
    assert page.evaluate("window.scrollY") == before


def test_magnified_four_times_nothing_covers_anything(room: Room, device: Callable[..., BrowserContext]) -> None:
    page = device(width=320, height=200).new_page()
    for kind in (MIXED, HEBREW):
        page.goto(room.url(room.attempt(kind=kind)))
        page.get_by_role("button", name="Find", exact=True).click()
        assert page.evaluate("document.documentElement.scrollWidth") == 320
        for part in (".quiz-bar", ".tools", ".dock"):
            expect(page.locator(part)).to_have_css("position", "static")
        page.locator("#question-1 label").first.click()
        expect(page.locator("#count-answered")).to_have_text("1")
