"""``quizgen evidence``: suggestions to read, and a new bank when claims are confirmed; the old one stays as it is."""

import json
from pathlib import Path

import pytest

from quizgen.domain.claims.claim import Verdict
from quizgen.domain.items.item import Basis
from quizgen.formats.yaml_bank import check_file, read_bank_file
from tests.cli.conftest import Run, files

BANK = """format: quizgen-bank/1
title: Canals
passages:
  - id: p1
    title: Canals
    source: canals.md
claims:
  - {id: c-1, passage: p1, span: [10, 42], statement: The Sorrel Canal opened in 1914., stance: asserted}
  - {id: c-2, passage: p1, span: [43, 68], statement: Lindry signed the treaty., stance: asserted}
items: []
"""
PASSAGE = "# Canals\n\nThe Sorrel Canal opened in 1914. Lindry signed the treaty.\n"
BOOK = "# A Guide to Norland\n\nMany boats pass. The Sorrel Canal opened in 1919, after a strike.\n"


@pytest.fixture
def bank(folder: Path) -> Path:
    (folder / "canals.md").write_text(PASSAGE)
    (folder / "guide.md").write_text(BOOK)
    path = folder / "canals.yaml"
    path.write_text(BANK)
    return path


def test_suggestions_are_told_in_plain_words(run: Run, bank: Path) -> None:
    before = bank.read_bytes()
    done = run("evidence", bank, "guide.md", "--publisher", "Quill Press", "--year", 1981)
    assert done.code == 0
    assert done.out.splitlines() == [
        "claim    c-1  The Sorrel Canal opened in 1914.",
        "source   The Sorrel Canal opened in 1919, after a strike.",
        "         A Guide to Norland (Quill Press, 1981), paragraph 1",
        "bearing  refutes",
        "why      The same in both: Sorrel Canal opened. 1914 in the claim, 1919 in the source.",
    ]
    assert "1 suggestion about 1 of 2 claims." in done.err
    assert bank.read_bytes() == before


def test_they_are_written_as_json(run: Run, bank: Path, folder: Path) -> None:
    assert run("evidence", bank, "guide.md", "--publisher", "Quill Press", "-o", "found.json").code == 0
    (one,) = json.loads((folder / "found.json").read_text())
    assert (one["claim"], one["says"], one["publisher"]) == ("c-1", "refutes", "Quill Press")


@pytest.mark.parametrize("target", ["checked.yaml", "elsewhere/checked.yaml"])
def test_a_confirmed_claim_is_keyed_in_a_new_bank(run: Run, bank: Path, folder: Path, target: str) -> None:
    (folder / "elsewhere").mkdir()
    before = bank.read_bytes()
    done = run("evidence", bank, "guide.md", "--publisher", "Quill Press", "--confirm", "c-1", "-o", target)
    assert done.code == 0
    assert bank.read_bytes() == before
    assert check_file(folder / target) == ()
    checked = read_bank_file(folder / target)
    assert checked.claim("c-1").evidence.verdict is Verdict.FALSE
    assert checked.claim("c-2") == read_bank_file(bank).claim("c-2")
    assert [(item.basis, item.key_text()) for item in checked.items] == [(Basis.EVIDENCE, "False")]


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["--confirm", "c-9"], "There is no claim c-9 in this bank."),
        (["--confirm", "c-2"], "The references suggest nothing about the claim c-2"),
        (["--address", "example.org"], "An address starts with https:// or http://."),
        (["--publisher", " "], "The publisher is empty"),
        (["--year", "0"], "Invalid value for '--year'"),
        (["-o", "canals.yaml"], "canals.yaml is there already; --force writes over it."),
    ],
)
def test_what_cannot_be_used_is_refused_and_nothing_is_written(
    run: Run, bank: Path, folder: Path, arguments: list[str], complaint: str
) -> None:
    before = files(folder)
    done = run("evidence", bank, "guide.md", "--publisher", "Quill Press", *arguments)
    assert done.code == 2
    assert complaint in done.err
    assert files(folder) == before


def test_a_publisher_is_needed(run: Run, bank: Path) -> None:
    assert "Missing option '--publisher'" in run("evidence", bank, "guide.md").err
