"""From a text to a draft at work."""

import io
import re
from collections.abc import Callable

import pytest
from flask import Flask

from quizgen.services import drafting
from quizgen.services.drafting import Job
from quizgen.storage.engine import Database
from quizgen.web.banks.forms import BOTH, NOTHING, OTHER_FILE
from tests.web.banks.conftest import TEXT
from tests.web.conftest import Browser
from tests.web.plain import inline_parts

FIELD_ERROR = re.compile(r'<p class="field-error"[^>]*>([^<]+)</p>')
Jobs = Callable[[], tuple[Job, ...]]


def file(data: bytes, name: str) -> tuple[io.BytesIO, str]:
    return io.BytesIO(data), name


def test_a_pasted_text_becomes_a_job_whose_page_comes_next(hazel: Browser, jobs: Jobs, enqueued: list[int]) -> None:
    answer = hazel.send("/banks/new", {"title": "  Rivers ", "text": TEXT})
    (job,) = jobs()
    assert (answer.status_code, answer.location) == (303, f"/drafts/{job.id}")
    assert job.title == "Rivers"
    assert "250 kilometres" in job.texts[0].reading.text
    assert enqueued == [job.id]


def test_a_file_is_read_by_its_name_and_without_a_title_the_texts_own_is_taken(hazel: Browser, jobs: Jobs) -> None:
    hazel.send("/banks/new", {"file": file(TEXT.encode("utf-16"), "C:\\texts\\wye.md")})
    (job,) = jobs()
    assert job.title == "The Wye"
    assert "## Its length" in job.texts[0].reading.text


def test_a_long_file_name_is_cut_and_keeps_its_ending(hazel: Browser, jobs: Jobs) -> None:
    hazel.send("/banks/new", {"title": "Wye", "file": file(TEXT.encode(), "w" * 300 + ".md")})
    assert "## Its length" in jobs()[0].texts[0].reading.text


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({}, NOTHING),
        ({"text": " \n "}, NOTHING),
        ({"text": TEXT, "file": file(b"Some other text is here.", "other.txt")}, BOTH),
        ({"file": file(b"GIF89a", "article.gif")}, OTHER_FILE),
        ({"file": file(b"%PDF-1.7", "article.pdf")}, "damaged"),
        ({"file": file(b"", "empty.txt")}, "The text is empty"),
        ({"file": file(b"\x00\x01\x02\xff" * 400, "binary.txt")}, "bytes of some other file"),
        ({"text": "Der Fluss ist lang und er fliesst durch das Land, und die Leute sind froh. " * 4}, "German"),
        ({"text": TEXT, "title": "t" * 301}, "At most 300 characters."),
    ],
)
def test_what_cannot_be_read_is_refused_beside_its_field(
    hazel: Browser, jobs: Jobs, enqueued: list[int], sent: dict[str, object], sentence: str
) -> None:
    answer = hazel.send("/banks/new", sent)
    assert answer.status_code == 422
    assert any(sentence in error for error in FIELD_ERROR.findall(answer.text))
    assert 'role="alert"' in answer.text
    assert (jobs(), enqueued) == ((), [])


def test_a_refused_form_keeps_what_was_typed_and_pasted(hazel: Browser) -> None:
    answer = hazel.send("/banks/new", {"title": "Flüsse & <Seen>", "text": "Kein Satz <b>hier</b>"})
    assert 'value="Flüsse &amp; &lt;Seen&gt;"' in answer.text
    assert "Kein Satz &lt;b&gt;hier&lt;/b&gt;" in answer.text


def test_a_text_of_more_than_two_megabytes_is_refused_beside_its_field(hazel: Browser, jobs: Jobs) -> None:
    answer = hazel.send("/banks/new", {"text": "a word " * 400_000})
    assert answer.status_code == 422
    assert any("2,000,000" in error for error in FIELD_ERROR.findall(answer.text))
    assert jobs() == ()


def test_a_file_beyond_the_setting_is_refused_with_a_plain_sentence(hazel: Browser, jobs: Jobs) -> None:
    body = b"--b\r\n" + b"a word " * 3_000_000
    answer = hazel.post("/banks/new", data=body, content_type="multipart/form-data; boundary=b")
    assert answer.status_code == 413
    assert "too large to be read here" in answer.text
    assert jobs() == ()


def test_the_worker_is_woken_only_when_the_job_can_be_seen(hazel: Browser, app: Flask, database: Database) -> None:
    seen = []

    def look(job_id: int) -> None:
        with database.reading() as session:
            seen.append(drafting.get(session, job_id).title)

    app.extensions["enqueue"] = look
    hazel.send("/banks/new", {"title": "Rivers", "text": TEXT})
    assert seen == ["Rivers"]


def test_a_queue_that_cannot_be_reached_loses_no_job(hazel: Browser, app: Flask, jobs: Jobs) -> None:
    def broken(job_id: int) -> None:
        raise ConnectionError(f"no queue for {job_id}")

    app.extensions["enqueue"] = broken
    assert hazel.send("/banks/new", {"text": TEXT}).status_code == 303
    assert len(jobs()) == 1


def test_the_form_is_for_teachers_with_a_token(hazel: Browser, juniper: Browser, client: Browser, jobs: Jobs) -> None:
    assert juniper.get("/banks/new").status_code == 404
    assert client.get("/banks/new").location.startswith("/sign-in")
    assert hazel.post("/banks/new", data={"text": TEXT}).status_code == 400
    assert jobs() == ()


def test_the_page_has_nothing_that_the_content_policy_forbids(hazel: Browser) -> None:
    assert inline_parts(hazel.get("/banks/new").text) == []
