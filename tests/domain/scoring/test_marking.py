"""A score is a function of a paper and its stored responses, and of nothing else."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from quizgen.domain.attempts.paper import Paper, Question
from quizgen.domain.items.item import Item
from quizgen.domain.scoring.marking import Marks, mark
from tests.builders import choice, cloze, verdict
from tests.strategies import sound_items, texts

PAPER = Paper(tuple(Question(item, "hash") for item in (verdict(), choice(), cloze())))


def credits_of(marks: Marks) -> list[Fraction]:
    return [each.credit for each in marks if each is not None]


@given(st.lists(sound_items, min_size=1, max_size=5), st.data())
def test_right_answers_get_everything_and_wrong_ones_nothing(items: list[Item], data: st.DataObject) -> None:
    paper = Paper(tuple(Question(item, "hash") for item in items))
    right = data.draw(st.lists(st.booleans(), min_size=len(items), max_size=len(items)))
    responses = {
        index: item.read_response(item.samples().right if good else item.samples().wrong)
        for index, (item, good) in enumerate(zip(items, right, strict=True))
    }
    assert credits_of(mark(paper, responses)) == [Fraction(good) for good in right]


def test_no_response_and_an_empty_one_get_nothing() -> None:
    assert credits_of(mark(PAPER, {})) == [0, 0, 0]
    assert credits_of(mark(PAPER, {0: "", 1: ""})) == [0, 0, 0]


@given(st.dictionaries(st.integers(-2, 5), texts))
def test_whatever_is_stored_marking_never_fails(responses: dict[int, str]) -> None:
    earned = mark(PAPER, responses)
    assert len(earned) == 3
    assert all(0 <= credit <= 1 for credit in credits_of(earned))
    assert earned == mark(PAPER, responses)


def test_a_response_that_the_item_does_not_know_gets_nothing() -> None:
    assert credits_of(mark(PAPER, {0: "perhaps", 1: "o-none", 2: "x" * 500, 9: "true"})) == [0, 0, 0]
