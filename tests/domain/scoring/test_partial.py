"""Credit for a part: each rule is bounded, exact, gives the key everything, and never punishes a better answer."""

from fractions import Fraction
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.domain.items.matching import pair_id
from quizgen.domain.items.ordering import NOWHERE
from quizgen.domain.items.single_choice import option_id
from quizgen.domain.scoring.partial import (
    OrderRule,
    PairsRule,
    SeveralRule,
    order_credit,
    pairs_credit,
    several_credit,
)
from tests import builders

SEVERAL = builders.responses(options=("wet", "long", "hot", "square"), key=("wet", "long"))
ORDER = builders.ordering(key=("spring", "brook", "river", "estuary", "sea"))
MATCHING = builders.matching()
chosen = st.sets(st.sampled_from(SEVERAL.options), min_size=1)


def several(names: set[str], rule: SeveralRule) -> Fraction:
    return several_credit(SEVERAL, SEVERAL.read_response(" ".join(map(option_id, names))), rule)


def order(names: tuple[str, ...], rule: OrderRule) -> Fraction:
    raw = " ".join(NOWHERE if name == NOWHERE else option_id(name) for name in names)
    return order_credit(ORDER, ORDER.read_response(raw), rule)


@pytest.mark.parametrize(
    ("names", "net", "each", "coverage", "whole"),
    [
        ({"wet", "long"}, 1, 1, 1, 1),
        ({"wet"}, Fraction(1, 2), Fraction(3, 4), Fraction(1, 2), 0),
        ({"wet", "hot"}, 0, Fraction(1, 2), Fraction(1, 4), 0),
        ({"wet", "long", "hot"}, Fraction(1, 2), Fraction(3, 4), Fraction(2, 3), 0),
        ({"wet", "long", "hot", "square"}, 0, Fraction(1, 2), Fraction(1, 2), 0),
        ({"hot", "square"}, 0, 0, 0, 0),
    ],
)
def test_the_four_rules_for_several_right_options(
    names: set[str], net: int, each: int, coverage: int, whole: int
) -> None:
    assert [several(names, rule) for rule in SeveralRule] == [net, each, coverage, whole]


@given(chosen, st.sampled_from(SeveralRule), st.sampled_from(SEVERAL.options))
def test_one_more_right_option_never_costs_and_one_more_wrong_one_never_pays(
    names: set[str], rule: SeveralRule, more: str
) -> None:
    before, after = several(names, rule), several(names | {more}, rule)
    assert 0 <= before <= 1
    if more in SEVERAL.key:
        assert after >= before
    elif not names <= set(SEVERAL.key) or rule is not SeveralRule.EACH:
        assert after <= before
    assert (before == 1) == (names == set(SEVERAL.key))


@pytest.mark.parametrize(
    ("names", "neighbours", "places", "run", "whole"),
    [
        (ORDER.key, 1, 1, 1, 1),
        (("brook", "river", "estuary", "sea", "spring"), Fraction(3, 4), 0, Fraction(4, 5), 0),
        (("spring", "brook", "river", "sea", "estuary"), Fraction(1, 2), Fraction(3, 5), Fraction(3, 5), 0),
        (("sea", "estuary", "river", "brook", "spring"), 0, Fraction(1, 5), 0, 0),
        (("spring", NOWHERE, NOWHERE, NOWHERE, NOWHERE), 0, Fraction(1, 5), 0, 0),
        (("spring", "spring", "river", "estuary", "sea"), Fraction(1, 2), Fraction(3, 5), Fraction(3, 5), 0),
        (("spring", "brook", NOWHERE, "estuary", "sea"), Fraction(1, 2), Fraction(4, 5), Fraction(2, 5), 0),
    ],
)
def test_the_four_rules_for_an_order(
    names: tuple[str, ...], neighbours: int, places: int, run: int, whole: int
) -> None:
    assert [order(names, rule) for rule in OrderRule] == [neighbours, places, run, whole]


@pytest.mark.parametrize("rule", OrderRule)
def test_only_the_key_itself_gets_the_whole_for_an_order(rule: OrderRule) -> None:
    for names in permutations(ORDER.key):
        assert 0 <= order(names, rule) <= 1
        assert (order(names, rule) == 1) == (names == ORDER.key)


@given(st.sets(st.sampled_from(MATCHING.key), min_size=1), st.sampled_from(PairsRule))
def test_pairs_count_each_or_together(pairs: set[object], rule: PairsRule) -> None:
    response = MATCHING.read_response(" ".join(map(pair_id, pairs)))  # type: ignore[arg-type]
    each = Fraction(len(pairs), len(MATCHING.key))
    assert pairs_credit(MATCHING, response, rule) == (each if rule is PairsRule.EACH else int(each))
