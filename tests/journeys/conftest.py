"""One browser for all journeys, and a site for each module of them."""

from collections.abc import Iterator
from contextlib import suppress

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.journeys import chromium
from tests.journeys.site import Site

WAIT_MILLISECONDS = 15_000
# A busy machine may be slow; what never comes is still told.
expect.set_options(timeout=WAIT_MILLISECONDS)


def pytest_collection_finish(session: pytest.Session) -> None:
    """Install Chromium before the first journey, so that no test's time runs out over it."""
    if any("browser" in getattr(item, "fixturenames", ()) for item in session.items):
        # What is missing is told by the fixture, test by test.
        with suppress(chromium.NoChromium):
            chromium.find_or_install()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium; without one the test fails and says what is missing."""
    try:
        program = chromium.find()
    except chromium.NoChromium as missing:
        pytest.fail(str(missing), pytrace=False)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, headless=True, args=chromium.ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of a fresh visitor, who knows nobody's cookies."""
    with browser.new_context() as visitor:
        visitor.set_default_timeout(WAIT_MILLISECONDS)
        yield visitor.new_page()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A running site with an empty database."""
    site = Site(tmp_path_factory.mktemp("site") / "data")
    site.start()
    yield site
    site.kill()
