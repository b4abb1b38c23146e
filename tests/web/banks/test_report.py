"""How a bank was made: on its page, on a page of its own, and as files."""

import json
from typing import Any

import pytest

from quizgen.generation.report import Refused, Report
from quizgen.services import banks
from quizgen.services.drafting import full_report
from quizgen.storage.engine import Database
from tests import builders
from tests.cast import NOW, Cast
from tests.web.conftest import Browser
from tests.web.plain import inline_parts

WYE = Report(
    words=1200,
    sentences=60,
    claims={"asserted": 30, "hedged": 10},
    covered_ready=24,
    covered=40,
    conflicts=1,
    skipped=(("What then?", "a question"), ("And why?", "a question")),
    items={
        "by_kind": {"verdict": 50, "cloze": 7},
        "ready_by_kind": {"verdict": 45, "cloze": 7},
        "ready_by_key": {"true": 20, "false": 25},
        "queued_by_key": {"unverified": 5},
        "ready_by_maker": {"year-moved": 9},
        "queued_by_maker": {"year-moved": 2, "hedge-removed": 5},
        "by_difficulty": {"2": 40, "5": 17},
    },
    refused={"spare": Refused(2, (("It is <long>.", "a better one was kept"),)), "odd-gate": Refused(1, ())},
    cues={"all": {"true": 20, "false": 25}, "negation": {"false": 3}},
)


def kept(database: Database, cast: Cast, report: dict[str, Any] | None) -> str:
    with database.writing() as session:
        return f"/banks/{banks.add(session, builders.bank(), owner=cast.hazel.id, now=NOW, report=report)}"


@pytest.fixture
def made(database: Database, cast: Cast) -> str:
    """The address of a bank with a whole report."""
    document = {**full_report(WYE.document(), [], seconds=75.4), "unmet": ["Only 3 of 9 questions could be had."]}
    document["left_out"] = [{"text": "Share this <b>", "reason": "share line"}]
    document["notes"] = ["Line ends were made plain."]
    return kept(database, cast, document)


def rows(page: str) -> dict[str, list[str]]:
    """Return the rows of all tables, by their first cell."""
    found = {}
    for row in page.split('<tr><th scope="row">')[1:]:
        name, _, cells = row.partition("</th>")
        found[name] = [cell.partition("<")[0] for cell in cells.split('<td class="number">')[1:]]
    return found


def test_the_page_of_the_bank_says_it_in_short_and_leads_to_the_whole_report(hazel: Browser, made: str) -> None:
    page = hazel.text(made).replace("\u00a0", " ")
    assert "1,200 words in 60 sentences gave 40 claims. 1 pair of claims cannot hold together." in page
    assert "Only 3 of 9 questions could be had." in page
    assert "Line ends were made plain." in page
    assert f'href="{made}/report"' in page


def test_the_report_tells_claims_coverage_and_questions_in_plain_words(hazel: Browser, made: str) -> None:
    page = hazel.text(f"{made}/report").replace("\u00a0", " ")
    assert "It took 1 minute 15 seconds." in page
    assert "24 of 40 (60 %)" in page
    assert "40 of 40 (100 %)" in page
    assert "2 of 60" in page
    table = rows(page)
    assert (table["The writer states"], table["The writer hedges"]) == (["30"], ["10"])
    assert (table["True, false or unverified"], table["Fill the gap"]) == (["45", "5"], ["7", "0"])
    assert (table["True"], table["Unverified"]) == (["20", "0"], ["0", "5"])
    assert table["A year was changed"] == ["9", "2"]
    assert table["2"] == ["40"]
    assert (table["All"], table["Negation"]) == (["20", "25", "0"], ["0", "3", "0"])


def test_the_report_tells_what_was_dropped_left_out_and_without_a_claim_and_why(hazel: Browser, made: str) -> None:
    answer = hazel.get(f"{made}/report")
    assert "Not needed: 2" in answer.text
    assert "Odd gate: 1" in answer.text
    assert "It is &lt;long&gt;." in answer.text
    assert "a better one was kept" in answer.text
    assert "A question: 2" in answer.text
    assert "What then?" in answer.text
    assert "Share line: 1" in answer.text
    assert "Share this &lt;b&gt;" in answer.text
    assert "Only 3 of 9 questions could be had." in answer.text
    assert inline_parts(answer.text) == []


def test_the_report_is_handed_out_as_text_and_as_json(hazel: Browser, made: str) -> None:
    text = hazel.get(f"{made}/report.txt")
    assert text.headers["Content-Disposition"] == f"attachment; filename=report-{made.rpartition('/')[2]}.txt"
    assert text.mimetype == "text/plain"
    assert "1,200 words, 60 sentences, 40 claims. Made in 75.4 seconds." in text.text
    assert "Only 3 of 9 questions could be had." in text.text
    document = hazel.get(f"{made}/report.json")
    assert document.mimetype == "application/json"
    assert json.loads(document.text)["left_out"] == [{"text": "Share this <b>", "reason": "share line"}]
    assert json.loads(document.text)["seconds"] == 75.4


def test_a_report_without_a_time_says_nothing_of_it_and_a_short_one_says_so(
    hazel: Browser, database: Database, cast: Cast
) -> None:
    untimed = kept(database, cast, full_report(WYE.document(), []))
    assert "It took" not in hazel.text(f"{untimed}/report")
    assert "Made in" not in hazel.get(f"{untimed}/report.txt").text
    quick = kept(database, cast, full_report(WYE.document(), [], seconds=0.3))
    assert "It took less than a second." in hazel.text(f"{quick}/report")


def test_a_long_list_of_sentences_is_counted_whole_and_shown_in_part(
    hazel: Browser, database: Database, cast: Cast
) -> None:
    skipped = [{"sentence": f"Is it number {n}?", "reason": "a question"} for n in range(250)]
    page = hazel.text(f"{kept(database, cast, {'skipped': skipped})}/report")
    assert "A question: 250" in page
    assert "Is it number 199?" in page
    assert "Is it number 200?" not in page
    assert "and 50 more, in the file" in page


def test_a_report_of_another_shape_breaks_nothing(hazel: Browser, database: Database, cast: Cast) -> None:
    odd = {"words": "many", "claims": [1], "skipped": "none", "refused": {"spare": 3, "odd": {"examples": [1]}}}
    address = kept(database, cast, {**odd, "cues": {"all": 4}, "items": {"by_kind": 2}, "seconds": "long"})
    assert "How this bank was made" in hazel.text(address)
    assert "How this bank was made" in hazel.text(f"{address}/report")
    assert hazel.get(f"{address}/report.json").status_code == 200


@pytest.mark.parametrize("name", ["report", "report.txt", "report.json"])
def test_without_a_report_there_is_no_such_page_and_nobody_else_sees_one(
    hazel: Browser, basil: Browser, juniper: Browser, database: Database, cast: Cast, made: str, name: str
) -> None:
    assert hazel.get(f"{kept(database, cast, None)}/{name}").status_code == 404
    assert basil.get(f"{made}/{name}").status_code == 404
    assert juniper.get(f"{made}/{name}").status_code == 404
