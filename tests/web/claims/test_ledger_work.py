"""The claim ledger in a browser without scripts: everything is a link or a form."""

import re
from dataclasses import replace
from html import unescape

import pytest

from quizgen.domain.claims.claim import Bearing, Stance, Verdict
from quizgen.domain.items.item import Status
from quizgen.services import banks, claims
from quizgen.services.claims import Seen
from quizgen.storage.engine import Database
from tests import builders
from tests.cast import NOW, Cast
from tests.stored import a_bank
from tests.web.conftest import Browser
from tests.web.plain import inline_parts

RIVERS = builders.bank(
    claims=(
        builders.claim("c-1"),
        replace(builders.claim("c-2", 30, 53), stance=Stance.HEDGED),
        builders.claim("c/3", 54, 81),
    ),
    conflicts=(("c-1", "c-2"),),
    items=(builders.verdict("i-1"), builders.choice("i-2", ("c-2",)), builders.verdict("i-3", status=Status.QUEUED)),
)
SOURCE = {
    "title": "A gauge book",
    "publisher": "Fenn Press",
    "year": "1999",
    "address": "https://example.org/gauge",
    "shows": "The gauge shows x<y.",
    "says": "refutes",
}


@pytest.fixture
def bank_id(database: Database, cast: Cast) -> int:
    with database.writing() as session:
        return a_bank(session, cast.hazel, RIVERS)


@pytest.fixture
def ledger(bank_id: int) -> str:
    """The address of the ledger of a bank of Hazel's."""
    return f"/banks/{bank_id}/claims"


def opened(browser: Browser, ledger: str, claim: str = "c-1") -> dict[str, str]:
    """Return the hidden fields of the open claim's forms."""
    page = browser.text(f"{ledger}?claim={claim}")
    found = re.search(r'name="seen" value="(\w+)"', page)
    assert found, f"{claim} is not open"
    return {"claim": claim, "seen": found[1]}


def act(browser: Browser, ledger: str, verb: str, claim: str = "c-1", **fields: str):
    return browser.send(
        f"{ledger}/{verb}", {**opened(browser, ledger, claim), **fields}, page=f"{ledger}?claim={claim}"
    )


def version(database: Database, bank_id: int):
    with database.reading() as session:
        return banks.get(session, bank_id)


def test_every_claim_is_a_link_in_the_list_and_in_the_passage(hazel: Browser, ledger: str) -> None:
    page = hazel.text(ledger)
    assert "0 of 3 claims settled." in page.replace("\u00a0", " ")
    for name in ("c-1", "c-2", "c/3"):
        assert page.count(f'href="{ledger}?claim={name}#claim-{name.replace("/", "-")}"') >= 2
    assert inline_parts(page) == []
    bank = hazel.text(ledger.removesuffix("/claims"))
    assert "Claim ledger</a>" in bank
    assert f'href="{ledger}?claim=c-2#claim-c-2">Work on this claim' in bank


@pytest.mark.parametrize(
    ("show", "statements"),
    [("all", 3), ("unsettled", 3), ("conflicts", 2), ("waiting", 1), ("hedged", 1), ("true", 0), ("nonsense", 3)],
)
def test_filters_show_what_they_say(hazel: Browser, ledger: str, show: str, statements: int) -> None:
    assert hazel.text(f"{ledger}?show={show}").count('class="claim-link"') == statements


def test_a_source_and_a_verdict_are_kept_at_once_and_can_be_taken_back(
    hazel: Browser, ledger: str, database: Database, bank_id: int
) -> None:
    answer = act(hazel, ledger, "source", **SOURCE)
    assert (answer.status_code, answer.location) == (303, f"{ledger}?done=2&claim=c-1#claim-c-1")
    page = hazel.text(answer.location)
    assert "Saved: the source is kept." in page
    assert "The gauge shows x<y." in page
    assert "Undo" in page
    answer = act(hazel, ledger, "verdict", verdict="false", asks="y", go="next")
    assert answer.location == f"{ledger}?done=3&claim=c-2#claim-c-2"
    claim = version(database, bank_id).bank.claim("c-1")
    assert claim.evidence.verdict is Verdict.FALSE
    assert claim.evidence.sources[0].year == 1999
    answer = hazel.send(f"{ledger}/undo", {"version": "3", "claim": "c-1"}, page=answer.location)
    assert answer.location == f"{ledger}?done=4&claim=c-1#claim-c-1"
    assert version(database, bank_id).bank.claim("c-1").evidence.verdict is Verdict.UNVERIFIED


def test_the_verdict_may_follow_from_the_source(hazel: Browser, ledger: str, database: Database, bank_id: int) -> None:
    act(hazel, ledger, "source", weighs="y", **SOURCE)
    assert version(database, bank_id).bank.claim("c-1").evidence.verdict is Verdict.FALSE


def test_a_source_cited_before_needs_only_what_it_shows(
    hazel: Browser, ledger: str, database: Database, bank_id: int
) -> None:
    act(hazel, ledger, "source", **SOURCE)
    again = re.search(r'<option value="(s-\w+)">A gauge book', hazel.text(f"{ledger}?claim=c-2"))
    assert again
    act(hazel, ledger, "source", "c-2", again=again[1], shows="It floods.", says="confirms")
    (source,) = version(database, bank_id).bank.claim("c-2").evidence.sources
    assert (source.title, source.year, source.says) == ("A gauge book", 1999, Bearing.CONFIRMS)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"verdict": "true"}, "Only a source that confirms the claim makes it true."),
        ({"verdict": "unverified"}, "Say why it stays unverified."),
        ({}, "Look at the marked fields."),
        ({"verdict": "maybe"}, "Look at the marked fields."),
    ],
)
def test_a_verdict_that_nothing_bears_out_is_refused_and_what_was_typed_stays(
    hazel: Browser, ledger: str, fields: dict[str, str], sentence: str
) -> None:
    answer = act(hazel, ledger, "verdict", rationale="In my own words.", **fields)
    assert answer.status_code == 422
    assert sentence in unescape(answer.text)
    assert "In my own words." in answer.text


def test_a_source_that_is_not_whole_is_refused_beside_its_fields(hazel: Browser, ledger: str) -> None:
    answer = act(hazel, ledger, "source", **{**SOURCE, "address": "example.org"})
    assert (answer.status_code, "An address starts with https://" in answer.text) == (422, True)
    answer = act(hazel, ledger, "source", **{**SOURCE, "year": "soon", "says": ""})
    assert (answer.status_code, "Type a whole number" in answer.text) == (422, True)
    assert "The gauge shows x&lt;y." in answer.text


def test_a_source_is_changed_and_removed(hazel: Browser, ledger: str, database: Database, bank_id: int) -> None:
    act(hazel, ledger, "source", **SOURCE)
    assert 'value="A gauge book"' in hazel.text(f"{ledger}?claim=c-1&source=1")
    act(hazel, ledger, "source", **{**SOURCE, "place": "0", "title": "Another book"})
    (source,) = version(database, bank_id).bank.claim("c-1").evidence.sources
    assert source.title == "Another book"
    act(hazel, ledger, "source", place="0", act="remove")
    assert version(database, bank_id).bank.claim("c-1").evidence.sources == ()


def test_a_source_that_somebody_else_removed_replaces_no_other_one(
    hazel: Browser, ledger: str, database: Database, bank_id: int
) -> None:
    act(hazel, ledger, "source", **SOURCE)
    act(hazel, ledger, "source", **{**SOURCE, "title": "Another book"})
    before = opened(hazel, ledger)
    act(hazel, ledger, "source", place="0", act="remove")
    mine = {**SOURCE, "title": "My book"}
    page = f"{ledger}?claim=c-1"
    answer = hazel.send(f"{ledger}/source", {**before, **mine, "place": "0"}, page=page)
    assert answer.status_code == 409
    assert 'value="My book"' in answer.text
    form = answer.text[answer.text.index('class="source-form"') :]
    assert 'name="place"' not in form[: form.index("</form>")]
    assert act(hazel, ledger, "source", **mine).status_code == 303
    sources = version(database, bank_id).bank.claim("c-1").evidence.sources
    assert [source.title for source in sources] == ["Another book", "My book"]


def test_who_comes_second_sees_both_and_loses_nothing(
    hazel: Browser, ledger: str, database: Database, bank_id: int
) -> None:
    before = opened(hazel, ledger)
    act(hazel, ledger, "verdict", verdict="unverified", reason="opinion")
    typed = {"verdict": "unverified", "reason": "too vague", "rationale": "My long thought."}
    answer = hazel.send(f"{ledger}/verdict", {**before, **typed}, page=f"{ledger}?claim=c-1")
    assert answer.status_code == 409
    assert "Somebody else changed this claim after you opened it." in answer.text
    assert "My long thought." in answer.text
    now = re.search(r'name="seen" value="(\w+)"', answer.text)
    assert now
    again = hazel.send(f"{ledger}/verdict", {**before, **typed, "seen": now[1]}, page=f"{ledger}?claim=c-1")
    assert again.status_code == 303
    assert version(database, bank_id).bank.claim("c-1").evidence.rationale == "My long thought."


def test_what_was_typed_for_a_claim_that_is_gone_is_still_shown(
    hazel: Browser, ledger: str, database: Database, bank_id: int
) -> None:
    before = opened(hazel, ledger)
    with database.writing() as session:
        claims.drop(session, bank_id, Seen("c-1", before["seen"]), now=NOW)
    answer = hazel.send(f"{ledger}/source", {**before, **SOURCE}, page=ledger)
    assert answer.status_code == 409
    assert "not in the bank any more" in answer.text
    assert "The gauge shows x&lt;y." in answer.text


def test_a_conflict_says_what_follows_before_it_is_settled(
    hazel: Browser, ledger: str, database: Database, bank_id: int
) -> None:
    page = hazel.text(f"{ledger}?claim=c-1")
    assert "It cannot hold together with" in page
    assert "1 question waits for you to look at it." in page.replace("\u00a0", " ")
    answer = act(hazel, ledger, "conflict", other="c-2", holds="this")
    assert answer.status_code == 303
    stored = version(database, bank_id)
    assert stored.bank.conflicts == ()
    assert stored.bank.item("i-2").status is Status.QUEUED
    assert act(hazel, ledger, "conflict", other="c-2", holds="perhaps").status_code == 400


def test_words_are_changed_divided_merged_and_left_out(
    hazel: Browser, ledger: str, database: Database, bank_id: int
) -> None:
    act(hazel, ledger, "words", statement="The Wye flows.", quote="The Wye is a river.", stance="reported")
    parts = {"first": "The Wye flows.", "first_quote": "The Wye", "second": "It is.", "second_quote": "is a river."}
    assert act(hazel, ledger, "split", **parts).status_code == 303
    bank = version(database, bank_id).bank
    assert [claim.statement for claim in bank.claims][:2] == ["The Wye flows.", "It is."]
    other = re.search(rf'<option value="(\w+ {bank.claims[1].id})">', hazel.text(f"{ledger}?claim=c-1"))
    assert other
    act(hazel, ledger, "merge", other=other[1], merged="The Wye is a river.")
    assert len(version(database, bank_id).bank.claims) == 3
    page = hazel.text(f"{ledger}?claim=c-1").replace("\u00a0", " ")
    assert "2 questions go." in page
    answer = act(hazel, ledger, "drop", act="claim")
    assert answer.location == f"{ledger}?done=5&claim=c-2#claim-c-2"
    assert [claim.id for claim in version(database, bank_id).bank.claims] == ["c-2", "c/3"]
    act(hazel, ledger, "drop", "c/3", act="sentence")
    assert [claim.id for claim in version(database, bank_id).bank.claims] == ["c-2"]


@pytest.mark.parametrize(
    ("verb", "fields"),
    [
        ("words", {"statement": "", "quote": "", "stance": "asserted"}),
        ("words", {"statement": "x", "quote": "nowhere to be found", "stance": "asserted"}),
        ("words", {"statement": "x", "stance": "shouted"}),
        ("split", {"first": "x", "second": "x"}),
        ("merge", {"other": "", "merged": "x"}),
        ("merge", {"other": "0 c-9", "merged": "x"}),
        ("verdict", {"verdict": "true", "rationale": "x" * 3000}),
    ],
)
def test_what_cannot_be_kept_is_refused_and_nothing_is_lost(
    hazel: Browser, ledger: str, database: Database, bank_id: int, verb: str, fields: dict[str, str]
) -> None:
    answer = act(hazel, ledger, verb, **fields)
    assert answer.status_code in (409, 422)
    assert 'role="alert"' in answer.text or "field-error" in answer.text
    assert version(database, bank_id).version == 1


def test_a_claim_is_added_for_marked_words(hazel: Browser, ledger: str, database: Database, bank_id: int) -> None:
    assert ">may flood</textarea>" in re.sub(r"\s*\n", "", hazel.text(f"{ledger}/new?words=may+flood"))
    fields = {"added_quote": "may flood", "added": "High water.", "added_stance": "hedged", "passage": "p1"}
    answer = hazel.send(f"{ledger}/new", fields)
    assert answer.status_code == 303
    assert "High water." in hazel.text(answer.location)
    assert hazel.send(f"{ledger}/new", fields).status_code == 422
    assert hazel.send(f"{ledger}/new", {**fields, "added_quote": "may freeze"}).status_code == 422
    assert len(version(database, bank_id).bank.claims) == 4


def test_words_that_stand_several_times_are_those_of_the_marked_paragraph(
    hazel: Browser, database: Database, cast: Cast
) -> None:
    text = "# Ducks\n\nA duck swims.\n\nA duck flies. A duck swims."
    twice = builders.bank(passages=(builders.passage(text), builders.passage(text, "p2")), claims=(), items=())
    with database.writing() as session:
        bank_id = a_bank(session, cast.hazel, twice)
    for place, passage, start in (
        ("paragraph-2-2", "p2", 38),
        ("paragraph-2-1", "p2", 9),
        ("paragraph-9-9", "p1", 9),
    ):
        query = f"words=A+duck+swims.&place={place}"
        page = hazel.text(f"/banks/{bank_id}/claims/new?{query}")
        assert (f'<option selected value="{passage}">' in page) is (passage == "p2")
        fields = {"added_quote": "A duck swims.", "added": f"Said at {place}.", "added_stance": "asserted"}
        hazel.send(f"/banks/{bank_id}/claims/new", {**fields, "passage": passage, "place": place})
        claim = next(each for each in version(database, bank_id).bank.claims if each.statement == f"Said at {place}.")
        assert (claim.passage, claim.span.start) == (passage, start)


def test_a_long_ledger_comes_by_hundreds_and_offers_what_is_near(
    hazel: Browser, database: Database, cast: Cast
) -> None:
    text = "".join(f"Claim number {number} stands here.\n\n" for number in range(250))
    spans = [text.index(f"Claim number {number} ") for number in range(250)]
    many = builders.bank(
        passages=(builders.passage(text),),
        claims=tuple(builders.claim(f"c-{number}", start, start + 20) for number, start in enumerate(spans)),
        items=(),
    )
    with database.writing() as session:
        ledger = f"/banks/{a_bank(session, cast.hazel, many)}/claims"
    page = hazel.text(ledger)
    assert page.count('class="claim-link"') == 100
    assert f'href="{ledger}?page=3"' in page
    assert hazel.text(f"{ledger}?page=99").count('class="claim-link"') == 50
    page = hazel.text(f"{ledger}?claim=c-149")
    assert page.count('class="claim-link"') == 99
    assert len(re.findall(r'<option value="\w{16} c-\d+">', page)) == 119
    assert f'href="{ledger}?claim=c-150#claim-c-150" data-key="j n"' in page
    assert f'href="{ledger}?claim=c-148#claim-c-148" data-key="k b"' in page


def test_nobody_else_reads_or_changes_it_and_a_shipped_bank_is_only_read(
    hazel: Browser, basil: Browser, juniper: Browser, ledger: str, database: Database
) -> None:
    with database.writing() as session:
        shipped = f"/banks/{a_bank(session, None, RIVERS)}/claims"
    for browser in (basil, juniper):
        assert browser.get(ledger).status_code == 404
    page = hazel.text(f"{shipped}?claim=c-1")
    assert "can be read but not changed" in page
    assert "<form" not in page[page.index("<main") : page.index("</main>")]
    token = hazel.token(ledger)
    verbs = ("verdict", "source", "words", "split", "merge", "drop", "conflict", "new", "undo", "suggestion")
    for verb in verbs:
        assert hazel.post(f"{shipped}/{verb}", data={"csrf_token": token}).status_code == 404
        assert basil.post(f"{ledger}/{verb}", data={"csrf_token": basil.token("/banks/new")}).status_code == 404
        assert hazel.post(f"{ledger}/{verb}", data={}).status_code == 400
