"""A generated draft joins an authored bank over the same text."""

from dataclasses import replace

import pytest

from quizgen.domain.banks.bank import Bank
from quizgen.domain.banks.lint import lint
from quizgen.domain.banks.merge import merged
from quizgen.domain.claims.claim import Evidence, Verdict
from quizgen.domain.errors import BadInput
from quizgen.domain.items.item import Basis
from tests.builders import TEXT, bank, choice, claim, cloze, passage, source, verdict

# "The Wye is a river." is 10 to 29, "It may flood in spring." 30 to 53, "It is 250 kilometres long." 54 to 80
EVIDENCE = Evidence(Verdict.TRUE, (source(),))
AUTHORED = bank(
    claims=(claim("c-a", 10, 29, EVIDENCE), claim("c-b", 30, 40)),
    items=(verdict("i-a", ("c-a",), basis=Basis.EVIDENCE, stem="The Wye is a river."),),
)
DRAFT = bank(
    passages=(passage(id="text"),),
    claims=tuple(
        replace(one, passage="text")
        for one in (claim("c-1", 10, 28), claim("c-2", 30, 53), claim("c-3", 54, 80), claim("c-4", 1, 2))
    ),
    conflicts=(("c-1", "c-3"), ("c-1", "c-4")),
    items=(
        verdict("i-1", ("c-1",), Verdict.FALSE, stem="The Wye is a lake."),
        choice("i-2", ("c-2", "c-1")),
        cloze("i-3", ("c-3",)),
    ),
)


def test_items_go_to_the_claims_that_share_most_with_theirs() -> None:
    whole = merged(AUTHORED, DRAFT)
    assert [(item.id, item.claims) for item in whole.items] == [
        ("i-a", ("c-a",)),
        ("i-1", ("c-a",)),
        ("i-2", ("c-b", "c-a")),
        ("i-3", ("c-3",)),
    ]
    assert lint(whole) == ()


def test_a_claim_that_overlaps_none_is_added_in_the_authored_passage_if_an_item_needs_it() -> None:
    whole = merged(AUTHORED, DRAFT)
    assert whole.claims == (*AUTHORED.claims, replace(DRAFT.claims[2], passage="p1"))
    assert whole.passages == AUTHORED.passages
    assert whole.conflicts == (("c-a", "c-3"),)


def test_an_added_claim_repeats_what_its_model_has_become() -> None:
    claims = (*DRAFT.claims[:2], replace(DRAFT.claims[2], repeats="c-1"), DRAFT.claims[3])
    assert merged(AUTHORED, replace(DRAFT, claims=claims)).claims[-1].repeats == "c-a"
    lost = (*DRAFT.claims[:2], replace(DRAFT.claims[2], repeats="c-4"), DRAFT.claims[3])
    assert merged(AUTHORED, replace(DRAFT, claims=lost)).claims[-1].repeats is None


def test_of_two_claims_that_share_as_much_the_shorter_is_chosen() -> None:
    authored = bank(claims=(claim("c-long", 10, 53), claim("c-short", 10, 29)), items=())
    assert merged(authored, replace(DRAFT, items=DRAFT.items[:1])).items[0].claims == ("c-short",)


def test_merging_twice_changes_nothing() -> None:
    whole = merged(AUTHORED, DRAFT)
    assert merged(whole, DRAFT) == whole


def test_what_the_authored_bank_says_already_is_left_out() -> None:
    same = replace(DRAFT, items=(verdict("i-9", ("c-1",), Verdict.FALSE, Basis.EVIDENCE, stem="The Wye is a river."),))
    assert merged(AUTHORED, same).items == AUTHORED.items


def test_ids_that_are_taken_give_way_to_new_ones() -> None:
    clash = replace(
        DRAFT,
        claims=(replace(claim("c-a", 54, 80), passage="text"),),
        conflicts=(),
        items=(cloze("i-a", ("c-a",)),),
    )
    whole = merged(AUTHORED, clash)
    assert len({item.id for item in whole.items}) == len({one.id for one in whole.claims[1:]}) == 2
    assert whole.items[1].claims == (whole.claims[2].id,)
    assert lint(whole) == ()


def test_an_empty_draft_changes_nothing() -> None:
    assert merged(AUTHORED, Bank("Draft", (passage(),))) == AUTHORED


def test_a_line_end_at_the_end_of_the_text_makes_no_other_text() -> None:
    shorter = replace(DRAFT, passages=(passage(TEXT.rstrip(), "text"),))
    assert merged(AUTHORED, shorter) == merged(AUTHORED, DRAFT)


def test_another_text_is_refused() -> None:
    with pytest.raises(BadInput, match="about different texts"):
        merged(AUTHORED, replace(DRAFT, passages=(passage(TEXT + "More."),)))
