"""Rules that cannot be meant are named."""

import pytest

from quizgen.domain.attempts.policy import Policy
from tests.domain.attempts.moments import HOUR, NOON, TICK


@pytest.mark.parametrize(
    "policy", [Policy(), Policy(NOON), Policy(None, NOON), Policy(NOON, NOON + TICK, TICK, 1), Policy(attempts=None)]
)
def test_a_policy_that_can_be_meant_has_no_problems(policy: Policy) -> None:
    assert policy.problems() == ()


@pytest.mark.parametrize(
    ("policy", "words"),
    [
        (Policy(NOON, NOON), "close after it opens"),
        (Policy(NOON, NOON - TICK), "close after it opens"),
        (Policy(time_limit=0 * HOUR), "longer than nothing"),
        (Policy(time_limit=-TICK), "longer than nothing"),
        (Policy(attempts=0), "At least one attempt"),
    ],
)
def test_what_cannot_be_meant_is_said(policy: Policy, words: str) -> None:
    assert len(policy.problems()) == 1
    assert words in policy.problems()[0]


def test_every_problem_is_found() -> None:
    assert len(Policy(NOON, NOON, -TICK, -1).problems()) == 3
