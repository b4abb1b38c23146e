"""``quizgen settings`` and ``quizgen database``."""

import re
from pathlib import Path

import pytest

from quizgen.settings import SETTINGS, Settings
from quizgen.storage import migrate
from tests.cli.conftest import Run, files

KEY = "k" * 40


def test_every_setting_is_listed_with_its_meaning(run: Run) -> None:
    done = run("settings")
    assert (done.code, done.err) == (0, "")
    for setting in SETTINGS:
        assert f"# {setting.meaning}\n" in done.out
        assert re.search(rf"^(# )?{setting.name}=", done.out, re.MULTILINE)


def test_listing_settings_makes_nothing(run: Run, tmp_path: Path) -> None:
    run("settings")
    assert files(tmp_path) == {"here"}


def test_secrets_are_not_shown(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUIZGEN_SECRET_KEY", KEY)
    monkeypatch.setenv("QUIZGEN_DATABASE_URL", "postgresql://quiz:hunter2@host/house")
    done = run("settings")
    assert done.code == 0
    assert KEY not in done.out
    assert "hunter2" not in done.out
    assert "# QUIZGEN_DATABASE_URL=postgresql+psycopg://quiz:***@host/house" in done.out


def test_the_list_is_a_settings_file(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUIZGEN_PORT", "9000")
    (folder / "quizgen.conf").write_text(run("settings").out)
    assert Settings.from_env({"QUIZGEN_SETTINGS": str(folder / "quizgen.conf")}) == Settings.from_env()


def test_a_slip_in_the_environment_is_pointed_out(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUIZGEN_DATADIR", "/srv/quizgen")
    done = run("settings")
    assert done.code == 0
    assert done.err == "quizgen: QUIZGEN_DATADIR is in the environment, but there is no such setting.\n"


def test_a_database_is_made_and_an_upgrade_again_changes_nothing(run: Run) -> None:
    made = run("database", "upgrade")
    assert (made.code, made.err) == (0, "")
    assert made.out.startswith("The database was made (revision ")
    assert run("database", "upgrade").out.startswith("The database is up to date (revision ")


def test_a_database_of_another_version_is_refused_until_it_is_upgraded(run: Run) -> None:
    run("database", "upgrade")
    url = Settings.from_env().database_url
    migrate.downgrade(url, "-1")
    done = run("gradebook", "1")
    assert (done.code, done.out) == (1, "")
    assert "`quizgen database upgrade`" in done.err
    assert run("database", "upgrade").out.startswith("The database was upgraded from ")
    assert migrate.is_current(url)


@pytest.mark.parametrize("command", [("gradebook", "1"), ("account", "password", "hazel")])
def test_a_command_that_needs_what_is_there_makes_no_database(
    run: Run, tmp_path: Path, command: tuple[str, ...]
) -> None:
    done = run(*command)
    assert (done.code, done.out) == (1, "")
    place = tmp_path / "data" / "quizgen.sqlite3"
    assert done.err == f"quizgen: There is no database at {place}. `quizgen database upgrade` makes one there.\n"
    assert files(tmp_path) == {"here"}
