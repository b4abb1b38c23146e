"""``quizgen generate``: a text becomes a bank file, whole or not at all."""

import json
import os
import pty
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from quizgen.formats.yaml_bank import check_file, read_bank_file
from quizgen.generation.options import Progress
from tests.cli.conftest import TEXT, Run, files

MILLS = """# Mills

## Water

The mill at Quarry Bend was opened in 1921. Juniper Quill built the dam in 1930.

### Its wheel

The wheel weighs 40 tonnes. It was replaced in 1957.

## Wind

The windmill was bought by Norway in 1960. It has 12 sails.
"""


@pytest.fixture
def mills(folder: Path) -> Path:
    """A text with sections."""
    path = folder / "mills.md"
    path.write_text(MILLS)
    return path


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
    assert re.search(r" claims\. Made in [\d.]+ seconds\.", (folder / "report.txt").read_text())
    assert run("generate", bees, "--force", "--report", "report.json").code == 0
    assert isinstance(json.loads((folder / "report.json").read_text())["seconds"], float)


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
        (["bees.md", "--count", "0"], "Invalid value for '--count'"),
        (["bees.md", "--shares", "50/50"], "'50/50' is not three percentages that make 100, such as 35/35/30."),
        (["bees.md", "--shares", "50/50/x"], "is not three percentages"),
        (["bees.md", "--difficulty", "4-2"], "'4-2' is no range from 1 to 5, such as 2-4 or 3."),
        (["bees.md", "--difficulty", "hard"], "'hard' is no range"),
        (["bees.md", "--basis", "hearsay"], "there is no basis 'hearsay'; known: passage, evidence."),
        (["bees.md", "--leave-out", "Wasps"], "There is no heading “Wasps”. Headings: “Bees of the valley”."),
        (["bees.md", "--only-section", "Wasps"], "There is no heading “Wasps”."),
        (["bees.md", "bees.md"], "bees.md holds a text that was given already; name each text once."),
        (["bees.md", "empty.txt"], "empty.txt: "),
        (["empty.txt"], ""),
        (["binary.txt"], ""),
        ([], "Missing argument 'FILE...'."),
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


def test_several_texts_feed_one_bank_each_with_its_own_title(run: Run, bees: Path, mills: Path, folder: Path) -> None:
    done = run("generate", bees, mills, "-o", "both.yaml", "--report", "report.txt")
    assert done.code == 0
    bank = read_bank_file(folder / "both.yaml")
    assert check_file(folder / "both.yaml") == ()
    assert bank.title == "Bees of the valley"
    assert [(one.id, one.title) for one in bank.passages] == [("p1", "Bees of the valley"), ("p2", "Mills")]
    assert {claim.passage for claim in bank.claims} == {"p1", "p2"}
    assert run("generate", mills, bees).code == 0
    assert read_bank_file(folder / "mills.yaml").title == "Mills"


def test_sections_are_left_out_with_their_parts_or_are_the_only_ones(run: Run, mills: Path, folder: Path) -> None:
    whole = questioned(run, mills, folder)
    assert whole == {"Water", "Its wheel", "Wind"}
    assert questioned(run, mills, folder, "--leave-out", "water") == {"Wind"}
    assert questioned(run, mills, folder, "--leave-out", "Wind", "--leave-out", "Its wheel") == {"Water"}
    assert questioned(run, mills, folder, "--only-section", "Water") == {"Water", "Its wheel"}


def questioned(run: Run, text: Path, folder: Path, *options: str) -> set[str]:
    """Return the sections that the bank of a text has claims in."""
    assert run("generate", text, "--force", *options).code == 0
    bank = read_bank_file(folder / f"{text.stem}.yaml")
    (passage,) = bank.passages
    found = (passage.paragraph_at(claim.span.start) for claim in bank.claims)
    return {block.section for block in found if block}


def test_a_count_is_kept_and_what_could_not_be_had_is_told(run: Run, bees: Path, folder: Path) -> None:
    assert run("generate", bees, "--count", "2", "--kinds", "verdict", "--shares", "50/50/0").code == 0
    ready = read_bank_file(folder / "bees.yaml").ready()
    assert {item.key_text() for item in ready} == {"True", "False"}
    assert len(ready) == 2
    done = run("generate", bees, "--force", "--count", "500")
    assert "Asked for 500; " in done.err
    assert "Asked for" not in run("generate", bees, "--force").err


def test_difficulty_bounds_what_is_ready(run: Run, bees: Path, folder: Path) -> None:
    assert run("generate", bees, "--difficulty", "2").code == 0
    assert {item.difficulty for item in read_bank_file(folder / "bees.yaml").ready()} == {2}


def test_words_are_kept_out_of_gaps(run: Run, bees: Path, folder: Path) -> None:
    assert run("generate", bees, "--kinds", "cloze").code == 0
    first, *others = read_bank_file(folder / "bees.yaml").items
    words = [item.key_text() for item in (first, *others)]
    assert run("generate", bees, "--kinds", "cloze", "--force", "--never-gap", ", ".join(words)).code == 0
    assert not {item.key_text() for item in read_bank_file(folder / "bees.yaml").items} & set(words)


def test_stopping_leaves_nothing_behind(run: Run, bees: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object, progress: Callable[[Progress], None], **__: object) -> None:
        progress(Progress(1, 5, 1, 2))
        raise KeyboardInterrupt

    monkeypatch.setattr("quizgen.cli.generate.generate", stopped)
    done = run("generate", bees, "--report", "report.txt")
    assert (done.code, done.out) == (130, "")
    assert done.err.endswith("quizgen: stopped.\n")
    assert files(folder) == {"bees.md"}


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
