"""Pairs to find: each right one counts its share."""

import random
from fractions import Fraction

import pytest

from quizgen.domain.document import Fields
from quizgen.domain.errors import Problem
from quizgen.domain.items.item import InvalidResponse
from quizgen.domain.items.matching import MatchingItem, Pair, pair_id
from tests.builders import matching


def matched(*pairs: tuple[str, str]) -> str:
    return " ".join(pair_id(Pair(*pair)) for pair in pairs)


@pytest.mark.parametrize(
    ("pairs", "credit"),
    [
        ((("Wye", "Hereford"), ("Thames", "London"), ("Severn", "Worcester")), Fraction(1)),
        ((("Severn", "Worcester"), ("Wye", "Hereford"), ("Thames", "London")), Fraction(1)),
        ((("Wye", "Hereford"), ("Thames", "Worcester"), ("Severn", "London")), Fraction(1, 3)),
        ((("Wye", "Hereford"),), Fraction(1, 3)),
        ((("Wye", "London"), ("Thames", "London")), Fraction(1, 3)),
        ((("Wye", "London"),), Fraction(0)),
    ],
)
def test_credit_is_the_share_of_right_pairs(pairs: tuple[tuple[str, str], ...], credit: Fraction) -> None:
    item = matching()
    assert item.credit(item.read_response(matched(*pairs))) == credit


def test_both_sides_are_shuffled_apart_and_the_pairs_stay() -> None:
    shuffled = [matching().shuffled(random.Random(seed)) for seed in range(200)]
    lefts = {tuple(pair.left for pair in one.key) for one in shuffled}
    orders = {(tuple(pair.left for pair in one.key), one.shown) for one in shuffled}
    assert (len(lefts), len(orders)) == (6, 36)
    assert {frozenset(one.key) for one in shuffled} == {frozenset(matching().key)}
    assert all(one.problems() == () for one in shuffled)


def test_what_is_shown_does_not_depend_on_the_order_of_the_file() -> None:
    assert matching().shown == ("Hereford", "London", "Worcester")


def test_texts_without_a_partner_may_be_offered() -> None:
    item = matching(options=("Hereford", "Leeds", "London", "Worcester"))
    assert item.problems() == ()
    assert item.credit(item.read_response(matched(("Wye", "Leeds")))) == 0
    assert set(item.shuffled(random.Random(1)).shown) == set(item.options)


@pytest.mark.parametrize(
    "raw",
    ["", "Wye=Hereford", "o-none=o-none", matched(("Leeds", "London")), matched(("Wye", "Leeds")),
     matched(("Wye", "London"), ("Wye", "Hereford")), matched(("Wye", "London")).replace("=", "")],
)  # fmt: skip
def test_what_no_list_sends_is_refused(raw: str) -> None:
    with pytest.raises(InvalidResponse, match="partner"):
        matching().read_response(raw)


@pytest.mark.parametrize(
    ("item", "problem"),
    [
        (matching(pairs=(("a", "1"), ("b", "2"))), "matching needs three to eight pairs, not 2"),
        (matching(pairs=(("a", "1"), ("b", "2"), ("A", "3"))), "two entries of one side say the same"),
        (matching(pairs=(("a", "1"), ("b", "2"), ("c", "2"))), "two entries of one side say the same"),
        (matching(pairs=(("a", "1"), ("b", "2"), ("c", " "))), "an entry is empty"),
        (matching(options=("Hereford", "London", "Leeds")), "the options hold the right side of every pair"),
        (matching(options=("Hereford", "London", "Worcester", *"abcdefgh")), "at most 10 options, not 11"),
    ],
)
def test_what_is_wrong_is_said(item: MatchingItem, problem: str) -> None:
    assert problem in item.problems()


def test_a_pair_needs_both_sides() -> None:
    problems: list[Problem] = []
    MatchingItem.read_own(
        Fields({"key": [{"left": "Wye"}, {"left": "Wye", "right": "Ross", "rihgt": "x"}]}, "", problems)
    )
    assert [problem.path for problem in problems] == ["key[0].right", "key[1].rihgt"]
