"""``quizgen`` itself: help, version, and how failures are told."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from quizgen.cli import files as cli_files
from quizgen.cli.main import NOUNS
from quizgen.settings import Settings
from tests.cli.conftest import Run, files


def test_help_lists_every_noun_and_shows_examples(run: Run) -> None:
    done = run("--help")
    assert done.code == 0
    assert all(f"\n  {noun}" in done.out for noun in NOUNS)
    assert "Examples:" in done.out


def test_the_version_is_told(run: Run) -> None:
    assert run("--version").out == "quizgen 0.1.0\n"


def test_without_a_command_the_help_is_shown_and_the_exit_code_says_so(run: Run) -> None:
    done = run()
    assert (done.code, done.out) == (2, "")
    assert "Commands:" in done.err


@pytest.mark.parametrize("noun", NOUNS)
def test_each_noun_has_help_of_its_own(run: Run, noun: str) -> None:
    done = run(noun, "--help")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(f"Usage: quizgen {noun}")


def test_an_unknown_command_is_one_line(run: Run) -> None:
    done = run("frobnicate")
    assert (done.code, done.out) == (2, "")
    assert done.err == "quizgen: No such command 'frobnicate'. See `quizgen --help`.\n"


def test_an_unknown_option_is_one_line(run: Run) -> None:
    done = run("serve", "--prot", "80")
    assert done.code == 2
    assert done.err.startswith("quizgen: No such option")
    assert done.err.count("\n") == 1


def test_a_wrong_setting_is_one_line_that_names_it(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUIZGEN_PORT", "eighty")
    for command in (["settings"], ["serve"], ["database", "upgrade"], ["gradebook", "7b"]):
        done = run(*command)
        assert (done.code, done.out) == (2, "")
        assert done.err == "quizgen: QUIZGEN_PORT: expected a whole number from 1 to 65,535, not 'eighty'.\n"


def test_a_data_folder_that_cannot_be_made_is_one_line(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "file").touch()
    monkeypatch.setenv("QUIZGEN_DATA_DIR", str(folder / "file" / "data"))
    done = run("account", "add", "juniper", "--name", "Juniper Quill")
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("quizgen: The data folder")
    assert done.err.count("\n") == 1


def test_a_fault_of_ours_says_where_it_arose_and_ends_with_one_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(*_: object, **__: object) -> None:
        raise ZeroDivisionError("a fault of ours")

    monkeypatch.setattr(Settings, "shown", stumble)
    done = run("settings")
    assert (done.code, done.out) == (1, "")
    assert "ZeroDivisionError: a fault of ours\n" in done.err
    assert done.err.endswith(
        "\nquizgen: a fault in quizgen itself: ZeroDivisionError. Please report the lines above.\n"
    )


def test_a_reader_that_goes_away_is_no_failure_to_shout_about(folder: Path) -> None:
    command = f"{sys.executable} -m quizgen settings | head -n 1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True, env={**os.environ})
    assert done.stdout.startswith("# The folder")
    assert done.stderr == ""


def test_what_cannot_be_written_whole_is_not_written_at_all(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = folder / "bank.yaml"
    path.write_text("the old one")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        cli_files.write_text(path, "the new one", force=True)
    assert path.read_text() == "the old one"
    assert files(folder) == {"bank.yaml"}


def test_a_new_file_may_be_read_by_whom_the_umask_lets(folder: Path) -> None:
    before = os.umask(0o027)
    try:
        cli_files.write_text(folder / "bank.yaml", "text", force=False)
    finally:
        os.umask(before)
    assert (folder / "bank.yaml").stat().st_mode & 0o777 == 0o640


def test_writing_over_a_link_replaces_the_file_behind_it(folder: Path) -> None:
    (folder / "real.yaml").write_text("old")
    (folder / "link.yaml").symlink_to("real.yaml")
    cli_files.write_text(folder / "link.yaml", "new", force=True)
    assert (folder / "link.yaml").is_symlink()
    assert (folder / "real.yaml").read_text() == "new"
