"""When a question comes back: after minutes while it is not right, after days once it is."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.domain.practice.card import Memory, Rating, Stage
from quizgen.scheduling.reviews import LONGEST, STEP, after_answer

MONDAY = date(2026, 9, 7)
DAY = timedelta(days=1)
ratings = st.sampled_from(Rating)
histories = st.lists(st.tuples(ratings, st.integers(-2, 400)), min_size=1, max_size=12)


def walked(history: list[tuple[Rating, int]]) -> tuple[Memory, timedelta, date]:
    """Return what is remembered after answers, each so many days after the one before."""
    memory, rests, day = None, timedelta(0), MONDAY
    for rating, days in history:
        day += timedelta(days=days)
        memory, rests = after_answer(memory, rating, day=day)
    assert memory is not None
    return memory, rests, day


@given(histories)
def test_a_right_answer_rests_for_whole_days_and_another_for_minutes_or_days(
    history: list[tuple[Rating, int]],
) -> None:
    memory, rests, day = walked(history)
    assert memory.day == day
    assert memory.stability > 0
    assert 1 <= memory.difficulty <= 10
    last = history[-1][0]
    if memory.stage is Stage.REVIEW:
        assert last is not Rating.AGAIN
        assert DAY <= rests <= LONGEST
        assert rests % DAY == timedelta(0)
    else:
        assert last is not Rating.GOOD
        assert rests == (STEP if last is Rating.AGAIN else STEP * 1.5)


@given(histories)
def test_the_same_answers_give_the_same_days(history: list[tuple[Rating, int]]) -> None:
    assert walked(history) == walked(history)


@given(histories, st.integers(1, 60))
def test_a_right_answer_never_rests_shorter_than_a_partly_right_one(
    history: list[tuple[Rating, int]], days: int
) -> None:
    memory, _, day = walked(history)
    _, hard = after_answer(memory, Rating.HARD, day=day + timedelta(days=days))
    _, good = after_answer(memory, Rating.GOOD, day=day + timedelta(days=days))
    assert good >= hard


def test_right_each_time_it_rests_longer_and_longer() -> None:
    memory, rests = after_answer(None, Rating.GOOD, day=MONDAY)
    day, lengths = MONDAY, [rests]
    for _ in range(5):
        day += rests
        memory, rests = after_answer(memory, Rating.GOOD, day=day)
        lengths.append(rests)
    assert lengths == sorted(lengths)
    assert lengths[0] == 2 * DAY
    assert lengths[-1] > 60 * DAY


def test_what_was_forgotten_comes_back_at_once_and_then_tomorrow_or_later() -> None:
    memory, rests = after_answer(None, Rating.GOOD, day=MONDAY)
    memory, rests = after_answer(memory, Rating.AGAIN, day=MONDAY + rests)
    assert (memory.stage, rests) == (Stage.RELEARNING, STEP)
    memory, rests = after_answer(memory, Rating.GOOD, day=MONDAY + 2 * DAY)
    assert memory.stage is Stage.REVIEW
    assert rests >= DAY


@pytest.mark.parametrize("rating", Rating)
def test_an_answer_on_a_day_before_the_last_one_is_taken_too(rating: Rating) -> None:
    memory, _ = after_answer(None, Rating.GOOD, day=MONDAY)
    memory, rests = after_answer(memory, rating, day=MONDAY - DAY)
    assert rests > timedelta(0)
