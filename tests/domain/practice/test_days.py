"""Days where the student is, also on the days that are an hour longer or shorter."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.domain.practice.days import DAY, beginning, due_after, local_day

ZONES = ("UTC", "Europe/Paris", "America/New_York", "Australia/Lord_Howe", "America/Santiago", "Pacific/Apia")
zones = st.sampled_from(ZONES)
instants = st.integers(0, 6 * 366 * 86_400 * 10).map(
    lambda tenths: datetime(2024, 1, 1, tzinfo=UTC) + timedelta(seconds=tenths / 10)
)


@given(instants, zones)
def test_an_instant_lies_between_the_beginnings_of_its_day_and_the_next(now: datetime, zone: str) -> None:
    today = local_day(now, zone)
    assert beginning(today, zone) <= now < beginning(today + DAY, zone)


@given(instants, zones, st.integers(1, 180))
def test_whole_days_end_when_that_day_begins(now: datetime, zone: str, days: int) -> None:
    due = due_after(timedelta(days=days), now, zone)
    assert local_day(due, zone) == local_day(now, zone) + timedelta(days=days)
    assert local_day(due - timedelta(microseconds=1), zone) < local_day(due, zone)
    assert now < due <= now + timedelta(days=days + 1)


@given(instants, zones, st.integers(1, 24 * 60 - 1))
def test_minutes_are_counted_from_now(now: datetime, zone: str, minutes: int) -> None:
    assert due_after(timedelta(minutes=minutes), now, zone) == now + timedelta(minutes=minutes)


@pytest.mark.parametrize(("day", "length"), [(date(2026, 3, 29), 23), (date(2026, 10, 25), 25), (date(2026, 6, 1), 24)])
def test_the_days_on_which_the_clocks_change_have_their_own_length(day: date, length: int) -> None:
    zone = "Europe/Paris"
    assert beginning(day + DAY, zone) - beginning(day, zone) == timedelta(hours=length)


def test_what_was_answered_at_night_is_due_the_next_morning() -> None:
    night = datetime(2026, 9, 1, 21, 50, tzinfo=UTC)  # ten to midnight in Paris
    assert due_after(DAY, night, "Europe/Paris") == datetime(2026, 9, 1, 22, 0, tzinfo=UTC)
