"""``quizgen review-sheet``: a blind sheet, its texts and its sealed key out; filled sheets in, a table out."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

from quizgen.domain.items.verdict import VerdictItem
from quizgen.domain.reviewing.answering import key_answer
from quizgen.domain.reviewing.sheet import Sheet
from quizgen.formats.review_key import read_key
from quizgen.formats.yaml_bank import bank_yaml
from tests.builders import bank, claim, verdict
from tests.cli.conftest import Run, files

MADE = {"rivers-review.csv", "rivers-review.md", "rivers-review.key.json"}


@pytest.fixture
def rivers(folder: Path) -> Path:
    """A bank of twelve verdict items about twelve claims."""
    numbers = range(12)
    items = tuple(replace(verdict(f"i-{n}", (f"c-{n}",)), maker="split" if n % 2 else "moved") for n in numbers)
    path = folder / "rivers.yaml"
    path.write_text(bank_yaml(bank(claims=tuple(claim(f"c-{n}") for n in numbers), items=items)))
    return path


def key(folder: Path, name: str = "rivers-review") -> Sheet:
    return read_key((folder / f"{name}.key.json").read_bytes(), name="")


def fill(folder: Path, name: str, *wrong: int) -> Path:
    """Fill the sheet with every key, but for the rows in ``wrong``, numbered as a spreadsheet does."""
    text = (folder / "rivers-review.csv").read_text(encoding="utf-8-sig")
    header, *rows = csv.reader(io.StringIO(text, newline=""))
    for number, (row, question) in enumerate(zip(rows, key(folder).questions, strict=True), start=2):
        row[5:] = [key_answer(question.item), "y", "y", "n", "y", "y", ""]
        if number in wrong:
            row[5], row[11] = "ambiguous", "two readings"
    with (folder / name).open("w", newline="") as file:
        csv.writer(file).writerows([header, *rows])
    return folder / name


def test_three_files_are_made_and_the_first_line_says_for_whom(run: Run, rivers: Path, folder: Path) -> None:
    done = run("review-sheet", rivers, "--planted", 2)
    assert (done.code, done.out) == (0, "")
    assert files(folder) == {"rivers.yaml", *MADE}
    assert "rivers-review.csv and rivers-review.md for the reader: 12 questions." in done.err
    assert "rivers-review.key.json for you: 2 of the keys in it are wrong on purpose." in done.err


def test_the_same_seed_makes_the_same_files(run: Run, rivers: Path, folder: Path) -> None:
    assert run("review-sheet", rivers, "--seed", 3, "-o", "one").code == 0
    assert run("review-sheet", rivers, "--seed", 3, "-o", "two").code == 0
    assert run("review-sheet", rivers, "--seed", 4, "-o", "three").code == 0
    for ending in (".csv", ".md", ".key.json"):
        assert (folder / f"one{ending}").read_bytes() == (folder / f"two{ending}").read_bytes()
    assert (folder / "one.csv").read_bytes() != (folder / "three.csv").read_bytes()


def test_a_sheet_that_is_filled_with_the_keys_scores_everything(run: Run, rivers: Path, folder: Path) -> None:
    assert run("review-sheet", rivers).code == 0
    done = run("review-sheet", rivers, "--score", "rivers-review.key.json", fill(folder, "hazel.csv"))
    assert done.code == 0
    assert done.err == ""
    lines = [" ".join(line.split()) for line in done.out.splitlines()]
    assert lines[0] == "hazel"
    assert "all 9/9 100% (70%-100%)" in lines
    assert "caught 3/3 100% (44%-100%)" in lines
    assert "plausible 0/12 0% (0%-24%)" in lines
    assert "questions where a reader does not give the key: 0" in lines


def test_two_readers_are_compared_and_their_differences_listed(run: Run, rivers: Path, folder: Path) -> None:
    assert run("review-sheet", rivers, "--planted", 0).code == 0
    one, two = fill(folder, "hazel.csv", 2, 5), fill(folder, "rowan.csv", 5)
    done = run("review-sheet", rivers, "--score", "rivers-review.key.json", one, two, "--json", "figures.json")
    assert done.code == 0
    figures = json.loads((folder / "figures.json").read_text())
    right = figures["measures"][0]
    assert (right["group"], right["name"]) == ("key right", "all")
    assert [share["count"] for share in (*right["readers"], right["both"])] == [10, 11, 10]
    assert [one["id"] for one in figures["differing"]] == ["q1", "q4"]
    assert figures["differing"][0]["readers"] == [
        {"answer": "ambiguous", "note": "two readings"},
        {"answer": "true", "note": ""},
    ]
    assert "hazel: ambiguous - two readings" in done.out
    assert "Cohen's kappa" in done.out


def test_bad_rows_are_told_line_by_line_and_nothing_is_scored(run: Run, rivers: Path, folder: Path) -> None:
    assert run("review-sheet", rivers).code == 0
    path = fill(folder, "hazel.csv")
    path.write_text(path.read_text().replace("q1,", "q99,").replace(",n,", ",perhaps,", 1))
    done = run("review-sheet", rivers, "--score", "rivers-review.key.json", path)
    assert (done.code, done.out) == (2, "")
    assert "hazel.csv: row 2: there is no question 'q99' in this sheet\n" in done.err
    assert "hazel.csv: the row of q1 is missing\n" in done.err


def test_a_bank_that_has_changed_since_is_told(run: Run, rivers: Path, folder: Path) -> None:
    assert run("review-sheet", rivers).code == 0
    rivers.write_text(rivers.read_text().replace("Statement i-3 holds", "Statement i-3 held"))
    done = run("review-sheet", rivers, "--score", "rivers-review.key.json", fill(folder, "hazel.csv"))
    assert (done.code, done.err) == (0, "1 of the questions are not in the bank any more as they were asked.\n")


def test_the_key_of_another_bank_is_refused(run: Run, rivers: Path, folder: Path) -> None:
    assert run("review-sheet", rivers).code == 0
    path = fill(folder, "hazel.csv")
    (folder / "other.yaml").write_text(rivers.read_text().replace("title: Rivers", "title: Lakes", 1))
    done = run("review-sheet", "other.yaml", "--score", "rivers-review.key.json", path)
    assert (done.code, done.out) == (2, "")
    assert "belongs to a bank called 'Rivers', not 'Lakes'" in done.err


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["missing.yaml"], "missing.yaml: cannot be read"),
        (["rivers.yaml", "hazel.csv"], "go with --score KEY"),
        (["rivers.yaml", "--json", "x.json"], "go with --score KEY"),
        (["rivers.yaml", "--score", "rivers.key.json"], "Name one or two filled sheets"),
        (["rivers.yaml", "--score", "rivers.key.json", "a", "b", "c"], "Name one or two filled sheets"),
        (["rivers.yaml", "--score", "rivers.yaml", "a"], "rivers.yaml is not the key of a review sheet"),
        (["rivers.yaml", "--score", "missing.json", "a"], "missing.json cannot be read"),
        (["rivers.yaml", "--score", "rivers.yaml", "a", "--count", "5"], "--count says how to make a sheet"),
        (["rivers.yaml", "--count", "0"], "Invalid value for '--count'"),
        (["rivers.yaml", "--kinds", "essay"], "there is no kind 'essay'"),
        (["rivers.yaml", "-o", "nowhere/x"], "there is no folder nowhere"),
    ],
)
def test_what_cannot_be_used_is_refused_in_one_line_and_nothing_is_written(
    run: Run, rivers: Path, folder: Path, arguments: list[str], complaint: str
) -> None:
    done = run("review-sheet", *arguments)
    assert (done.code, done.out) == (2, "")
    assert complaint in done.err
    assert done.err.count("\n") == 1
    assert files(folder) == {"rivers.yaml"}


def test_a_bank_without_a_question_that_fits_is_refused(run: Run, rivers: Path, folder: Path) -> None:
    done = run("review-sheet", rivers, "--kinds", "matching")
    assert (done.code, files(folder)) == (1, {"rivers.yaml"})
    assert "no question that fits the sheet" in done.err


def test_no_file_is_written_over_unasked(run: Run, rivers: Path, folder: Path) -> None:
    (folder / "rivers-review.md").write_text("mine\n")
    done = run("review-sheet", rivers)
    assert (done.code, done.err) == (2, "quizgen: rivers-review.md is there already; --force writes over it.\n")
    assert files(folder) == {"rivers.yaml", "rivers-review.md"}
    assert run("review-sheet", rivers, "--force").code == 0


def test_count_and_operations_and_queued_items_are_as_asked(run: Run, rivers: Path, folder: Path) -> None:
    assert run("review-sheet", rivers, "--count", 5, "--per-operation", 2, "-o", "few").code == 0
    operations = [question.operation for question in key(folder, "few").questions]
    assert len(operations) == 5
    assert min(operations.count("split"), operations.count("moved")) == 2
    assert all(isinstance(question.item, VerdictItem) for question in key(folder, "few").questions)
    ready, queued = "maker: split\n    status: ready", "maker: split\n    status: queued\n    why: a doubt"
    rivers.write_text(rivers.read_text().replace(ready, queued))
    assert run("review-sheet", rivers, "-o", "ready").code == 0
    assert run("review-sheet", rivers, "-o", "all", "--include-queued").code == 0
    assert (len(key(folder, "ready").questions), len(key(folder, "all").questions)) == (6, 12)
