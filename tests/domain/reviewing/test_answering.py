"""Answers as a reader writes them: letters for options, plain words else, and nothing guessed."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.domain.items.item import InvalidResponse, Item
from quizgen.domain.items.kinds import KINDS
from quizgen.domain.reviewing.answering import AMBIGUOUS, HOW, key_answer, read_answer, written_options
from tests.builders import choice, cloze, finding, matching, numeric, ordering, responses, short, verdict
from tests.strategies import sound_items

BANKED = cloze(options=("300", "250", "20"))


def test_every_kind_says_how_to_answer_it() -> None:
    assert set(HOW) == set(KINDS)


@pytest.mark.parametrize(
    ("item", "answer", "is_right"),
    [
        (verdict(), "TRUE", True),
        (verdict(), "  True ", True),
        (verdict(), "unverified", False),
        (verdict(), "Ambiguous", None),
        (choice(), "a", True),
        (choice(), "A)", True),
        (choice(), "c", False),
        (choice(), "ambiguous", None),
        (responses(), "a b", True),
        (responses(), "B; A", True),
        (responses(), "c, d", False),
        (finding(), "b.", True),
        (ordering(), "d a c b", True),
        (ordering(), "a b c d", False),
        (matching(), "1a 2b 3c", True),
        (matching(), "3=C, 2-b, 1:a", True),
        (matching(), "1b 2a 3c", False),
        (BANKED, "b", True),
        (BANKED, "a", False),
        (cloze(), "two hundred  and fifty", True),
        (cloze(), "251", False),
        (numeric(), "250 km", True),
        (numeric(), "251", False),
        (short(), "plynlimon.", True),
        (short(), "Ben Nevis", False),
    ],
)
def test_an_answer_is_right_wrong_or_ambiguous(item: Item, answer: str, is_right: bool | None) -> None:
    response = read_answer(item, answer)
    assert (None if response == AMBIGUOUS else item.credit(response) == 1) is is_right


@pytest.mark.parametrize(
    ("item", "answer"),
    [
        (verdict(), "t"),
        (verdict(), "maybe true"),
        (choice(), "d"),
        (choice(), "a b"),
        (choice(), "river"),
        (responses(), "e"),
        (responses(), "a a"),
        (finding(), "1"),
        (ordering(), "a b c"),
        (ordering(), "a a b c"),
        (matching(), "1a 1b 2c"),
        (matching(), "9a"),
        (matching(), "1z"),
        (matching(), "a b c"),
        (BANKED, "250"),
        (BANKED, "z"),
        (numeric(), "far"),
        (cloze(), "x" * 500),
    ],
)
def test_what_is_no_answer_is_refused_with_what_to_write(item: Item, answer: str) -> None:
    with pytest.raises(InvalidResponse) as refused:
        read_answer(item, answer)
    assert f"write {HOW[item.kind]}, or ambiguous." in str(refused.value)
    assert len(str(refused.value)) < 250


def test_options_stand_by_letters_one_a_line_in_the_order_shown() -> None:
    assert written_options(verdict()) == written_options(numeric()) == written_options(cloze()) == ""
    assert written_options(choice()) == "a) river\nb) lake\nc) hill"
    assert written_options(ordering()) == "a) brook\nb) estuary\nc) river\nd) spring"
    lines = ["1) Wye", "2) Thames", "3) Severn", "a) Hereford", "b) London", "c) Worcester"]
    assert written_options(matching()) == "\n".join(lines)


@given(sound_items, st.integers(0, 99))
def test_who_writes_the_key_gets_full_credit_on_any_sound_item(item: Item, seed: int) -> None:
    shown = item.shuffled(random.Random(seed))
    assert shown.credit(read_answer(shown, key_answer(shown))) == 1
