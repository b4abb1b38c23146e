"""A text becomes a bank: sound, complete, repeatable, and honest about what it refused."""

import json

import pytest

from quizgen.domain.banks.lint import lint
from quizgen.domain.banks.writing import bank_document
from quizgen.domain.claims.claim import Verdict
from quizgen.domain.items.item import Status
from quizgen.domain.items.kinds import KINDS
from quizgen.domain.items.verdict import VerdictItem
from quizgen.domain.passages.passage import Passage
from quizgen.formats.yaml_bank import bank_yaml, parse_bank
from quizgen.generation.makers.registry import MAKERS
from quizgen.generation.pipeline import Options, generate
from tests.passages import HARBOUR

OTHER = """# The mill

The mill at Quarry Bend was opened in 1921. It is the largest mill in the valley, and it grinds wheat and barley. Its
owner, Juniper Quill, believes that water power will return. The price of flour has not changed since the spring.
"""


@pytest.mark.parametrize("text", [HARBOUR, OTHER, "The harbour is old. It has a pier."])
def test_a_bank_has_no_problem_and_every_claim_a_verdict_item(draft_of, text):
    bank = draft_of(text).bank
    assert lint(bank) == ()
    covered = {item.claims[0] for item in bank.items if isinstance(item, VerdictItem)}
    assert covered == {claim.id for claim in bank.claims}


def test_every_claim_span_and_item_span_points_into_the_passage(harbour):
    text = harbour.bank.passages[0].text
    for claim in harbour.bank.claims:
        first = claim.statement.rstrip(".").split()[-1]
        assert first in claim.span.of(text)
    for item in harbour.bank.items:
        assert all(span.of(text).strip() for span in item.spans)


def test_claims_stand_in_reading_order_and_items_in_the_order_of_their_claims(harbour):
    spans = [claim.span for claim in harbour.bank.claims]
    assert spans == sorted(spans)
    order = [claim.id for claim in harbour.bank.claims]
    places = [order.index(item.claims[0]) for item in harbour.bank.items]
    assert places == sorted(places)


def test_the_same_text_and_seed_give_the_same_bank(parser, harbour):
    again = generate("A text", (Passage("p1", "A text", HARBOUR),), parser, options=Options())
    assert bank_document(again.bank) == bank_document(harbour.bank)
    assert again.report == harbour.report


def test_another_seed_moves_a_year_elsewhere_and_keeps_the_claims(draft_of, harbour):
    others = [draft_of(HARBOUR, seed).bank for seed in (1, 2, 3)]
    assert all(other.claims == harbour.bank.claims for other in others)
    moved = {item.stem for bank in (harbour.bank, *others) for item in bank.items if item.maker == "year-moved"}
    assert len(moved) > 1


def test_a_change_at_the_end_leaves_the_items_before_it_alone(draft_of, harbour):
    longer = draft_of(HARBOUR + "\nThe pier was painted in 1970 by a group of pupils.\n").bank
    before = {item.stem for item in harbour.bank.items}
    assert before <= {item.stem for item in longer.items}


def test_queued_items_say_why_and_no_claim_has_two_ready_items_of_one_key(harbour):
    ready = [(i.claims, i.kind, i.key_text()) for i in harbour.bank.items if i.status is Status.READY]
    assert len(ready) == len(set(ready))
    assert all(item.why for item in harbour.bank.items if item.status is Status.QUEUED)


def test_only_the_kinds_asked_for_are_made(parser):
    draft = generate("A", (Passage("p1", "A", HARBOUR),), parser, options=Options(kinds=("cloze",)))
    assert {item.kind for item in draft.bank.items} == {"cloze"}


def test_two_passages_feed_one_bank_each_claim_in_its_own(parser):
    passages = (Passage("p1", "One", HARBOUR), Passage("p2", "Two", OTHER))
    bank = generate("Both", passages, parser, options=Options()).bank
    assert lint(bank) == ()
    assert [claim.passage for claim in bank.claims] == sorted(claim.passage for claim in bank.claims)
    assert {claim.passage for claim in bank.claims} == {"p1", "p2"}


def test_progress_counts_each_sentence_up_to_the_total(parser):
    heard = []
    generate("A", (Passage("p1", "A", OTHER),), parser, options=Options(), progress=heard.append)
    making = [one for one in heard if one.done]
    assert [one.done for one in making] == list(range(1, making[-1].total + 1))
    assert making[-1].claims > 0
    assert making[-1].items > 0


def test_a_progress_callback_that_raises_stops_the_run(parser):
    class Cancelled(Exception):
        pass

    def cancel(progress):
        if progress.done == 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        generate("A", (Passage("p1", "A", OTHER),), parser, options=Options(), progress=cancel)


def test_the_report_counts_what_the_bank_holds_and_what_was_refused(harbour):
    report, bank = harbour.report, harbour.bank
    assert sum(report.claims.values()) == len(bank.claims) == report.covered
    assert sum(report.items["by_status"].values()) == len(bank.items)
    assert report.items["ready_by_key"] == report.cues["all"]
    assert report.refused["spare"].count >= len(report.refused["spare"].examples) > 0
    assert json.loads(json.dumps(report.document())) == report.document()
    assert "Ready verdict items by key" in report.text()


def test_sentences_without_a_claim_are_listed_with_the_reason(draft_of):
    text = (
        "Norway has old piers. Who built the pier? Look at the sea.\n\nNorway has old piers. We like it here very much."
    )
    skipped = dict(draft_of(text).report.skipped)
    assert skipped == {
        "Who built the pier?": "a question",
        "Look at the sea.": "an instruction",
        "Norway has old piers.": "it repeats an earlier sentence word for word",
        "We like it here very much.": "the writer speaks of themselves",
    }


def test_words_inside_a_quotation_are_nobodys_claim_but_the_speakers(draft_of):
    text = "The keeper wrote a letter. “The lamp is broken. The glass is gone. Send help,” she wrote to the board."
    reasons = {reason for _, reason in draft_of(text).report.skipped}
    assert reasons == {"it stands inside a quotation"}


def test_every_maker_makes_a_known_kind_and_is_named_once():
    assert {maker.kind for maker in MAKERS.values()} <= set(KINDS)
    assert all(name == maker.name for name, maker in MAKERS.items())


def test_a_text_without_any_claim_gives_an_empty_bank(draft_of):
    draft = draft_of("Who goes there? Why?")
    assert draft.bank.items == draft.bank.claims == ()
    assert "0 claims" in draft.report.text()


def test_the_three_verdicts_all_occur(harbour):
    keys = {item.key for item in harbour.bank.items if isinstance(item, VerdictItem) and item.status is Status.READY}
    assert keys == set(Verdict)


def test_a_sentence_without_an_end_asks_nothing_and_breaks_no_bank(draft_of):
    endless = "The mill was built by Hale, " + "and the tower was painted by Quill, " * 60 + "and the bridge was old."
    draft = draft_of(f"{endless} It burned in 1950. Norway closed a school in Oslo.")
    assert (endless, "too long to judge") in draft.report.skipped
    assert parse_bank(bank_yaml(draft.bank), name="a bank") == draft.bank
    leaning = [item for item in draft.bank.items if "burned" in item.stem]
    assert leaning
    assert all(item.status is Status.QUEUED and len(item.stem) < 100 for item in leaning)
