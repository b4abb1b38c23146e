"""A gap to fill: what counts as the same answer, and what does not."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.domain.items.cloze import LONGEST_FILLING, LONGEST_RESPONSE, ClozeItem, folded
from quizgen.domain.items.item import InvalidResponse, self_test
from tests.builders import cloze
from tests.strategies import words


@pytest.mark.parametrize(
    ("key", "typed"),
    [
        ("Riquet", " riquet. "),
        ("Wye Valley", "wye\u00a0 valley"),
        ("100,000", "100000"),
        ("1,234,567", "1234567"),
        ("100000", "100,000"),
        ("lock-keeper's", "Lock-keeper’s"),
        ("Straße", "STRASSE"),
        ("café", "cafe\u0301"),
        ("ΐ", "Ϊ́"),
        ("fi", "ﬁ"),
        ("12", "１２"),
        ("paddles", '"paddles"'),
        ("paddles", "(paddles)"),
    ],
)
def test_case_spacing_form_and_outer_punctuation_do_not_matter(key: str, typed: str) -> None:
    item = cloze(key=(key,))
    assert item.credit(item.read_response(typed)) == 1


@pytest.mark.parametrize(
    ("key", "typed"), [("250", "25"), ("250", "2,50"), ("1.5", "15"), ("-5", "5"), ("river", "rivers"), ("a b", "ab")]
)
def test_another_word_or_number_gets_no_credit(key: str, typed: str) -> None:
    item = cloze(key=(key,))
    assert item.credit(item.read_response(typed)) == 0


@given(st.lists(words, min_size=1, max_size=4))
def test_every_accepted_filling_gets_full_credit(fillings: list[str]) -> None:
    item = cloze(key=tuple(fillings))
    assert all(item.credit(item.read_response(filling.upper())) == 1 for filling in fillings)
    assert item.key_text() == fillings[0]


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing_for_plain_words(text: str) -> None:
    plain = "".join(character for character in text if character.isalnum() or character == " ")
    assert folded(folded(plain)) == folded(plain)


@pytest.mark.parametrize("raw", ["", "  ", "\n", "x" * (LONGEST_RESPONSE + 1)])
def test_an_empty_or_endless_answer_is_refused(raw: str) -> None:
    with pytest.raises(InvalidResponse, match="Fill the gap"):
        cloze().read_response(raw)


def test_the_stored_answer_is_what_was_typed_without_outer_blanks() -> None:
    assert cloze().read_response("  About 250 ") == "About 250"


@pytest.mark.parametrize(
    ("item", "problem"),
    [
        (cloze(stem="No gap."), "the stem needs exactly one gap, written ____"),
        (cloze(stem="____ and ____"), "the stem needs exactly one gap, written ____"),
        (cloze(key=()), "the key lists at least one filling, none of them empty"),
        (cloze(key=("250", " . ")), "the key lists at least one filling, none of them empty"),
        (cloze(key=("x" * (LONGEST_FILLING + 1),)), "a filling has at most 100 characters"),
        (cloze(options=("251", "252")), "the word bank must hold a right filling"),
    ],
)
def test_what_is_wrong_with_a_gap_is_said(item: ClozeItem, problem: str) -> None:
    assert problem in item.problems()


def test_a_filling_that_also_accepts_its_wrong_sample_fails_the_self_test() -> None:
    assert self_test(cloze(key=("250", "not 250"))) == ("the wrong sample gets credit, or is refused",)


def test_a_word_bank_is_shuffled_and_keeps_its_words() -> None:
    item = cloze(options=("250", "251", "252"))
    assert item.problems() == ()
    shuffled = [item.shuffled(random.Random(seed)) for seed in range(20)]
    assert {tuple(sorted(one.options)) for one in shuffled} == {("250", "251", "252")}
    assert len({one.options for one in shuffled}) > 1
    assert all(one.key == item.key for one in shuffled)
