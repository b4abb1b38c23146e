"""Claims reworded, split, merged, added and left out, and what becomes of their items."""

from dataclasses import replace

import pytest

from quizgen.domain.banks import claim_words
from quizgen.domain.banks.bank import Bank
from quizgen.domain.banks.evidence import evidence_item
from quizgen.domain.banks.lint import lint
from quizgen.domain.claims.claim import Bearing, Evidence, Stance, Verdict
from quizgen.domain.errors import BadInput
from quizgen.domain.items.item import Status
from quizgen.domain.passages.passage import Passage
from quizgen.domain.passages.span import Span
from tests import builders

TRUE = Evidence(Verdict.TRUE, (builders.source(),), rationale="It is.")
ONE = builders.claim("c-1", 10, 29, TRUE)
TWO = replace(builders.claim("c-2", 30, 55), statement="It may flood in spring.", stance=Stance.HEDGED)
THREE = replace(builders.claim("c-3", 56, 81), statement="It is 250 kilometres long.", repeats="c-2")
ASKED = {claim.id: evidence_item(claim) for claim in (ONE, TWO)}
BANK = builders.bank(
    claims=(ONE, TWO, THREE),
    conflicts=(("c-1", "c-2"), ("c-2", "c-3")),
    items=(
        *ASKED.values(),
        builders.verdict("i-1"),
        builders.choice("i-2", ("c-2",)),
        builders.choice("i-3", ("c-2", "c-3")),
        builders.cloze("i-4", ("c-3",)),
    ),
)


def sound(bank: Bank) -> Bank:
    assert lint(bank) == ()
    return bank


def test_words_are_found_where_they_stand_nearest() -> None:
    passage = Passage("p1", "Ducks", "A duck is\na bird. A  duck is a bird.")
    assert claim_words.located(passage, "duck is a bird").of(passage.text) == "duck is\na bird"
    assert claim_words.located(passage, " duck is a\tbird ", near=30) == Span(21, 35)
    for words in ("", "  ", "duck is no bird", "Duck is"):
        with pytest.raises(BadInput, match="letter by letter"):
            claim_words.located(passage, words)


def test_other_words_put_questions_on_evidence_before_the_teacher() -> None:
    after = sound(claim_words.reworded(BANK, "c-1", statement="The Wye flows.", span=ONE.span, stance=Stance.REPORTED))
    asked = after.item(ASKED["c-1"].id)
    assert (asked.stem, asked.status, asked.key) == ("The Wye flows.", Status.QUEUED, Verdict.TRUE)
    assert after.claim("c-1") == replace(ONE, statement="The Wye flows.", stance=Stance.REPORTED)
    assert after.items[1:] == BANK.items[1:]


def test_another_place_alone_leaves_every_question_as_it_is() -> None:
    after = claim_words.reworded(BANK, "c-1", statement=ONE.statement, span=Span(10, 17), stance=ONE.stance)
    assert after.items == BANK.items
    assert after.claim("c-1").span == Span(10, 17)


def test_a_split_claim_is_two_and_its_questions_are_about_both() -> None:
    after, new = claim_words.split(BANK, "c-2", ("It floods.", TWO.span), ("It is wet in spring.", Span(33, 54)))
    sound(after)
    assert [claim.id for claim in after.claims] == ["c-1", "c-2", new, "c-3"]
    assert (after.claim("c-2").statement, after.claim(new).statement) == ("It floods.", "It is wet in spring.")
    assert after.claim(new).evidence.sources == ()
    assert after.item("i-2").claims == ("c-2", new)
    assert after.item("i-3").claims == ("c-2", "c-3", new)
    assert after.item(ASKED["c-2"].id).claims == ("c-2",)
    assert after.item(ASKED["c-2"].id).status is Status.QUEUED


def test_of_merged_claims_one_is_left_with_the_questions_and_sources_of_both() -> None:
    settled = replace(TWO, evidence=Evidence(Verdict.TRUE, (builders.source(), _other_source()), rationale="Yes."))
    items = (evidence_item(ONE), evidence_item(settled), *BANK.items[2:])
    bank = replace(BANK, claims=(ONE, settled, THREE), items=items)
    after = sound(claim_words.merged_claims(bank, "c-1", "c-2", statement="The Wye is a river that floods."))
    assert [claim.id for claim in after.claims] == ["c-1", "c-3"]
    assert after.claim("c-1").evidence.sources == (builders.source(), _other_source())
    assert after.claim("c-1").span == Span(10, 55)
    assert after.claim("c-3").repeats == "c-1"
    assert after.conflicts == (("c-1", "c-3"),)
    assert [item.claims for item in after.items] == [("c-1",)] * 4 + [("c-1", "c-3"), ("c-3",)]


def test_questions_on_evidence_of_another_verdict_do_not_come_along() -> None:
    after = sound(claim_words.merged_claims(BANK, "c-1", "c-2", statement=ONE.statement))
    assert ASKED["c-2"].id not in {item.id for item in after.items}
    assert len(after.items) == len(BANK.items) - 1


def test_a_claim_that_comes_later_is_no_longer_repeated() -> None:
    after = sound(claim_words.merged_claims(BANK, "c-3", "c-2", statement=THREE.statement))
    assert after.claim("c-3").repeats is None


def test_claims_of_different_texts_and_a_claim_with_itself_cannot_be_merged() -> None:
    far = replace(builders.claim("c-9"), passage="p2")
    bank = replace(BANK, passages=(builders.passage(), builders.passage(id="p2")), claims=(*BANK.claims, far))
    for other in ("c-9", "c-1"):
        with pytest.raises(BadInput):
            claim_words.merged_claims(bank, "c-1", other, statement="Anything.")


def test_a_new_claim_stands_in_reading_order() -> None:
    span = Span(14, 17)
    after, new = claim_words.with_claim(BANK, passage="p1", span=span, statement="It is.", stance=Stance.EVALUATIVE)
    sound(after)
    assert [claim.id for claim in after.claims] == ["c-1", new, "c-2", "c-3"]
    assert after.claim(new).evidence.reason == "opinion"
    last, name = claim_words.with_claim(after, passage="p1", span=Span(60, 70), statement="x", stance=Stance.ASSERTED)
    assert last.claims[-1].id == name


def test_with_a_claim_go_the_questions_about_it_alone() -> None:
    assert [item.id for item in claim_words.going_with(BANK, ["c-2"])] == [ASKED["c-2"].id, "i-2"]
    after = sound(claim_words.without_claims(BANK, ["c-2"]))
    assert after.item("i-3").claims == ("c-3",)
    assert after.conflicts == ()
    assert after.claim("c-3").repeats is None
    assert sound(claim_words.without_claims(BANK, ["c-1", "c-2", "c-3"])).items == ()


def test_a_question_that_quotes_another_text_goes_with_its_claim() -> None:
    far = replace(builders.claim("c-9"), passage="p2")
    bank = replace(
        BANK,
        passages=(builders.passage(), builders.passage(id="p2")),
        claims=(*BANK.claims, far),
        items=(builders.choice("i-2", ("c-2", "c-9")),),
    )
    assert claim_words.without_claims(bank, ["c-2"]).items == ()
    assert claim_words.without_claims(bank, ["c-9"]).items[0].claims == ("c-2",)


def test_the_claims_of_a_sentence_are_found_from_each_of_them() -> None:
    inner = builders.claim("c-9", 39, 44)
    bank = replace(BANK, claims=(ONE, replace(TWO, span=Span(30, 53)), THREE, inner))
    for name in ("c-2", "c-9"):
        assert claim_words.claims_of_sentence(bank, name) == ("c-2", "c-9")
    assert claim_words.claims_of_sentence(bank, "c-1") == ("c-1",)


def test_a_sentence_ends_where_its_paragraph_does() -> None:
    passage = Passage("p1", "Ducks", "# Ducks\n\nDucks swim. “Do they?” They do\n\nNext.")
    for words, sentence in (
        ("swim", "Ducks swim."),
        ("Do they", "“Do they?”"),
        ("They do", "They do"),
        ("Next", "Next."),
        ("swim. “Do", "Ducks swim. “Do they?”"),
    ):
        found = claim_words.sentence_at(passage, claim_words.located(passage, words))
        assert found.of(passage.text) == sentence


def _other_source() -> object:
    return replace(builders.source(Bearing.CONFIRMS), title="Another book")
