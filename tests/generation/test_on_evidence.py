"""Items on evidence: each claim as the statement, unverified while nobody has cited a source."""

import pytest

from quizgen.domain.banks.lint import lint
from quizgen.domain.claims.claim import Stance, Verdict
from quizgen.domain.claims.weighing import NOTHING_CITED
from quizgen.domain.items.item import Basis, Status
from quizgen.domain.passages.passage import Passage
from quizgen.generation.pipeline import Options, generate
from tests.passages import HARBOUR

TEXT = """# Lindry

The harbour of Lindry was built in 1874. It is a beautiful place. The harbour of Lindry will close in spring.
"""


def made(parser, text, *bases, **options):
    return generate("A text", (Passage("p1", "A text", text),), parser, options=Options(bases=bases, **options)).bank


@pytest.fixture(scope="module")
def alone(parser):
    return made(parser, TEXT, Basis.EVIDENCE)


def test_the_passage_stays_the_default(harbour):
    assert {item.basis for item in harbour.bank.items} == {Basis.PASSAGE}


def test_only_evidence_makes_one_item_a_claim_and_no_other(alone):
    assert [item.claims for item in alone.items] == [(claim.id,) for claim in alone.claims]
    assert {(item.kind, item.basis, item.key) for item in alone.items} == {
        ("verdict", Basis.EVIDENCE, Verdict.UNVERIFIED)
    }
    assert [item.stem for item in alone.items] == [claim.statement for claim in alone.claims]
    assert lint(alone) == ()


def test_what_stands_alone_is_ready_and_what_leans_waits_with_the_reason(alone):
    first, second, third = alone.items
    assert (first.status, first.rationale) == (Status.READY, NOTHING_CITED)
    assert second.status is Status.QUEUED
    assert second.why == "It is not clear what “It” points to; say it in full."
    assert third.status is Status.READY


def test_a_judgement_and_a_forecast_say_that_no_source_settles_them(alone):
    reasons = {claim.stance: claim.evidence.reason for claim in alone.claims}
    assert reasons == {Stance.ASSERTED: None, Stance.EVALUATIVE: "opinion", Stance.PREDICTED: "prediction"}
    assert all(item.rationale == (claim.evidence.rationale or NOTHING_CITED)
               for item, claim in zip(alone.items, alone.claims, strict=True))  # fmt: skip


def test_with_both_bases_the_items_on_the_passage_are_as_without(parser, harbour):
    both = made(parser, HARBOUR, Basis.PASSAGE, Basis.EVIDENCE)
    assert [item for item in both.items if item.basis is Basis.PASSAGE] == list(harbour.bank.items)
    assert sum(item.basis is Basis.EVIDENCE for item in both.items) == len(both.claims)
    assert lint(both) == ()


def test_without_the_kind_there_are_none(parser):
    assert made(parser, TEXT, Basis.EVIDENCE, kinds=("cloze",)).items == ()


def test_a_claim_that_is_said_twice_is_asked_once(parser):
    text = "Lindry sells salt to Marwick, and Basil sells boats. In 1950 Lindry grew. Lindry sells salt to Marwick."
    bank = made(parser, text, Basis.EVIDENCE)
    ready = [item.stem for item in bank.items if item.status is Status.READY]
    assert len(ready) == len(set(ready))
