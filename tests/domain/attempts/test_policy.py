"""Rules that cannot be meant are named."""

import pytest

from quizgen.domain.attempts.policy import Layout, Navigation, Policy, is_within, same_code
from tests.domain.attempts.moments import HOUR, NOON, TICK


@pytest.mark.parametrize(
    "policy",
    [Policy(), Policy(NOON), Policy(None, NOON), Policy(NOON, NOON + TICK, time_limit=TICK), Policy(attempts=None)],
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
        (Policy(wait=0 * HOUR), "wait between attempts"),
        (Policy(access_code="x" * 61), "at most 60 characters"),
        (Policy(networks=("10.0.0.0/8", "the library")), "'the library' is not a network"),
        (Policy(layout=Layout.ALL, navigation=Navigation.FORWARD), "one at a time"),
    ],
)
def test_what_cannot_be_meant_is_said(policy: Policy, words: str) -> None:
    assert len(policy.problems()) == 1
    assert words in policy.problems()[0]


def test_every_problem_is_found() -> None:
    assert len(Policy(NOON, NOON, time_limit=-TICK, attempts=-1, wait=-TICK).problems()) == 4


@pytest.mark.parametrize(
    ("address", "networks", "within"),
    [
        ("10.1.2.3", ("10.0.0.0/8",), True),
        ("11.1.2.3", ("10.0.0.0/8",), False),
        ("11.1.2.3", ("10.0.0.0/8", "11.1.2.3"), True),
        ("::ffff:10.1.2.3", ("10.0.0.0/8",), True),
        ("2001:db8::7", ("2001:db8::/32",), True),
        (None, ("10.0.0.0/8",), False),
        ("nowhere", ("0.0.0.0/0",), False),
        (None, (), True),
    ],
)
def test_an_address_lies_in_one_of_the_networks(address: str | None, networks: tuple[str, ...], within: bool) -> None:
    assert is_within(address, networks) is within


def test_an_access_code_forgives_case_and_blanks_but_no_other_slip() -> None:
    assert same_code(" Blue  Heron ", "blueheron")
    assert not same_code("blue herons", "blueheron")
    assert not same_code("", "blueheron")
