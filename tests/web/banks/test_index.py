"""The list of banks."""

from datetime import timedelta

from quizgen.services import drafting, generating
from quizgen.storage.engine import Database
from quizgen.web import clock
from tests import builders
from tests.cast import Cast
from tests.stored import a_bank, a_job
from tests.web.banks.conftest import TEXT
from tests.web.conftest import Browser
from tests.web.plain import inline_parts


def test_without_banks_the_page_says_how_to_start(hazel: Browser) -> None:
    page = hazel.text("/banks")
    assert "Banks that you make from a text stand here." in page
    assert 'href="/banks/new"' in page


def test_the_teachers_own_and_the_shipped_banks_are_there_and_nobody_elses(
    hazel: Browser, database: Database, cast: Cast
) -> None:
    with database.writing() as session:
        own = a_bank(session, cast.hazel, builders.bank(title="Rivers of ours"))
        shipped = a_bank(session, None, builders.bank(title="Rivers for all"))
        a_bank(session, cast.basil, builders.bank(title="Rivers of others"))
    page = hazel.text("/banks")
    assert f'href="/banks/{own}"' in page
    assert f'href="/banks/{shipped}"' in page
    assert "Rivers of others" not in page
    assert page.index("Rivers of ours") < page.index("Ready to use") < page.index("Rivers for all")


def test_drafts_stand_on_top_and_failed_ones_can_be_tried_again(
    hazel: Browser, database: Database, cast: Cast, enqueued: list[int]
) -> None:
    def ask(title: str, *, days_ago: int = 0) -> int:
        now = clock.now() - timedelta(days=days_ago)
        with database.writing() as session:
            job = a_job(session, cast.hazel, TEXT.encode(), title=title, now=now)
            if days_ago:
                drafting.cancel(session, job, now=now)
        return job

    failing, _, old = ask("Failing text"), ask("Waiting text"), ask("Old text", days_ago=8)
    with database.writing() as session:
        a_bank(session, cast.hazel)
        generating.take(session, failing, now=clock.now())
        generating.fail(session, failing, "It is too hard.", now=clock.now())
    page = hazel.text("/banks")
    assert page.index("Waiting text") < page.index("Yours")
    assert f'action="/drafts/{failing}/retry"' in page
    assert f"/drafts/{old}" not in page
    hazel.send(f"/drafts/{failing}/retry", page="/banks")
    assert enqueued == [failing]


def test_a_hostile_title_stays_a_title(hazel: Browser, database: Database, cast: Cast) -> None:
    with database.writing() as session:
        a_bank(session, cast.hazel, builders.bank(title="<script>alert(1)</script>"))
    page = hazel.get("/banks").text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert inline_parts(page) == []


def test_the_list_is_for_teachers(juniper: Browser, client: Browser) -> None:
    assert juniper.get("/banks").status_code == 404
    assert client.get("/banks").location.startswith("/sign-in")
