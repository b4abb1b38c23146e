"""``quizgen bank list``, ``show``, ``diff`` and ``export``."""

from pathlib import Path

import pytest

from quizgen.domain.banks.bank import Bank
from quizgen.formats.yaml_bank import bank_yaml, read_bank_file
from tests import builders
from tests.cli.conftest import Run

OTHER = builders.bank(items=(builders.verdict(stem="The Wye is long."), builders.choice(claims=("c-2",))))


@pytest.fixture
def rivers(run: Run, folder: Path) -> Bank:
    """A bank in the database, twice changed, and its first version as a file."""
    (folder / "rivers.yaml").write_text(bank_yaml(builders.bank()))
    assert run("bank", "load", "rivers.yaml").code == 0
    (folder / "later").mkdir()
    (folder / "later" / "rivers.yaml").write_text(bank_yaml(OTHER))
    assert run("bank", "load", "later/rivers.yaml").code == 0
    return OTHER


def test_banks_are_listed(run: Run, rivers: Bank) -> None:
    assert run("bank", "list").out == "    1  version 2, 2 items ready, shipped as rivers: Rivers\n"
    assert run("bank", "list", "--owner", "hazel").out == ""


@pytest.mark.parametrize("name", ["1", "rivers", "1@2", "later/rivers.yaml"])
def test_a_bank_is_shown_by_number_name_version_or_file(run: Run, rivers: Bank, name: str) -> None:
    done = run("bank", "show", name)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("Rivers\n  text p1: Rivers, ")
    assert "  i-1  verdict, ready: The Wye is long.  [True]\n" in done.out


def test_the_difference_is_told_field_by_field(run: Run, rivers: Bank) -> None:
    done = run("bank", "diff", "1@1", "1", "--exit-code")
    assert done.code == 1
    assert done.out.splitlines() == [
        "items: 1 changed, 1 taken out",
        "  - i-3  The Wye is ____ kilometres long.",
        "  ~ i-1  The Wye is long.",
        "      stem:",
        "        - Statement i-1 holds.",
        "        + The Wye is long.",
    ]
    same = run("bank", "diff", "rivers.yaml", "rivers@1", "--exit-code")
    assert (same.code, same.out) == (0, "Both say the same.\n")


@pytest.mark.parametrize("ending", ["yaml", "json"])
def test_an_exported_bank_is_the_same_bank(run: Run, folder: Path, rivers: Bank, ending: str) -> None:
    assert run("bank", "export", "1", "-o", f"out.{ending}").code == 0
    assert run("bank", "diff", f"out.{ending}", "1").out == "Both say the same.\n"
    assert run("bank", "check", f"out.{ending}").code == 0
    assert run("bank", "export", "1", "-o", f"out.{ending}").err.startswith(f"quizgen: out.{ending} is there already")


def test_items_go_out_as_csv_and_a_bank_to_stdout(run: Run, folder: Path, rivers: Bank) -> None:
    assert run("bank", "export", "1", "-o", "out.csv").code == 0
    assert (folder / "out.csv").read_text(encoding="utf-8-sig").startswith("kind,stem,options,key,")
    (folder / "copy.yaml").write_text(run("bank", "export", "1").out)
    assert read_bank_file(folder / "copy.yaml") == rivers


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("7", "There is no bank 7"),
        ("rivers@9", "There is no such bank"),
        ("1@x", "stands the number of a version"),
        ("missing.yaml", "cannot be read"),
        ("missing.json", "cannot be read"),
        ("9" * 30, "There is no bank"),
    ],
)
def test_a_bank_that_is_not_there_is_one_line(run: Run, rivers: Bank, name: str, words: str) -> None:
    done = run("bank", "show", name)
    assert done.code in (1, 2)
    assert words in done.err
    assert done.err.count("\n") == 1
