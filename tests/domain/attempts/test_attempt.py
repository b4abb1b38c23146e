"""The legal transitions of an attempt: harmless when repeated, never more time than allowed."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.domain.attempts.attempt import Attempt, State, expire, hand_in, move_on, reschedule
from quizgen.domain.attempts.policy import Navigation, Policy
from quizgen.domain.attempts.timing import is_over
from quizgen.domain.errors import NotAllowed
from tests.domain.attempts.moments import HOUR, NOON, TICK, graces, instants

GRACE = timedelta(seconds=30)
RUNNING = Attempt(1, State.RUNNING, NOON, NOON + HOUR)
ENDLESS = Attempt(1, State.RUNNING, NOON, None)
deadlines = st.none() | st.integers(1, 100).map(lambda minutes: NOON + timedelta(minutes=minutes))


def test_handing_in_before_the_deadline_ends_it_now() -> None:
    done = hand_in(RUNNING, NOON + timedelta(minutes=5))
    assert (done.state, done.finished) == (State.HANDED_IN, NOON + timedelta(minutes=5))
    assert hand_in(ENDLESS, NOON + 100 * HOUR).finished == NOON + 100 * HOUR


@pytest.mark.parametrize(
    ("now", "state"),
    [
        (NOON + HOUR - TICK, State.HANDED_IN),
        (NOON + HOUR, State.EXPIRED),
        (NOON + HOUR + GRACE - TICK, State.EXPIRED),
        (NOON + HOUR + GRACE, State.EXPIRED),
        (NOON + HOUR + GRACE + TICK, State.EXPIRED),
        (NOON + 100 * HOUR, State.EXPIRED),
    ],
)
def test_from_the_deadline_on_it_expires_within_the_grace_too_and_the_finish_is_never_later(
    now: datetime, state: State
) -> None:
    done = hand_in(RUNNING, now)
    assert done.state is state
    assert done.finished == min(now, NOON + HOUR)


def test_the_server_ends_an_attempt_at_its_deadline_whenever_it_comes_to_it() -> None:
    for late in (GRACE, GRACE + TICK, 100 * HOUR):
        done = expire(RUNNING, NOON + HOUR + late, GRACE)
        assert (done.state, done.finished) == (State.EXPIRED, NOON + HOUR)


@pytest.mark.parametrize(
    ("attempt", "now"), [(RUNNING, NOON), (RUNNING, NOON + HOUR + GRACE - TICK), (ENDLESS, NOON + 10**4 * HOUR)]
)
def test_the_server_never_ends_an_attempt_early(attempt: Attempt, now: datetime) -> None:
    with pytest.raises(NotAllowed, match="The time is not over yet"):
        expire(attempt, now, GRACE)


@given(deadlines, instants, instants, graces)
def test_an_attempt_that_has_ended_stays_as_it_is(
    ends: datetime | None, now: datetime, later: datetime, grace: timedelta
) -> None:
    done = hand_in(Attempt(1, State.RUNNING, NOON, ends), now)
    assert done.state is not State.RUNNING
    assert hand_in(done, later) == done
    assert expire(done, later, grace) == done


@given(deadlines, instants)
def test_no_transition_gives_more_time_than_allowed(ends: datetime | None, now: datetime) -> None:
    attempt = Attempt(3, State.RUNNING, NOON, ends)
    done = hand_in(attempt, now)
    assert done.finished is not None
    assert ends is None or done.finished <= ends
    assert (done.number, done.started, done.deadline) == (3, NOON, ends)
    assert (done.state is State.HANDED_IN) is not is_over(ends, now)


@given(st.lists(st.integers(0, 5), max_size=12))
def test_going_on_only_ever_seals_more_and_never_the_last_question(moves: list[int]) -> None:
    attempt = RUNNING
    for position in moves:
        before = attempt.sealed
        if position > before:
            with pytest.raises(NotAllowed):
                move_on(attempt, position, 6, NOON, GRACE)
        else:
            attempt = move_on(attempt, position, 6, NOON, GRACE)
            assert attempt.sealed == max(before, min(position + 1, 5))


def test_nothing_is_left_after_the_end_and_where_one_may_go_back_nothing_stays_sealed() -> None:
    with pytest.raises(NotAllowed):
        move_on(RUNNING, 0, 6, NOON + HOUR + GRACE, GRACE)
    attempt = move_on(RUNNING, 0, 6, NOON, GRACE)
    assert reschedule(attempt, Policy(navigation=Navigation.FORWARD), NOON).sealed == 1
    assert reschedule(attempt, Policy(), NOON).sealed == 0
