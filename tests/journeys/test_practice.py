"""A bank is opened for practice; a student practises it on a phone, and what was not right comes back."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect
from sqlalchemy import func, select

from quizgen.services.passwords import hash_password
from quizgen.storage.engine import Database
from quizgen.storage.tables import PracticeReviewRow
from quizgen.web import clock
from tests import stored
from tests.cast import Cast, the_cast
from tests.journeys.site import Site
from tests.journeys.test_own_time import SMALL, WIDE, sign_in
from tests.practised import RATIONALE, a_practice, every_kind

PASSWORD = "a heron stands still"
RIGHT = {item.id: item.samples().right.split() for item in every_kind().items}


@dataclass(frozen=True)
class School:
    """Hazel's class of Juniper and Rowan: a bank that nobody may practise yet, and one that is open."""

    database: Database
    cast: Cast
    class_id: int
    closed: int
    open: int

    def answers(self) -> int:
        """Return how many answers were kept."""
        with self.database.reading() as session:
            return session.scalar(select(func.count()).select_from(PracticeReviewRow)) or 0


@pytest.fixture(scope="module")
def school(site: Site) -> Iterator[School]:
    database = Database(site.database_url)
    with database.writing() as session:
        cast = the_cast(session, password_hash=hash_password(PASSWORD))
        class_id = stored.a_class(session, cast.hazel, cast.juniper, cast.rowan).id
        closed = stored.a_bank(session, cast.hazel, every_kind())
        opened = stored.a_bank(session, cast.hazel, every_kind())
        a_practice(session, opened, class_id, cast.hazel, now=clock.now())
    yield School(database, cast, class_id, closed, opened)
    database.dispose()


def phone(browser: Browser, **options: object) -> BrowserContext:
    return browser.new_context(viewport={"width": 390, "height": 844}, reduced_motion="reduce", **options)  # type: ignore[arg-type]


def give(page: Page, values: list[str]) -> None:
    """Give an answer with the controls of the question that is shown, and send it."""
    picks = page.locator(".pick-input")
    typed = page.locator(".gap-input")
    if picks.count():
        for place in range(picks.count()):
            offered = picks.nth(place).locator("option").evaluate_all("(options) => options.map((each) => each.value)")
            places = values[place : place + 1] if page.locator(".ordering").count() else values
            picks.nth(place).select_option(next(value for value in places if value in offered))
    elif typed.count():
        typed.fill(" ".join(values))
    else:
        for value in values:
            page.locator(".option").filter(has=page.locator(f'[value="{value}"]')).click()
    page.get_by_role("button", name="Check", exact=True).locator("visible=true").last.click()


def look_at(page: Page) -> None:
    found = Axe().run(page).response["violations"]
    assert [f"{each['id']}: {[node['html'][:200] for node in each['nodes']]}" for each in found] == [], page.url
    assert page.evaluate(WIDE) <= 0, page.url
    # What a reader of the screen hears alone needs no room for a finger.
    assert [each for each in page.evaluate(SMALL) if "visually-hidden" not in each] == [], page.url


def item_of(page: Page) -> str:
    return page.locator('input[name="item"]').input_value()


def test_from_the_bank_to_the_last_question_on_a_phone(site: Site, school: School, browser: Browser) -> None:
    with browser.new_context() as desk:
        page = desk.new_page()
        sign_in(site, page, "hazel.ashdown")
        page.goto(f"{site.url}/banks/{school.closed}")
        page.get_by_role("link", name="Practice", exact=True).click()
        page.get_by_role("checkbox", name="Class 7b").check()
        page.get_by_role("button", name="Save").click()
        expect(page.get_by_text("Can be practised now.")).to_be_visible()
    with phone(browser) as visitor:
        page = visitor.new_page()
        sign_in(site, page, "juniper.quill")
        page.get_by_role("link", name="Practise").click()
        look_at(page)
        page.goto(f"{site.url}/practice/{school.closed}")
        expect(page.get_by_role("heading", level=2)).to_have_count(0)
        page.get_by_text("Passage: Rivers").click()
        expect(page.get_by_text("The Wye is a river.")).to_be_visible()
        first = item_of(page)
        page.get_by_role("button", name="I do not know").click()
        expect(page.get_by_role("heading", name="Not right")).to_be_visible()
        expect(page.get_by_text(RATIONALE)).to_be_visible()
        look_at(page)
        page.get_by_text("Passage with the evidence: Rivers").click()
        expect(page.locator("mark.evidence")).to_have_text("The Wye is a river.")
        seen = []
        while page.get_by_role("link", name="Next question").count():
            page.get_by_role("link", name="Next question").click()
            look_at(page)
            seen.append(item_of(page))
            give(page, RIGHT[seen[-1]])
            page.wait_for_url(re.compile("/practice/answers/"))
            expect(page.get_by_role("heading", name="Right", exact=True)).to_be_visible()
            look_at(page)
        assert (len(seen), seen[-1]) == (9, first)
        page.get_by_role("link", name="Done").click()
        expect(page.get_by_text("10 answered today, 9 right.")).to_be_visible()
        expect(page.get_by_text(re.compile(r"The next ones come (tomorrow|in 2\s+days)\."))).to_be_visible()
        look_at(page)


def test_it_works_without_scripts_and_going_back_shows_what_comes_now(
    site: Site, school: School, browser: Browser
) -> None:
    with phone(browser, java_script_enabled=False) as visitor:
        page = visitor.new_page()
        sign_in(site, page, "rowan.pike")
        page.goto(f"{site.url}/practice/{school.open}")
        item, before = item_of(page), school.answers()
        give(page, RIGHT[item])
        expect(page.get_by_role("heading", name="Right", exact=True)).to_be_visible()
        page.go_back()
        assert item_of(page) != item
        assert school.answers() == before + 1


def test_two_devices_share_one_practice(site: Site, school: School, browser: Browser) -> None:
    with phone(browser) as one, browser.new_context() as two:
        pages = one.new_page(), two.new_page()
        for page in pages:
            sign_in(site, page, "juniper.quill")
            page.goto(f"{site.url}/practice/{school.open}")
        items, before = list(map(item_of, pages)), school.answers()
        assert items[0] == items[1]
        for page in pages:
            give(page, RIGHT[items[0]])
            expect(page.get_by_role("heading", name="Right", exact=True)).to_be_visible()
        assert school.answers() == before + 1
        for page in pages:
            page.get_by_role("link", name="Next question").click()
        assert item_of(pages[0]) == item_of(pages[1]) != items[0]


def test_keys_choose_and_go_on_and_the_passage_stands_open_on_a_wide_screen(
    site: Site, school: School, browser: Browser
) -> None:
    with browser.new_context(viewport={"width": 1280, "height": 800}) as visitor:
        page = visitor.new_page()
        sign_in(site, page, "rowan.pike")
        page.goto(f"{site.url}/practice/{school.open}")
        expect(page.locator(".at-hand-text")).to_be_visible()
        while page.locator(".verdicts, .options").count() == 0:
            page.get_by_role("button", name="I do not know").click()
            page.get_by_role("link", name="Next question").click()
        page.keyboard.press("t" if page.locator(".verdicts").count() else "1")
        expect(page.locator(".option-input:checked")).to_have_count(1)
        page.keyboard.press("Enter")
        page.wait_for_url(re.compile("/practice/answers/"))
        page.keyboard.press("n")
        page.wait_for_url(f"{site.url}/practice/{school.open}")


@pytest.mark.parametrize(("width", "look"), [(320, "dark"), (390, "light"), (1280, "light"), (1280, "dark")])
def test_the_pages_are_for_everybody(site: Site, school: School, browser: Browser, width: int, look: str) -> None:
    for who, addresses in {
        "hazel.ashdown": [f"/banks/{school.open}/practice", f"/classes/{school.class_id}/practice"],
        "rowan.pike": ["/", "/practice", f"/practice/{school.open}", f"/practice/{school.open}/end"],
    }.items():
        with browser.new_context(
            viewport={"width": width, "height": 800},
            color_scheme=look,
            reduced_motion="reduce",  # type: ignore[arg-type]
        ) as visitor:
            page = visitor.new_page()
            sign_in(site, page, who)
            for address in addresses:
                page.goto(f"{site.url}{address}")
                for fold in page.locator("main details > summary").locator("visible=true").all():
                    fold.click()
                look_at(page)
