"""Multiple choice with exactly one right option."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.domain.items.item import InvalidResponse, Item
from quizgen.domain.items.single_choice import option_id
from tests.builders import choice
from tests.strategies import sound_choices, texts


@given(sound_choices)
def test_exactly_one_option_gets_credit(item: Item) -> None:
    options = item.own_document()["options"]
    assert isinstance(options, list)
    credits_given = [item.credit(item.read_response(option_id(option))) for option in options]
    assert sorted(credits_given) == [0] * (len(options) - 1) + [1]


@given(sound_choices, st.integers())
def test_shuffling_keeps_options_key_and_everything_else(item: Item, seed: int) -> None:
    shuffled = item.shuffled(random.Random(seed))
    before, after = item.own_document(), shuffled.own_document()
    assert sorted(map(str, before.pop("options"))) == sorted(map(str, after.pop("options")))  # type: ignore[call-overload]
    assert before == after
    assert shuffled.stem == item.stem
    assert shuffled == item.shuffled(random.Random(seed))


def test_shuffling_reaches_every_order() -> None:
    orders = {choice().shuffled(random.Random(seed)).options for seed in range(60)}
    assert len(orders) == 6


@given(texts)
def test_an_options_name_tells_nothing_of_order_or_key(option: str) -> None:
    assert option_id(option) == option_id(option)
    assert option_id(option).startswith("o-")


@pytest.mark.parametrize("raw", ["", "river", "0", "o-none"])
def test_what_no_control_sends_is_refused(raw: str) -> None:
    with pytest.raises(InvalidResponse, match="Choose one of the options"):
        choice().read_response(raw)
