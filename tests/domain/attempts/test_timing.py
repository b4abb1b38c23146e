"""One microsecond around each bound: windows are half-open, and None means no bound."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.domain.attempts.policy import Policy
from quizgen.domain.attempts.timing import Phase, accepts, deadline, is_over, phase, remaining
from tests.domain.attempts.moments import HOUR, MINUTE, NOON, TICK, graces, instants, policies

WINDOW = Policy(NOON, NOON + HOUR)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (NOON - TICK, Phase.NOT_YET),
        (NOON, Phase.OPEN),
        (NOON + TICK, Phase.OPEN),
        (NOON + HOUR - TICK, Phase.OPEN),
        (NOON + HOUR, Phase.CLOSED),
        (NOON + HOUR + TICK, Phase.CLOSED),
    ],
)
def test_a_window_is_open_from_its_first_instant_to_just_before_its_last(now: datetime, expected: Phase) -> None:
    assert phase(WINDOW, now) is expected


@given(instants)
def test_without_bounds_a_quiz_is_always_open(now: datetime) -> None:
    assert phase(Policy(), now) is Phase.OPEN
    assert phase(Policy(opens=now), now) is Phase.OPEN
    assert phase(Policy(closes=now), now) is Phase.CLOSED


@pytest.mark.parametrize(
    ("policy", "ends"),
    [
        (Policy(), None),
        (Policy(time_limit=HOUR), NOON + HOUR),
        (Policy(closes=NOON + MINUTE), NOON + MINUTE),
        (Policy(closes=NOON + MINUTE, time_limit=HOUR), NOON + MINUTE),
        (Policy(closes=NOON + HOUR, time_limit=MINUTE), NOON + MINUTE),
        (Policy(opens=NOON - HOUR, time_limit=MINUTE), NOON + MINUTE),
    ],
)
def test_the_earlier_of_limit_and_closing_is_the_deadline(policy: Policy, ends: datetime | None) -> None:
    assert deadline(policy, NOON) == ends


@given(policies, instants)
def test_a_deadline_is_never_later_than_limit_and_closing_allow(policy: Policy, started: datetime) -> None:
    ends = deadline(policy, started)
    assert (ends is None) is (policy.time_limit is None and policy.closes is None)
    assert ends is None or policy.time_limit is None or ends <= started + policy.time_limit
    assert ends is None or policy.closes is None or ends <= policy.closes


@pytest.mark.parametrize(
    ("now", "left"),
    [
        (NOON - TICK, TICK),
        (NOON - HOUR, HOUR),
        (NOON, timedelta(0)),
        (NOON + TICK, timedelta(0)),
        (NOON + HOUR, timedelta(0)),
    ],
)
def test_what_is_left_never_falls_below_nothing(now: datetime, left: timedelta) -> None:
    assert remaining(NOON, now) == left


def test_without_a_deadline_there_is_nothing_to_count_down() -> None:
    assert remaining(None, NOON) is None
    assert accepts(None, NOON, timedelta(0))
    assert not is_over(None, NOON)


@pytest.mark.parametrize("grace", [timedelta(0), TICK, timedelta(seconds=30)])
def test_an_answer_counts_until_just_before_deadline_plus_grace(grace: timedelta) -> None:
    assert accepts(NOON, NOON + grace - TICK, grace)
    assert not accepts(NOON, NOON + grace, grace)
    assert not accepts(NOON, NOON + grace + TICK, grace)


@given(instants, instants, graces)
def test_while_the_clock_shows_time_an_answer_counts(ends: datetime, now: datetime, grace: timedelta) -> None:
    left = remaining(ends, now)
    assert left is not None
    assert is_over(ends, now) is (left == timedelta(0))
    if left > timedelta(0):
        assert accepts(ends, now, grace)
    elif now >= ends + grace:
        assert not accepts(ends, now, grace)


@given(policies, st.lists(instants, min_size=2, max_size=2).map(sorted))
def test_once_closed_a_quiz_never_opens_again(policy: Policy, moments: list[datetime]) -> None:
    earlier, later = moments
    if phase(policy, earlier) is Phase.CLOSED:
        assert phase(policy, later) is not Phase.OPEN
