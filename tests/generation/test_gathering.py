"""Items about several claims: sentences that bear statements out, events in order, events with their years."""

import pytest

from quizgen.domain.banks.lint import lint
from quizgen.domain.items.evidence_finding import EvidenceFindingItem
from quizgen.domain.items.matching import MatchingItem
from quizgen.domain.items.numeric import NumericItem
from quizgen.domain.items.ordering import OrderingItem

MILLS = """# The mills of Lindry

The water mill was built in 1874 by the engineer Hazel Ashdown. Juniper Quill bought the water mill in 1902. Marwick
signed a treaty with Norway in 1935. In 1861, Hazel Ashdown wrote a book about canals. The Arrow is 250 kilometres long.
"""


def of_kind(draft, kind):
    return [item for item in draft.bank.items if isinstance(item, kind)]


@pytest.fixture(scope="module")
def mills(draft_of):
    return draft_of(MILLS)


def test_dated_events_are_put_in_order_without_their_years(mills):
    [item] = of_kind(mills, OrderingItem)
    assert item.key == (
        "Hazel Ashdown wrote a book about canals.",
        "The water mill was built by the engineer Hazel Ashdown.",
        "Juniper Quill bought the water mill.",
        "Marwick signed a treaty with Norway.",
    )
    assert item.rationale == "The passage gives the years 1861, 1874, 1902 and 1935."
    assert item.options == ()
    assert len(item.claims) == len(item.spans) == 4


def test_the_same_events_are_matched_with_their_years(mills):
    [item] = of_kind(mills, MatchingItem)
    assert {pair.left: pair.right for pair in item.key}["Juniper Quill bought the water mill."] == "1902"
    assert item.shown == ("1861", "1874", "1902", "1935")


@pytest.mark.parametrize(
    "sentence",
    [
        "Marwick signed a treaty with Norway in 1902.",
        "Marwick then signed a treaty with Norway in 1935.",
        "Marwick signed the treaty with Norway before 1935.",
        "Marwick was a part of Norway in 1935.",
        "Marwick may have signed a treaty with Norway in 1935.",
        "Marwick won the cup of the Norwegian league in 1935.",
        "Marwick signed the treaty in 1935.",
        "Marwick signed a treaty with Norway in 1935 and a second one in 1940.",
    ],
)
def test_two_events_and_one_that_is_not_safe_give_no_order(draft_of, sentence):
    text = f"The water mill was built in 1874 by a farmer. Juniper Quill bought the water mill in 1902. {sentence}"
    draft = draft_of(text)
    assert of_kind(draft, OrderingItem) == []
    assert of_kind(draft, MatchingItem) == []


def test_a_restated_claim_is_found_in_its_sentence_among_others_of_its_section(mills):
    items = {item.key[0]: item for item in of_kind(mills, EvidenceFindingItem)}
    item = items["Juniper Quill bought the water mill in 1902."]
    assert item.stem == "The water mill was bought by Juniper Quill in 1902."
    assert len(item.options) == 4
    assert [span.of(mills.bank.passages[0].text).replace("\n", " ") for span in item.spans] == list(item.key)


def test_a_statement_that_stands_in_its_sentence_word_for_word_is_not_asked_about(mills):
    for item in of_kind(mills, EvidenceFindingItem):
        assert item.stem.rstrip(".") not in item.key[0]


def test_a_round_year_parts_events_into_earlier_and_later_ones(mills):
    [item] = [one for one in mills.bank.items if one.maker == "parted-by-year"]
    assert item.stem.startswith("Which of these happened before 1880,")
    assert item.key == (
        "The water mill was built by the engineer Hazel Ashdown.",
        "Hazel Ashdown wrote a book about canals.",
    )
    assert len(item.options) == 4


def test_a_statement_that_a_second_sentence_bears_out_is_not_asked_about(draft_of):
    draft = draft_of(f"{MILLS}\nIn 1902, the old water mill was bought by Juniper Quill.\n")
    assert not [item for item in of_kind(draft, EvidenceFindingItem) if "1902" in item.key[0]]


def test_an_amount_is_asked_for_with_its_unit(mills):
    [item] = of_kind(mills, NumericItem)
    assert (item.stem, item.key, item.units[0]) == ("The Arrow is ____ kilometres long.", "250", "kilometres")


def test_what_is_gathered_is_sound_and_has_names_of_its_own(mills):
    assert lint(mills.bank) == ()
    made = [item for item in mills.bank.items if isinstance(item, OrderingItem | MatchingItem | EvidenceFindingItem)]
    assert len({item.id for item in made}) == len(made) >= 3
