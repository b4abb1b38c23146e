"""The first page that anybody sees."""

from playwright.sync_api import Page, expect

from tests.journeys.site import Site


def test_a_visitor_lands_on_the_sign_in_page(site: Site, page: Page) -> None:
    page.goto(site.url)
    expect(page.get_by_label("User name")).to_be_visible()
    expect(page.get_by_label("Password", exact=True)).to_be_visible()
    expect(page.get_by_role("button", name="Sign in")).to_be_visible()


def test_the_page_asks_nobody_but_the_site(site: Site, page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site.url, wait_until="networkidle")
    assert asked
    assert [url for url in asked if not url.startswith((site.url, "data:"))] == []
