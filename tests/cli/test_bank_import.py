"""``quizgen bank import``: told item by item, kept whole or not at all."""

from pathlib import Path

import pytest

from quizgen.formats.bank_formats import FORMATS
from quizgen.formats.csv_items import items_csv, template_csv
from tests import builders
from tests.cli.conftest import Run


@pytest.fixture
def hazel(run: Run) -> str:
    assert run("account", "add", "hazel", "--name", "Hazel Ashdown").code == 0
    return "hazel"


@pytest.mark.parametrize("name", FORMATS)
def test_an_exported_bank_comes_into_an_empty_house_as_it_was(run: Run, folder: Path, hazel: str, name: str) -> None:
    (folder / f"a.{name}").write_text(FORMATS[name].write(builders.bank()))
    done = run("bank", "import", f"a.{name}", "--owner", hazel)
    assert (done.code, done.out, done.err) == (0, "Bank 1: Rivers, 3 items ready.\n", "3 of 3 items understood.\n")
    assert run("bank", "diff", f"a.{name}", "1").out == "Both say the same.\n"


def test_items_come_into_a_bank_and_make_one(run: Run, folder: Path, hazel: str) -> None:
    (folder / "a.json").write_text(FORMATS["json"].write(builders.bank()))
    assert run("bank", "import", "a.json", "--owner", hazel).code == 0
    (folder / "a.csv").write_text(items_csv([builders.short()]))
    assert run("bank", "import", "a.csv", "--into", "1", "--dry-run").err == "1 of 1 items understood.\n"
    assert run("bank", "import", "a.csv", "--into", "1").out == "Bank 1: Rivers, 4 items ready.\n"
    assert run("bank", "diff", "1@1", "1").out == "items: 1 added\n  + i-9  Where does the Wye rise?\n"


def test_what_was_not_understood_is_told_and_left_out_only_when_asked(run: Run, folder: Path, hazel: str) -> None:
    (folder / "a.csv").write_text(template_csv())
    done = run("bank", "import", "a.csv", "--owner", hazel, "--title", "The valley")
    assert done.code == 2
    assert done.err.startswith("Row 2: claims: there is no claim 'In 1998")
    assert "say that they are to be left out" in done.err
    assert run("bank", "list").out == ""
    done = run("bank", "import", "a.csv", "--owner", hazel, "--title", "The valley", "--leave-out")
    assert done.out == "Bank 1: The valley, 7 items ready.\n"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["a.csv"], "--owner USERNAME, or which bank"),
        (["a.csv", "--owner", "hazel", "--into", "1"], "--owner USERNAME, or which bank"),
        (["missing.csv", "--owner", "hazel"], "cannot be read"),
        (["a.csv", "--owner", "hazel"], "title is empty"),
        (["a.csv", "--owner", "nobody", "--title", "A", "--leave-out"], "nobody with the user name nobody"),
        (["a.csv", "--into", "7"], "There is no bank 7"),
        (["a.exe", "--owner", "hazel"], "none of the files that a bank comes in"),
    ],
)
def test_what_cannot_be_done_is_told(run: Run, folder: Path, hazel: str, arguments: list[str], words: str) -> None:
    (folder / "a.csv").write_text(template_csv())
    (folder / "a.exe").write_text("")
    done = run("bank", "import", *arguments)
    assert done.code in (1, 2)
    assert words in done.err.splitlines()[-1]
