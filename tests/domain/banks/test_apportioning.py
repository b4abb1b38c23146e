"""Places are divided by weight, none lost, each part rounded up or down."""

import random
from collections import Counter
from math import ceil, floor

from hypothesis import given
from hypothesis import strategies as st

from quizgen.domain.banks.apportioning import apportion

weights = st.dictionaries(st.sampled_from("abcdefg"), st.integers(0, 100), max_size=7)


@given(st.integers(0, 200), weights, st.integers(0, 99))
def test_every_part_is_the_exact_one_rounded_and_none_is_lost(places: int, parts: dict[str, int], seed: int) -> None:
    found = apportion(places, parts, rng=random.Random(seed))
    whole = sum(parts.values())
    assert sum(found.values()) == (places if whole else 0)
    assert list(found) == list(parts)
    for group, weight in parts.items():
        exact = places * weight / whole if whole else 0
        assert floor(exact - 1e-9) <= found[group] <= ceil(exact + 1e-9)


def test_over_many_throws_each_part_is_exact() -> None:
    found = Counter[str]()
    rng = random.Random(1)
    for _ in range(4_000):
        found.update(apportion(1, {"true": 50, "false": 30, "unverified": 20}, rng=rng))
    for key, share in (("true", 50), ("false", 30), ("unverified", 20)):
        assert abs(found[key] / 40 - share) < 3
