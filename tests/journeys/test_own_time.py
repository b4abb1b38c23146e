"""A teacher gives one student more time, by an exception and for every quiz; the student sees why it is theirs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from sqlalchemy.orm import Session

from quizgen.domain.attempts.policy import Policy
from quizgen.services import rules, taking
from quizgen.services.passwords import hash_password
from quizgen.storage.engine import Database
from tests import stored
from tests.cast import NOW, Cast, the_cast
from tests.journeys.site import Site

PASSWORD = "a heron stands still"
WIDE = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
SMALL = """
() => [...document.querySelectorAll('main a, main button, main input, main select, main summary')].filter((thing) => {
  const box = (thing.matches('.form-check-input') ? thing.parentElement : thing).getBoundingClientRect();
  if (!thing.checkVisibility({ visibilityProperty: true }) || thing.closest('p, dd')) return false;
  return box.width < 44 || box.height < 43.9;
}).map((thing) => thing.outerHTML.slice(0, 120))
"""


@dataclass(frozen=True)
class School:
    """A class of Juniper and Rowan, and in it a quiz of 40 minutes and one that asks for a code."""

    class_id: int
    quiz: int
    locked: int
    bank: int
    people: Cast


@pytest.fixture(scope="module")
def school(site: Site) -> Iterator[School]:
    database = Database(site.database_url)
    with database.writing() as session:
        cast = the_cast(session, password_hash=hash_password(PASSWORD))
        class_id = stored.a_class(session, cast.hazel, cast.juniper, cast.rowan).id
        forty = Policy(time_limit=timedelta(minutes=40))
        quiz = stored.a_quiz(session, cast.hazel, class_id=class_id, policy=forty)
        coded = Policy(access_code="grey heron", networks=("127.0.0.0/8",))
        locked = stored.a_quiz(session, cast.hazel, class_id=class_id, policy=coded, title="Otters")
        bank = stored.a_bank(session, cast.hazel)
        _hindered(session, cast, class_id)
        rules.override(
            session,
            locked,
            name="Rowan, second sitting",
            students=[cast.rowan.id],
            changes={"attempts": 2, "networks": ()},
            by=cast.hazel.id,
            now=NOW,
        )
    yield School(class_id, quiz, locked, bank, cast)
    database.dispose()


def _hindered(session: Session, cast: Cast, class_id: int) -> None:
    """Publish quizzes that Rowan must wait for, is at the wrong place for, or that open later."""
    now, hour = datetime.now(UTC), timedelta(hours=1)
    for title, policy in {
        "Herons": Policy(attempts=None, wait=hour, closes=now + 48 * hour),
        "Moths": Policy(networks=("192.0.2.0/24",)),
        "Bats": Policy(opens=now + hour, time_limit=hour, access_code="bat"),
    }.items():
        quiz = stored.a_quiz(session, cast.hazel, class_id=class_id, policy=policy, title=title)
        if policy.wait:
            attempt = stored.an_attempt(session, quiz, cast.rowan, now=now)
            taking.hand_in(session, attempt_id=attempt, now=now)


def sign_in(site: Site, page: Page, username: str) -> None:
    page.goto(f"{site.url}/sign-in")
    page.get_by_label("User name").fill(username)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_url(f"{site.url}/")


def test_more_time_reaches_the_student_with_its_reason(site: Site, school: School, browser: Browser) -> None:
    with browser.new_context() as teacher:
        page = teacher.new_page()
        sign_in(site, page, "hazel.ashdown")
        page.goto(f"{site.url}/classes/{school.class_id}")
        page.get_by_role("link", name="Needs of Juniper Quill").click()
        page.get_by_label("Extra time").select_option("3/2")
        page.get_by_role("button", name="Save").click()
        page.get_by_role("link", name="Rivers, first part").click()
        page.get_by_role("link", name="Exceptions", exact=True).click()
        page.get_by_role("link", name="New exception").click()
        page.get_by_label("Name of the exception").fill("Came back late")
        page.get_by_role("checkbox", name="Juniper Quill").check()
        page.get_by_label("Time limit in minutes").fill("60")
        page.get_by_role("button", name="Make the exception").click()
        expect(page.get_by_role("row", name="Juniper Quill")).to_contain_text("1\u00a0hour 30\u00a0minutes")
        expect(page.get_by_role("row", name="Rowan Pike")).to_contain_text("40\u00a0minutes")
    with browser.new_context(viewport={"width": 390, "height": 800}) as phone:
        page = phone.new_page()
        sign_in(site, page, "juniper.quill")
        card = page.locator(f"#quiz-{school.quiz}")
        expect(card).to_contain_text("1\u00a0hour 30\u00a0minutes")
        card.get_by_text("How your time comes about").click()
        expect(card.get_by_text("Came back late: changes the time limit.")).to_be_visible()
        expect(card.get_by_text("Time limit: 60 min × 1.5 = 90 min.")).to_be_visible()
        card.get_by_role("button", name="Start").click()
        expect(page.locator("#clock-face")).to_contain_text(re.compile(r"(1:29:|1:30:|89|90)"))
        page.keyboard.press("?")
        page.locator("#help").get_by_text("How your time comes about").click()
        expect(page.locator("#help").get_by_text("Time limit: 60 min × 1.5 = 90 min.")).to_be_visible()


def test_a_code_is_asked_for_and_a_wrong_one_costs_nothing(site: Site, school: School, browser: Browser) -> None:
    with browser.new_context() as visitor:
        page = visitor.new_page()
        sign_in(site, page, "rowan.pike")
        page.get_by_label("Access code").fill("grey herring")
        page.get_by_role("button", name="Start Otters").click()
        expect(page.get_by_role("alert")).to_contain_text("That is not the access code of this quiz.")
        expect(page.get_by_label("Access code")).to_be_focused()
        assert Axe().run(page).response["violations"] == []
        page.get_by_label("Access code").fill("GREY heron")
        page.keyboard.press("Enter")
        page.wait_for_url(re.compile(r"/attempts/\d+$"))


@pytest.mark.parametrize(("width", "look"), [(390, "light"), (390, "dark"), (1280, "light"), (1280, "dark")])
def test_the_pages_of_rules_are_for_everybody(
    site: Site, school: School, browser: Browser, width: int, look: str
) -> None:
    student = school.people.rowan.id
    addresses = [
        f"/quizzes/{school.locked}",
        f"/quizzes/{school.locked}/rules",
        f"/quizzes/{school.locked}/overrides",
        f"/quizzes/{school.locked}/overrides/new",
        f"/quizzes/{school.locked}/overrides/1/remove",
        f"/quizzes/{school.locked}/students/{student}",
        f"/classes/{school.class_id}",
        f"/classes/{school.class_id}/students/{student}/accommodation",
        f"/banks/{school.bank}/publish",
    ]
    with browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=look, reduced_motion="reduce"
    ) as visitor:
        page = visitor.new_page()
        sign_in(site, page, "hazel.ashdown")
        for address in addresses:
            page.goto(f"{site.url}{address}")
            look_through(page)
    with browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=look, reduced_motion="reduce"
    ) as visitor:
        page = visitor.new_page()
        sign_in(site, page, "rowan.pike")
        for words in (
            "You can start again",
            "only be started from your school’s network",
            "You will need an access code",
        ):
            expect(page.get_by_text(words)).to_be_visible()
        look_through(page)


def look_through(page: Page) -> None:
    """Open every fold, then hold the page to the rules of accessibility, to fingers and to narrow screens."""
    for fold in page.locator("main details > summary").all():
        fold.click()
    found = Axe().run(page).response["violations"]
    assert [f"{each['id']}: {[node['html'][:200] for node in each['nodes']]}" for each in found] == [], page.url
    assert page.evaluate(WIDE) <= 0, page.url
    assert page.evaluate(SMALL) == [], page.url
