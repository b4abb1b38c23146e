"""Who may start and go on."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.domain.attempts.access import Access, Entry, access
from quizgen.domain.attempts.attempt import Attempt, State
from quizgen.domain.attempts.policy import Policy
from tests.domain.attempts.moments import HOUR, NOON, TICK, instants, policies

DONE = Attempt(1, State.HANDED_IN, NOON - HOUR, None, NOON - HOUR)
LATE = Attempt(2, State.EXPIRED, NOON - HOUR, NOON, NOON)
RUNNING = Attempt(2, State.RUNNING, NOON, None)
WINDOW = Policy(NOON, NOON + HOUR, attempts=2)


@pytest.mark.parametrize(
    ("policy", "attempts", "now", "expected"),
    [
        (WINDOW, [], NOON - TICK, Access(Entry.NOT_YET, 2, NOON)),
        (WINDOW, [], NOON, Access(Entry.START, 2)),
        (WINDOW, [], NOON + HOUR - TICK, Access(Entry.START, 2)),
        (WINDOW, [], NOON + HOUR, Access(Entry.CLOSED, 2)),
        (WINDOW, [DONE], NOON, Access(Entry.START, 1)),
        (WINDOW, [DONE, LATE], NOON, Access(Entry.NO_ATTEMPTS_LEFT, 0)),
        (WINDOW, [DONE, LATE, DONE], NOON, Access(Entry.NO_ATTEMPTS_LEFT, 0)),
        (WINDOW, [DONE, RUNNING], NOON, Access(Entry.GO_ON, 0)),
        (WINDOW, [DONE, RUNNING], NOON + HOUR, Access(Entry.GO_ON, 0)),
        (Policy(attempts=None), [DONE] * 50, NOON, Access(Entry.START, None)),
    ],
)
def test_window_and_attempts_decide(policy: Policy, attempts: list[Attempt], now: datetime, expected: Access) -> None:
    assert access(policy, attempts, now) == expected


@given(policies, st.lists(st.sampled_from([DONE, LATE, RUNNING]), max_size=3), instants)
def test_a_running_attempt_is_always_gone_on_with(policy: Policy, attempts: list[Attempt], now: datetime) -> None:
    entry = access(policy, attempts, now).entry
    assert (entry is Entry.GO_ON) is (RUNNING in attempts)
    assert entry is not Entry.START or len(attempts) < (policy.attempts or 99)
