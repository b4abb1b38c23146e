"""Boxes to tick: right choices count, wrong ones take away, and no one gets less than nothing."""

import random
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.domain.items.item import InvalidResponse
from quizgen.domain.items.multiple_response import MultipleResponseItem
from quizgen.domain.items.single_choice import option_id
from tests.builders import responses
from tests.strategies import sound_responses


def chosen(*texts: str) -> str:
    return " ".join(map(option_id, texts))


@pytest.mark.parametrize(
    ("ticks", "credit"),
    [
        (("wet", "long"), Fraction(1)),
        (("wet",), Fraction(1, 2)),
        (("wet", "long", "hot"), Fraction(1, 2)),
        (("wet", "hot"), Fraction(0)),
        (("hot",), Fraction(0)),
        (("hot", "square"), Fraction(0)),
        (("wet", "long", "hot", "square"), Fraction(0)),
    ],
)
def test_credit_is_right_minus_wrong_over_the_number_of_right_ones(ticks: tuple[str, ...], credit: Fraction) -> None:
    item = responses()
    assert item.credit(item.read_response(chosen(*ticks))) == credit


@given(sound_responses, st.data())
def test_ticking_everything_never_pays(item: MultipleResponseItem, data: st.DataObject) -> None:
    ticks = data.draw(st.lists(st.sampled_from(item.options), min_size=1, unique=True))
    credit = item.credit(item.read_response(chosen(*ticks)))
    assert 0 <= credit <= 1
    assert (credit == 1) == (set(ticks) == set(item.key))
    assert item.credit(item.read_response(chosen(*item.options))) < 1


@given(sound_responses, st.randoms(use_true_random=False))
def test_the_order_of_the_ticks_does_not_matter(item: MultipleResponseItem, rng: random.Random) -> None:
    ticks = list(item.options)
    rng.shuffle(ticks)
    assert item.read_response(chosen(*ticks)) == item.read_response(chosen(*item.options))


@pytest.mark.parametrize("raw", ["", " ", "wet", "o-none", chosen("wet", "wet"), chosen("wet", "river")])
def test_what_no_boxes_send_is_refused(raw: str) -> None:
    with pytest.raises(InvalidResponse, match="one or more of the options"):
        responses().read_response(raw)


@pytest.mark.parametrize(
    ("item", "problem"),
    [
        (responses(options=("wet", "hot"), key=("wet",)), "multiple response needs three to nine options, not 2"),
        (responses(options=("wet", "long", *"abcdefgh")), "multiple response needs three to nine options, not 10"),
        (responses(options=("wet", "long", "Wet ")), "two options say the same"),
        (responses(options=("wet", "long", " ")), "an option is empty"),
        (responses(key=()), "the key lists one or more of the options, each once, by its text"),
        (responses(key=("dry",)), "the key lists one or more of the options, each once, by its text"),
        (responses(key=("wet", "wet")), "the key lists one or more of the options, each once, by its text"),
        (responses(key=("wet", "long", "hot", "square")), "at least one option must be wrong"),
    ],
)
def test_what_is_wrong_is_said(item: MultipleResponseItem, problem: str) -> None:
    assert problem in item.problems()


def test_shuffling_reaches_every_order_and_keeps_the_key() -> None:
    shuffled = [responses(options=("wet", "long", "hot")).shuffled(random.Random(seed)) for seed in range(60)]
    assert len({one.options for one in shuffled}) == 6
    assert {one.key for one in shuffled} == {("wet", "long")}
