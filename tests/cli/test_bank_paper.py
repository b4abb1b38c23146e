"""``quizgen bank paper``: a PDF from a file or from the database."""

from pathlib import Path

from quizgen.formats.yaml_bank import bank_yaml
from tests import builders
from tests.cli.conftest import Run


def test_a_paper_is_written_and_the_same_seed_makes_it_again(run: Run, folder: Path) -> None:
    (folder / "rivers.yaml").write_text(bank_yaml(builders.bank()))
    done = run("bank", "paper", "rivers.yaml", "-o", "a.pdf", "--count", "2", "--seed", "3", "--title", "A test")
    assert (done.code, done.err) == (0, "a.pdf: 2 questions, 2 versions.\n")
    assert (folder / "a.pdf").read_bytes().startswith(b"%PDF-")
    again = ("bank", "paper", "rivers.yaml", "-o", "b.pdf", "--count", "2", "--seed", "3", "--title", "A test")
    assert run(*again).code == 0
    assert (folder / "a.pdf").read_bytes() == (folder / "b.pdf").read_bytes()
    assert run(*again).err.startswith("quizgen: b.pdf is there already")


def test_a_bank_with_nothing_ready_and_letters_that_the_fonts_lack_are_told(run: Run, folder: Path) -> None:
    (folder / "empty.yaml").write_text(bank_yaml(builders.bank(items=())))
    done = run("bank", "paper", "empty.yaml", "-o", "a.pdf")
    assert (done.code, done.err) == (1, "quizgen: This bank has no ready question that fits the quiz.\n")
    (folder / "far.yaml").write_text(bank_yaml(builders.bank(items=(builders.verdict(stem="河"),))))
    done = run("bank", "paper", "far.yaml", "-o", "a.pdf", "--one-version", "--no-text", "--no-key")
    assert done.err.startswith("Some letters are not in the fonts of the PDF")
