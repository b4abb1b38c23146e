"""A draft that waits for its teacher: what was read, what to use of it, and what to make."""

import io
import re
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask

from quizgen.domain.claims.claim import Verdict
from quizgen.domain.items.item import Basis
from quizgen.domain.items.kinds import KINDS
from quizgen.services import drafting, generating
from quizgen.services.drafting import Job, JobState
from quizgen.storage.engine import Database
from quizgen.web import clock
from quizgen.web.banks.choices import (
    HARDER_FIRST,
    MOST_WORDS,
    NO_BASIS,
    NO_KIND,
    NO_SECTION,
    NO_TEXT,
    TOO_MANY_WORDS,
)
from quizgen.web.banks.forms import NOTHING
from quizgen.web.banks.sections import MOST_SECTIONS
from tests.cast import NOW, Cast
from tests.stored import a_draft
from tests.web.conftest import Browser
from tests.web.plain import inline_parts

WYE = """# The Wye

By Hazel Ashdown

The Wye is a river in Wales and England. It may flood in spring when the snow melts on the hills.

## Its length

It is 250 kilometres long, and it was first measured in 1870 by the county.

### How it was measured

Two surveyors walked along the banks for forty days.

## Its boats

In 1950 there were 40 boats on the river, and by 1960 there were 90.

Share this article with your friends on social media
"""
LOCKS = "# Locks\n\nA lock lifts a boat from one level of the canal to the next.\n\n## Gates\n\nThe gates are of oak.\n"
SECTIONS = ["Its length", "How it was measured", "Its boats"]
FIELD_ERROR = re.compile(r'<p class="field-error"[^>]*>([^<]+)</p>')
TICKED = re.compile(r'name="(\w+)" value="([^"]*)" id="[^"]*" checked')
Jobs = Callable[[], tuple[Job, ...]]
Draft = Callable[..., int]


@pytest.fixture
def waiting(database: Database, cast: Cast) -> Draft:
    """Return a draft of Hazel's that waits for her: ``waiting(text, ...)``."""

    def keep(*texts: str) -> int:
        with database.writing() as session:
            return a_draft(session, cast.hazel, *(text.encode() for text in texts or (WYE,)))

    return keep


def form(act: str = "make", **changes: Any) -> dict[str, Any]:
    """Return what the untouched page of WYE sends, with changes; None takes a field away."""
    usual = {
        "act": act,
        "known": "1",
        "title": "The Wye",
        "used": ["1"],
        "sections": SECTIONS,
        "kinds": list(KINDS),
        "count": "",
        "true": "35",
        "false": "35",
        "unverified": "30",
        "easiest": "1",
        "hardest": "5",
        "bases": ["passage"],
        "never_gaps": "",
        "seed": "7",
    }
    return {name: value for name, value in {**usual, **changes}.items() if value is not None}


def send(browser: Browser, job: int, **sent: Any) -> Any:
    return browser.send(f"/drafts/{job}", form(**sent))


def ticked(page: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, value in TICKED.findall(page):
        found.setdefault(name, []).append(value)
    return found


def test_the_page_shows_the_text_its_sections_and_what_was_left_out_with_a_box_to_put_it_back(
    hazel: Browser, waiting: Draft
) -> None:
    page = hazel.text(f"/drafts/{waiting()}")
    assert "This is what was read" in page
    assert "Left out: byline" in page
    assert re.search(r'name="back" value="1-0" id="back-1-1-0">\s*<label[^>]*>By Hazel Ashdown</label>', page)
    assert ticked(page)["sections"] == SECTIONS
    assert page.count("btn-primary") == 1
    assert inline_parts(page) == []


def test_the_untouched_page_asks_for_all_kinds_of_the_passage_and_the_worker_is_woken(
    hazel: Browser, waiting: Draft, jobs: Jobs, enqueued: list[int]
) -> None:
    job_id = waiting()
    answer = send(hazel, job_id)
    assert (answer.status_code, answer.location, enqueued) == (303, f"/drafts/{job_id}", [job_id])
    (job,) = jobs()
    assert job.state is JobState.QUEUED
    assert job.options.kinds == tuple(KINDS)
    assert (job.options.bases, job.options.count, job.options.seed) == ((Basis.PASSAGE,), None, 7)
    assert (job.options.left_out, job.options.never_gaps) == ((), ())


def test_what_is_chosen_is_what_the_worker_gets(hazel: Browser, waiting: Draft, jobs: Jobs) -> None:
    send(
        hazel,
        waiting(),
        title="  Rivers ",
        kinds=["cloze", "verdict"],
        count=" 12 ",
        true="50",
        false="40",
        unverified="10",
        easiest="2",
        hardest="4",
        bases=["evidence"],
        never_gaps="Wye,  the county\nWales; Wye,",
        seed="99",
        sections=["Its boats", "How it was measured"],
        back=["1-0"],
    )
    (job,) = jobs()
    options = job.options
    assert (job.title, options.kinds, options.count, options.seed) == ("Rivers", ("verdict", "cloze"), 12, 99)
    assert options.shares == {Verdict.TRUE: 50, Verdict.FALSE: 40, Verdict.UNVERIFIED: 10}
    assert (options.easiest, options.hardest, options.bases) == (2, 4, (Basis.EVIDENCE,))
    assert options.never_gaps == ("Wye", "the county", "Wales")
    assert options.left_out == ("Its length", "How it was measured")
    (passage,) = job.passages()
    assert passage.text.startswith("# The Wye\n\nBy Hazel Ashdown\n\nThe Wye is")


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"title": " "}, "Give it a title."),
        ({"title": "t" * 301}, "at most 300"),
        ({"kinds": None}, NO_KIND),
        ({"kinds": ["essay"]}, "not a valid choice"),
        ({"bases": None}, NO_BASIS),
        ({"count": "0"}, "from 1 to"),
        ({"count": "many"}, "Type a whole number"),
        ({"true": "36"}, "now they make 101"),
        ({"true": "-5", "false": "75"}, "From 0 to 100."),
        ({"false": ""}, "Type a percentage."),
        ({"unverified": "a third"}, "Type a whole number"),
        ({"easiest": "4", "hardest": "2"}, HARDER_FIRST),
        ({"hardest": "9"}, "Not a valid choice"),
        ({"easiest": "x"}, "Invalid"),
        ({"seed": ""}, "Type a number"),
        ({"seed": "-1"}, "from 0 on"),
        ({"never_gaps": ",".join(map(str, range(MOST_WORDS + 1)))}, TOO_MANY_WORDS),
        ({"never_gaps": "w" * 81}, TOO_MANY_WORDS),
        ({"back": ["1-99"]}, "not a valid choice"),
        ({"used": ["first"]}, "Invalid"),
    ],
)
def test_what_cannot_be_meant_is_told_beside_its_field_and_nothing_typed_is_lost(
    hazel: Browser, waiting: Draft, jobs: Jobs, enqueued: list[int], changes: dict[str, Any], sentence: str
) -> None:
    answer = send(
        hazel, waiting(), **{"never_gaps": "the county", "back": ["1-0"], "sections": SECTIONS[:2], **changes}
    )
    assert answer.status_code == 422
    assert any(sentence in error for error in FIELD_ERROR.findall(answer.text)), FIELD_ERROR.findall(answer.text)
    assert 'role="alert"' in answer.text
    assert (jobs()[0].state, enqueued) == (JobState.READ, [])
    for name, typed in changes.items():
        if isinstance(typed, str) and name not in ("easiest", "hardest"):
            assert f'value="{typed.strip()}"' in answer.text or f">\r\n{typed}</textarea>" in answer.text
    assert ticked(answer.text)["sections"] == SECTIONS[:2]
    if "back" not in changes:
        assert ticked(answer.text)["back"] == ["1-0"]


def test_the_finer_choices_stand_open_only_when_something_in_them_is_to_be_mended(
    hazel: Browser, waiting: Draft
) -> None:
    opened = re.compile(r'<details class="sheet fold-sheet" open>\s*<summary>Choose what you get')
    job_id = waiting()
    assert not opened.search(hazel.text(f"/drafts/{job_id}"))
    assert not opened.search(send(hazel, job_id, title="").text)
    assert opened.search(send(hazel, job_id, kinds=None).text)


def test_leaving_out_every_section_and_having_no_other_text_is_refused(hazel: Browser, waiting: Draft) -> None:
    job_id = waiting("## Gates\n\nThe gates are of oak.\n\n## Walls\n\nThe walls are of stone.\n")
    answer = send(hazel, job_id, sections=None)
    assert (answer.status_code, NO_SECTION in answer.text) == (422, True)
    assert send(hazel, job_id, sections=["Gates"]).status_code == 303


def test_the_text_is_shown_again_with_what_was_put_back(hazel: Browser, waiting: Draft, jobs: Jobs) -> None:
    job_id = waiting()
    answer = send(hazel, job_id, act="look", back=["1-0"], count="ten")
    assert answer.status_code == 200
    assert re.search(r'<span class="paragraph-number"[^>]*>1</span> By Hazel Ashdown</p>', answer.text)
    assert 'value="ten"' in answer.text
    assert jobs()[0].texts[0].put_back == ()


def test_all_pieces_of_one_reason_can_be_put_back_at_once(hazel: Browser, waiting: Draft, jobs: Jobs) -> None:
    job_id = waiting(f"{WYE}\n\nShare this page with a friend\n")
    page = hazel.text(f"/drafts/{job_id}")
    assert 'name="back" value="1-share line"' in page
    send(hazel, job_id, back=["1-share line"])
    (job,) = jobs()
    assert [left.reason for left in job.texts[0].reading.left_out] == ["byline"]


def test_a_text_can_be_added_and_what_was_chosen_before_stays(hazel: Browser, waiting: Draft, jobs: Jobs) -> None:
    job_id = waiting()
    file = (io.BytesIO(LOCKS.encode()), "locks.md")
    answer = send(hazel, job_id, act="add", files=file, count="5", sections=SECTIONS[:1], back=["1-0"])
    assert answer.status_code == 200
    assert "One text came in." in answer.text
    assert ticked(answer.text)["used"] == ["1", "2"]
    assert ticked(answer.text)["sections"] == ["Its length", "Gates"]
    assert ticked(answer.text)["back"] == ["1-0"]
    assert re.search(r'name="count"[^>]*value="5"', answer.text)
    assert 'name="known" type="hidden" value="2"' in answer.text
    again = send(hazel, job_id, act="add", files=(io.BytesIO(LOCKS.encode()), "again.md"))
    assert "came in" not in again.text
    assert [text.name for text in jobs()[0].texts] == ["wye.md", "locks.md"]


def test_who_brings_a_text_and_presses_make_sees_first_what_was_read_of_it(
    hazel: Browser, waiting: Draft, jobs: Jobs, enqueued: list[int]
) -> None:
    answer = send(hazel, waiting(), text=LOCKS)
    assert answer.status_code == 200
    assert "A lock lifts a boat" in answer.text
    assert (jobs()[0].state, enqueued) == (JobState.READ, [])


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [({}, NOTHING), ({"text": "Kein Satz"}, "full sentence"), ({"files": (io.BytesIO(b""), "a.txt")}, "is empty")],
)
def test_a_text_that_cannot_be_added_is_told_beside_its_field(
    hazel: Browser, waiting: Draft, sent: dict[str, Any], sentence: str
) -> None:
    answer = send(hazel, waiting(), act="add", **sent)
    assert answer.status_code == 422
    assert any(sentence in error for error in FIELD_ERROR.findall(answer.text))
    assert sent.get("text", "") in answer.text


def test_of_several_texts_each_has_its_title_and_can_be_left_out(hazel: Browser, waiting: Draft, jobs: Jobs) -> None:
    job_id = waiting(WYE, LOCKS)
    sent = {"known": "2", "titles-0": "Rivers", "titles-1": "On locks", "used": ["2"], "sections": [*SECTIONS, "Gates"]}
    send(hazel, job_id, **sent)
    (job,) = jobs()
    assert [(passage.id, passage.title) for passage in job.passages()] == [("p1", "On locks")]
    assert [text.title for text in job.texts] == ["Rivers", "On locks"]


def test_of_several_texts_one_at_least_is_used_and_each_needs_a_title(hazel: Browser, waiting: Draft) -> None:
    job_id = waiting(WYE, LOCKS)
    sent = {"known": "2", "titles-0": "Rivers", "titles-1": "", "used": None, "sections": [*SECTIONS, "Gates"]}
    answer = send(hazel, job_id, **sent)
    assert {NO_TEXT, "Give it a title."} <= set(FIELD_ERROR.findall(answer.text))


def test_hostile_numbers_of_texts_break_nothing(hazel: Browser, waiting: Draft, jobs: Jobs) -> None:
    titles = {f"titles-{number}": "x" for number in range(40)}
    answer = send(hazel, waiting(), known="-9999999999999999999999", **titles)
    assert answer.status_code == 303
    assert jobs()[0].texts[0].title == "The Wye"


def test_a_text_of_many_sections_can_be_asked_about(hazel: Browser, waiting: Draft, jobs: Jobs) -> None:
    many = "".join(f"## Lock {n}\n\nThe lock of number {n} is of stone and oak.\n\n" for n in range(MOST_SECTIONS + 9))
    answer = send(hazel, waiting(f"# Locks\n\n{many}"), sections=[f"Lock {n}" for n in range(1, MOST_SECTIONS)])
    assert answer.status_code == 303
    assert jobs()[0].options.left_out == ("Lock 0",)


def test_asking_twice_is_asking_once(hazel: Browser, waiting: Draft, jobs: Jobs, enqueued: list[int]) -> None:
    job_id = waiting()
    token = hazel.token(f"/drafts/{job_id}")
    answers = [hazel.post(f"/drafts/{job_id}", data={"csrf_token": token, **form()}) for _ in range(2)]
    assert [answer.location for answer in answers] == [f"/drafts/{job_id}"] * 2
    assert enqueued == [job_id]


def test_a_stopped_draft_can_be_chosen_for_again_with_what_was_chosen_before(
    hazel: Browser, waiting: Draft, database: Database
) -> None:
    job_id = waiting()
    send(hazel, job_id, count="5", sections=SECTIONS[:1], back=["1-0"], never_gaps="Wales", kinds=["cloze"])
    assert "Change what is asked for" not in hazel.text(f"/drafts/{job_id}")
    with database.writing() as session:
        generating.take(session, job_id, now=NOW)
        generating.fail(session, job_id, "The text is too hard.", now=NOW)
    assert "Change what is asked for" in hazel.text(f"/drafts/{job_id}")
    answer = hazel.send(f"/drafts/{job_id}/reopen", page=f"/drafts/{job_id}")
    assert answer.location == f"/drafts/{job_id}"
    page = hazel.text(f"/drafts/{job_id}")
    assert (ticked(page)["sections"], ticked(page)["back"]) == (SECTIONS[:1], ["1-0"])
    assert re.search(r'name="count"[^>]*value="5"', page)
    assert "Wales</textarea>" in page


def test_a_draft_can_be_put_away(hazel: Browser, waiting: Draft, jobs: Jobs) -> None:
    job_id = waiting()
    hazel.send(f"/drafts/{job_id}/cancel", page=f"/drafts/{job_id}")
    assert jobs()[0].state is JobState.CANCELLED


def test_a_waiting_draft_stands_in_the_lists_without_a_button_to_try_again(
    hazel: Browser, database: Database, cast: Cast
) -> None:
    with database.writing() as session:
        job_id = a_draft(session, cast.hazel, WYE.encode(), now=clock.now())
    page = hazel.text("/banks")
    assert f'href="/drafts/{job_id}"' in page
    assert "Read. It waits for you" in page
    assert "Try again" not in page
    assert "The text is read. Choose what to make of it." in hazel.text("/")


def test_the_page_is_its_owners_alone(
    basil: Browser, juniper: Browser, client: Browser, waiting: Draft, jobs: Jobs
) -> None:
    job_id = waiting()
    for browser in (basil, juniper):
        assert browser.get(f"/drafts/{job_id}").status_code == 404
    assert basil.send(f"/drafts/{job_id}", form(), page="/banks/new").status_code == 404
    assert basil.send(f"/drafts/{job_id}/reopen", page="/banks/new").status_code == 404
    assert client.get(f"/drafts/{job_id}").location.startswith("/sign-in")
    assert jobs()[0].state is JobState.READ


def test_hostile_words_stay_words(hazel: Browser, waiting: Draft) -> None:
    evil = "<script>alert(1)</script>"
    text = (
        f"# The {evil} Wye\n\nThe Wye is a river in Wales and it is long.\n\n## {evil} banks\n\nBoth banks are steep.\n"
    )
    job_id = waiting(text.replace("<", "&lt;"), text)
    answer = send(hazel, job_id, act="look", title=evil, never_gaps=f"</textarea>{evil}", known="2", used=["1", "2"])
    assert evil not in answer.text
    assert inline_parts(answer.text) == []


def test_the_worker_is_woken_only_when_the_job_can_be_seen(
    hazel: Browser, app: Flask, database: Database, waiting: Draft
) -> None:
    seen = []

    def look(job_id: int) -> None:
        with database.reading() as session:
            seen.append(drafting.get(session, job_id).state)

    app.extensions["enqueue"] = look
    send(hazel, waiting())
    assert seen == [JobState.QUEUED]


def test_a_queue_that_cannot_be_reached_loses_no_job(hazel: Browser, app: Flask, waiting: Draft, jobs: Jobs) -> None:
    def broken(job_id: int) -> None:
        raise ConnectionError(f"no queue for {job_id}")

    app.extensions["enqueue"] = broken
    assert send(hazel, waiting()).status_code == 303
    assert jobs()[0].state is JobState.QUEUED
