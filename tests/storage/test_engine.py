"""Both doors of the database: a snapshot that cannot write, and one writer's transaction."""

import sqlite3
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import func, insert, select, text, update
from sqlalchemy.exc import IntegrityError, SQLAlchemyError

from quizgen.domain.errors import BadInput, Unavailable
from quizgen.storage.engine import Database
from quizgen.storage.failures import LostRace
from quizgen.storage.tables import EnrolmentRow, PassageRow
from tests.cast import NOW
from tests.databases import MIGRATED, Postgres
from tests.threads import at_once

WRITER = """
import sys
from sqlalchemy import insert
from quizgen.storage.failures import LostRace
from quizgen.storage.engine import Database
from quizgen.storage.tables import PassageRow
database = Database(sys.argv[1])
for number in range(int(sys.argv[3])):
    with database.writing() as session:
        session.execute(insert(PassageRow).values(sha256=f"{sys.argv[2]}-{number}", title="", text=""))
database.dispose()
"""


def add(database: Database, name: str) -> None:
    with database.writing() as session:
        session.add(PassageRow(sha256=name, title="", text=""))


def names(database: Database) -> list[str]:
    with database.reading() as session:
        return list(session.scalars(select(PassageRow.sha256).order_by(PassageRow.sha256)))


def test_what_was_written_is_read(database: Database) -> None:
    add(database, "a")
    assert names(database) == ["a"]


def test_an_error_leaves_nothing_behind(database: Database) -> None:
    def break_off() -> None:
        with database.writing() as session:
            session.add(PassageRow(sha256="a", title="", text=""))
            session.flush()
            raise KeyError

    with pytest.raises(KeyError):
        break_off()
    assert names(database) == []


def test_a_savepoint_goes_back_alone(database: Database) -> None:
    with database.writing() as session:
        session.add(PassageRow(sha256="a", title="", text=""))
        session.flush()
        with pytest.raises(IntegrityError), session.begin_nested():
            session.execute(insert(PassageRow).values(sha256="a", title="", text=""))
        session.add(PassageRow(sha256="b", title="", text=""))
    assert names(database) == ["a", "b"]


def test_reading_cannot_write(database: Database) -> None:
    with pytest.raises(SQLAlchemyError, match=r"readonly|read-only"), database.reading() as session:
        session.execute(insert(PassageRow).values(sha256="a", title="", text=""))
    assert names(database) == []


def test_reading_stays_on_one_snapshot(database: Database) -> None:
    add(database, "a")
    count = select(func.count()).select_from(PassageRow)
    with database.reading() as session:
        before = session.scalar(count)
        add(database, "b")
        assert session.scalar(count) == before == 1
    assert names(database) == ["a", "b"]


def test_writing_inside_writing_is_a_mistake(database: Database) -> None:
    with database.writing(), pytest.raises(RuntimeError, match="exactly once"), database.writing():
        pass
    add(database, "a")
    assert names(database) == ["a"]


def test_rows_that_belong_to_nothing_are_refused(database: Database) -> None:
    with pytest.raises(IntegrityError), database.writing() as session:
        session.add(EnrolmentRow(class_id=1, student_id=1, joined=NOW))


def test_every_writer_gets_all_its_commits(database: Database) -> None:
    def write(writer: int) -> None:
        for number in range(15):
            add(database, f"{writer}-{number}")

    at_once(*(lambda writer=writer: write(writer) for writer in range(8)))
    assert Counter(name.partition("-")[0] for name in names(database)) == {str(writer): 15 for writer in range(8)}


def test_every_writing_process_gets_all_its_commits(database: Database, database_url: str) -> None:
    writers = [subprocess.Popen([sys.executable, "-c", WRITER, database_url, str(writer), "25"]) for writer in range(3)]
    assert [writer.wait(60) for writer in writers] == [0, 0, 0]
    assert Counter(name.partition("-")[0] for name in names(database)) == {str(writer): 25 for writer in range(3)}


@pytest.mark.parametrize("url", ["", "mysql://localhost/quizgen", "sqlite://", "sqlite:///:memory:", "not a url"])
def test_a_url_of_no_known_database_is_refused(url: str) -> None:
    with pytest.raises(BadInput, match="database URL"):
        Database(url)


def test_sqlite_is_opened_for_safety(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'quizgen.sqlite3'}")
    wanted = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 30_000}
    with database.writing() as session:
        assert {name: session.scalar(text(f"PRAGMA {name}")) for name in wanted} == wanted
    database.dispose()


def test_a_writer_on_sqlite_holds_the_file_from_its_first_statement(migrated_file: Path, tmp_path: Path) -> None:
    path = tmp_path / "quizgen.sqlite3"
    path.write_bytes(migrated_file.read_bytes())
    database = Database(f"sqlite:///{path}")
    with closing(sqlite3.connect(path, timeout=0)) as outsider, database.writing() as session:
        session.execute(select(PassageRow.sha256))
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            outsider.execute("BEGIN IMMEDIATE")
    database.dispose()


def test_a_full_disk_is_unavailable_and_passes(migrated_file: Path, tmp_path: Path) -> None:
    path = tmp_path / "small.sqlite3"
    path.write_bytes(migrated_file.read_bytes())
    database = Database(f"sqlite:///{path}")
    with database.writing() as session:
        roomy = session.scalar(text("PRAGMA max_page_count"))
        session.execute(text("PRAGMA max_page_count = 1"))
    with pytest.raises(Unavailable, match="Nothing was changed"), database.writing() as session:
        session.add(PassageRow(sha256="a", title="", text="long " * 100_000))
    assert names(database) == []
    with database.writing() as session:
        session.execute(text(f"PRAGMA max_page_count = {roomy}"))
    add(database, "b")
    assert names(database) == ["b"]
    database.dispose()


def test_a_file_that_cannot_be_opened_is_unavailable(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path}")
    with pytest.raises(Unavailable), database.reading() as session:
        session.execute(select(1))
    database.dispose()


@pytest.fixture
def on_postgresql(postgres: Postgres) -> Iterator[Database]:
    """A database on PostgreSQL, for what SQLite cannot suffer."""
    with postgres.fresh(template=MIGRATED) as url:
        database = Database(url)
        yield database
        database.dispose()


def test_a_cut_connection_is_unavailable_once(on_postgresql: Database, postgres: Postgres) -> None:
    def lose_the_connection() -> None:
        with on_postgresql.writing() as session:
            session.execute(select(1))
            postgres.cut_connections(on_postgresql.url)
            session.execute(select(1))

    with pytest.raises(Unavailable, match="try again"):
        lose_the_connection()
    add(on_postgresql, "a")
    postgres.cut_connections(on_postgresql.url)
    assert names(on_postgresql) == ["a"]


def test_the_loser_of_a_deadlock_may_try_again(on_postgresql: Database) -> None:
    add(on_postgresql, "a")
    add(on_postgresql, "b")
    both_hold_one = threading.Barrier(2)

    def change(first: str, second: str) -> str:
        try:
            with on_postgresql.writing() as session:
                session.execute(update(PassageRow).where(PassageRow.sha256 == first).values(title=first))
                both_hold_one.wait(30)
                session.execute(update(PassageRow).where(PassageRow.sha256 == second).values(title=first))
        except LostRace:
            return "lost"
        return "won"

    ends = at_once(lambda: change("a", "b"), lambda: change("b", "a"))
    assert sorted(ends) == ["lost", "won"]
