"""A teacher brings texts, looks over what was read, chooses, watches the work, and reads the report."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from quizgen.generation.report import Refused, Report
from quizgen.services import banks, drafting
from quizgen.services.passwords import hash_password
from quizgen.storage.engine import Database
from tests import builders, stored
from tests.cast import NOW, Cast, the_cast
from tests.journeys.site import Site

PASSWORD = "a heron stands still"
GENERATION_MILLISECONDS = 120_000
WYE = b"""# The Wye

By Hazel Ashdown

The Wye is a river in Wales and England. It may flood in spring when the snow melts on the hills.

## Its length

The river is 250 kilometres long, and it was first measured in 1870 by the county.

### How it was measured

Two surveyors walked along the banks for forty days.

## Its boats

In 1950 there were 40 boats on the river, and by 1960 there were 90.

| year | boats |
|---|---|
| 1950 | 40 |

Share this article with your friends on social media
"""
LOCKS = b"# Locks\n\nThe lock at Amberley was built in 1832. Its gates are made of oak.\n"
REPORT = Report(
    words=1200,
    sentences=60,
    claims={"asserted": 30, "hedged": 10},
    covered_ready=24,
    covered=40,
    skipped=(("What then?", "a question"),),
    items={"by_kind": {"verdict": 5}, "ready_by_kind": {"verdict": 5}, "ready_by_maker": {"year-moved": 5}},
    refused={"spare": Refused(2, (("It is long.", "a better one was kept"),))},
    cues={"all": {"true": 3, "false": 2}},
)
# A box and its words are one target.
SMALL = """
() => [...document.querySelectorAll('a, button, input, summary, select, .form-check-label')].filter((thing) => {
  const box = thing.getBoundingClientRect();
  const shown = thing.checkVisibility({ visibilityProperty: true }) && !thing.closest('.visually-hidden, .skip');
  if (!shown || thing.matches('.skip, [type=checkbox]') || thing.closest('p')) return false;
  return box.height < 43.9;
}).map((thing) => thing.outerHTML.slice(0, 160))
"""
WIDE = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
OPEN_ALL = "() => document.querySelectorAll('main details').forEach((each) => { each.open = true; })"

pytestmark = pytest.mark.usefixtures("site")


@pytest.fixture(scope="module")
def database(site: Site) -> Iterator[Database]:
    database = Database(site.database_url)
    yield database
    database.dispose()


@pytest.fixture(scope="module")
def cast(database: Database) -> Cast:
    with database.writing() as session:
        return the_cast(session, password_hash=hash_password(PASSWORD))


@pytest.fixture(scope="module")
def state(site: Site, cast: Cast, browser: Browser) -> Any:
    """What a browser keeps in which Hazel is signed in."""
    with browser.new_context() as visitor:
        page = visitor.new_page()
        page.goto(f"{site.url}/sign-in")
        page.get_by_label("User name").fill(cast.hazel.username)
        page.get_by_label("Password", exact=True).fill(PASSWORD)
        page.get_by_role("button", name="Sign in", exact=True).click()
        page.wait_for_url(f"{site.url}/")
        return visitor.storage_state()


@pytest.fixture
def desk(state: Any, browser: Browser) -> Iterator[Callable[..., Page]]:
    """Return a page of Hazel's: ``desk(width=390, color_scheme="dark")``."""
    opened = []

    def take(*, width: int = 1280, **options: Any) -> Page:
        viewport = {"width": width, "height": 900}
        context = browser.new_context(storage_state=state, viewport=viewport, reduced_motion="reduce", **options)
        context.set_default_timeout(15_000)
        opened.append(context)
        return context.new_page()

    yield take
    for context in opened:
        context.close()


def file(name: str, data: bytes) -> Any:
    return {"name": name, "mimeType": "text/markdown", "buffer": data}


def test_two_texts_become_the_bank_that_was_chosen_and_a_report(site: Site, desk: Callable[..., Page]) -> None:
    page = desk()
    page.goto(f"{site.url}/banks/new")
    page.get_by_label("Drop files here").set_input_files([file("wye.md", WYE), file("locks.md", LOCKS)])
    expect(page.locator("[data-chosen]")).to_contain_text("wye.md")
    expect(page.locator("[data-chosen]")).to_contain_text("locks.md")
    page.get_by_role("button", name="Read the text").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("This is what was read")
    page.get_by_label("Title of the bank").fill("Rivers and locks")
    page.get_by_text("Left out: byline").click()
    page.get_by_role("checkbox", name="By Hazel Ashdown").check()
    page.get_by_text("Sections (3)").click()
    page.get_by_role("checkbox", name="Its length").uncheck()
    page.get_by_text("Choose what you get").click()
    for kind in ("Put in order", "Match pairs"):
        page.get_by_role("checkbox", name=kind).uncheck()
    page.get_by_label("False", exact=True).fill("40")
    page.get_by_role("button", name="Make the bank").click()

    expect(page.get_by_text("now they make 105")).to_be_visible()
    expect(page.get_by_role("checkbox", name="Its length")).not_to_be_checked()
    expect(page.get_by_role("checkbox", name="Put in order")).not_to_be_checked()
    page.get_by_label("Unverified", exact=True).fill("25")
    page.get_by_role("button", name="Make the bank").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Rivers and locks")
    expect(page.get_by_text("How this bank was made")).to_be_visible(timeout=GENERATION_MILLISECONDS)
    expect(page.locator("#passage")).to_contain_text("Locks")
    page.get_by_text("How this bank was made").click()
    page.get_by_role("link", name="The whole report").click()
    expect(page.get_by_role("table", name="Questions by kind")).to_contain_text("True, false or unverified")
    expect(page.get_by_role("table", name="Questions by kind")).not_to_contain_text("Put in order")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="As JSON").click()
    report = json.loads(waiting.value.path().read_text())
    assert [left["reason"] for left in report["left_out"]] == ["table", "share line"]
    assert report["seconds"] >= 0


def test_the_enter_key_makes_the_bank_and_a_dropped_list_is_told_before_it_is_sent(
    site: Site, desk: Callable[..., Page], database: Database, cast: Cast
) -> None:
    with database.writing() as session:
        draft = stored.a_draft(session, cast.hazel, WYE)
    page = desk()
    page.goto(f"{site.url}/drafts/{draft}")
    page.get_by_text("Add another text").click()
    page.get_by_label("Drop files here").set_input_files([file("wye.md", WYE), file("picture.gif", b"GIF89a")])
    expect(page.locator("#file-error")).to_contain_text("picture.gif: This file cannot be read.")
    page.get_by_label("Drop files here").set_input_files([])
    page.get_by_label("Title of the bank").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("The Wye")


def test_a_stopped_draft_is_chosen_for_again(
    site: Site, desk: Callable[..., Page], database: Database, cast: Cast
) -> None:
    with database.writing() as session:
        draft = stored.a_draft(session, cast.hazel, WYE)
        drafting.cancel(session, draft, now=NOW)
    page = desk()
    page.goto(f"{site.url}/drafts/{draft}")
    page.get_by_role("button", name="Change what is asked for").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("This is what was read")


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing_and_nothing_is_too_small_or_too_wide(
    site: Site, desk: Callable[..., Page], database: Database, cast: Cast, look: str, width: int
) -> None:
    with database.writing() as session:
        draft = stored.a_draft(session, cast.hazel, WYE, LOCKS)
        bank = banks.add(session, builders.bank(), owner=cast.hazel.id, now=NOW, report=REPORT.document())
    page = desk(width=width, color_scheme=look)
    for path in ("/banks/new", f"/drafts/{draft}", f"/banks/{bank}/report"):
        page.goto(f"{site.url}{path}")
        sound(page, path)
        page.evaluate(OPEN_ALL)
        sound(page, f"{path}, all open")
    page.goto(f"{site.url}/drafts/{draft}")
    page.evaluate(OPEN_ALL)
    page.get_by_label("How many questions").fill("0")
    page.get_by_label("True", exact=True).fill("99")
    page.get_by_role("checkbox", name="From the passage").uncheck()
    page.get_by_role("button", name="Make the bank").click()
    expect(page.get_by_text("Nothing you typed is lost.")).to_be_visible()
    sound(page, "refused")


def sound(page: Page, name: str) -> None:
    found = Axe().run(page).response["violations"]
    assert [f"{each['id']}: {[node['html'][:200] for node in each['nodes']]}" for each in found] == [], name
    assert page.evaluate(SMALL) == [], name
    assert page.evaluate(WIDE) == 0, name
