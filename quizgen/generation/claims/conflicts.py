"""Claims that cannot both hold, inside one text or across several, found by narrow rules and left to a person."""

from collections.abc import Iterator, Sequence

from quizgen.generation.claims.attitudes import opposed
from quizgen.generation.claims.disagreements import disagreeing
from quizgen.generation.claims.found import FoundClaim


def find_conflicts(claims: Sequence[FoundClaim]) -> Iterator[tuple[int, int]]:
    """Yield pairs of indexes into ``claims``, the earlier one first, each pair once.

    Found are: for and against the same thing, neutral and taking sides, said and denied, all and none, other numbers of
    the same thing, other dates of the same event.
    """
    yield from sorted({(min(pair), max(pair)) for pair in (*opposed(claims), *disagreeing(claims))})
