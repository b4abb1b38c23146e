"""``quizgen bank``: bank files checked and loaded."""

from pathlib import Path

import pytest

from quizgen.services import accounts, banks
from quizgen.shipped import QUESTION_BANKS
from quizgen.storage.engine import Database
from tests.cli.conftest import Run

SOUND = """\
format: quizgen-bank/1
title: Rivers
passages:
  - id: p1
    title: Rivers
    text: The Wye is a river.
claims:
  - {id: c-1, passage: p1, span: [0, 19], statement: The Wye is a river., stance: asserted}
items:
  - {id: i-1, kind: verdict, claims: [c-1], stem: The Wye is a river., key: true, rationale: It says so.}
"""
BROKEN = SOUND.replace("key: true", "key: perhaps").replace("[0, 19]", "[0, 99]").replace("stance:", "stence:")


@pytest.fixture
def bank(folder: Path) -> Path:
    path = folder / "rivers.yaml"
    path.write_text(SOUND)
    return path


def test_a_sound_bank_is_called_sound(run: Run, bank: Path) -> None:
    done = run("bank", "check", "rivers.yaml")
    assert (done.code, done.out, done.err) == (0, "rivers.yaml: sound, 1 claims, 1 of 1 items ready\n", "")


def test_every_problem_is_a_line_with_file_and_line(run: Run, folder: Path, bank: Path) -> None:
    (folder / "broken.yaml").write_text(BROKEN)
    done = run("bank", "check", "rivers.yaml", "broken.yaml")
    assert done.code == 2
    lines = done.out.splitlines()
    assert lines[0].startswith("rivers.yaml: sound")
    assert len(lines) >= 3
    assert all(line.startswith(("broken.yaml:8: ", "broken.yaml:10: ")) for line in lines[1:])
    assert any("perhaps" in line for line in lines)


def test_a_file_that_is_no_bank_or_not_there_is_told(run: Run, folder: Path) -> None:
    (folder / "notes.yaml").write_text("just: some notes\n")
    done = run("bank", "check", "notes.yaml", "missing.yaml")
    assert done.code == 2
    assert "notes.yaml:" in done.out
    assert "missing.yaml: cannot be read" in done.out


def test_the_shipped_banks_are_sound(run: Run) -> None:
    files = sorted(QUESTION_BANKS.glob("*.yaml"))
    assert files
    done = run("bank", "check", *files)
    assert done.code == 0, done.out
    assert done.out.count("sound") == len(files)


def test_a_bank_without_an_owner_is_known_by_its_file_and_gets_versions(
    run: Run, bank: Path, database: Database
) -> None:
    assert run("bank", "load", "rivers.yaml").out == "Bank 1: Rivers, 1 items ready.\n"
    assert run("bank", "load", "rivers.yaml").out == "Bank 1: Rivers, 1 items ready.\n"
    bank.write_text(SOUND.replace("It says so.", "The first sentence says so."))
    assert run("bank", "load", "rivers.yaml").code == 0
    with database.reading() as session:
        stored = banks.get(session, 1)
    database.dispose()
    assert (stored.version, stored.owner) == (2, None)


def test_a_bank_belongs_to_the_teacher_that_is_named(run: Run, bank: Path, database: Database) -> None:
    assert run("account", "add", "hazel", "--name", "Hazel Ashdown").code == 0
    assert run("bank", "load", "rivers.yaml", "--owner", "Hazel").code == 0
    with database.reading() as session:
        hazel = accounts.find(session, username="hazel")
        assert hazel is not None
        assert banks.get(session, 1).owner == hazel.id
    database.dispose()


def test_nobody_and_nothing_broken_is_loaded(run: Run, folder: Path, bank: Path) -> None:
    done = run("bank", "load", "rivers.yaml", "--owner", "nobody")
    assert (done.code, done.err) == (1, "quizgen: There is nobody with the user name nobody.\n")
    (folder / "broken.yaml").write_text(BROKEN)
    done = run("bank", "load", "broken.yaml")
    assert done.code == 2
    assert done.err.startswith("quizgen: broken.yaml: line ")
    assert "`quizgen bank check` lists them" in done.err
    assert done.err.count("\n") == 1
