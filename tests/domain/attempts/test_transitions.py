"""Whatever is done to an attempt, in any order: no illegal state, never more time than was given, never less."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.domain.attempts import attempt as transitions
from quizgen.domain.attempts.attempt import ENDED, Attempt, State, takes
from quizgen.domain.errors import NotAllowed
from tests.domain.attempts.moments import HOUR, MINUTE, NOON, TICK

GRACE = timedelta(seconds=30)
BREAKS = 10 * MINUTE
LIMIT = HOUR
FRESH = Attempt(1, State.RUNNING, NOON, NOON + LIMIT)

Act = Callable[[Attempt, datetime], Attempt]
ACTS: dict[str, Act] = {
    "pause": transitions.pause,
    "break": lambda attempt, now: transitions.take_break(attempt, now, BREAKS),
    "resume": transitions.resume,
    "grant": lambda attempt, _: transitions.grant(attempt, 5 * MINUTE),
    "hand in": transitions.hand_in,
    "expire": lambda attempt, now: transitions.expire(attempt, now, GRACE),
    "void": transitions.void,
    "restore": lambda attempt, _: transitions.restore(attempt),
    "reopen": lambda attempt, now: transitions.reopen(attempt, now, MINUTE),
}
steps = st.lists(st.tuples(st.sampled_from(sorted(ACTS)), st.integers(0, 40)), max_size=14)


def _lived(acts: list[tuple[str, int]]) -> list[tuple[datetime, Attempt]]:
    """Return the attempt after each act, minutes apart; one that is not allowed changes nothing."""
    now, attempt, lives = NOON, FRESH, [(NOON, FRESH)]
    for name, minutes in acts:
        now += minutes * MINUTE
        if attempt.resumes is not None and now >= attempt.resumes:
            attempt = transitions.resume(attempt, now)
        with suppress(NotAllowed):
            attempt = ACTS[name](attempt, now)
        lives.append((now, attempt))
    return lives


@given(steps)
def test_the_columns_of_a_state_always_belong_together(acts: list[tuple[str, int]]) -> None:
    for _, attempt in _lived(acts):
        assert (attempt.finished is None) == attempt.is_open
        assert (attempt.paused_at is not None) == (attempt.state is State.PAUSED)
        assert attempt.resumes is None or attempt.state is State.PAUSED
        assert timedelta(0) <= attempt.breaks <= min(BREAKS, attempt.paused)


@given(steps)
def test_the_deadline_is_the_limit_and_what_was_given_to_the_second(acts: list[tuple[str, int]]) -> None:
    for _, attempt in _lived(acts):
        assert attempt.deadline == attempt.started + LIMIT + attempt.paused + attempt.granted


@given(steps)
def test_the_clock_of_an_attempt_never_runs_longer_than_limit_and_grants(acts: list[tuple[str, int]]) -> None:
    ran = timedelta(0)
    lives = _lived(acts)
    for (before, attempt), (now, _) in pairwise(lives):
        if attempt.state is State.RUNNING and attempt.deadline is not None:
            ran += max(min(now, attempt.deadline) - before, timedelta(0))
        elif attempt.resumes is not None and now > attempt.resumes and attempt.deadline is not None:
            # A break that ended by itself: the clock has been going since.
            left = attempt.deadline - (attempt.paused_at or now)
            ran += min(now - attempt.resumes, left)
    last = lives[-1][1]
    assert ran <= LIMIT + last.granted


@given(steps, st.integers(0, 100))
def test_an_attempt_that_has_ended_takes_no_answer(acts: list[tuple[str, int]], later: int) -> None:
    now, attempt = _lived(acts)[-1]
    if not attempt.is_open:
        assert not takes(attempt, now + later * MINUTE, GRACE)


@given(st.integers(0, 59), st.integers(0, 300))
def test_a_pause_gives_back_exactly_what_was_left(at: int, minutes: int) -> None:
    paused = transitions.pause(FRESH, NOON + at * MINUTE)
    resumed = transitions.resume(paused, NOON + (at + minutes) * MINUTE)
    assert resumed.deadline == NOON + LIMIT + minutes * MINUTE
    assert replace(resumed, deadline=FRESH.deadline, paused=FRESH.paused) == FRESH


@given(st.integers(0, 59), st.integers(0, 300))
def test_a_break_ends_by_itself_whenever_the_server_comes_to_it(at: int, minutes: int) -> None:
    resting = transitions.take_break(FRESH, NOON + at * MINUTE, BREAKS)
    resumed = transitions.resume(resting, NOON + (at + minutes) * MINUTE)
    stood = min(minutes * MINUTE, BREAKS)
    assert (resumed.deadline, resumed.breaks) == (NOON + LIMIT + stood, stood)


def test_breaks_together_are_no_longer_than_allowed() -> None:
    rested = transitions.resume(transitions.take_break(FRESH, NOON, BREAKS), NOON + HOUR)
    with pytest.raises(NotAllowed, match="no time for breaks left"):
        transitions.take_break(rested, NOON + HOUR + MINUTE, BREAKS)


def test_a_teacher_can_make_a_pause_of_a_break() -> None:
    resting = transitions.take_break(FRESH, NOON, BREAKS)
    paused = transitions.pause(resting, NOON + MINUTE)
    assert (paused.paused_at, paused.resumes, paused.breaks) == (NOON + MINUTE, None, MINUTE)


@pytest.mark.parametrize(
    ("now", "taken"),
    [(NOON + MINUTE, True), (NOON + MINUTE + GRACE - TICK, True), (NOON + MINUTE + GRACE, False)],
)
def test_an_answer_on_its_way_when_the_clock_was_stopped_still_counts(now: datetime, taken: bool) -> None:
    assert takes(transitions.pause(FRESH, NOON + MINUTE), now, GRACE) is taken


@pytest.mark.parametrize(
    ("now", "taken"), [(NOON + LIMIT + GRACE - TICK, True), (NOON + LIMIT + GRACE, False), (NOON + LIMIT, True)]
)
def test_a_running_attempt_takes_answers_up_to_the_grace(now: datetime, taken: bool) -> None:
    assert takes(FRESH, now, GRACE) is taken


def test_no_clock_is_stopped_whose_time_is_over() -> None:
    with pytest.raises(NotAllowed, match="is over"):
        transitions.pause(FRESH, NOON + LIMIT)
    assert transitions.pause(FRESH, NOON + LIMIT - TICK).state is State.PAUSED


@given(st.integers(1, 59), st.integers(0, 500), st.integers(0, 30))
def test_a_reopened_attempt_has_the_time_that_was_left_and_what_was_added(at: int, later: int, extra: int) -> None:
    ended = transitions.hand_in(FRESH, NOON + at * MINUTE)
    now = NOON + (at + later) * MINUTE
    again = transitions.reopen(ended, now, extra * MINUTE)
    assert again.deadline is not None
    assert again.deadline - now == LIMIT - at * MINUTE + extra * MINUTE


def test_an_expired_attempt_is_reopened_only_with_more_time() -> None:
    expired = transitions.expire(FRESH, NOON + 2 * HOUR, GRACE)
    with pytest.raises(NotAllowed, match="how many minutes"):
        transitions.reopen(expired, NOON + 3 * HOUR)
    assert transitions.reopen(expired, NOON + 3 * HOUR, MINUTE).deadline == NOON + 3 * HOUR + MINUTE


@pytest.mark.parametrize("state", [State.RUNNING, State.PAUSED, State.VOIDED])
def test_only_an_ended_attempt_is_reopened(state: State) -> None:
    with pytest.raises(NotAllowed, match="has ended"):
        transitions.reopen(replace(FRESH, state=state), NOON, HOUR)


@given(st.sampled_from(["hand in", "expire"]), st.integers(0, 300))
def test_what_was_voided_is_restored_as_it_ended(name: str, minutes: int) -> None:
    try:
        ended = ACTS[name](FRESH, NOON + minutes * MINUTE)
    except NotAllowed:
        return
    assert ended.state in ENDED
    assert transitions.restore(transitions.void(ended, NOON + 9 * HOUR)) == ended


def test_more_time_is_given_to_open_attempts_only() -> None:
    paused = transitions.pause(FRESH, NOON)
    assert transitions.grant(paused, MINUTE).deadline == NOON + LIMIT + MINUTE
    with pytest.raises(NotAllowed, match="reopen"):
        transitions.grant(transitions.hand_in(FRESH, NOON), MINUTE)
    with pytest.raises(NotAllowed, match="at least a second"):
        transitions.grant(FRESH, timedelta(0))
