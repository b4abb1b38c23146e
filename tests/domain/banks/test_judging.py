"""A teacher's word on evidence: what it needs, and which keys follow it."""

import pytest

from quizgen.domain.banks.bank import Bank
from quizgen.domain.banks.evidence import evidence_item
from quizgen.domain.banks.judging import with_added_source, with_changed_source, with_verdict
from quizgen.domain.banks.lint import lint
from quizgen.domain.claims.claim import Bearing, Evidence, Verdict
from quizgen.domain.claims.weighing import DISAGREE, OPINION, REASONS, TOO_VAGUE, is_told, told_by_reason
from quizgen.domain.errors import BadInput, Conflict
from tests import builders

CONFIRMS, REFUTES = builders.source(), builders.source(Bearing.REFUTES)
CLAIM = builders.claim()
ASKED = evidence_item(CLAIM)
BANK = builders.bank(claims=(CLAIM,), items=(ASKED, builders.verdict("i-1"), builders.choice("i-2")))


def judged(bank: Bank, verdict: Verdict, reason: str | None = None, rationale: str | None = None) -> Bank:
    after = with_verdict(bank, "c-1", verdict, reason=reason, rationale=rationale, asks=False)
    assert lint(after) == ()
    return after


def cited(*sources: object, bank: Bank = BANK) -> Bank:
    for source in sources:
        bank = with_added_source(bank, "c-1", source, weighs=False)
    return bank


@pytest.mark.parametrize(("verdict", "source"), [(Verdict.TRUE, CONFIRMS), (Verdict.FALSE, REFUTES)])
def test_a_settled_verdict_needs_a_source_that_says_so(verdict: Verdict, source: object) -> None:
    other = REFUTES if source is CONFIRMS else CONFIRMS
    for bank in (BANK, cited(other)):
        with pytest.raises(BadInput, match="Only a source that"):
            judged(bank, verdict)
    after = judged(cited(source), verdict)
    assert after.item(ASKED.id).key is verdict
    assert "The Wye is one of them." in after.item(ASKED.id).rationale


def test_unverified_needs_a_reason() -> None:
    with pytest.raises(BadInput, match="why"):
        judged(BANK, Verdict.UNVERIFIED)
    evidence = judged(BANK, Verdict.UNVERIFIED, OPINION).claim("c-1").evidence
    assert (evidence.verdict, evidence.reason) == (Verdict.UNVERIFIED, OPINION)


def test_only_questions_on_evidence_are_keyed_anew() -> None:
    after = judged(cited(REFUTES), Verdict.FALSE)
    assert [item.id for item, old in zip(after.items, BANK.items, strict=True) if item != old] == [ASKED.id]


def test_words_of_the_teacher_are_kept_and_others_follow_the_verdict() -> None:
    own = judged(cited(CONFIRMS), Verdict.TRUE, rationale="Everybody in Hereford knows.")
    assert own.claim("c-1").evidence.rationale == "Everybody in Hereford knows."
    assert not is_told(own.claim("c-1").evidence)
    assert is_told(judged(own, Verdict.UNVERIFIED, TOO_VAGUE).claim("c-1").evidence)


def test_a_source_alone_changes_no_verdict_unless_it_weighs() -> None:
    alone = cited(CONFIRMS)
    assert alone.claim("c-1").evidence.verdict is Verdict.UNVERIFIED
    assert alone.items == BANK.items
    weighed = with_added_source(BANK, "c-1", CONFIRMS, weighs=True)
    assert weighed.claim("c-1").evidence.verdict is weighed.item(ASKED.id).key is Verdict.TRUE


def test_a_source_that_is_there_already_changes_nothing() -> None:
    once = cited(CONFIRMS)
    assert with_added_source(once, "c-1", CONFIRMS, weighs=True) == once


def test_the_last_source_of_a_verdict_can_neither_go_nor_say_otherwise() -> None:
    settled = judged(cited(CONFIRMS), Verdict.TRUE)
    for instead in (None, REFUTES, builders.source(Bearing.LEAVES_OPEN)):
        with pytest.raises(BadInput, match="rests on this source"):
            with_changed_source(settled, "c-1", 0, instead)
    both = cited(REFUTES, bank=settled)
    assert with_changed_source(both, "c-1", 1, None) == settled


def test_a_source_is_changed_where_it_stands_and_taken_away() -> None:
    both = cited(CONFIRMS, REFUTES)
    leaves_open = builders.source(Bearing.LEAVES_OPEN)
    changed = with_changed_source(both, "c-1", 0, leaves_open)
    assert changed.claim("c-1").evidence.sources == (leaves_open, REFUTES)
    assert with_changed_source(changed, "c-1", 0, None).claim("c-1").evidence.sources == (REFUTES,)
    for place in (-1, 2):
        with pytest.raises(Conflict):
            with_changed_source(both, "c-1", place, None)


def test_a_claim_without_a_question_on_evidence_gets_one_where_it_is_asked_for() -> None:
    bare = builders.bank(claims=(CLAIM,), items=(builders.verdict("i-1"),))
    assert len(with_verdict(bare, "c-1", Verdict.UNVERIFIED, reason=OPINION, rationale=None, asks=False).items) == 1
    after = with_verdict(bare, "c-1", Verdict.UNVERIFIED, reason=OPINION, rationale=None, asks=True)
    assert [item.stem for item in after.items] == ["Statement i-1 holds.", CLAIM.statement]


def test_every_reason_is_said_in_words() -> None:
    assert all(told_by_reason(reason, ()) for reason in REASONS)
    assert "says otherwise" in (told_by_reason(DISAGREE, (CONFIRMS, REFUTES)) or "")
    assert told_by_reason("another reason", ()) is None
    assert is_told(Evidence())
