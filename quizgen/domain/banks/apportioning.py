"""Dividing a number of places among groups by their weights."""

import random
from collections.abc import Hashable, Mapping
from itertools import accumulate
from math import ceil
from typing import TypeVar

Group = TypeVar("Group", bound=Hashable)


def apportion(places: int, weights: Mapping[Group, float], *, rng: random.Random) -> dict[Group, int]:
    """Return how many of ``places`` each group gets: its exact part, rounded up or down by the dice.

    Over many throws each group gets its exact part on average. Neighbours in ``weights`` taken together are rounded
    in the same way, so that the parts of a part add up. Weights are 0 or more; when all are 0 nobody gets a place.
    (Systematic sampling: the weights lie end to end, the places on them at even distances from a random start.)
    """
    ends = list(accumulate(weights.values()))
    if not places or not ends or not ends[-1]:
        return dict.fromkeys(weights, 0)
    step, start = ends[-1] / places, rng.random()
    passed = 0
    parts = {}
    for group, end in zip(weights, ends, strict=True):
        points = places if end == ends[-1] else min(max(ceil(end / step - start), 0), places)
        parts[group], passed = points - passed, points
    return parts
