"""Which failures of a database are passing ones that a person may simply try again."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from quizgen.domain.errors import Unavailable

_TRY_AGAIN = "The database cannot do this at the moment. Nothing was changed; please try again."
_NO_DATABASE = "The database file is damaged, or is no database. Put a copy back in its place, or name another file."
_SQLITE_NO_DATABASE = ("SQLITE_NOTADB", "SQLITE_CORRUPT")
_LOST_RACES = ("40001", "40P01")  # PostgreSQL: serialization failure, deadlock
_SQLITE_PASSING = ("SQLITE_BUSY", "SQLITE_LOCKED", "SQLITE_FULL", "SQLITE_IOERR", "SQLITE_CANTOPEN")


class LostRace(Unavailable):
    """Two transactions stood in each other's way and the database gave this one up: the same again will do."""


@contextmanager
def failures_as_unavailable(*, writes: bool) -> Iterator[None]:
    """Raise Unavailable for a lost connection, a full disk, a lock, a deadlock; leave everything else as it is.

    What lost against another transaction is LostRace. A read-only database is such a failure for who ``writes``; for a
    reader it is a mistake in the program.
    """
    passing = (*_SQLITE_PASSING, "SQLITE_READONLY") if writes else _SQLITE_PASSING
    try:
        yield
    except PoolTimeoutError as failure:
        raise Unavailable(_TRY_AGAIN) from failure
    except DBAPIError as failure:
        if getattr(failure.orig, "sqlstate", None) in _LOST_RACES:
            raise LostRace(_TRY_AGAIN) from failure
        if _is_passing(failure, passing):
            raise Unavailable(_TRY_AGAIN) from failure
        if _sqlite_name(failure).startswith(_SQLITE_NO_DATABASE):
            raise Unavailable(_NO_DATABASE) from failure
        raise


def _is_passing(failure: DBAPIError, passing: tuple[str, ...]) -> bool:
    if isinstance(failure.orig, sqlite3.Error):
        return _sqlite_name(failure).startswith(passing)
    return failure.connection_invalidated or isinstance(failure, OperationalError)


def _sqlite_name(failure: DBAPIError) -> str:
    return str(getattr(failure.orig, "sqlite_errorname", ""))
