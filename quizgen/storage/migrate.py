"""Bringing a database to the schema of this version: one transaction, one process at a time."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import URL, Connection, Engine

from quizgen.domain.errors import Unavailable
from quizgen.storage.engine import database_url, lock_path, postgresql_engine, sqlite_engine
from quizgen.storage.failures import failures_as_unavailable
from quizgen.storage.turns import Turns

_ADVISORY_LOCK = 0x7175697A  # "quiz": any number will do, as long as every process takes the same
_PATIENCE_SECONDS = 600


def upgrade(url: str, revision: str = "head") -> None:
    """Apply every revision that is missing, up to ``revision``; all of them or, on any failure, none.

    Makes the file and its folder for SQLite. Two processes may start it at once: the second finds nothing to do.
    Raises Unavailable when the database cannot be reached.
    """
    parsed = database_url(url)
    if parsed.get_backend_name() == "sqlite":
        Path(str(parsed.database)).parent.mkdir(parents=True, exist_ok=True)
    with _alone(parsed) as connection:
        command.upgrade(_config(connection), revision)


def downgrade(url: str, revision: str) -> None:
    """Take revisions back down to ``revision`` ("base": none is left, and no data either)."""
    with _alone(database_url(url)) as connection:
        command.downgrade(_config(connection), revision)


def current(url: str) -> str | None:
    """Return the revision that the database is at, or None for an empty one. Raises Unavailable."""
    parsed = database_url(url)
    if parsed.get_backend_name() == "sqlite" and not Path(str(parsed.database)).exists():
        return None
    with _engine(parsed) as engine, failures_as_unavailable(writes=False), engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def is_current(url: str) -> bool:
    """Tell whether the database has the schema of this version. Raises Unavailable."""
    return current(url) == ScriptDirectory.from_config(_config()).get_current_head()


@contextmanager
def _alone(url: URL) -> Iterator[Connection]:
    """Hold the one migration's transaction: behind the writers' lock on SQLite, an advisory lock on PostgreSQL."""
    with failures_as_unavailable(writes=True), _engine(url) as engine:
        if engine.dialect.name != "sqlite":
            with engine.begin() as connection:
                connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_ADVISORY_LOCK})")
                yield connection
            return
        with Turns(lock_path(url), patience=_PATIENCE_SECONDS).turn(), engine.begin() as connection:
            yield connection
            if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                raise Unavailable("The migration would leave rows that belong to nothing. Nothing was changed.")


@contextmanager
def _engine(url: URL) -> Iterator[Engine]:
    # Foreign keys are off while SQLite tables are rebuilt, or dropping the old one would take its children along.
    is_sqlite = url.get_backend_name() == "sqlite"
    engine = (
        sqlite_engine(url, begin="BEGIN IMMEDIATE", pool_size=1, foreign_keys=False)
        if is_sqlite
        else postgresql_engine(url, pool_size=1)
    )
    try:
        yield engine
    finally:
        engine.dispose()


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config
