"""The database behind its doors: ``looking`` for one thing, ``reading`` a snapshot, ``writing`` a transaction."""

import json
import select
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine.interfaces import IsolationLevel
from sqlalchemy.exc import ArgumentError, DisconnectionError
from sqlalchemy.orm import Session, sessionmaker

from quizgen.domain.errors import BadInput
from quizgen.storage.failures import failures_as_unavailable
from quizgen.storage.turns import Turns

BUSY_SECONDS = 30
# Of pages, a connection; the machine keeps the whole file at hand anyway, once for all.
CACHE_KIB = 500
_NO_SNAPSHOT = "quizgen_no_snapshot"


class Database:
    """A database by its URL: a SQLite file, or PostgreSQL through psycopg.

    The doors belong to the edges: one ``with`` around a request, a task or a command.
    """

    def __init__(self, url: str, *, pool_size: int = 8) -> None:
        """Connect lazily. Raises BadInput for a URL that names neither engine."""
        self.url = database_url(url)
        self._place = threading.local()
        if self.url.get_backend_name() == "sqlite":
            turns = Turns(lock_path(self.url), patience=BUSY_SECONDS)
            self._turn: Callable[[], AbstractContextManager[None]] = turns.turn
            self._writer = sqlite_engine(self.url, begin="BEGIN IMMEDIATE", pool_size=1)
            self._reader = sqlite_engine(self.url, begin="BEGIN", pool_size=pool_size, query_only=True)
            self._looker: Engine = self._reader.execution_options(**{_NO_SNAPSHOT: True})
        else:
            self._turn = nullcontext
            self._writer = postgresql_engine(self.url, pool_size=pool_size)
            self._reader = self._writer.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
            # Connections of their own: changing the mode of one costs more than a look does.
            self._looker = postgresql_engine(self.url, pool_size=pool_size, isolation_level="AUTOCOMMIT")
        self._write_sessions = sessionmaker(self._writer, expire_on_commit=False)
        self._read_sessions = sessionmaker(self._reader, expire_on_commit=False)
        self._look_sessions = sessionmaker(self._looker, expire_on_commit=False, autoflush=False)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Open a session on one snapshot of the database; it cannot write. Raises Unavailable."""
        with failures_as_unavailable(writes=False), self._read_sessions() as session:
            yield session

    @contextmanager
    def looking(self) -> Iterator[Session]:
        """Open a session for single questions, each answered as things stand then; cheaper than a snapshot.

        It must not write. Raises Unavailable.
        """
        with failures_as_unavailable(writes=False), self._look_sessions() as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """Open a session that commits when the block ends and rolls back on any error; never nested.

        On SQLite there is one writer at a time, each in its turn. Raises Unavailable when the database cannot take
        it now: busy, full, gone, or the transaction lost against another one. Nothing is kept then.
        """
        if getattr(self._place, "writing", False):
            raise RuntimeError("writing() inside writing(): an edge commits exactly once")
        self._place.writing = True
        try:
            with failures_as_unavailable(writes=True), self._turn(), self._write_sessions.begin() as session:
                yield session
        finally:
            self._place.writing = False

    def dispose(self) -> None:
        """Close every connection."""
        self._looker.dispose()
        self._reader.dispose()
        self._writer.dispose()


def database_url(url: str) -> URL:
    """Return the URL with the driver that this house uses. Raises BadInput for another database or none."""
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise BadInput("The database URL cannot be read; it looks like sqlite:////folder/quizgen.sqlite3.") from None
    match parsed.drivername.partition("+")[0]:
        case "postgres" | "postgresql":
            return parsed.set(drivername="postgresql+psycopg")
        case "sqlite" if parsed.database and parsed.database != ":memory:":
            return parsed.set(drivername="sqlite+pysqlite")
    raise BadInput("The database URL must name a SQLite file (sqlite:///...) or PostgreSQL (postgresql://...).")


def lock_path(url: URL) -> Path:
    """Return the file beside a SQLite database on which writers take turns."""
    return Path(f"{url.database}.lock")


def sqlite_engine(
    url: URL, *, begin: str, pool_size: int, query_only: bool = False, foreign_keys: bool = True
) -> Engine:
    """Return an engine on a SQLite file whose every transaction opens with ``begin``.

    The driver's own transaction control is off: it would open no transaction for SELECT, SAVEPOINT and DDL.
    """
    engine = create_engine(url, pool_size=pool_size, max_overflow=64, **_json())

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: object) -> None:
        connection.isolation_level = None
        for pragma in (
            f"busy_timeout = {BUSY_SECONDS * 1000}",
            "journal_mode = WAL",
            "synchronous = FULL",
            f"cache_size = -{CACHE_KIB}",
            f"foreign_keys = {foreign_keys:d}",
            f"query_only = {query_only:d}",
        ):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        if not connection.get_execution_options().get(_NO_SNAPSHOT):
            connection.exec_driver_sql(begin)

    return engine


def postgresql_engine(url: URL, *, pool_size: int, isolation_level: IsolationLevel = "READ COMMITTED") -> Engine:
    """Return an engine on PostgreSQL that notices dead connections before using them."""
    engine = create_engine(url, pool_size=pool_size, max_overflow=pool_size, isolation_level=isolation_level, **_json())

    @event.listens_for(engine, "checkout")
    def _look(connection: Any, _record: object, _fairy: object) -> None:
        if _has_news(connection.fileno()):
            # The pool makes a new connection in its place.
            raise DisconnectionError("the server has closed the connection")

    return engine


def _has_news(number: int) -> bool:
    """Tell whether something came over an idle connection: a server that goes away says so, or hangs up.

    Cheaper than asking it each time, which would cost as much as a save does.
    """
    looking = select.poll()
    looking.register(number, select.POLLIN)
    return bool(looking.poll(0))


def _json() -> dict[str, Any]:
    return {"json_serializer": lambda value: json.dumps(value, ensure_ascii=False, separators=(",", ":"))}
