"""Migrations: they build exactly the schema of the rows, go down and up, and never stop half-way."""

import json
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, create_engine, inspect, text

from quizgen.domain.attempts.override import read_changes
from quizgen.domain.attempts.reveal import Reveal, preset_of, read_reveal
from quizgen.storage.base import Base
from quizgen.storage.engine import database_url as parsed
from quizgen.storage.migrate import current, downgrade, is_current, upgrade

TEACHER = text("""\
INSERT INTO accounts (id, username, username_folded, name, role, active, password_hash, uniquifier, created)
VALUES (1, 'hazel', 'hazel', 'Hazel Ashdown', 'teacher', TRUE, '', 'h', '2026-03-01 08:00:00+00')""")
OLD_JOB = text("""\
INSERT INTO jobs (id, owner_id, title, name, original, reading, seed, state, run, sentences_done, sentences, claims,
                  items, error, requested, looked_at)
VALUES (7, 1, 'Rivers', 'wye.md', :original, :reading, 1099511627776, 'failed', 2, 3, 9, 4, 5,
        'The parser stopped.', '2026-03-02 08:00:00+00', '2026-03-02 08:00:00+00')""")


@pytest.fixture
def engine(empty_url: str) -> Iterator[Engine]:
    engine = create_engine(parsed(empty_url))
    yield engine
    engine.dispose()


def tables(engine: Engine) -> set[str]:
    return set(inspect(engine).get_table_names())


def constraints(engine: Engine) -> dict[str, Any]:
    """Return what Alembic does not compare: every check, key and reference by name."""
    found: dict[str, Any] = {}
    inspector = inspect(engine)
    for table in Base.metadata.tables:
        found[f"{table}: checks"] = sorted(map(str, inspector.get_check_constraints(table)))
        found[f"{table}: key"] = inspector.get_pk_constraint(table)
        found[f"{table}: unique"] = sorted(map(str, inspector.get_unique_constraints(table)))
        found[f"{table}: references"] = sorted(map(str, inspector.get_foreign_keys(table)))
        found[f"{table}: indexes"] = sorted(map(index_text, inspector.get_indexes(table)))
    return found


def index_text(index: Any) -> str:
    options = {name: str(value) for name, value in index.get("dialect_options", {}).items()}
    return f"{index['name']} {index['column_names']} {bool(index['unique'])} {options}"


def test_the_newest_revision_is_the_schema_of_the_rows(empty_url: str, engine: Engine) -> None:
    upgrade(empty_url)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, Base.metadata) == []
    migrated = constraints(engine)
    downgrade(empty_url, "base")
    Base.metadata.create_all(engine)
    assert constraints(engine) == migrated


def test_down_takes_everything_away_and_up_brings_it_back(empty_url: str, engine: Engine) -> None:
    upgrade(empty_url)
    whole = tables(engine)
    downgrade(empty_url, "base")
    assert (tables(engine), current(empty_url)) == ({"alembic_version"}, None)
    upgrade(empty_url)
    assert tables(engine) == whole == {*Base.metadata.tables, "alembic_version"}


def test_every_single_step_goes_down_and_up_again(empty_url: str, engine: Engine) -> None:
    upgrade(empty_url)
    while current(empty_url):
        downgrade(empty_url, "-1")
        upgrade(empty_url, "+1")
        downgrade(empty_url, "-1")
    assert tables(engine) == {"alembic_version"}


def test_a_new_database_is_not_current_until_it_is_upgraded(empty_url: str) -> None:
    assert (current(empty_url), is_current(empty_url)) == (None, False)
    upgrade(empty_url)
    assert is_current(empty_url)
    downgrade(empty_url, "-1")
    assert not is_current(empty_url)


def test_upgrading_again_changes_nothing(empty_url: str) -> None:
    upgrade(empty_url)
    before = current(empty_url)
    upgrade(empty_url)
    assert current(empty_url) == before


def test_a_revision_that_fails_leaves_nothing_of_the_others(empty_url: str, engine: Engine) -> None:
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE marks (id INTEGER)")
    with pytest.raises(Exception, match="already exists"):
        upgrade(empty_url)
    assert tables(engine) - {"alembic_version"} == {"marks"}
    assert current(empty_url) is None


def test_two_processes_may_upgrade_at_once(empty_url: str) -> None:
    program = "import sys; from quizgen.storage.migrate import upgrade; upgrade(sys.argv[1])"
    processes = [subprocess.Popen([sys.executable, "-c", program, empty_url]) for _ in range(2)]
    assert [process.wait(60) for process in processes] == [0, 0]
    assert is_current(empty_url)


def test_a_folder_that_is_not_there_is_made(tmp_path: Any) -> None:
    url = f"sqlite:///{tmp_path / 'new' / 'deep' / 'quizgen.sqlite3'}"
    upgrade(url)
    assert is_current(url)


def test_a_job_of_one_text_keeps_its_text_and_its_seed_on_the_way_up_and_down(empty_url: str, engine: Engine) -> None:
    upgrade(empty_url, "0005")
    with engine.begin() as connection:
        connection.execute(TEACHER)
        connection.execute(OLD_JOB, {"original": b"\x00The Wye", "reading": '{"title": "Wye", "left_out": []}'})
        before = connection.execute(text("SELECT * FROM jobs")).mappings().one()
    upgrade(empty_url)
    with engine.connect() as connection:
        job = connection.execute(text("SELECT * FROM jobs")).mappings().one()
        one = connection.execute(text("SELECT * FROM job_texts")).mappings().one()
        assert json_of(job["options"]) == {"seed": 2**40}
        assert (job["id"], job["title"], job["state"], job["sentences"]) == (7, "Rivers", "failed", 9)
        assert (one["job_id"], one["place"], one["name"], one["title"]) == (7, 1, "wye.md", "Wye")
        assert (bytes(one["original"]), json_of(one["put_back"]), bool(one["used"])) == (b"\x00The Wye", [], True)
        assert json_of(one["reading"]) == {"title": "Wye", "left_out": []}
    downgrade(empty_url, "0005")
    with engine.connect() as connection:
        after = connection.execute(text("SELECT * FROM jobs")).mappings().one()
    assert {name: json_of(value) for name, value in after.items()} == {
        name: json_of(value) for name, value in before.items()
    }


OLD_QUIZ = text("""\
INSERT INTO quizzes (id, class_id, bank_id, bank_version_id, title, published, published_by_id, attempts, closing,
                     access_code, networks, "order", layout, navigation, reveal, count)
VALUES (:id, 1, 1, 1, 'Rivers', '2026-03-01 08:00:00+00', 1, 1, 'must finish by', '', '[]', 'shuffled',
        'one at a time', 'free', :reveal, 6)""")
SCHOOL = (
    (
        "INSERT INTO classes (id, teacher_id, name, join_code, time_zone, created) "
        "VALUES (1, 1, '7b', 'CDFGHJ', 'UTC', '2026-03-01 08:00:00+00')"
    ),
    "INSERT INTO banks (id, owner_id, version) VALUES (1, 1, 1)",
    (
        "INSERT INTO bank_versions (id, bank_id, number, title, sha256, document, claims, ready, queued, made) "
        "VALUES (1, 1, 1, 'Rivers', '', '{}', 0, 0, 0, '2026-03-01 08:00:00+00')"
    ),
    (
        "INSERT INTO overrides (id, quiz_id, name, everyone, changes, changed, changed_by_id) "
        """VALUES (1, 1, 'Retake', TRUE, '{"reveal": "never", "attempts": 2}', '2026-03-01 08:00:00+00', 1)"""
    ),
)


def test_what_students_see_keeps_its_meaning_on_the_way_up_and_down(empty_url: str, engine: Engine) -> None:
    words = {1: "after handing in", 2: "after closing", 3: "never"}
    upgrade(empty_url, "0013")
    with engine.begin() as connection:
        connection.execute(TEACHER)
        for statement in SCHOOL[:3]:
            connection.execute(text(statement))
        for number, word in words.items():
            connection.execute(OLD_QUIZ, {"id": number, "reveal": word})
        connection.exec_driver_sql(SCHOOL[3])
    upgrade(empty_url)
    with engine.connect() as connection:
        stored = {row.id: json_of(row.reveal) for row in connection.execute(text("SELECT id, reveal FROM quizzes"))}
        changes = json_of(connection.execute(text("SELECT changes FROM overrides")).scalar_one())
    assert {number: preset_of(read_reveal(each)) for number, each in stored.items()} == words
    assert read_changes(changes) == {"reveal": Reveal.NEVER, "attempts": 2}
    downgrade(empty_url, "0013")
    with engine.connect() as connection:
        after = {row.id: row.reveal for row in connection.execute(text("SELECT id, reveal FROM quizzes"))}
        changes = json_of(connection.execute(text("SELECT changes FROM overrides")).scalar_one())
    assert (after, changes) == (words, {"reveal": "never", "attempts": 2})


def json_of(value: Any) -> Any:
    """Return what JSON says: PostgreSQL's driver reads it, SQLite's does not."""
    return json.loads(value) if isinstance(value, str) and value[:1] in "{[" else value
