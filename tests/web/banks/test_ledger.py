"""The bank page: passage and claims side by side."""

import re
from dataclasses import replace

import pytest

from quizgen.domain.attempts.policy import Policy
from quizgen.domain.banks.bank import Bank
from quizgen.domain.banks.blueprint import Blueprint
from quizgen.domain.claims.claim import Bearing, Claim, Evidence, Source, Stance, Verdict
from quizgen.domain.items.item import Basis, Status
from quizgen.domain.passages.passage import Passage
from quizgen.domain.passages.span import Span
from quizgen.services import quizzes
from quizgen.storage.engine import Database
from tests import builders
from tests.cast import NOW, Cast
from tests.stored import a_bank, a_class, a_quiz
from tests.web.conftest import Browser
from tests.web.plain import inline_parts

OPEN = re.compile(r'<details class="claim" id="claim-([^"]+)" open>')
ROWS = re.compile(r'<details class="claim" id="claim-([^"]+)"')
HOSTILE = "</p><script>alert('x<y')</script>"


def claim(name: str, start: int, end: int, *, stance: Stance = Stance.ASSERTED, evidence: Evidence | None = None):
    return Claim(name, "p1", Span(start, end), f"Statement of {name}.", stance, evidence or Evidence())


REFUTED = Evidence(
    Verdict.FALSE,
    (Source("A gauge book", "Fenn Press", "It measured less.", Bearing.REFUTES, 1999, "https://example.org/gauge"),),
    rationale="The gauge shows less.",
)
RIVERS = builders.bank(
    claims=(
        claim("c-3", 56, 81, evidence=REFUTED),
        claim("c-1", 10, 29),
        claim("c-2", 30, 55, stance=Stance.HEDGED),
    ),
    conflicts=(("c-1", "c-3"),),
    items=(
        builders.verdict("i-1", ("c-1",), Verdict.TRUE),
        builders.verdict("i-2", ("c-2",), Verdict.UNVERIFIED, status=Status.QUEUED),
        builders.verdict("i-3", ("c-3",), Verdict.FALSE, Basis.EVIDENCE),
        builders.choice("i-4", ("c-1",)),
        builders.cloze("i-5", ("c-3", "c-1")),
    ),
)


@pytest.fixture
def rivers(database: Database, cast: Cast) -> str:
    """The address of a bank of Hazel's."""
    with database.writing() as session:
        return f"/banks/{a_bank(session, cast.hazel, RIVERS)}"


def kept(database: Database, cast: Cast, bank: Bank) -> str:
    with database.writing() as session:
        return f"/banks/{a_bank(session, cast.hazel, bank)}"


def test_a_claim_that_says_another_one_again_links_to_it(hazel: Browser, database: Database, cast: Cast) -> None:
    again = replace(RIVERS.claims[0], repeats="c-1")
    first, second = RIVERS.claims[1:]
    page = hazel.text(kept(database, cast, replace(RIVERS, claims=(first, second, again))))
    assert page.count("<dt>Says again</dt>") == 1
    assert "Statement of c-1." in page.partition("<dt>Says again</dt>")[2][:300]


def test_every_claim_is_a_row_in_the_order_of_the_passage(hazel: Browser, rivers: str) -> None:
    page = hazel.text(rivers)
    assert ROWS.findall(page) == ["c-1", "c-2", "c-3"]
    assert "3 claims, 5 questions: 4 ready, 1 to check." in page.replace("\u00a0", " ")


def test_every_claim_is_a_link_in_the_passage_that_says_verdict_number_and_stance(hazel: Browser, rivers: str) -> None:
    page = hazel.text(rivers)
    assert f'<a class="marked line-hedged tone-unverified" href="{rivers}?claim=c-2#claim-c-2">' in page
    assert "Claim 2, hedges, unverified:" in page
    assert "Claim 3, states, false:" in page


def test_a_link_opens_its_row_without_scripts(hazel: Browser, rivers: str) -> None:
    assert OPEN.findall(hazel.text(rivers)) == []
    page = hazel.text(f"{rivers}?claim=c-2")
    assert OPEN.findall(page) == ["c-2"]
    assert "line-hedged tone-unverified selected" in page


def test_a_row_shows_evidence_conflicts_and_questions_with_their_keys(hazel: Browser, rivers: str) -> None:
    page = hazel.text(f"{rivers}?claim=c-3")
    row = page[page.index('id="claim-c-3"') :]
    assert "The gauge shows less." in row
    assert '<a href="https://example.org/gauge" rel="noopener noreferrer">A gauge book</a>, Fenn Press, 1999' in row
    assert f'<a href="{rivers}?claim=c-1#claim-c-1">Claim 1</a>' in row
    assert "Statement i-3 holds." in row
    assert "On evidence" in row
    assert "<strong>250 or two hundred and fifty</strong>" in row
    assert "Also about claim 1." in row
    assert "written by hand" in row


def test_a_claim_that_nobody_has_looked_into_says_so(
    hazel: Browser, rivers: str, database: Database, cast: Cast
) -> None:
    assert "No evidence yet, so it counts as unverified." in hazel.text(rivers)
    assert "No claim has been checked against sources yet." not in hazel.text(rivers)
    assert "No claim has been checked against sources yet." in hazel.text(kept(database, cast, builders.bank()))


@pytest.mark.parametrize(
    ("show", "claims", "stem"),
    [
        ("check", ["c-2"], "Statement i-2 holds."),
        ("true", ["c-1"], "Statement i-1 holds."),
        ("false", ["c-3"], "Statement i-3 holds."),
        ("unverified", ["c-2"], "Statement i-2 holds."),
        ("single_choice", ["c-1"], "What is the Wye, i-4?"),
        ("cloze", ["c-3"], "The Wye is ____ kilometres long."),
    ],
)
def test_a_tab_shows_the_claims_with_such_questions_opened(
    hazel: Browser, rivers: str, show: str, claims: list[str], stem: str
) -> None:
    page = hazel.text(f"{rivers}?show={show}")
    assert OPEN.findall(page) == ROWS.findall(page) == claims
    assert stem in page
    assert page.count('<article class="item') == 1


def test_tabs_count_questions_and_an_unknown_one_shows_all(hazel: Browser, rivers: str) -> None:
    page = hazel.text(f"{rivers}?show=nonsense&page=nonsense&claim=nonsense")
    assert ROWS.findall(page) == ["c-1", "c-2", "c-3"]
    tabs = re.findall(r'(\w[\w ]*?) <span class="count">(\d+)</span>', page)
    assert tabs == [
        ("All", "5"),
        ("To check", "1"),
        ("True", "1"),
        ("False", "1"),
        ("Unverified", "1"),
        ("Multiple choice", "1"),
        ("Fill the gap", "1"),
    ]


def test_an_empty_tab_says_what_that_means(hazel: Browser, database: Database, cast: Cast) -> None:
    address = kept(database, cast, builders.bank())
    assert "Nothing waits. Every question is ready." in hazel.text(f"{address}?show=check")
    assert "Nothing unverified." in hazel.text(f"{address}?show=unverified")
    assert "No question of this kind." in hazel.text(f"{address}?show=false")
    assert "No claims were found" in hazel.text(kept(database, cast, builders.bank(claims=(), items=())))


def test_questions_without_a_claim_are_shown_after_the_claims(hazel: Browser, database: Database, cast: Cast) -> None:
    page = hazel.text(kept(database, cast, builders.bank(items=(builders.choice("i-9", ()),))))
    assert "Questions about the text as a whole" in page
    assert "What is the Wye, i-9?" in page


def test_claims_of_several_passages_lead_each_to_its_own(hazel: Browser, database: Database, cast: Cast) -> None:
    text = "The Thames is a river. It flows through London."
    other = Passage("p2", "The Thames", text)
    second = Claim("c-9", "p2", Span(0, 22), "The Thames is a river.", Stance.ASSERTED)
    page = hazel.text(
        kept(
            database,
            cast,
            builders.bank(passages=(builders.passage(), other), claims=(second, builders.claim()), items=()),
        )
    )
    assert ROWS.findall(page) == ["c-1", "c-9"]
    assert 'href="#paragraph-2-1"' in page
    assert 'id="paragraph-2-1"' in page


def test_a_long_bank_comes_a_hundred_claims_at_a_time_with_their_paragraphs(
    hazel: Browser, database: Database, cast: Cast
) -> None:
    sentence = f"This sentence says that a river is {'very ' * 60}long."
    text = "\n\n".join([sentence] * 250)
    step = len(sentence) + 2
    claims = tuple(claim(f"c-{n}", n * step, n * step + len(sentence)) for n in range(250))
    address = kept(database, cast, builders.bank(passages=(Passage("p1", "Long", text),), claims=claims, items=()))
    assert ROWS.findall(hazel.text(address)) == [f"c-{n}" for n in range(100)]
    page = hazel.text(f"{address}?page=3")
    assert ROWS.findall(page) == [f"c-{n}" for n in range(200, 250)]
    assert 'id="paragraph-1-201"' in page
    assert 'id="paragraph-1-200"' not in page
    assert OPEN.findall(hazel.text(f"{address}?claim=c-150")) == ["c-150"]
    assert ROWS.findall(hazel.text(f"{address}?page=99"))[-1] == "c-249"


def test_publish_is_offered_when_something_is_ready_and_quizzes_are_named(
    hazel: Browser, rivers: str, database: Database, cast: Cast
) -> None:
    assert f'href="{rivers}/publish"' in hazel.text(rivers)
    queued = builders.bank(items=(builders.verdict(status=Status.QUEUED),))
    assert "/publish" not in hazel.text(kept(database, cast, queued))
    with database.writing() as session:
        quiz = a_quiz(session, cast.hazel, title="Rivers on Monday")
        a_quiz(session, cast.basil, title="Rivers of others", bank=RIVERS)
    page = hazel.text("/banks/3")
    assert f'<a href="/quizzes/{quiz}">Rivers on Monday, Class 7b</a>' in page


def test_of_many_quizzes_the_newest_are_named(hazel: Browser, rivers: str, database: Database, cast: Cast) -> None:
    bank_id = int(rivers.rpartition("/")[2])
    with database.writing() as session:
        class_id = a_class(session, cast.hazel).id
        for number in range(6):
            quizzes.publish(
                session,
                bank_id=bank_id,
                class_id=class_id,
                title=f"Round {number}",
                policy=Policy(),
                blueprint=Blueprint(1),
                by=cast.hazel.id,
                now=NOW,
            )
    page = hazel.text(rivers)
    assert [number for number in range(6) if f"Round {number}, Class 7b" in page] == [2, 3, 4, 5]
    assert '<a href="/quizzes">2 more</a>' in page


def test_hostile_words_stay_words(hazel: Browser, database: Database, cast: Cast) -> None:
    evil = Source(HOSTILE, HOSTILE, HOSTILE, Bearing.CONFIRMS, 1999, "https://example.org/?a=\"onclick='x'")
    text = f"The Wye is {HOSTILE} a river."
    item = builders.verdict("i-1", ("c-1",), status=Status.QUEUED, stem=HOSTILE)
    bank = builders.bank(
        title=HOSTILE,
        passages=(Passage("p1", HOSTILE, text),),
        claims=(
            Claim(
                "c-1", "p1", Span(0, 30), HOSTILE, Stance.REPORTED, Evidence(Verdict.TRUE, (evil,), HOSTILE, HOSTILE)
            ),
        ),
        items=(item, builders.choice("i-2", ("c-1",), options=(HOSTILE, "lake"), key=HOSTILE)),
    )
    page = hazel.get(f"{kept(database, cast, bank)}?claim=c-1").text
    assert "<script>alert(" not in page
    assert inline_parts(page) == []


def test_keys_are_shown_to_teachers_who_may_read_the_bank(
    basil: Browser, juniper: Browser, client: Browser, rivers: str, database: Database
) -> None:
    assert basil.get(rivers).status_code == 404
    assert juniper.get(rivers).status_code == 404
    assert client.get(rivers).location.startswith("/sign-in")
    with database.writing() as session:
        shipped = f"/banks/{a_bank(session, None, RIVERS)}"
    assert "It came with quizgen." in basil.text(shipped)
    assert juniper.get(shipped).status_code == 404


def test_the_page_has_nothing_that_the_content_policy_forbids(hazel: Browser, rivers: str) -> None:
    assert inline_parts(hazel.get(f"{rivers}?claim=c-3").text) == []
