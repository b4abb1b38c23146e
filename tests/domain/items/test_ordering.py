"""Texts to put into order: neighbours that stand one right behind the other count."""

import random
from fractions import Fraction

import pytest
from hypothesis import given

from quizgen.domain.items.item import InvalidResponse, Item
from quizgen.domain.items.ordering import OrderingItem
from quizgen.domain.items.single_choice import option_id
from tests.builders import ordering
from tests.strategies import sound_orders


def placed(*texts: str) -> str:
    return " ".join(text if text == "-" else option_id(text) for text in texts)


@pytest.mark.parametrize(
    ("order", "credit"),
    [
        (("spring", "brook", "river", "estuary"), Fraction(1)),
        (("brook", "river", "estuary", "spring"), Fraction(2, 3)),
        (("brook", "spring", "river", "estuary"), Fraction(1, 3)),
        (("estuary", "river", "brook", "spring"), Fraction(0)),
        (("spring", "brook", "-", "-"), Fraction(1, 3)),
        (("spring", "-", "brook", "-"), Fraction(0)),
        (("spring", "brook", "brook", "river"), Fraction(0)),
        (("spring", "spring", "river", "estuary"), Fraction(1, 3)),
    ],
)
def test_credit_is_the_share_of_neighbours_in_the_right_order(order: tuple[str, ...], credit: Fraction) -> None:
    item = ordering()
    assert item.credit(item.read_response(placed(*order))) == credit


@given(sound_orders)
def test_what_is_shown_first_tells_nothing_of_the_key(item: Item) -> None:
    assert isinstance(item, OrderingItem)
    turned = ordering(key=tuple(reversed(item.key)))
    assert item.shown == turned.shown
    assert item.shuffled(random.Random(3)).shown == turned.shuffled(random.Random(3)).shown


def test_shuffling_reaches_every_order_and_keeps_the_key() -> None:
    shuffled = [ordering(key=("a", "b", "c")).shuffled(random.Random(seed)) for seed in range(60)]
    assert len({one.options for one in shuffled}) == 6
    assert {one.key for one in shuffled} == {("a", "b", "c")}


@pytest.mark.parametrize(
    "raw", ["", "- - - -", placed("spring"), placed("spring", "brook", "river", "lake"), "o-none - - -"]
)
def test_what_no_list_sends_is_refused(raw: str) -> None:
    with pytest.raises(InvalidResponse, match="its place"):
        ordering().read_response(raw)


@pytest.mark.parametrize(
    ("item", "problem"),
    [
        (ordering(key=("a", "b")), "ordering needs three to eight texts, not 2"),
        (ordering(key=tuple("abcdefghi")), "ordering needs three to eight texts, not 9"),
        (ordering(key=("a", "b", "A ")), "two texts say the same"),
        (ordering(key=("a", "b", " ")), "a text is empty"),
    ],
)
def test_what_is_wrong_is_said(item: OrderingItem, problem: str) -> None:
    assert problem in item.problems()


def test_options_other_than_the_texts_of_the_key_are_a_problem() -> None:
    shuffled = ordering(key=("a", "b", "c")).shuffled(random.Random(1))
    assert shuffled.problems() == ()
    other = OrderingItem(**{**{name: getattr(shuffled, name) for name in ("id", "basis", "claims", "stem")},
                            "rationale": "", "key": ("a", "b", "d"), "options": shuffled.options})  # fmt: skip
    assert other.problems() == ("the options are the texts of the key in the order in which they are shown",)


def test_the_key_is_told_with_numbers() -> None:
    assert ordering(key=("a", "b", "c")).key_text() == "1. a; 2. b; 3. c"
