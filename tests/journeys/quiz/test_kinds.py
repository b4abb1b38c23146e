"""Every kind in the browser: keys and lists send the text that the form alone would send, and all can use them."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from quizgen.domain.banks.bank import Bank
from quizgen.domain.items.item import Item
from quizgen.services import taking
from tests import builders, stored
from tests.journeys.quiz.conftest import PARAGRAPH, Room
from tests.journeys.quiz.test_everybody import SMALL, WIDE, violations

KINDS = ("numeric", "multiple_response", "evidence_finding", "ordering", "matching", "short_answer")
SENTENCES = tuple(f"{sentence.strip(' .')}." for sentence in PARAGRAPH.split(". ") if sentence)
TEXT = f"# Rivers\n\n{PARAGRAPH}\n\n{PARAGRAPH}\n"
SAVED = re.compile(r"\bis-saved\b")


def bank_of_other_kinds() -> Bank:
    """Return a bank with one item of each kind that the other journeys do not meet."""
    made = (
        builders.numeric(claims=("c-0",), stem="The Wye is ____ long, as far as anybody has measured it."),
        builders.responses(claims=("c-1",)),
        builders.finding(claims=("c-2",), options=SENTENCES, key=(SENTENCES[1],)),
        builders.ordering(claims=("c-3",)),
        builders.matching(claims=("c-4",), options=("Hereford", "Leeds", "London", "Worcester")),
        builders.short(claims=("c-5",)),
    )
    claims = tuple(builders.claim(f"c-{number}") for number in range(len(made)))
    return builders.bank(passages=(builders.passage(TEXT),), claims=claims, items=made)


class Desk:
    """An attempt at one question of each of these kinds."""

    def __init__(self, room: Room, title: str) -> None:
        self.room = room
        now = datetime.now(UTC)
        with room.database.writing() as session:
            quiz = stored.a_quiz(
                session, room.hazel, title=title, class_id=room.class_id, bank=bank_of_other_kinds(), now=now
            )
            self.attempt = stored.an_attempt(session, quiz, room.juniper, now=now)
        self.items: list[Item] = [question.item for question in room.sitting(self.attempt).paper.questions]
        self.numbers = {item.kind: number for number, item in enumerate(self.items, start=1)}

    def open(self, page: Page, kind: str) -> Locator:
        """Show the question of a kind and return its form."""
        page.goto(self.room.url(self.attempt, f"?q={self.numbers[kind]}"))
        page.wait_for_load_state("networkidle")
        return page.locator(f"#question-{self.numbers[kind]}")

    def saved(self, page: Page, kind: str) -> str:
        """Return the stored answer, once the map says that it is on the server."""
        expect(page.locator("button.square").nth(self.numbers[kind] - 1)).to_have_class(SAVED)
        return self.room.responses(self.attempt)[self.numbers[kind]]

    def item(self, kind: str) -> Item:
        return self.items[self.numbers[kind] - 1]


@pytest.fixture
def desk(room: Room, request: pytest.FixtureRequest) -> Desk:
    return Desk(room, re.sub(r"\W|_", " ", request.node.name))


def test_figures_choose_boxes_and_take_them_back(desk: Desk, page: Page) -> None:
    form = desk.open(page, "multiple_response")
    page.keyboard.press("1")
    page.keyboard.press("3")
    page.keyboard.press("3")
    page.keyboard.press("4")
    expect(form.locator(".option-input:checked")).to_have_count(2)
    boxes = form.locator(".option-input")
    expected = f"{boxes.nth(0).get_attribute('value')} {boxes.nth(3).get_attribute('value')}"
    page.wait_for_function("() => document.querySelectorAll('button.square.is-waiting').length === 0")
    assert desk.saved(page, "multiple_response") == expected
    page.reload()
    expect(form.locator(".option-input:checked")).to_have_count(2)
    page.keyboard.press("c")
    expect(form.locator(".option-input:checked")).to_have_count(0)
    expect(page.locator("button.square.is-saved")).to_have_count(0)


@pytest.mark.parametrize("kind", ["ordering", "matching"])
def test_lists_send_what_the_form_alone_would_send(desk: Desk, page: Page, kind: str) -> None:
    form, item = desk.open(page, kind), desk.item(kind)
    right = item.samples().right.split()
    for place, value in enumerate(right):
        form.locator(".pick-input").nth(place).select_option(value)
    page.wait_for_function("() => document.querySelectorAll('button.square.is-waiting').length === 0")
    assert item.credit(item.read_response(desk.saved(page, kind))) == 1
    page.reload()
    shown = [form.locator(".pick-input").nth(place).input_value() for place in range(len(right))]
    assert shown == right
    form.get_by_role("button", name="Clear").click()
    expect(page.locator("button.square.is-saved")).to_have_count(0)
    empty = "-" if kind == "ordering" else ""
    assert [form.locator(".pick-input").nth(place).input_value() for place in range(len(right))] == [empty] * len(right)


@pytest.mark.parametrize(("kind", "typed"), [("numeric", "250 km"), ("short_answer", "Plynlimon")])
def test_what_is_typed_is_saved(desk: Desk, page: Page, kind: str, typed: str) -> None:
    form, item = desk.open(page, kind), desk.item(kind)
    form.get_by_role("textbox").fill(typed)
    assert item.credit(item.read_response(desk.saved(page, kind))) == 1


def test_a_sentence_is_chosen_by_its_figure(desk: Desk, page: Page) -> None:
    form = desk.open(page, "evidence_finding")
    page.keyboard.press("2")
    expect(form.locator(".option-input").nth(1)).to_be_checked()
    assert desk.saved(page, "evidence_finding").startswith("o-")


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing_and_nothing_is_too_small_or_too_wide(
    desk: Desk, device: Callable[..., BrowserContext], look: str, width: int
) -> None:
    now = datetime.now(UTC)
    page = device(width=width, color_scheme=look).new_page()
    for kind in KINDS:
        desk.open(page, kind)
        assert violations(page) == [], kind
        assert page.evaluate(SMALL) == [], kind
        assert page.evaluate(WIDE) == 0, kind
    with desk.room.database.writing() as session:
        for position, item in enumerate(desk.items):
            samples = item.samples()
            partly = {"multiple_response": samples.right.split()[0], "matching": samples.right.split()[0]}
            change = {"attempt_id": desk.attempt, "position": position, "sequence": 0}
            response = partly.get(item.kind, samples.wrong)
            taking.save(session, **change, response=response, now=now, grace=timedelta(0))
        taking.hand_in(session, attempt_id=desk.attempt, now=now)
    page.goto(desk.room.url(desk.attempt, "/result"))
    assert violations(page) == []
    assert page.evaluate(WIDE) == 0
    expect(page.get_by_text("Partly right").first).to_be_visible()
