"""Bank files: found, read, checked, and refused with file, line and what was expected."""

import hashlib
from pathlib import Path

import pytest

from quizgen.domain.claims.claim import Verdict
from quizgen.domain.errors import BadBank
from quizgen.domain.items.verdict import VerdictItem
from quizgen.formats import yaml_bank
from quizgen.formats.yaml_bank import check_file, load_folder, parse_bank, read_bank_file

SMALL = """\
format: quizgen-bank/1
title: Rivers
passages:
  - id: p1
    title: Rivers
    text: The Wye is a river. It may flood.
claims:
  - passage: p1
    span: [0, 19]
    statement: The Wye is a river.
    evidence:
      verdict: {verdict}
      sources:
        - {{title: Rivers of Britain, publisher: A Press, year: 1999, shows: The Wye is one., says: confirms}}
items:
  - kind: verdict
    claims: []
    stem: The Wye is a river.
    key: true
"""


def written(folder: Path, text: str, name: str = "bank.yaml") -> Path:
    path = folder / name
    path.write_bytes(text.encode())
    return path


@pytest.mark.parametrize("verdict", ["true", "'true'", '"true"', "True", "TRUE"])
def test_a_verdict_means_the_same_however_it_is_written(verdict: str) -> None:
    bank = parse_bank(SMALL.format(verdict=verdict), name="rivers.yaml")
    assert bank.claims[0].evidence.verdict is Verdict.TRUE
    item = bank.items[0]
    assert isinstance(item, VerdictItem)
    assert item.key is Verdict.TRUE


def test_ids_left_out_follow_from_the_content_and_survive_reordering() -> None:
    other = "  - {kind: verdict, claims: [], stem: It floods., key: unverified}\n"
    first = parse_bank(SMALL.format(verdict="true") + other, name="a.yaml")
    head, _, item = SMALL.format(verdict="true").partition("items:\n")
    second = parse_bank(head + "items:\n" + other + item, name="b.yaml")
    assert [item.id for item in first.items] == [item.id for item in reversed(second.items)]
    assert all(item.id.startswith("i-") for item in first.items)
    assert first.claims[0].id == second.claims[0].id


def test_every_problem_is_found_with_its_line(tmp_path: Path) -> None:
    broken = SMALL.format(verdict="maybe").replace("span: [0, 19]", "span: [19, 0]").replace("stem:", "steem:")
    with pytest.raises(BadBank) as caught:
        read_bank_file(written(tmp_path, broken))
    found = {(problem.line, problem.path) for problem in caught.value.problems}
    assert found == {
        (9, "claims[0].span"),
        (12, "claims[0].evidence.verdict"),
        (18, "items[0].steem"),
        (16, "items[0].stem"),
    }
    assert "bank.yaml: line 12: claims[0].evidence.verdict: expected one of" in str(caught.value)


def test_check_file_adds_what_lint_finds_with_lines(tmp_path: Path) -> None:
    problems = check_file(written(tmp_path, SMALL.format(verdict="false")))
    assert [(problem.line, problem.path) for problem in problems] == [(11, "claims[0].evidence"), (16, "items[0]")]
    assert check_file(tmp_path / "none.yaml")[0].message.startswith("cannot be read")
    assert (
        check_file(written(tmp_path, SMALL.format(verdict="true").replace("claims: []", "claims: [c-1]")))[0].line == 17
    )


def test_a_sound_file_has_no_problems(tmp_path: Path) -> None:
    text = SMALL.format(verdict="true").replace("  - passage: p1", "  - id: c-1\n    passage: p1")
    assert check_file(written(tmp_path, text.replace("claims: []", "claims: [c-1]"))) == ()


def test_a_byte_order_mark_and_windows_line_ends_change_nothing(tmp_path: Path) -> None:
    text = SMALL.format(verdict="true")
    plain = read_bank_file(written(tmp_path, text))
    assert read_bank_file(written(tmp_path, "\ufeff" + text.replace("\n", "\r\n"), "windows.yaml")) == plain


def test_what_is_not_utf8_or_too_large_or_a_folder_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "latin.yaml").write_bytes(b"format: quizgen-bank/1\ntitle: caf\xe9\n")
    with pytest.raises(BadBank, match=r"latin\.yaml: .*not UTF-8 \(line 2\)"):
        read_bank_file(tmp_path / "latin.yaml")
    with pytest.raises(BadBank, match="cannot be read"):
        read_bank_file(tmp_path)
    monkeypatch.setattr(yaml_bank, "MOST_BYTES", 10)
    with pytest.raises(BadBank, match="at most 10 bytes"):
        read_bank_file(tmp_path / "latin.yaml")


def with_source(name: str, sha256: str = "") -> str:
    line = f"    source: {name}\n" + (f"    sha256: {sha256}\n" if sha256 else "")
    return SMALL.format(verdict="true").replace("    text: The Wye is a river. It may flood.\n", line)


def test_a_passage_file_is_read_beside_the_bank_and_normalised(tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "rivers.md").write_bytes("\ufeffThe Wye is a river.\r\nIt may flood.\r".encode())
    text = "The Wye is a river.\nIt may flood.\n"
    good = hashlib.sha256(text.encode()).hexdigest()
    bank = read_bank_file(written(tmp_path, with_source("sources/rivers.md", good)))
    assert bank.passages[0].text == text
    with pytest.raises(BadBank, match=r"line 7: passages\[0\]\.sha256: the passage file has changed"):
        read_bank_file(written(tmp_path, with_source("sources/rivers.md", good[::-1])))


@pytest.mark.parametrize(
    "name",
    [
        "../outside.md",
        "sources/../../outside.md",
        "/etc/hostname",
        "link.md",
        "folder/outside.md",
        "'..\\outside.md'",
        "'C:\\x.md'",
    ],
)
def test_a_passage_file_outside_the_folder_is_never_read(tmp_path: Path, name: str) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (tmp_path / "outside.md").write_text("The Wye is a river. It may flood.", encoding="utf-8")
    (home / "link.md").symlink_to(tmp_path / "outside.md")
    (home / "folder").symlink_to(tmp_path)
    with pytest.raises(BadBank, match=r"line 6: passages\[0\]\.source"):
        read_bank_file(written(home, with_source(name)))


@pytest.mark.parametrize("name", ["none.md", "sources", '"a\\0b"', "." * 5000])
def test_a_passage_file_that_is_not_there_is_a_problem_with_a_line(tmp_path: Path, name: str) -> None:
    (tmp_path / "sources").mkdir()
    with pytest.raises(BadBank, match="line 6: "):
        read_bank_file(written(tmp_path, with_source(name)))


def test_a_passage_file_that_is_not_utf8_is_a_problem_with_a_line(tmp_path: Path) -> None:
    (tmp_path / "latin.md").write_bytes(b"caf\xe9")
    with pytest.raises(BadBank, match=r"line 6: passages\[0\]\.source: latin.md is not UTF-8"):
        read_bank_file(written(tmp_path, with_source("latin.md")))


def test_a_bank_that_came_alone_has_no_passage_files() -> None:
    with pytest.raises(BadBank, match=r"there is no passage file 'rivers\.md'"):
        parse_bank(with_source("rivers.md"), name="alone.yaml")


def test_a_folder_is_loaded_by_slug_in_order(tmp_path: Path) -> None:
    for slug in ("b-two", "a-one"):
        written(tmp_path, SMALL.format(verdict="true"), f"{slug}.yaml")
    written(tmp_path, "not a bank", "notes.txt")
    assert list(load_folder(tmp_path)) == ["a-one", "b-two"]


def test_json_is_read_as_well() -> None:
    text = '{"format": "quizgen-bank/1", "title": "T", "passages": [{"id": "p1", "title": "T", "text": "A."}]}'
    assert parse_bank(text, name="bank.json").title == "T"
