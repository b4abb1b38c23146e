"""Reading YAML: texts stay texts, every path has its line, and what is not part of the format is refused."""

import pytest

from quizgen.domain.errors import BadBank, Problem
from quizgen.formats import yaml_tree
from quizgen.formats.yaml_tree import DEEPEST, read_tree


def test_every_scalar_stays_the_text_that_was_written() -> None:
    tree = read_tree("[true, 'true', True, 1999, 007, 1999-12-31, 1e3, 12:30:00, yes, no]")
    assert tree.value == ["true", "true", "True", "1999", "007", "1999-12-31", "1e3", "12:30:00", "yes", "no"]


def test_nothing_a_tilde_and_null_mean_that_there_is_no_value_unless_quoted() -> None:
    assert read_tree("{a: , b: ~, c: null, d: '', e: '~', f: \"null\"}").value == {
        "a": None, "b": None, "c": None, "d": "", "e": "~", "f": "null",
    }  # fmt: skip


def test_every_path_has_its_line() -> None:
    tree = read_tree(
        "title: T\n\nitems:\n  - stem: A\n    spans: [[1, 2],\n            [3, 4]]\n  # why\n  - stem: B\n"
    )
    assert tree.lines["title"] == 1
    assert tree.lines["items"] == 3
    assert tree.lines["items[0]"] == 4
    assert tree.lines["items[0].spans"] == 5
    assert tree.lines["items[0].spans[1]"] == 6
    assert tree.lines["items[1].stem"] == 8


def test_a_problem_stands_on_the_line_of_the_nearest_known_path() -> None:
    tree = read_tree("title: T\nitems:\n  - stem: A\n")
    assert tree.placed(Problem("items[0].key", "expected a text here")).line == 3
    assert tree.placed(Problem("items[0].spans[2].x", "?")).line == 3
    assert tree.placed(Problem("items[7]", "?")).line == 2
    assert tree.placed(Problem("conflicts[0]", "?")).line == 1
    assert tree.placed(Problem("", "?")).line == 1


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("", 1, "empty"),
        ("# only a remark\n", 1, "empty"),
        ("a: 1\nb: &x 2\n", 2, "anchors"),
        ("a: 1\nb: *x\n", 2, "aliases"),
        ("a: &x [1]\nb: [*x, *x]\n", 1, "anchors"),
        ("a: 1\nb: !!python/object/apply:os.system [ls]\n", 2, "tags"),
        ("a: !mine text\n", 1, "tags"),
        ("a: 1\nb: 2\na: 3\n", 3, "'a' stands twice"),
        ("{a: 1, a: 2}", 1, "'a' stands twice"),
        ("a: 1\n---\nb: 2\n", 2, "second document"),
        ("? [a]\n: 1\n", 1, "a name is a plain text"),
        ("? {a: b}\n: 1\n", 1, "a name is a plain text"),
        ("a: 1\nb: 'open\nc: 3\n", 2, "never closed"),
        ("a: 1\n\tb: 2\n", 2, "tabs cannot indent"),
        ("a: 1\nb: c: d\n", 2, "put the text in quotes"),
        ("a: [1, 2\nb: 3\n", 2, "not closed"),
        ("a:\n  b: 1\n c: 2\n", 3, "indentation"),
        ("a: 1\nb: \x07\n", 2, "U+0007"),
        ("a: 1\nb: \ud800\n", 2, "U+D800"),
        ('a: "\\q"\n', 1, "backslash"),
        ("[" * 100_000, 1, "deep"),
        ("{a: " * 100_000, 1, "deep"),
        ("- " * 100_000, 1, "deep"),
    ],
)
def test_what_is_not_part_of_the_format_is_refused_with_its_line(text: str, line: int, words: str) -> None:
    with pytest.raises(BadBank, match=words.replace("+", r"\+")) as caught:
        read_tree(text)
    assert [problem.line for problem in caught.value.problems] == [line]


def test_nesting_up_to_the_bound_is_read() -> None:
    assert read_tree("[" * DEEPEST + "]" * DEEPEST).value is not None
    with pytest.raises(BadBank, match="deep"):
        read_tree("[" * (DEEPEST + 1) + "]" * (DEEPEST + 1))


def test_too_many_values_and_characters_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read_tree("[1, 2, 3, 4]", most_values=5).value == ["1", "2", "3", "4"]
    with pytest.raises(BadBank, match="more than 5 values"):
        read_tree("[1, 2, 3, 4, 5]", most_values=5)
    monkeypatch.setattr(yaml_tree, "MOST_CHARACTERS", 8)
    with pytest.raises(BadBank, match="at most 8 characters"):
        read_tree("[1, 2, 3]")


def test_a_merge_key_is_a_name_like_any_other() -> None:
    assert read_tree("<<: {a: 1}").value == {"<<": {"a": "1"}}


def test_the_pure_python_parser_says_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "title: true\nitems:\n  - {a: [1, ~], b: 'x'}\n"
    fast = read_tree(text)
    monkeypatch.setattr(yaml_tree, "_LOADER", yaml_tree.yaml.SafeLoader)
    assert read_tree(text) == fast
