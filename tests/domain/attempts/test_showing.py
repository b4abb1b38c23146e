"""What may be seen of an attempt, and when a quiz has closed for everybody."""

from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.domain.attempts.attempt import Attempt, State
from quizgen.domain.attempts.policy import Policy
from quizgen.domain.attempts.reveal import PRESETS, Part, Reveal, When
from quizgen.domain.attempts.showing import ALL, is_closed, shown
from tests.domain.attempts.moments import HOUR, NOON, TICK, instants, policies

DONE = Attempt(1, State.HANDED_IN, NOON - HOUR, None, NOON - HOUR)
RUNNING = Attempt(2, State.RUNNING, NOON, None)
WINDOW = Policy(NOON - HOUR, NOON)
SCORE = frozenset({Part.SCORE})


@pytest.mark.parametrize(
    ("reveal", "at_once", "when_closed", "when_released"),
    [
        (Reveal.AFTER_HANDING_IN, ALL, ALL, ALL),
        (Reveal.MARKS_FIRST, SCORE | {Part.ANSWERED, Part.MARK}, ALL, SCORE | {Part.ANSWERED, Part.MARK}),
        (Reveal.AFTER_CLOSING, SCORE, ALL, SCORE),
        (Reveal.RELEASED, frozenset(), frozenset(), ALL),
        (Reveal.NEVER, SCORE, SCORE, SCORE),
    ],
)
def test_each_part_comes_at_its_time(
    reveal: Reveal, at_once: frozenset[Part], when_closed: frozenset[Part], when_released: frozenset[Part]
) -> None:
    assert shown(reveal, DONE, closed=False, released=False) == at_once
    assert shown(reveal, DONE, closed=True, released=False) == when_closed
    assert shown(reveal, DONE, closed=False, released=True) == when_released


@given(
    st.builds(Reveal, *[st.sampled_from(When)] * len(Part)),
    st.sampled_from([State.RUNNING, State.PAUSED, State.VOIDED]),
    st.booleans(),
    st.booleans(),
)
def test_nothing_is_shown_of_an_attempt_that_has_not_ended_or_is_void(
    reveal: Reveal, state: State, closed: bool, released: bool
) -> None:
    assert shown(reveal, replace(DONE, state=state), closed=closed, released=released) == frozenset()


@pytest.mark.parametrize("reveal", PRESETS.values())
def test_while_the_same_questions_are_sat_again_nothing_of_a_key_is_shown(reveal: Reveal) -> None:
    seen = shown(reveal, DONE, closed=True, released=True, sitting=True)
    assert seen <= {Part.SCORE, Part.ANSWERED}
    assert (Part.SCORE in seen) is (Part.SCORE in shown(reveal, DONE, closed=True, released=True))


@pytest.mark.parametrize(
    ("policies", "attempts", "now", "closed"),
    [
        ([WINDOW], [], NOON - TICK, False),
        ([WINDOW], [], NOON, True),
        ([WINDOW], [DONE], NOON, True),
        ([WINDOW], [RUNNING], NOON, False),
        ([WINDOW], [replace(RUNNING, state=State.PAUSED)], NOON, False),
        ([WINDOW, replace(WINDOW, closes=NOON + HOUR)], [], NOON, False),
        ([WINDOW, replace(WINDOW, closes=NOON + HOUR)], [], NOON + HOUR, True),
        ([WINDOW, Policy()], [], NOON + 1000 * HOUR, False),
        ([], [], NOON, True),
    ],
)
def test_a_quiz_has_closed_when_nobody_can_sit_it_any_more(
    policies: list[Policy], attempts: list[Attempt], now: datetime, closed: bool
) -> None:
    assert is_closed(policies, attempts, now) is closed


@given(st.lists(policies, min_size=1, max_size=4), st.lists(st.sampled_from([DONE, RUNNING]), max_size=3), instants)
def test_one_who_goes_on_keeps_it_open_for_all(rules: list[Policy], attempts: list[Attempt], now: datetime) -> None:
    alone = [is_closed([policy], [], now) for policy in rules]
    assert is_closed(rules, attempts, now) is (all(alone) and RUNNING not in attempts)
