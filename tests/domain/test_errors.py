"""Errors say where and what, in one sentence a person can use."""

import pytest

from quizgen.domain.errors import BadBank, BadInput, BadText, Problem, QuizgenError


@pytest.mark.parametrize(
    ("problem", "words"),
    [
        (Problem("items[3].key", "expected a text"), "items[3].key: expected a text"),
        (Problem("items[3].key", "expected a text", 12), "line 12: items[3].key: expected a text"),
        (Problem("", "the file is empty", 1), "line 1: the file is empty"),
    ],
)
def test_a_problem_says_line_place_and_what_was_expected(problem: Problem, words: str) -> None:
    assert str(problem) == words


def test_a_bad_bank_carries_every_problem_and_names_its_file() -> None:
    problems = (Problem("title", "expected a text here", 2), Problem("", "the file is empty", 1))
    assert str(BadBank(problems)) == "line 2: title: expected a text here\nline 1: the file is empty"
    named = BadBank(problems, "rivers.yaml")
    assert named.problems == problems
    assert str(named).splitlines()[0] == "rivers.yaml: line 2: title: expected a text here"


def test_what_a_person_can_mend_is_bad_input() -> None:
    assert issubclass(BadText, BadInput)
    assert issubclass(BadBank, BadInput)
    assert issubclass(BadInput, QuizgenError)
