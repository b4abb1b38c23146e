"""Column types keep a value exactly and order instants rightly, on both engines."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta, timezone
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Column, Integer, MetaData, Table, delete, insert, select
from sqlalchemy.exc import StatementError

from quizgen.storage.engine import Database
from quizgen.storage.types import ExactFraction, Microseconds, UtcDateTime, WholeSeconds

FEW = settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
THINGS = Table(
    "things",
    MetaData(),
    Column("id", Integer, primary_key=True),
    Column("instant", UtcDateTime),
    Column("length", WholeSeconds),
    Column("measured", Microseconds),
    Column("share", ExactFraction),
)
zones = st.integers(-12 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
instants = st.datetimes(datetime(1971, 1, 1), datetime(2200, 1, 1), timezones=zones)  # noqa: DTZ001


@pytest.fixture
def things(database: Database) -> Database:
    with database.writing() as session:
        THINGS.create(session.connection())
    return database


def kept(database: Database, column: str, values: Sequence[Any]) -> list[Any]:
    """Return the values after a journey through the database, in its own order of that column."""
    with database.writing() as session:
        session.execute(delete(THINGS))
        if values:
            session.execute(insert(THINGS), [{column: value} for value in values])
    with database.reading() as session:
        return list(session.scalars(select(THINGS.c[column]).order_by(THINGS.c[column])))


@FEW
@given(found=st.lists(instants, max_size=8))
def test_instants_come_back_in_utc_to_the_microsecond_and_in_order(things: Database, found: list[datetime]) -> None:
    back = kept(things, "instant", found)
    assert back == sorted(found)
    assert all(instant.tzinfo is UTC for instant in back)


@FEW
@given(moment=instants, step=st.sampled_from([1, -1]))
def test_a_bound_holds_to_the_microsecond(things: Database, moment: datetime, step: int) -> None:
    kept(things, "instant", [moment])
    with things.reading() as session:
        found = session.scalar(select(THINGS.c.id).where(THINGS.c.instant < moment + timedelta(microseconds=step)))
    assert (found is not None) == (step == 1)


def test_an_instant_without_a_time_zone_is_refused(things: Database) -> None:
    with pytest.raises(StatementError, match="no time zone"):
        kept(things, "instant", [datetime(2026, 9, 1)])  # noqa: DTZ001


@FEW
@given(shares=st.lists(st.fractions(), max_size=5))
def test_shares_come_back_exactly(things: Database, shares: list[Fraction]) -> None:
    assert sorted(kept(things, "share", shares)) == sorted(shares)


@FEW
@given(seconds=st.lists(st.integers(-(10**9), 10**12), max_size=5))
def test_lengths_of_time_come_back_and_in_order(things: Database, seconds: list[int]) -> None:
    lengths = [timedelta(seconds=count) for count in seconds]
    assert kept(things, "length", lengths) == sorted(lengths)


def test_parts_of_a_second_are_refused(things: Database) -> None:
    with pytest.raises(StatementError, match="whole number of seconds"):
        kept(things, "length", [timedelta(milliseconds=1500)])


def test_nothing_stays_nothing(things: Database) -> None:
    assert [kept(things, column, [None]) for column in ("instant", "length", "share")] == [[None]] * 3


@FEW
@given(found=st.lists(st.timedeltas(timedelta(0), timedelta(days=4000)), max_size=8))
def test_measured_lengths_come_back_to_the_microsecond(things: Database, found: list[timedelta]) -> None:
    assert kept(things, "measured", found) == sorted(found)
