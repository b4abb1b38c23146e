"""A teacher works through the claim ledger with the keyboard alone, and everybody can read it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.quiz.test_everybody import SMALL, WIDE, violations
from tests.journeys.site import Site
from tests.journeys.test_the_road import PASSWORD, sign_in

PASSAGE = (
    "# Canals\n\nThe Sorrel Canal opened in 1914. The Sorrel Canal opened in 1919. "
    "Lindry has 29 locks and a lovely harbour. Lindry may get a bridge. It would be a fine one.\n"
)
SAID = {
    "c-1": ("The Sorrel Canal opened in 1914.", "asserted"),
    "c-2": ("The Sorrel Canal opened in 1919.", "asserted"),
    "c-3": ("Lindry has 29 locks and a lovely harbour.", "evaluative"),
    "c-4": ("Lindry may get a bridge.", "hedged"),
    "c-5": ("It would be a fine one.", "predicted"),
}
WAITS = "Another sentence of the passage seems to say otherwise: “The Sorrel Canal opened in 1919.”"


def bank_file() -> str:
    claims = [
        f"  - {{id: {name}, passage: p1, span: [{PASSAGE.index(words)}, {PASSAGE.index(words) + len(words)}], "
        f"statement: {words}, stance: {stance}}}"
        for name, (words, stance) in SAID.items()
    ]
    items = f"""  - kind: verdict
    claims: [c-1]
    stem: The Sorrel Canal opened before 1915.
    key: 'true'
    status: queued
    why: '{WAITS}'
  - {{kind: verdict, claims: [c-4], stem: Lindry will get a bridge., key: unverified}}
"""
    head = ["format: quizgen-bank/1", "title: Canals", "passages:", "  - {id: p1, title: Canals, source: canals.md}"]
    return "\n".join([*head, "claims:", *claims, "conflicts: [[c-1, c-2]]", "items:", items])


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site with a teacher who has a bank."""
    folder: Path = tmp_path_factory.mktemp("ledger")
    (folder / "canals.md").write_text(PASSAGE)
    (folder / "canals.yaml").write_text(bank_file())
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


@pytest.fixture
def ledger(site: Site, browser: Browser) -> Iterator[Page]:
    """The ledger of the bank, opened by a teacher."""
    # Colours that are still changing would be measured half-way.
    with browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce") as context:
        context.set_default_timeout(20_000)
        page = context.new_page()
        sign_in(site, page, "hazel")
        page.goto(site.url + "/banks")
        page.get_by_role("link", name="Canals").click()
        page.get_by_role("link", name="Claim ledger").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Claim ledger")
        yield page


def test_the_ledger_is_worked_through_by_keyboard(ledger: Page) -> None:
    press(ledger, "j")
    opened(ledger, 1)
    press(ledger, "s", "Enter")
    saved(ledger, "the conflict is settled")
    expect(ledger.locator(".is-open")).to_contain_text("The Sorrel Canal opened before 1915.")

    press(ledger, "e")
    type_in(ledger, "A Guide to Norland", "Quill Press", "1981", "https://example.org/norland", "It opened in 1914.")
    press(ledger, "Space", "Tab", "Tab", "Enter")
    saved(ledger, "the source is kept")
    expect(ledger.locator(".is-open .claim-title")).to_contain_text("True")

    press(ledger, "c")
    opened(ledger, 2)
    press(ledger, "f", "c")
    expect(ledger.get_by_role("alert")).to_contain_text("Only a source that refutes the claim makes it false.")
    press(ledger, "u", "n", "Enter")
    saved(ledger, "the verdict is unverified")
    opened(ledger, 3)

    press(ledger, "d")
    type_in(ledger, "Lindry has 29 locks.", "Lindry has 29 locks", "Its harbour is lovely.", "a lovely harbour")
    press(ledger, "Enter")
    saved(ledger, "the claim is two now")
    expect(ledger.locator(".claim-list > li")).to_have_count(6)
    press(ledger, "z")
    expect(ledger.get_by_text("Taken back.")).to_be_visible()
    expect(ledger.locator(".claim-list > li")).to_have_count(5)

    press(ledger, "n")
    opened(ledger, 4)
    press(ledger, "w")
    type_in(ledger, "Lindry may get a second bridge.")
    press(ledger, "Control+Enter")
    saved(ledger, "the claim is put into other words")
    press(ledger, "k")
    opened(ledger, 3)

    press(ledger, "m", "5")
    press(ledger, "Tab", "Tab", "Enter")
    saved(ledger, "two claims are one now")
    press(ledger, "l", "Enter")
    saved(ledger, "the claim is left out")
    opened(ledger, 3)
    expect(ledger.locator(".claim-list > li")).to_have_count(3)

    ledger.evaluate("getSelection().selectAllChildren(document.querySelector('#passage .paragraph .marked'))")
    press(ledger, "a")
    expect(ledger.get_by_label("Words of the passage")).to_have_value("The Sorrel Canal opened in 1914.")
    expect(ledger).to_have_url(re.compile("place=paragraph-1-1"))
    ledger.get_by_label("The claim they make").fill("The canal is older than 1915.")
    press(ledger, "Tab", "Tab", "Enter")
    saved(ledger, "one claim more")
    press(ledger, "?")
    expect(ledger.get_by_role("button", name="Turn the keys off")).to_be_visible()
    ledger.get_by_role("button", name="Turn the keys off").press("Enter")
    press(ledger, "j")
    expect(ledger.get_by_role("button", name="Turn the keys on")).to_be_visible()


def test_everybody_can_use_it(ledger: Page, site: Site) -> None:
    pages = [ledger.url, f"{ledger.url}?claim=c-1#claim-c-1", f"{ledger.url}/new", f"{ledger.url}/import"]
    for address in pages:
        ledger.goto(address)
        ledger.evaluate("document.querySelectorAll('main details').forEach((fold) => { fold.open = true; })")
        for width in (1280, 390):
            ledger.set_viewport_size({"width": width, "height": 900})
            for look in ("light", "dark"):
                ledger.emulate_media(color_scheme=look)
                assert violations(ledger) == [], (address, width, look)
            assert ledger.evaluate(WIDE) == 0, (address, width)
            # The label of a box or a radio is the rest of its target.
            assert [one for one in ledger.evaluate(SMALL) if "form-check-input" not in one] == [], (address, width)


def press(page: Page, *keys: str) -> None:
    page.wait_for_load_state("load")
    for key in keys:
        page.keyboard.press(key)


def type_in(page: Page, *texts: str) -> None:
    """Fill the fields from the one that has the focus on, moving on with Tab."""
    for place, text in enumerate(texts):
        if place:
            page.keyboard.press("Tab")
        page.keyboard.press("Control+a")
        page.keyboard.insert_text(text)
    if len(texts) > 4:
        page.keyboard.press("Tab")


def opened(page: Page, number: int) -> None:
    expect(page.locator(".is-open .claim-number")).to_have_text(re.compile(rf"{number}$"))
    expect(page.locator(".is-open")).to_be_focused()


def saved(page: Page, words: str) -> None:
    expect(page.locator(".toast-line")).to_contain_text(f"Saved: {words}.")
