"""A teacher checks a bank against sources: brought, compared in the worker, decided with the keyboard alone."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.quiz.test_everybody import SMALL, WIDE, violations
from tests.journeys.site import Site
from tests.journeys.test_the_road import PASSWORD, sign_in

WORK_MILLISECONDS = 60_000
PASSAGE = "# Canals\n\nThe Sorrel Canal opened in 1914. Lindry has 29 locks. Lindry signed the treaty of 1912.\n"
BANK = """format: quizgen-bank/1
title: Canals
passages:
  - {id: p1, title: Canals, source: canals.md}
claims:
  - {id: c-1, passage: p1, span: [10, 42], statement: The Sorrel Canal opened in 1914., stance: asserted}
  - {id: c-2, passage: p1, span: [43, 63], statement: Lindry has 29 locks., stance: asserted}
  - {id: c-3, passage: p1, span: [64, 98], statement: Lindry signed the treaty of 1912., stance: asserted}
items: []
"""
SOURCE = """A strike held up the work for five years. The Sorrel Canal was opened in 1919. Lindry has 29 locks.

Lindry may have signed the treaty of 1912.
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site with a teacher who has a bank."""
    folder: Path = tmp_path_factory.mktemp("sources")
    (folder / "canals.md").write_text(PASSAGE)
    (folder / "canals.yaml").write_text(BANK)
    site = Site(folder / "data")
    site.start()
    for arguments in (
        ("account", "add", "hazel", "--name", "Hazel Ashdown", "--password-stdin"),
        ("bank", "load", f"{folder}/canals.yaml", "--owner", "hazel"),
    ):
        done = site.run_cli(*arguments, given=PASSWORD)
        assert done.returncode == 0, done.stderr
    yield site
    site.kill()


def test_claims_are_checked_against_a_source_and_the_teacher_decides(site: Site, browser: Browser) -> None:
    # Colours that are still changing would be measured half-way.
    with browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce") as context:
        context.set_default_timeout(20_000)
        page = context.new_page()
        sign_in(site, page, "hazel")
        bring(page)
        expect(page.get_by_role("heading", level=1)).to_have_text("Suggestions from sources", timeout=WORK_MILLISECONDS)
        assert [bearing.inner_text().strip() for bearing in page.locator(".bearing").all()] == [
            "Seems to refute it", "Seems to confirm it", "Leaves it open",
        ]  # fmt: skip
        everybody_can_use_it(page)

        press(page, 0, "Confirm")
        expect(page.get_by_text("The source is kept as evidence.")).to_be_visible()
        expect(page).to_have_url(re.compile("#suggestion-"))
        press(page, 1, "Dismiss")
        expect(page.locator(".suggestion")).to_have_count(1)

        page.get_by_role("link", name="Canals").click()
        expect(page.get_by_role("link", name="1 suggestion from sources")).to_be_visible()
        claim = page.locator("#claim-c-1")
        expect(claim.locator("summary")).to_contain_text("False")
        claim.locator("summary").click()
        expect(claim).to_contain_text("The Sorrel Canal was opened in 1919.")
        expect(claim.locator(".item .key")).to_contain_text("False")
        expect(page.locator("#claim-c-3 summary")).to_contain_text("Unverified")


def bring(page: Page) -> None:
    page.get_by_role("link", name="Banks", exact=True).click()
    page.get_by_role("link", name="Canals").click()
    page.get_by_role("link", name="Check against sources").click()
    page.get_by_role("button", name="Compare the claims").click()
    expect(page.get_by_text("Look at the marked fields.")).to_be_visible()
    everybody_can_use_it(page)
    first = page.get_by_role("group", name="Source", exact=True)
    first.get_by_label("Title").fill("A Guide to Norland")
    first.get_by_label("Publisher").fill("Quill Press")
    first.get_by_label("Year").fill("1981")
    first.get_by_label("Or paste the text").fill(SOURCE)
    page.get_by_role("button", name="Compare the claims").click()


def press(page: Page, place: int, name: str) -> None:
    button = page.locator(".suggestion").nth(place).get_by_role("button", name=name)
    button.focus()
    page.keyboard.press("Enter")


def everybody_can_use_it(page: Page) -> None:
    """Look at the page as it stands, wide and narrow, light and dark."""
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 900})
        for look in ("light", "dark"):
            page.emulate_media(color_scheme=look)
            assert violations(page) == [], (width, look)
        assert page.evaluate(WIDE) == 0, width
        assert page.evaluate(SMALL) == [], width
    page.set_viewport_size({"width": 1280, "height": 900})
    page.emulate_media(color_scheme="light")
