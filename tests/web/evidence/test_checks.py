"""References brought for a bank: refused with a sentence beside the field, or put to work."""

import io
from collections.abc import Callable

import pytest

from quizgen.domain.people import Person
from quizgen.services import drafting, evidence, generating
from quizgen.services.drafting import Job, JobProgress
from quizgen.storage.engine import Database
from tests.cast import NOW, Cast
from tests.stored import a_bank
from tests.web.conftest import Browser
from tests.web.evidence.conftest import TEXT
from tests.web.plain import inline_parts

GOOD = {"one-title": "Rivers of Britain", "one-publisher": "Quill Press", "one-text": TEXT}


def job_of(database: Database, job_id: int) -> Job:
    with database.reading() as session:
        return drafting.get(session, job_id)


def test_the_banks_page_leads_there_for_its_teacher_alone(
    hazel: Browser, basil: Browser, bank: int, database: Database
) -> None:
    assert f'href="/banks/{bank}/sources"' in hazel.text(f"/banks/{bank}")
    with database.writing() as session:
        shipped = a_bank(session, None)
    assert "Check against sources" not in basil.text(f"/banks/{shipped}")


def test_a_pasted_text_is_put_to_work(hazel: Browser, bank: int, enqueued: list[int], database: Database) -> None:
    path = f"/banks/{bank}/sources"
    assert inline_parts(hazel.text(path)) == []
    answer = hazel.send(path, {**GOOD, "one-year": "1999", "one-address": "https://example.org/wye"})
    assert answer.status_code == 303
    (job_id,) = enqueued
    assert answer.location == f"/checks/{job_id}"
    job = job_of(database, job_id)
    (reference,) = evidence.references_of(job)
    assert job.checks == bank
    assert (reference.title, reference.publisher, reference.year, reference.url) == (
        "Rivers of Britain", "Quill Press", 1999, "https://example.org/wye",
    )  # fmt: skip


def test_several_texts_and_a_file_without_a_title_are_taken(
    hazel: Browser, bank: int, enqueued: list[int], database: Database
) -> None:
    more = {"one-publisher": "Quill Press", "one-title": "", "one-text": "", "three-publisher": "The Lindry Letter"}
    files = {
        "one-file": (io.BytesIO(TEXT.encode()), "rivers.md"),
        "three-file": (io.BytesIO(b"The Wye is long."), "w.txt"),
    }
    hazel.send(f"/banks/{bank}/sources", {**more, **files, "three-title": "On the Wye"})
    references = evidence.references_of(job_of(database, enqueued[0]))
    assert [(one.title, one.publisher) for one in references] == [
        ("Rivers", "Quill Press"), ("On the Wye", "The Lindry Letter"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"one-text": ""}, "Choose a file, or paste the text here."),
        ({"one-publisher": " "}, "The publisher is empty; please give one."),
        ({"one-title": ""}, "Give the title of the text."),
        ({"one-year": "about 1999"}, "Type a whole number"),
        ({"one-year": "0"}, "A year runs from 1 to 9999"),
        ({"one-address": "example.org"}, "An address starts with https:// or http://."),
        ({"one-text": "Ja."}, ""),
        ({"two-publisher": "The Lindry Letter"}, "Choose a file, or paste the text here."),
        ({"two-text": TEXT, "two-title": "Again"}, "The publisher is empty; please give one."),
    ],
)
def test_what_is_missing_is_said_and_nothing_typed_is_lost(
    hazel: Browser, bank: int, enqueued: list[int], change: dict[str, str], sentence: str
) -> None:
    answer = hazel.send(f"/banks/{bank}/sources", {**GOOD, **change})
    assert answer.status_code == 422
    assert sentence in answer.text
    assert "Look at the marked fields." in answer.text
    assert 'aria-invalid="true"' in answer.text
    assert "Rivers of Britain" in answer.text or "one-title" in change
    assert enqueued == []


def test_a_file_and_a_pasted_text_at_once_or_another_kind_of_file_are_refused(hazel: Browser, bank: int) -> None:
    path = f"/banks/{bank}/sources"
    both = {**GOOD, "one-file": (io.BytesIO(b"The Wye is long."), "wye.txt")}
    assert "Give either a file or a pasted text." in hazel.send(path, both).text
    other = {**GOOD, "one-text": "", "one-file": (io.BytesIO(b"\x00"), "wye.exe")}
    assert "This file cannot be read." in hazel.send(path, other).text


def test_the_page_of_a_check_tells_how_far_it_is(hazel: Browser, check: int, database: Database) -> None:
    page = hazel.text(f"/checks/{check}")
    assert "Waiting for its turn" in page
    assert '<meta http-equiv="refresh"' in page
    assert inline_parts(page) == []
    with database.writing() as session:
        generating.take(session, check, now=NOW)
        generating.beat(session, check, JobProgress(1, 3, 3, 2), now=NOW)
    told = hazel.get(f"/checks/{check}/status").json
    assert (told["state"], told["done"], told["total"], told["next"]) == ("running", 1, 3, None)
    assert [step["note"] for step in told["steps"]] == ["1 of 3", "2 so far"]
    assert [step["state"] for step in told["steps"]] == ["now", "later"]


def test_it_can_be_stopped_and_tried_again(hazel: Browser, check: int, enqueued: list[int]) -> None:
    assert hazel.send(f"/checks/{check}/cancel", page=f"/checks/{check}").location == f"/checks/{check}"
    assert "The work was stopped." in hazel.text(f"/checks/{check}")
    assert hazel.get(f"/checks/{check}/status").json["next"] == f"/checks/{check}"
    hazel.send(f"/checks/{check}/retry", page=f"/checks/{check}")
    assert enqueued == [check]


def test_a_failure_is_told_with_its_reason(hazel: Browser, check: int, database: Database) -> None:
    with database.writing() as session:
        generating.take(session, check, now=NOW)
        generating.fail(session, check, "No English language model is installed.", now=NOW)
    page = hazel.text(f"/checks/{check}")
    assert "The claims could not be checked" in page
    assert "No English language model is installed." in page


@pytest.mark.usefixtures("waiting")
def test_a_check_that_is_done_leads_to_what_it_suggests(hazel: Browser, bank: int, check: int) -> None:
    assert hazel.get(f"/checks/{check}").location == f"/banks/{bank}/suggestions"
    assert "3 suggestions from sources" in hazel.text(f"/banks/{bank}")


def test_a_check_is_no_draft(hazel: Browser, check: int) -> None:
    assert f"/drafts/{check}" not in hazel.text("/banks")
    assert f"/drafts/{check}" not in hazel.text("/")


def test_nobody_else_comes_near(
    basil: Browser, juniper: Browser, bank: int, check: int, cast: Cast, signed_in_as: Callable[[Person], Browser]
) -> None:
    for browser in (basil, juniper):
        for path in (
            f"/banks/{bank}/sources",
            f"/banks/{bank}/suggestions",
            f"/checks/{check}",
            f"/checks/{check}/status",
        ):
            assert browser.get(path).status_code == 404
        token = browser.token("/classes/new") if browser is basil else None
        if token:
            for path in (f"/banks/{bank}/sources", f"/checks/{check}/cancel", f"/banks/{bank}/suggestions/1"):
                assert browser.post(path, data={"csrf_token": token, "choice": "confirm"}).status_code == 404
