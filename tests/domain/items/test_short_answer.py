"""A few words of one's own: what counts as the same answer."""

import pytest

from quizgen.domain.items.item import InvalidResponse, self_test
from quizgen.domain.items.short_answer import LONGEST_ANSWER, LONGEST_RESPONSE, ShortAnswerItem
from tests.builders import short


@pytest.mark.parametrize("typed", ["Plynlimon", " plynlimon. ", "ON  PLYNLIMON", "“Plynlimon”"])
def test_case_spacing_and_outer_punctuation_do_not_matter(typed: str) -> None:
    assert short().credit(short().read_response(typed)) == 1


@pytest.mark.parametrize("typed", ["in Wales", "Plynlimmon", "Plynlimon or Snowdon"])
def test_another_answer_gets_no_credit(typed: str) -> None:
    assert short().credit(short().read_response(typed)) == 0


@pytest.mark.parametrize("raw", ["", "  ", "x" * (LONGEST_RESPONSE + 1)])
def test_an_empty_or_endless_answer_is_refused(raw: str) -> None:
    with pytest.raises(InvalidResponse, match="Answer with"):
        short().read_response(raw)


@pytest.mark.parametrize(
    ("item", "problem"),
    [
        (short(key=()), "the key lists at least one answer, none of them empty"),
        (short(key=("Plynlimon", " . ")), "the key lists at least one answer, none of them empty"),
        (short(key=("x" * (LONGEST_ANSWER + 1),)), "an answer has at most 100 characters"),
    ],
)
def test_what_is_wrong_is_said(item: ShortAnswerItem, problem: str) -> None:
    assert problem in item.problems()


def test_an_answer_that_also_accepts_its_wrong_sample_fails_the_self_test() -> None:
    assert self_test(short(key=("tea", "not tea"))) == ("the wrong sample gets credit, or is refused",)
