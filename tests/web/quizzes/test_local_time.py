"""Between what a teacher types and instants. What is typed has no zone yet."""

# ruff: noqa: DTZ001, DTZ901

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.domain.errors import BadInput
from quizgen.web.quizzes.local_time import instant, local_time

ZONES = ("UTC", "Europe/London", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Africa/Casablanca")
minutes = st.datetimes(datetime(2000, 1, 2), datetime(2099, 12, 30)).map(lambda t: t.replace(second=0, microsecond=0))


@given(minutes, st.sampled_from(ZONES), st.booleans())
def test_what_was_typed_is_shown_again_or_was_refused_because_it_does_not_exist(
    local: datetime, zone: str, later: bool
) -> None:
    try:
        found = instant(local, zone, later=later)
    except BadInput:
        aware = local.replace(tzinfo=ZoneInfo(zone))
        assert aware.astimezone(UTC).astimezone(ZoneInfo(zone)).replace(tzinfo=None) != local
    else:
        assert local_time(found, zone) == local


@given(minutes, st.sampled_from(ZONES))
def test_an_instant_comes_back_through_one_of_its_two_readings(moment: datetime, zone: str) -> None:
    aware = moment.replace(tzinfo=UTC)
    local = local_time(aware, zone)
    assert aware in {instant(local, zone, later=later) for later in (False, True)}


def test_in_the_hour_that_comes_twice_the_two_readings_are_an_hour_apart() -> None:
    local = datetime(2026, 10, 25, 1, 30)
    first, second = (instant(local, "Europe/London", later=later) for later in (False, True))
    assert second - first == timedelta(hours=1)
    assert first == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


@pytest.mark.parametrize("later", [False, True])
def test_a_time_that_the_clocks_leave_out_is_refused_in_words(later: bool) -> None:
    with pytest.raises(BadInput, match=r"There is no 02:30 on that day in America/New York: the clocks go forward\."):
        instant(datetime(2027, 3, 14, 2, 30), "America/New_York", later=later)


@pytest.mark.parametrize("local", [datetime.min, datetime.max, datetime(1999, 12, 31, 23, 59)])
def test_years_that_nobody_means_are_refused(local: datetime) -> None:
    with pytest.raises(BadInput, match="Choose a year"):
        instant(local, "Pacific/Auckland", later=False)
