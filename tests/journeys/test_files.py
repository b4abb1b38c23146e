"""A bank leaves one house as a file, comes into another after a look at it, and an old version is restored."""

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page, expect

from quizgen.formats.csv_items import items_csv
from quizgen.formats.yaml_bank import bank_yaml, read_bank_file
from tests import builders
from tests.journeys.quiz.test_everybody import SMALL, WIDE, violations
from tests.journeys.site import Site
from tests.journeys.test_the_road import PASSWORD, sign_in

BANK = builders.bank(title="Rivers of the north")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("files")
    (folder / "rivers.yaml").write_text(bank_yaml(BANK))
    (folder / "items.csv").write_text(items_csv([builders.short()]) + "verdict,The Wye is long.,,perhaps\r\n")
    return folder


def _site(folder: Path) -> Site:
    site = Site(folder)
    site.start()
    done = site.run_cli("account", "add", "hazel", "--name", "Hazel Ashdown", "--password-stdin", given=PASSWORD)
    assert done.returncode == 0, done.stderr
    return site


@pytest.fixture(scope="module")
def site(folder: Path) -> Iterator[Site]:
    """A site with a teacher who has a bank."""
    site = _site(folder / "data")
    assert site.run_cli("bank", "load", f"{folder}/rivers.yaml", "--owner", "hazel").returncode == 0
    yield site
    site.kill()


@pytest.fixture(scope="module")
def other_site(folder: Path) -> Iterator[Site]:
    """A site with the same teacher and nothing else."""
    site = _site(folder / "other")
    yield site
    site.kill()


def test_a_bank_goes_from_house_to_house_is_changed_and_restored(
    site: Site, other_site: Site, browser: Browser, folder: Path
) -> None:
    with browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce") as context:
        context.set_default_timeout(20_000)
        page = context.new_page()
        sign_in(site, page, "hazel")
        page.goto(f"{site.url}/banks/1")
        page.get_by_role("link", name="Files").click()
        everybody_can_use_it(page)
        with page.expect_download() as download:
            page.get_by_role("link", name="Save as YAML").press("Enter")
        assert download.value.suggested_filename == "rivers-of-the-north.yaml"
        download.value.save_as(folder / "taken.yaml")
    assert read_bank_file(folder / "taken.yaml") == BANK

    with browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce") as context:
        context.set_default_timeout(20_000)
        page = context.new_page()
        sign_in(other_site, page, "hazel")
        page.get_by_role("link", name="Banks").first.click()
        page.get_by_role("link", name="Import a bank").press("Enter")
        everybody_can_use_it(page)
        bring(page, folder / "taken.yaml")
        expect(page.get_by_text("3 of 3 questions understood. Nothing is kept yet.")).to_be_visible()
        page.get_by_role("button", name="Keep it").press("Enter")
        expect(page.get_by_role("heading", level=1)).to_have_text(BANK.title)
        assert page.url.endswith("/banks/1")
        done = other_site.run_cli("bank", "diff", str(folder / "taken.yaml"), "1")
        assert done.stdout == "Both say the same.\n", done.stderr

        page.goto(f"{other_site.url}/banks/import?into=1")
        bring(page, folder / "items.csv")
        expect(page.get_by_role("heading", name="Not understood: 1")).to_be_visible()
        everybody_can_use_it(page)
        page.get_by_role("button", name="Keep 1, leave out 1").press("Enter")
        page.get_by_role("link", name="Versions").press("Enter")
        expect(page.get_by_role("heading", name="Version 2")).to_be_visible()
        everybody_can_use_it(page)
        page.get_by_role("link", name="Compare or restore version 1").press("Enter")
        expect(page.get_by_text("Where does the Wye rise?")).to_be_visible()
        everybody_can_use_it(page)
        page.get_by_role("button", name="Restore version 1").press("Enter")
        expect(page.get_by_text("Version 1 is back, as version 3.")).to_be_visible()
    done = other_site.run_cli("bank", "diff", str(folder / "taken.yaml"), "1")
    assert done.stdout == "Both say the same.\n", done.stderr


def test_each_part_of_a_paper_begins_on_a_sheet_of_its_own(site: Site, browser: Browser) -> None:
    with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        context.set_default_timeout(20_000)
        page = context.new_page()
        sign_in(site, page, "hazel")
        page.goto(f"{site.url}/banks/1/paper")
        page.get_by_role("button", name="Open the page to print").press("Enter")
        expect(page.get_by_role("button", name="Print")).to_be_visible()
        document = pypdfium2.PdfDocument(page.pdf(format="A4"))
        words = [each.get_textpage().get_text_range() for each in document]
        document.close()
    parts = ["Questions, version A", "Answer sheet, version A", "Questions, version B", "Answer sheet, version B"]
    parts += ["Key, version A", "Key, version B"]
    assert [part in text for part, text in zip(parts, words, strict=True)] == [True] * 6
    assert "Banks" not in words[0]


def bring(page: Page, file: Path) -> None:
    page.get_by_label("File", exact=True).set_input_files(file)
    page.get_by_role("button", name="Look at the file").press("Enter")


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
