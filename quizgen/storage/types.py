"""Column types that keep a Python value exactly, and alike on both engines."""

from datetime import UTC, datetime, timedelta
from fractions import Fraction

from sqlalchemy import BigInteger, DateTime, Dialect, Text
from sqlalchemy.types import TypeDecorator


class UtcDateTime(TypeDecorator[datetime]):
    """An instant to the microsecond; only aware values go in, UTC comes out.

    PostgreSQL keeps a ``timestamp with time zone``; SQLite keeps text of fixed width in UTC, which sorts like the
    instants themselves. Raises ValueError for a naive value: nobody could say which instant it means.
    """

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        if value is None:
            return None
        if value.utcoffset() is None:
            raise ValueError(f"{value!r} has no time zone, so it names no instant")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class WholeSeconds(TypeDecorator[timedelta]):
    """A length of time in whole seconds, as a number a person can read. Raises ValueError for parts of a second."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: timedelta | None, dialect: Dialect) -> int | None:  # noqa: ARG002
        if value is None:
            return None
        seconds, rest = divmod(value, timedelta(seconds=1))
        if rest:
            raise ValueError(f"{value!r} is not a whole number of seconds")
        return seconds

    def process_result_value(self, value: int | None, dialect: Dialect) -> timedelta | None:  # noqa: ARG002
        return None if value is None else timedelta(seconds=value)


class Microseconds(TypeDecorator[timedelta]):
    """A measured length of time, exact to the microsecond, as a whole number."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: timedelta | None, dialect: Dialect) -> int | None:  # noqa: ARG002
        return None if value is None else value // timedelta(microseconds=1)

    def process_result_value(self, value: int | None, dialect: Dialect) -> timedelta | None:  # noqa: ARG002
        return None if value is None else timedelta(microseconds=value)


class ExactFraction(TypeDecorator[Fraction]):
    """An exact number as text: ``2/3``, or ``7`` when it is whole. It is never compared or added up in SQL."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Fraction | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        return None if value is None else str(Fraction(value))

    def process_result_value(self, value: str | None, dialect: Dialect) -> Fraction | None:  # noqa: ARG002
        return None if value is None else Fraction(value)
