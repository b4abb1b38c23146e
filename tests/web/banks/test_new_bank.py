"""From texts to a draft that waits for its teacher."""

import io
import re
from collections.abc import Callable

import pytest

from quizgen.services.draft_texts import MOST_TEXTS
from quizgen.services.drafting import Job, JobState
from quizgen.web.banks.forms import NOTHING, OTHER_FILE
from tests.web.banks.conftest import TEXT
from tests.web.conftest import Browser
from tests.web.plain import inline_parts

FIELD_ERROR = re.compile(r'<p class="field-error"[^>]*>([^<]+)</p>')
GERMAN = "Der Fluss ist lang und er fliesst durch das Land, und die Leute sind froh. " * 4
LOCKS = "# Locks\n\nA lock lifts a boat from one level of the canal to the next.\n"
Jobs = Callable[[], tuple[Job, ...]]


def file(data: bytes, name: str) -> tuple[io.BytesIO, str]:
    return io.BytesIO(data), name


def test_a_pasted_text_becomes_a_draft_whose_page_comes_next(hazel: Browser, jobs: Jobs, enqueued: list[int]) -> None:
    answer = hazel.send("/banks/new", {"title": "  Rivers ", "text": TEXT})
    (job,) = jobs()
    assert (answer.status_code, answer.location) == (303, f"/drafts/{job.id}")
    assert (job.title, job.state) == ("Rivers", JobState.READ)
    assert "250 kilometres" in job.texts[0].read.text
    assert enqueued == []


def test_a_file_is_read_by_its_name_and_without_a_title_the_texts_own_is_taken(hazel: Browser, jobs: Jobs) -> None:
    hazel.send("/banks/new", {"files": file(TEXT.encode("utf-16"), "C:\\texts\\wye.md")})
    (job,) = jobs()
    assert job.title == "The Wye"
    assert "## Its length" in job.texts[0].read.text


def test_a_long_file_name_is_cut_and_keeps_its_ending(hazel: Browser, jobs: Jobs) -> None:
    hazel.send("/banks/new", {"title": "Wye", "files": file(TEXT.encode(), "w" * 300 + ".md")})
    assert "## Its length" in jobs()[0].texts[0].read.text


def test_several_files_and_a_pasted_text_become_one_draft(hazel: Browser, jobs: Jobs) -> None:
    files = [file(TEXT.encode(), "wye.md"), file(LOCKS.encode(), "locks.md")]
    hazel.send("/banks/new", {"files": files, "text": "A third text is about the sea and its tides."})
    (job,) = jobs()
    assert [text.name for text in job.texts] == ["wye.md", "locks.md", "pasted.txt"]
    assert [text.title for text in job.texts] == ["The Wye", "Locks", "A third text is about the sea and ..."]


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({}, NOTHING),
        ({"text": " \n "}, NOTHING),
        ({"files": file(b"GIF89a", "article.gif")}, OTHER_FILE),
        ({"files": file(b"%PDF-1.7", "article.pdf")}, "damaged"),
        ({"files": file(b"", "empty.txt")}, "The text is empty"),
        ({"files": file(b"\x00\x01\x02\xff" * 400, "binary.txt")}, "bytes of some other file"),
        ({"text": GERMAN}, "German"),
        ({"files": [file(b"GIF89a", "a.gif"), file(b"", "b.txt")]}, "a.gif: "),
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


@pytest.mark.parametrize(
    ("sent", "kept", "sentence"),
    [
        ({"files": [file(TEXT.encode(), "wye.md"), file(b"GIF89a", "a.gif")]}, "wye.md", "a.gif: "),
        ({"files": file(TEXT.encode(), "wye.md"), "text": GERMAN}, "wye.md", "German"),
        ({"files": file(b"", "empty.txt"), "text": TEXT}, "pasted.txt", "The text is empty"),
        ({"files": file(TEXT.encode(), "wye.md"), "title": "t" * 301}, "wye.md", "At most 300 characters."),
    ],
)
def test_when_a_part_is_refused_the_other_is_kept_and_the_page_says_what_is_missing(
    hazel: Browser, jobs: Jobs, sent: dict[str, object], kept: str, sentence: str
) -> None:
    answer = hazel.send("/banks/new", sent)
    assert answer.status_code == 422
    assert any(sentence in error for error in FIELD_ERROR.findall(answer.text))
    assert "This is what was read" in answer.text
    assert str(sent.get("title", "")) in answer.text
    assert (GERMAN.strip() in answer.text) == ("text" in sent and kept != "pasted.txt")
    assert [text.name for text in jobs()[0].texts] == [kept]


def test_more_texts_than_a_bank_takes_are_told_and_the_first_are_kept(hazel: Browser, jobs: Jobs) -> None:
    files = [file(f"The canal has {number} locks.".encode(), f"{number}.txt") for number in range(MOST_TEXTS + 1)]
    answer = hazel.send("/banks/new", {"files": files})
    assert any(f"at most {MOST_TEXTS} texts" in error for error in FIELD_ERROR.findall(answer.text))
    assert len(jobs()[0].texts) == MOST_TEXTS


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


def test_the_form_is_for_teachers_with_a_token(hazel: Browser, juniper: Browser, client: Browser, jobs: Jobs) -> None:
    assert juniper.get("/banks/new").status_code == 404
    assert client.get("/banks/new").location.startswith("/sign-in")
    assert hazel.post("/banks/new", data={"text": TEXT}).status_code == 400
    assert jobs() == ()


def test_the_page_has_nothing_that_the_content_policy_forbids(hazel: Browser) -> None:
    assert inline_parts(hazel.get("/banks/new").text) == []
