"""Changed rules move the deadline of a running attempt, and never into the past."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from quizgen.domain.attempts.attempt import Attempt, State, hand_in, reschedule
from quizgen.domain.attempts.policy import Policy

NOW = datetime(2026, 9, 1, 8, 0, tzinfo=UTC)
offsets = st.timedeltas(timedelta(hours=-3), timedelta(hours=3))
moments = offsets.map(NOW.__add__)
policies = st.builds(
    Policy,
    closes=st.none() | moments,
    time_limit=st.none() | st.timedeltas(timedelta(seconds=1), timedelta(hours=3)),
)
attempts = st.builds(
    Attempt,
    number=st.just(1),
    state=st.just(State.RUNNING),
    started=offsets.map(lambda offset: NOW - abs(offset)),
    deadline=st.none() | moments,
)


@given(attempts, policies)
def test_no_change_takes_time_that_has_passed(attempt: Attempt, policy: Policy) -> None:
    changed = reschedule(attempt, policy, NOW).deadline
    earliest = NOW if attempt.deadline is None else min(NOW, attempt.deadline)
    assert changed is None or changed >= earliest


@given(attempts, policies)
def test_a_deadline_to_come_is_the_one_of_the_rules(attempt: Attempt, policy: Policy) -> None:
    changed = reschedule(attempt, policy, NOW).deadline
    bounds = [policy.closes, policy.time_limit and attempt.started + policy.time_limit]
    if changed is None:
        assert bounds == [None, None]
    elif changed > NOW:
        assert changed == min(bound for bound in bounds if bound)


@given(attempts, policies)
def test_the_same_change_again_changes_nothing(attempt: Attempt, policy: Policy) -> None:
    once = reschedule(attempt, policy, NOW)
    assert reschedule(once, policy, NOW + timedelta(minutes=1)) == once


@given(attempts, policies)
def test_an_attempt_that_has_ended_stays_as_it_is(attempt: Attempt, policy: Policy) -> None:
    ended = hand_in(attempt, NOW - timedelta(days=1))
    assert reschedule(ended, policy, NOW) == ended
