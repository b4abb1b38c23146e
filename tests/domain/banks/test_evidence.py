"""A source confirmed for a claim: its evidence is weighed again and its items on evidence follow."""

from dataclasses import replace

import pytest

from quizgen.domain.banks.evidence import MAKER, bank_with_source, evidence_item
from quizgen.domain.banks.lint import lint
from quizgen.domain.claims.claim import Bearing, Verdict
from quizgen.domain.items.item import Basis, Status
from tests import builders

ON_EVIDENCE = builders.verdict("i-9", ("c-2",), Verdict.UNVERIFIED, Basis.EVIDENCE)


def test_a_claim_without_an_item_on_evidence_gets_one_behind_its_others() -> None:
    bank = bank_with_source(builders.bank(), "c-1", builders.source())
    assert [item.id for item in bank.items[:1]] == ["i-1"]
    new = bank.items[1]
    assert (new.claims, new.basis, new.stem, new.maker) == (("c-1",), Basis.EVIDENCE, "The Wye is a river.", MAKER)
    assert (new.key_text(), new.status, new.rationale) == ("True", Status.READY, bank.claim("c-1").evidence.rationale)
    assert lint(bank) == ()
    assert bank.claim("c-2") == builders.bank().claim("c-2")


@pytest.mark.parametrize(("says", "key"), [(Bearing.CONFIRMS, Verdict.TRUE), (Bearing.REFUTES, Verdict.FALSE)])
def test_items_on_evidence_are_keyed_anew_and_keep_their_id_and_words(says: Bearing, key: Verdict) -> None:
    bank = bank_with_source(builders.bank(items=(ON_EVIDENCE,)), "c-2", builders.source(says))
    (item,) = bank.items
    assert (item.id, item.stem, item.key) == ("i-9", ON_EVIDENCE.stem, key)
    assert "Rivers of Britain" in item.rationale
    assert lint(bank) == ()


def test_items_on_the_passage_and_of_other_claims_stay() -> None:
    bank = builders.bank(items=(builders.verdict(), ON_EVIDENCE))
    changed = bank_with_source(bank, "c-1", builders.source())
    assert set(bank.items) < set(changed.items)


def test_words_of_a_persons_own_stay_while_the_key_does() -> None:
    own = replace(ON_EVIDENCE, rationale="Nobody has ever looked.")
    bank = builders.bank(items=(own,))
    assert bank_with_source(bank, "c-2", builders.source(Bearing.LEAVES_OPEN)).items == (own,)
    assert bank_with_source(bank, "c-2", builders.source()).items[0].rationale != own.rationale


def test_a_statement_that_leans_waits() -> None:
    leaning = replace(builders.claim(), leans_on="it")
    claims = (leaning, *builders.bank().claims[1:])
    assert bank_with_source(builders.bank(claims=claims), "c-1", builders.source()).items[1].status is Status.QUEUED
    context = builders.verdict(stem='[Context: "The Wye is long."] It is a river.')
    bank = bank_with_source(builders.bank(items=(context,)), "c-1", builders.source())
    assert bank.items[1].status is Status.QUEUED


def test_a_claim_that_is_not_there_is_no_claim() -> None:
    with pytest.raises(KeyError):
        bank_with_source(builders.bank(), "c-99", builders.source())


def test_the_item_of_a_claim_has_always_the_same_id() -> None:
    assert evidence_item(builders.claim()).id == evidence_item(builders.claim(), why="Look at it.").id
