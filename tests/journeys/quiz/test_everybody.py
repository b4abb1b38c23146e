"""For everybody: rules of accessibility, room for fingers, narrow and magnified screens, both looks."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, expect

from quizgen.services import taking
from tests.journeys.quiz.conftest import MIXED, VERDICTS, Room

SMALL = """
() => [...document.querySelectorAll('a, button, input, summary')].filter((thing) => {
  const box = thing.getBoundingClientRect();
  const shown = thing.checkVisibility({ visibilityProperty: true }) && !thing.closest('.visually-hidden, .skip');
  if (!shown || thing.matches('.visually-hidden, .skip') || thing.closest('p, li.answer .sources')) return false;
  return box.width < 44 || box.height < 43.9;
}).map((thing) => `${thing.outerHTML.slice(0, 120)} ${JSON.stringify(thing.getBoundingClientRect())}`)
"""
WIDE = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


def violations(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{each['id']}: {[node['html'][:200] for node in each['nodes']]}" for each in found]


@pytest.fixture(scope="module")
def pages(room: Room) -> dict[str, str]:
    """The pages of a quiz, by name: half answered, and handed in."""
    running, ended = room.attempt(kind=MIXED), room.attempt(kind=MIXED)
    now, grace = datetime.now(UTC), timedelta(0)
    with room.database.writing() as session:
        for attempt in (running, ended):
            for position, question in enumerate(taking.sitting(session, attempt).paper.questions[:4]):
                samples = question.item.samples()
                response = samples.right if position % 2 else samples.wrong
                change = {"attempt_id": attempt, "position": position, "response": response, "sequence": 0}
                taking.save(session, **change, now=now, grace=grace)
        taking.flag(session, attempt_id=running, position=1, flagged=True)
        taking.hand_in(session, attempt_id=ended, now=now)
    kinds = [question.item.kind for question in room.sitting(running).paper.questions]
    numbers = {kind: kinds.index(kind) + 1 for kind in ("verdict", "single_choice", "cloze")}
    return {
        **{kind: room.url(running, f"?q={number}") for kind, number in numbers.items()},
        "unanswered": room.url(running, "?q=6"),
        "hand-in": room.url(running, "/hand-in"),
        "result": room.url(ended, "/result"),
    }


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing(pages: dict[str, str], device: Callable[..., BrowserContext], look: str, width: int) -> None:
    page = device(width=width, color_scheme=look).new_page()
    for name, address in pages.items():
        page.goto(address)
        page.wait_for_load_state("networkidle")
        assert violations(page) == [], name


def test_axe_finds_nothing_in_help_map_and_trouble(room: Room, device: Callable[..., BrowserContext]) -> None:
    page = device(width=390).new_page()
    page.goto(room.url(room.attempt()))
    page.get_by_role("link", name="Map").locator("visible=true").click()
    page.context.set_offline(True)
    page.keyboard.press("t")
    expect(page.locator("#slot-words")).to_contain_text("Connection lost.")
    assert violations(page) == []
    page.keyboard.press("?")
    assert violations(page) == []
    page.context.set_offline(False)


@pytest.mark.parametrize("width", [320, 1280])
def test_everything_has_room_for_a_finger_and_nothing_scrolls_sideways(
    pages: dict[str, str], device: Callable[..., BrowserContext], width: int
) -> None:
    page = device(width=width).new_page()
    for name, address in pages.items():
        page.goto(address)
        page.wait_for_load_state("networkidle")
        assert page.evaluate(WIDE) <= 0, name
        assert page.evaluate(SMALL) == [], name


def test_at_four_hundred_percent_nothing_sticks_and_everything_is_reached(
    pages: dict[str, str], device: Callable[..., BrowserContext]
) -> None:
    page = device(width=320, height=256).new_page()
    page.goto(pages["verdict"])
    assert page.locator(".dock").evaluate("(dock) => getComputedStyle(dock).position") == "static"
    assert page.locator(".quiz-bar").evaluate("(bar) => getComputedStyle(bar).position") == "static"
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="To the question")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".question:not([hidden]) .question-heading")).to_be_in_viewport()


def test_the_passage_has_its_own_skip_link(room: Room, page: Page) -> None:
    page.goto(room.url(room.attempt(kind=VERDICTS)))
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#passage")).to_be_focused()


def test_every_key_of_the_options_is_a_real_radio_with_its_name(room: Room, page: Page) -> None:
    page.goto(room.url(room.attempt()))
    group = page.get_by_role("group").locator("visible=true")
    for word in ("True", "False", "Unverified"):
        expect(group.get_by_role("radio", name=word, exact=True)).to_be_attached()
    expect(page.get_by_role("heading", level=1)).to_have_count(1)


def test_in_forced_colours_the_chosen_option_is_told_apart(room: Room, device: Callable[..., BrowserContext]) -> None:
    page = device(forced_colors="active").new_page()
    page.goto(room.url(room.attempt()))
    page.keyboard.press("f")
    ground = "(input) => getComputedStyle(input.nextElementSibling).backgroundColor"
    chosen = page.locator("#question-1 input:checked").evaluate(ground)
    assert chosen != page.locator("#question-1 input").first.evaluate(ground)
