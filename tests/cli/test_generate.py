"""``quizgen generate``: a text becomes a bank file, whole or not at all."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from quizgen.formats.yaml_bank import check_file, read_bank_file
from tests.cli.conftest import TEXT, Run, files


def test_a_text_becomes_a_sound_bank_beside_us(run: Run, bees: Path, folder: Path) -> None:
    done = run("generate", bees)
    assert (done.code, done.out) == (0, "")
    assert check_file(folder / "bees.yaml") == ()
    bank = read_bank_file(folder / "bees.yaml")
    assert bank.title == "Bees of the valley"
    assert bank.ready()
    assert f"bees.yaml: {len(bank.claims)} claims, {len(bank.ready())} items ready" in done.err
    assert files(folder) == {"bees.md", "bees.yaml"}


def test_stdin_to_stdout_writes_nothing_but_the_bank_and_the_same_each_time(run: Run, folder: Path) -> None:
    one = run("generate", "-", "-o", "-", "--title", "On bees", given=TEXT)
    other = run("generate", "-", "-o", "-", "--title", "On bees", given=TEXT)
    assert one.code == 0
    assert one.out.startswith("format: quizgen-bank/1\ntitle: On bees\n")
    assert one.out == other.out
    assert files(folder) == set()


def test_only_the_kinds_that_were_asked_for_are_made(run: Run, bees: Path, folder: Path) -> None:
    assert run("generate", bees, "--kinds", "evidence_finding, verdict").code == 0
    assert {item.kind for item in read_bank_file(folder / "bees.yaml").items} == {"evidence_finding", "verdict"}


def test_the_report_is_text_or_json(run: Run, bees: Path, folder: Path) -> None:
    assert run("generate", bees, "--report", "report.txt").code == 0
    assert "claims" in (folder / "report.txt").read_text()
    assert run("generate", bees, "--force", "--report", "report.json").code == 0
    assert isinstance(json.loads((folder / "report.json").read_text()), dict)


def test_the_report_lists_what_was_left_out_of_the_text(run: Run, bees: Path, folder: Path) -> None:
    bees.write_text(bees.read_text() + "\nLeave a Comment\n")
    assert run("generate", bees, "--report", "report.txt").code == 0
    assert "Leave a Comment" in (folder / "report.txt").read_text().partition("Left out of the text: 1")[2]


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["missing.md"], "missing.md cannot be read: no such file or directory."),
        (["."], ". cannot be read: is a directory."),
        (["bees.md", "--kinds", "essay"], "Invalid value for '--kinds': there is no kind 'essay'; known: verdict,"),
        (["bees.md", "--kinds", ","], "there is no kind ',';"),
        (["bees.md", "--seed", "-1"], "Invalid value for '--seed'"),
        (["bees.md", "--seed", "seven"], "Invalid value for '--seed'"),
        (["bees.md", "-o", "nowhere/bank.yaml"], "nowhere/bank.yaml cannot be written: there is no folder nowhere."),
        (["bees.md", "-o", "."], ". is a folder; name a file."),
        (["bees.md", "-o", "same", "--report", "same"], "The bank and the report need two files."),
        (["bees.md", "--title", " "], "The title is empty"),
        (["empty.txt"], ""),
        (["binary.txt"], ""),
        ([], "Missing argument 'FILE'."),
    ],
)
def test_what_cannot_be_used_is_refused_in_one_line_and_nothing_is_written(
    run: Run, bees: Path, folder: Path, arguments: list[str], complaint: str
) -> None:
    (folder / "empty.txt").touch()
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 40)
    before = files(folder)
    done = run("generate", *arguments)
    assert (done.code, done.out) == (2, "")
    assert complaint in done.err
    assert done.err.startswith("quizgen: ")
    assert done.err.count("\n") == 1
    assert files(folder) == before


def test_a_bank_is_never_written_over_unasked(run: Run, bees: Path, folder: Path) -> None:
    (folder / "bees.yaml").write_text("mine\n")
    done = run("generate", bees)
    assert (done.code, done.err) == (2, "quizgen: bees.yaml is there already; --force writes over it.\n")
    assert (folder / "bees.yaml").read_text() == "mine\n"
    assert run("generate", bees, "--force").code == 0
    assert (folder / "bees.yaml").read_text().startswith("format:")


def test_a_text_that_is_too_long_is_refused(
    run: Run, bees: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bees.write_text(TEXT * 10)
    monkeypatch.setenv("QUIZGEN_UPLOAD_LIMIT_BYTES", "1000")
    done = run("generate", bees)
    assert done.code == 2
    assert "bees.md has more than 1,000 bytes" in done.err
    assert files(folder) == {"bees.md"}


def test_a_model_that_is_not_there_is_told_in_one_line(
    run: Run, bees: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QUIZGEN_LANGUAGE_MODEL", "en_core_web_enormous")
    done = run("generate", bees)
    assert done.code == 1
    assert "en_core_web_enormous" in done.err
    assert done.err.count("\n") == 1
    assert files(folder) == {"bees.md"}


def test_progress_is_shown_on_a_terminal_and_never_in_a_pipe(bees: Path, folder: Path) -> None:
    program = [sys.executable, "-m", "quizgen", "generate", str(bees), "--force"]
    environ = {**os.environ, "TERM": "xterm", "COLUMNS": "100"}
    piped = subprocess.run(program, capture_output=True, text=True, check=True, env=environ)
    assert piped.stderr.count("\n") == 1
    assert "\x1b" not in piped.stderr
    ours, theirs = pty.openpty()
    process = subprocess.Popen(program, stdout=theirs, stderr=theirs, env=environ)
    os.close(theirs)
    shown = b""
    while True:
        try:
            piece = os.read(ours, 65_536)
        except OSError:
            break
        if not piece:
            break
        shown += piece
    os.close(ours)
    assert process.wait() == 0
    assert b"sentences" in shown
    assert b"\x1b" in shown
