"""What could not be had is told in plain words."""

from quizgen.domain.banks.blueprint import SHARES
from quizgen.domain.banks.shortfall import shortfall
from quizgen.domain.claims.claim import Verdict
from tests.builders import cloze, verdict


def test_a_short_count_and_a_share_that_was_not_possible_are_told() -> None:
    items = (*(verdict(f"i-{n}", key=list(Verdict)[n % 2]) for n in range(10)), cloze())
    assert shortfall(items, count=12, shares=SHARES) == (
        "Asked for 12; 11 questions were possible.",
        "Asked for 30% unverified; 0% were possible.",
    )


def test_what_rounding_takes_is_no_shortfall() -> None:
    items = tuple(verdict(f"i-{n}", key=key) for n, key in enumerate(Verdict))
    assert shortfall(items, count=3, shares=SHARES) == ()
    assert shortfall((), count=None, shares=SHARES) == ()
