"""Who may start, go on, and see the key."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.domain.attempts.access import Access, Entry, access, may_see_key
from quizgen.domain.attempts.attempt import Attempt, State
from quizgen.domain.attempts.policy import Policy, Reveal
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


@pytest.mark.parametrize(
    ("reveal", "now", "seen"),
    [
        (Reveal.AFTER_HANDING_IN, NOON, True),
        (Reveal.AFTER_CLOSING, NOON + HOUR - TICK, False),
        (Reveal.AFTER_CLOSING, NOON + HOUR, True),
        (Reveal.NEVER, NOON + 100 * HOUR, False),
    ],
)
@pytest.mark.parametrize("attempt", [DONE, LATE])
def test_the_key_is_shown_when_the_policy_says_so(reveal: Reveal, now: datetime, seen: bool, attempt: Attempt) -> None:
    assert may_see_key(Policy(NOON, NOON + HOUR, reveal=reveal), attempt, now) is seen


def test_a_quiz_that_never_closes_never_reveals_after_closing() -> None:
    assert not may_see_key(Policy(reveal=Reveal.AFTER_CLOSING), DONE, NOON + timedelta(days=9999))


@given(st.sampled_from(Reveal), instants)
def test_nobody_sees_the_key_while_the_attempt_runs(reveal: Reveal, now: datetime) -> None:
    assert not may_see_key(Policy(closes=NOON, reveal=reveal), RUNNING, now)
