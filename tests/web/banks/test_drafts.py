"""A draft at work: what was understood, how far it is, stopped, tried again, done."""

from collections.abc import Callable

import pytest

from quizgen.generation.pipeline import Draft
from quizgen.generation.report import Report
from quizgen.services import generating
from quizgen.services.drafting import Job, JobProgress, JobState
from quizgen.storage.engine import Database
from tests import builders
from tests.cast import NOW, Cast
from tests.stored import a_job
from tests.web.banks.conftest import TEXT
from tests.web.conftest import Browser
from tests.web.plain import inline_parts

Jobs = Callable[[], tuple[Job, ...]]
REFRESH = '<meta http-equiv="refresh"'


def at_work(database: Database, job: int, progress: JobProgress) -> None:
    with database.writing() as session:
        generating.take(session, job, now=NOW)
        generating.beat(session, job, progress, now=NOW)


def failed(database: Database, job: int, reason: str = "The text is too hard.") -> None:
    at_work(database, job, JobProgress(1, 4, 1, 1))
    with database.writing() as session:
        generating.fail(session, job, reason, now=NOW)


def done(database: Database, job: int) -> int:
    at_work(database, job, JobProgress(4, 4, 3, 9))
    with database.writing() as session:
        return generating.finish(session, job, Draft(builders.bank(), Report()), now=NOW)


def status(browser: Browser, job: int) -> dict[str, object]:
    answer = browser.get(f"/drafts/{job}/status", headers={"Accept": "application/json"})
    assert answer.status_code == 200
    found: dict[str, object] = answer.json
    return found


def test_the_page_says_what_was_understood_and_what_was_left_out(hazel: Browser, draft: int) -> None:
    page = hazel.text(f"/drafts/{draft}")
    assert "What was understood" in page
    assert "Its length" in page
    assert "Left out:" in page
    assert "Share this article" in page
    assert "Waiting for its turn" in page
    assert "You can leave this page. The work goes on, and the bank waits under Banks." in page


def test_while_it_waits_or_runs_the_page_reloads_itself_without_scripts(
    hazel: Browser, draft: int, database: Database
) -> None:
    assert REFRESH in hazel.text(f"/drafts/{draft}")
    at_work(database, draft, JobProgress(0, 2, 0, 0))
    assert REFRESH in hazel.text(f"/drafts/{draft}")
    failed(database, draft)
    assert REFRESH not in hazel.text(f"/drafts/{draft}")


def test_the_script_hears_how_far_the_work_is(hazel: Browser, draft: int, database: Database) -> None:
    assert status(hazel, draft)["state"] == "queued"
    at_work(database, draft, JobProgress(2, 4, 3, 5))
    now = status(hazel, draft)
    assert (now["state"], now["done"], now["total"], now["next"]) == ("running", 2, 4, None)
    assert now["heading"] == "Steps 3 and 4 of 5: finding claims and drafting questions"
    assert [step["state"] for step in now["steps"]] == ["done", "done", "now", "now", "later"]
    assert [step["note"] for step in now["steps"]] == ["", "4", "3 so far", "5 so far", "Not yet"]


def test_when_it_is_done_page_and_script_lead_to_the_bank(hazel: Browser, draft: int, database: Database) -> None:
    bank = done(database, draft)
    assert status(hazel, draft)["next"] == f"/drafts/{draft}"
    assert hazel.get(f"/drafts/{draft}").location == f"/banks/{bank}"


def test_a_failure_shows_its_reason_and_can_be_tried_again(
    hazel: Browser, draft: int, database: Database, jobs: Jobs, enqueued: list[int]
) -> None:
    failed(database, draft, "The text is <too> hard.")
    page = hazel.get(f"/drafts/{draft}").text
    assert "The questions could not be made" in page
    assert "The text is &lt;too&gt; hard." in page
    assert status(hazel, draft)["next"] == f"/drafts/{draft}"
    answer = hazel.send(f"/drafts/{draft}/retry", page=f"/drafts/{draft}")
    assert (answer.status_code, answer.location) == (303, f"/drafts/{draft}")
    assert (jobs()[0].state, enqueued) == (JobState.QUEUED, [draft])


def test_a_draft_can_be_stopped_and_tried_again(
    hazel: Browser, draft: int, database: Database, jobs: Jobs, enqueued: list[int]
) -> None:
    at_work(database, draft, JobProgress(1, 4, 1, 1))
    hazel.send(f"/drafts/{draft}/cancel", page=f"/drafts/{draft}")
    assert jobs()[0].state is JobState.CANCELLED
    assert enqueued == []
    page = hazel.text(f"/drafts/{draft}")
    assert "The work was stopped. Your text is kept." in page
    hazel.send(f"/drafts/{draft}/retry", page=f"/drafts/{draft}")
    assert jobs()[0].state is JobState.QUEUED


def test_a_bank_that_is_made_is_not_made_again(
    hazel: Browser, draft: int, database: Database, enqueued: list[int]
) -> None:
    done(database, draft)
    assert hazel.send(f"/drafts/{draft}/retry", page="/banks/new").status_code == 409
    assert enqueued == []


@pytest.mark.parametrize("path", ["/drafts/{}", "/drafts/{}/status"])
def test_a_draft_is_its_owners_alone(basil: Browser, juniper: Browser, client: Browser, draft: int, path: str) -> None:
    assert basil.get(path.format(draft)).status_code == 404
    assert juniper.get(path.format(draft)).status_code == 404
    assert client.get(path.format(draft)).location.startswith("/sign-in")


@pytest.mark.parametrize("verb", ["retry", "cancel"])
def test_nobody_else_stops_or_starts_it(basil: Browser, draft: int, jobs: Jobs, verb: str) -> None:
    assert basil.send(f"/drafts/{draft}/{verb}", page="/banks/new").status_code == 404
    assert basil.get(f"/drafts/{draft}/{verb}").status_code == 405
    assert jobs()[0].state is JobState.QUEUED


def test_hostile_words_stay_words_and_the_page_keeps_to_the_content_policy(
    hazel: Browser, database: Database, cast: Cast
) -> None:
    text = TEXT.replace("a river", "<script>alert(1)</script> a river <img src=x onerror=alert(1)>")
    title = '"><script>alert(2)</script>'
    with database.writing() as session:
        job = a_job(session, cast.hazel, text.encode(), name="wye.txt", title=title)
    page = hazel.get(f"/drafts/{job}").text
    assert "&lt;script&gt;alert(2)&lt;/script&gt;" in page
    assert inline_parts(page) == []


def test_of_a_long_text_the_beginning_is_shown(hazel: Browser, database: Database, cast: Cast) -> None:
    text = "\n\n".join(
        f"The river number {number} is long and wide, and it flows into the sea." for number in range(90)
    )
    with database.writing() as session:
        job = a_job(session, cast.hazel, text.encode(), name="rivers.txt")
    page = hazel.text(f"/drafts/{job}")
    assert "number 39 is" in page
    assert "number 40 is" not in page
    assert "and 50 more paragraphs" in page
