"""Every page of the product passes the rules of accessibility and fits, on a narrow light and a wide dark screen."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Browser, Page
from sqlalchemy.orm import Session

from quizgen.domain.attempts.accommodation import Accommodation
from quizgen.domain.attempts.policy import Policy
from quizgen.domain.claims.suggestion import Suggestion
from quizgen.domain.passages.span import Span
from quizgen.formats.csv_items import template_csv
from quizgen.generation.report import Report
from quizgen.services import banks, breaks, checking, drafting, evidence, generating, importing, quizzes, rules, taking
from quizgen.services.passwords import hash_password
from quizgen.storage.engine import Database
from tests import builders, stored
from tests.cast import Cast, the_cast
from tests.journeys.every_page import NOBODY, PAGES
from tests.journeys.quiz.test_everybody import WIDE, violations
from tests.journeys.site import Site
from tests.practised import a_practice, an_old_answer, every_kind

PASSWORD = "a heron stands still"
TEXT = b"# Rivers\n\nThe Wye is a river of Wales. It is 250 kilometres long, and it was measured in 1870.\n"
MINUTE = timedelta(minutes=1)
AN_HOUR_OF_REST = {"stale_job_seconds": 3600}
"""What waits for a worker goes on waiting, since its page is to be seen."""


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Site, dict[str, int]]]:
    """The site, and the numbers of the things that its pages are about."""
    site = Site(tmp_path_factory.mktemp("every") / "data", **AN_HOUR_OF_REST)
    site.start()
    database = Database(site.database_url)
    with database.writing() as session:
        cast = the_cast(session, password_hash=hash_password(PASSWORD))
        class_id = stored.a_class(session, cast.hazel, cast.juniper, cast.rowan).id
        numbers = {"class_id": class_id, "student": cast.juniper.id}
        numbers |= quiz_things(session, cast, class_id)
        numbers |= bank_things(session, cast, class_id)
    database.dispose()
    yield site, numbers
    site.kill()


def quiz_things(session: Session, cast: Cast, class_id: int) -> dict[str, int]:
    """A quiz with an exception, a newer version of its bank, an attempt that ended, one that runs, one on a break."""
    now = datetime.now(UTC)
    policy = Policy(time_limit=30 * MINUTE, attempts=None)
    quiz = stored.a_quiz(session, cast.hazel, class_id=class_id, policy=policy, now=now)
    by = {"by": cast.hazel.id, "now": now}
    needs = Accommodation(breaks=10 * MINUTE, larger_type=True)
    rules.accommodate(session, cast.rowan.id, needs, **by)
    changes = {"time_limit": 40 * MINUTE, "count": 5}
    override = rules.override(session, quiz, name="Retake", students=[cast.juniper.id], changes=changes, **by)
    ended = stored.an_attempt(session, quiz, cast.juniper, now=now)
    for position, response in list(stored.answers(taking.sitting(session, ended)).items())[:3]:
        change = {"attempt_id": ended, "position": position, "response": response, "sequence": 0}
        taking.save(session, **change, now=now, grace=MINUTE)
    taking.hand_in(session, attempt_id=ended, now=now)
    running = stored.an_attempt(session, quiz, cast.juniper, now=now)
    breaks.take(session, stored.an_attempt(session, quiz, cast.rowan, now=now), now=now)
    asked = quizzes.get(session, quiz).bank_id
    banks.change(session, asked, lambda bank: replace(bank, items=bank.items[1:]), now=now)
    return {"quiz": quiz, "asked": asked, "override": override, "ended": ended, "running": running}


def bank_things(session: Session, cast: Cast, class_id: int) -> dict[str, int]:
    """Banks with a report, at practice, under a check, with a suggestion; a draft, a file, an answer in practice."""
    now = datetime.now(UTC)
    report = drafting.full_report(Report(words=120, sentences=9).document(), [], seconds=7.5)
    practised = stored.a_bank(session, cast.hazel, every_kind())
    a_practice(session, practised, class_id, cast.hazel, now=now)
    checked, suggested = (stored.a_bank(session, cast.hazel, builders.bank()) for _ in range(2))
    checks = [
        evidence.request(session, bank_id=bank, owner=cast.hazel.id, references=[a_reference()], now=now)
        for bank in (checked, suggested)
    ]
    generating.take(session, checks[1], now=now)
    found = Suggestion("c-1", builders.source(), Span(3, 9), 2, "Wales", ("The Wye",), ())
    checking.finish(session, checks[1], [found], now=now)
    file = importing.look(template_csv().encode(), name="items.csv")
    return {
        "bank": banks.add(session, stored.big_bank(), owner=cast.hazel.id, now=now, report=report),
        "practised": practised,
        "review": an_old_answer(session, practised, cast.juniper, "i-1", now=now),
        "checked": checked,
        "check": checks[0],
        "suggested": suggested,
        "brought": importing.begin(session, file, owner=cast.hazel.id, target=practised, now=now),
        "draft": stored.a_draft(session, cast.hazel, TEXT, now=now),
    }


def a_reference() -> evidence.Cited:
    return evidence.Cited(drafting.bring(TEXT, name="r.md"), "Rivers", evidence.citation(publisher="Quill Press"))


def signed_in(browser: Browser, site: Site, username: str, **look: object) -> Page:
    page = browser.new_context(reduced_motion="reduce", **look).new_page()
    if username != NOBODY:
        page.goto(f"{site.url}/sign-in")
        page.get_by_label("User name").fill(username)
        page.get_by_label("Password", exact=True).fill(PASSWORD)
        page.get_by_role("button", name="Sign in", exact=True).click()
        page.wait_for_url(f"{site.url}/")
    return page


@pytest.mark.parametrize(("width", "look"), [(390, "light"), (1280, "dark")])
def test_axe_finds_nothing_on_any_page_and_none_is_too_wide(
    school: tuple[Site, dict[str, int]], browser: Browser, width: int, look: str
) -> None:
    site, numbers = school
    wrong: dict[str, object] = {}
    people = sorted({who for who, _ in PAGES.values()})
    seen = {
        who: signed_in(browser, site, who, viewport={"width": width, "height": 800}, color_scheme=look)
        for who in people
    }
    for name, (who, address) in PAGES.items():
        page = seen[who]
        answer = page.goto(f"{site.url}{address.format(**numbers)}")
        assert answer is not None
        landed = page.url.removeprefix(site.url)
        if (answer.status, landed) != (200, address.format(**numbers)):
            wrong[name] = f"{answer.status} at {landed}"
        elif (found := violations(page)) or page.evaluate(WIDE) > 0:
            wrong[name] = found or "scrolls sideways"
    for page in seen.values():
        page.context.close()
    assert wrong == {}
