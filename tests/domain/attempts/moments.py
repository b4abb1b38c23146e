"""Instants and policies around which the edges of time are tested."""

from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from quizgen.domain.attempts.policy import Policy

NOON = datetime(2031, 3, 3, 12, 0, tzinfo=UTC)
TICK = timedelta(microseconds=1)
HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)

instants = st.integers(-200, 200).map(lambda minutes: NOON + minutes * MINUTE)
lengths = st.integers(1, 200).map(lambda minutes: minutes * MINUTE)
graces = st.integers(0, 120).map(lambda seconds: timedelta(seconds=seconds))
policies = st.builds(Policy, opens=st.none() | instants, closes=st.none() | instants, time_limit=st.none() | lengths)
