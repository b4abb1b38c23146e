"""The bank that was asked for: counted, shared out, spread, and honest about what could not be had."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.domain.banks.bank import Bank
from quizgen.domain.claims.claim import Verdict
from quizgen.domain.items.item import Basis, Item, Status
from quizgen.domain.passages.passage import Passage
from quizgen.generation.composing import NOT_NEEDED, compose
from quizgen.generation.options import Options
from quizgen.generation.pipeline import generate
from tests.builders import bank, claim, cloze, verdict
from tests.passages import HARBOUR

SECTIONS = ("Bees", "Mills", "Ferries")


def a_bank(each: int = 12, claims_each: int = 12) -> Bank:
    """Return a bank of three sections, each with as many verdict items of every key and cloze items as wanted."""
    text, claims, items = "# A valley\n\n", [], []
    for section in SECTIONS:
        text += f"## {section}\n\n"
        for number in range(claims_each):
            claims.append(replace(claim(f"{section}-{number}", len(text), len(text) + 5)))
            text += f"Claim {number}. "
        text += "\n\n"
        for number in range(each):
            about = (f"{section}-{number % claims_each}",)
            items += [
                replace(verdict(f"{section}-{key.value}-{number}", about, key), difficulty=number % 5 + 1)
                for key in Verdict
            ]
            items.append(cloze(f"{section}-cloze-{number}", about))
    passages = (Passage("p1", "A valley", text),)
    return bank(passages=passages, claims=tuple(claims), items=tuple(items))


def section_of(item: Item) -> str:
    return item.id.partition("-")[0]


@given(st.integers(1, 150), st.integers(0, 5))
@settings(deadline=None, max_examples=30)
def test_so_many_stay_ready_spread_over_sections_and_nothing_is_lost(count: int, seed: int) -> None:
    whole = a_bank()
    composed = compose(whole, Options(count=count, seed=seed))
    ready = composed.bank.ready()
    assert len(ready) == min(count, len(whole.items))
    assert [item.id for item in composed.bank.items] == [item.id for item in whole.items]
    assert {item.why for item in composed.bank.items if item.status is Status.QUEUED} <= {NOT_NEEDED}
    assert composed.set_aside == len(whole.items) - len(ready)
    sections = Counter(map(section_of, ready))
    # The last of a kind or key may all lie in one section.
    assert count > 100 or max(sections.values()) - min(sections[name] for name in SECTIONS) <= 1
    assert compose(whole, Options(count=count, seed=seed)) == composed


def test_shares_are_those_that_were_asked_for() -> None:
    shares = {Verdict.TRUE: 50, Verdict.FALSE: 25, Verdict.UNVERIFIED: 25}
    composed = compose(a_bank(), Options(count=20, kinds=("verdict",), shares=shares))
    assert Counter(item.key_text() for item in composed.bank.ready()) == {"True": 10, "False": 5, "Unverified": 5}
    assert composed.unmet == ()


def test_a_claim_gets_a_second_item_only_when_each_has_one() -> None:
    for count in (9, 12, 15):
        ready = compose(a_bank(each=8, claims_each=4), Options(count=count)).bank.ready()
        used = Counter(item.claims for item in ready)
        assert len(used) == min(count, 12)
        assert max(used.values()) - min(used.values()) <= 1


def test_what_is_too_easy_or_of_a_key_nobody_wants_waits_with_the_reason() -> None:
    shares = {Verdict.TRUE: 50, Verdict.FALSE: 50, Verdict.UNVERIFIED: 0}
    composed = compose(a_bank(), Options(easiest=3, hardest=4, shares=shares))
    ready = composed.bank.ready()
    assert {item.difficulty for item in ready} == {3, 4}
    assert {item.key_text() for item in ready if item.kind == "verdict"} == {"True", "False"}
    reasons = Counter(item.why for item in composed.bank.items if item.status is Status.QUEUED)
    assert "Its difficulty is 1; you asked for 3 to 4." in reasons
    assert "You asked for no unverified statements." in reasons
    assert composed.set_aside == reasons.total()


def test_what_could_not_be_had_is_told_in_plain_words() -> None:
    whole = a_bank(each=4)
    kept = tuple(i for i in whole.items if section_of(i) != "Mills" and i.key_text() != "Unverified")
    options = Options(count=99, kinds=("verdict", "numeric"), bases=tuple(Basis), left_out=("Wasps",))
    unmet = compose(replace(whole, items=kept), options).unmet
    assert unmet == (
        "Asked for 99; 16 questions were possible.",
        "Asked for 30% unverified; 0% were possible.",
        "No question of these kinds is ready: numeric.",
        "No question that is judged by evidence is ready.",
        "There is no heading “Wasps”, so nothing was left out for it.",
        "Sections without a ready question: Mills.",
    )


def test_queued_items_stay_as_they_are() -> None:
    waiting = verdict("i-9", ("Bees-1",), status=Status.QUEUED)
    whole = a_bank()
    composed = compose(replace(whole, items=(*whole.items, waiting)), Options(count=1))
    assert composed.bank.item("i-9") == waiting


@pytest.fixture(scope="module")
def made(parser):
    """Return a function from options to the draft of the harbour text."""
    return lambda **asked: generate("A", (Passage("p1", "A", HARBOUR),), parser, options=Options(**asked))


def test_a_section_that_is_left_out_has_neither_claims_nor_items(made) -> None:
    passage = made().bank.passages[0]
    heading = passage.paragraphs()[-1].section
    draft = made(left_out=(heading.upper(),))
    whole = made()
    inside = {block.span for block in passage.paragraphs() if block.section == heading}
    assert any(span.covers(one.span) for one in whole.bank.claims for span in inside)
    assert not any(span.covers(one.span) for one in draft.bank.claims for span in inside)
    assert "you left its section out" in {reason for _, reason in draft.report.skipped}
    assert draft.bank.passages == whole.bank.passages


def test_a_word_that_is_never_asked_for_is_no_key_and_the_refusal_is_counted(made) -> None:
    asked = {key for item in made().bank.items if item.kind == "cloze" for key in item.key}
    word = max(sorted(asked), key=len)
    draft = made(never_gaps=(word.upper(),))
    assert word not in {key for item in draft.bank.items if item.kind == "cloze" for key in item.key}
    assert draft.report.refused["never-gap"].count > 0
    assert draft.bank.items


def test_the_report_says_what_was_set_aside_and_what_is_missing(made) -> None:
    draft = made(count=3)
    assert len(draft.bank.ready()) == 3
    assert f"Ready but not asked for, so queued: {draft.report.set_aside}." in draft.report.text()
    short = made(count=5_000).report
    assert f"Asked for 5,000; {len(made().bank.ready())} questions were possible." in short.text()
    assert short.document()["unmet"] == list(short.unmet)
