"""A room in which Juniper sits quizzes: one running site for all of these journeys."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from quizgen.domain.attempts.policy import Policy
from quizgen.domain.banks.bank import Bank
from quizgen.domain.claims.claim import Verdict
from quizgen.domain.people import Person
from quizgen.services import taking
from quizgen.services.passwords import hash_password
from quizgen.services.taking import Sitting
from quizgen.storage.engine import Database
from tests import builders, stored
from tests.cast import the_cast
from tests.journeys.site import Site

PASSWORD = "a heron stands still"
SECOND = timedelta(seconds=1)
TWENTY_MINUTES = timedelta(minutes=20)
PARAGRAPH = "The Wye is a river. It may flood in spring. It is 250 kilometres long, as far as anybody has measured it. "
TEXT = "# Rivers\n\n" + "\n\n".join(PARAGRAPH * 6 for _ in range(8)) + "\n"
VERDICTS, MIXED, HEBREW = "verdicts", "mixed", "hebrew"
HEBREW_TEXT = "# הנהר\n\n" + "\n\n".join("הנהר ארוך מאוד. הגשר נבנה בשנת 1890 ליד הטחנה. " * 4 for _ in range(5)) + "\n"


def bank_of(kind: str, size: int = 6) -> Bank:
    """Return a bank of verdict items alone, or of all kinds, about a passage that does not fit on a screen."""
    if kind == HEBREW:
        stems = tuple(builders.verdict(f"i-{n}", (f"c-{n}",), stem=f"הגשר נבנה בשנת {1890 + n}.") for n in range(size))
        claims = tuple(builders.claim(f"c-{n}") for n in range(size))
        return builders.bank(passages=(builders.passage(HEBREW_TEXT),), items=stems, claims=claims)
    if kind == VERDICTS:
        items = tuple(builders.verdict(f"i-{n}", (f"c-{n}",), key=list(Verdict)[n % 3]) for n in range(size))
        claims = tuple(builders.claim(f"c-{n}") for n in range(size))
        return builders.bank(passages=(builders.passage(TEXT),), items=items, claims=claims)
    mixed = stored.big_bank(size)
    return builders.bank(passages=(builders.passage(TEXT),), items=mixed.items, claims=mixed.claims)


@dataclass
class Room:
    """The site, its database from behind, and Juniper, who is signed in."""

    site: Site
    database: Database
    hazel: Person
    juniper: Person
    class_id: int
    state: Any
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def attempt(
        self,
        *,
        kind: str = VERDICTS,
        gone: timedelta = 60 * SECOND,
        limit: timedelta | None = TWENTY_MINUTES,
        **rules: Any,
    ) -> int:
        """Start an attempt of Juniper's, so much time ago, at a quiz of its own, and return its id."""
        now = datetime.now(UTC) - gone
        with self.database.writing() as session:
            quiz = stored.a_quiz(
                session,
                self.hazel,
                policy=Policy(time_limit=limit, attempts=None, **rules),
                title=f"Rivers, part {next(self._numbers)}",
                class_id=self.class_id,
                bank=bank_of(kind),
                now=now,
            )
            return stored.an_attempt(session, quiz, self.juniper, now=now)

    def sitting(self, attempt: int) -> Sitting:
        """Return the attempt as it stands in the database."""
        with self.database.reading() as session:
            return taking.sitting(session, attempt)

    def responses(self, attempt: int) -> dict[int, str]:
        """Return the stored answers by question, from 1."""
        return {position + 1: response for position, response in sorted(self.sitting(attempt).responses.items())}

    def url(self, attempt: int, rest: str = "") -> str:
        return f"{self.site.url}/attempts/{attempt}{rest}"


@pytest.fixture(scope="package")
def room(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[Room]:
    site = Site(tmp_path_factory.mktemp("quiz") / "data")
    site.start()
    database = Database(site.database_url)
    with database.writing() as session:
        cast = the_cast(session, password_hash=hash_password(PASSWORD))
        class_id = stored.a_class(session, cast.hazel, cast.juniper).id
    with browser.new_context() as visitor:
        sign_in(site, visitor.new_page())
        state = visitor.storage_state()
    yield Room(site, database, cast.hazel, cast.juniper, class_id, state)
    database.dispose()
    site.kill()


def sign_in(site: Site, page: Page) -> None:
    """Sign Juniper in by hand."""
    page.goto(f"{site.url}/sign-in")
    page.get_by_label("User name").fill("juniper.quill")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_url(f"{site.url}/")


@pytest.fixture
def device(room: Room, browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Return another device on which Juniper is signed in: ``device(width=390, color_scheme="dark")``."""
    opened: list[BrowserContext] = []

    def take(*, width: int = 1280, height: int = 800, **options: Any) -> BrowserContext:
        context = browser.new_context(
            storage_state=room.state,
            viewport={"width": width, "height": height},
            reduced_motion="reduce",
            **options,
        )
        context.set_default_timeout(10_000)
        opened.append(context)
        return context

    yield take
    for context in opened:
        context.close()


@pytest.fixture
def page(device: Callable[..., BrowserContext]) -> Page:
    """A page of Juniper's on a wide screen."""
    return device().new_page()


def stored_sequences(room: Room, attempt: int) -> list[tuple[int, str, int]]:
    """Return every stored row of the attempt: nothing may be there twice."""
    with closing(sqlite3.connect(room.site.folder / "quizgen.sqlite3")) as connection:
        query = "select position, response, sequence from responses where attempt_id = ? order by position"
        return connection.execute(query, (attempt,)).fetchall()
