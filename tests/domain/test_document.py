"""Reading plain mappings: every problem is collected, every value has a harmless default."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.domain.claims.claim import Verdict
from quizgen.domain.document import Fields
from quizgen.domain.errors import Problem
from quizgen.domain.passages.span import Span

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=8,
)


def fields(raw: object) -> Fields:
    return Fields(raw, "items[3]", [])


@given(anything)
def test_no_value_makes_reading_fail(value: object) -> None:
    read = fields({"a": value})
    assert isinstance(read.text("a"), str)
    assert isinstance(read.integer("a", 3), int)
    assert isinstance(read.choice("a", Verdict), Verdict)
    assert isinstance(read.texts("a"), tuple)
    assert isinstance(read.span("a"), Span)
    assert isinstance(read.spans("a"), tuple)
    assert isinstance(read.child("a"), Fields)
    assert all(isinstance(child, Fields) for child in read.children("a"))
    read.finish()
    assert all(problem.path.startswith("items[3]") for problem in read.problems)


@given(anything)
def test_what_is_not_a_mapping_is_one_problem(value: object) -> None:
    read = fields(value)
    assert (read.problems == []) is isinstance(value, dict)


def test_problems_are_shared_and_carry_their_path() -> None:
    read = fields({"child": {"list": [{"x": []}, "text"]}})
    children = read.child("child").children("list")
    children[0].text("x")
    children[0].text("y")
    assert [problem.path for problem in read.problems] == [
        "items[3].child.list[1]",
        "items[3].child.list[0].x",
        "items[3].child.list[0].y",
    ]


@pytest.mark.parametrize(("raw", "text"), [("a", "a"), (1999, "1999"), (True, "true"), (False, "false"), (1.5, "1.5")])
def test_numbers_and_booleans_count_as_their_text(raw: object, text: str) -> None:
    assert fields({"a": raw}).text("a") == text


@pytest.mark.parametrize("raw", [{}, {"a": None}, {"a": ""}])
def test_absent_null_and_empty_are_the_same(raw: object) -> None:
    read = fields(raw)
    assert not read.has("a")
    assert read.optional_text("a") is None
    assert read.optional_integer("a") is None
    assert read.texts("a") == ()
    assert read.spans("a") == ()
    assert list(read.entries("a")) == []
    assert read.child("a").problems == []
    assert read.problems == []
    read.text("a")
    assert read.problems == [Problem("items[3].a", "expected a text here")]


def test_a_text_that_is_too_long_is_a_problem() -> None:
    read = fields({"a": "x" * 11})
    assert read.text("a", longest=10) == "x" * 10
    assert read.problems == [Problem("items[3].a", "at most 10 characters, not 11")]


@pytest.mark.parametrize("raw", ["true", "TRUE", " True ", True])
def test_a_choice_is_the_same_in_upper_and_lower_case(raw: object) -> None:
    assert fields({"a": raw}).choice("a", Verdict) is Verdict.TRUE


def test_a_choice_that_is_wrong_or_missing_lists_the_members() -> None:
    read = fields({"a": "perhaps"})
    read.choice("a", Verdict)
    read.choice("b", Verdict)
    assert read.choice("c", Verdict, Verdict.UNVERIFIED) is Verdict.UNVERIFIED
    assert [problem.message for problem in read.problems] == [
        "expected one of: true, false, unverified; not 'perhaps'",
        "expected one of: true, false, unverified",
    ]


def test_one_text_counts_as_a_list_of_one() -> None:
    assert fields({"a": "one"}).texts("a") == ("one",)
    assert fields({"a": [1, True, "x", ""]}).texts("a") == ("1", "true", "x", "")


@pytest.mark.parametrize("raw", ["[0, 1]", [0], [0, 1, 2], [1, 1], [2, 1], [-1, 1], ["a", "b"], [None, 1], {}, None])
def test_what_is_not_a_span_is_a_problem_with_its_shape(raw: object) -> None:
    read = fields({"a": raw})
    assert read.span("a") == Span(0, 1)
    assert [problem.path for problem in read.problems] == ["items[3].a"]
    assert "[start, end]" in read.problems[0].message


def test_spans_are_read_from_texts_and_numbers() -> None:
    assert fields({"a": [["0", "2"], [3, 4]]}).spans("a") == (Span(0, 2), Span(3, 4))


def test_a_field_that_nobody_asked_for_is_a_slip_of_the_pen() -> None:
    read = fields({"title": "x", "tilte": "y"})
    read.text("title")
    read.finish()
    assert read.problems == [Problem("items[3].tilte", "there is no such field; known here: title")]
