"""The matrix of what is shown and when."""

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.domain.attempts.reveal import (
    PRESETS,
    Part,
    Reveal,
    When,
    cautions,
    preset_of,
    read_reveal,
    reveal_document,
)
from quizgen.domain.attempts.showing import shown
from tests.domain.attempts.test_showing import DONE

matrices = st.builds(Reveal, *[st.sampled_from(When)] * len(Part))
RANK = {When.AT_ONCE: 0, When.AFTER_HANDING_IN: 1, When.AFTER_CLOSING: 2, When.RELEASED: 2, When.NEVER: 3}


@pytest.mark.parametrize("name", PRESETS)
def test_every_preset_can_be_meant_and_is_known_again(name: str) -> None:
    assert PRESETS[name].problems() == ()
    assert preset_of(PRESETS[name]) == name


def test_a_matrix_of_ones_own_is_no_preset() -> None:
    assert preset_of(replace(Reveal.AFTER_CLOSING, evidence=When.NEVER)) is None


@pytest.mark.parametrize(
    ("reveal", "words"),
    [
        (replace(Reveal.AFTER_CLOSING, rationale=When.AFTER_HANDING_IN), "The reasons tell the right answer"),
        (replace(Reveal.AFTER_CLOSING, evidence=When.AFTER_HANDING_IN), "The evidence tells the right answer"),
        (replace(Reveal.AFTER_CLOSING, mark=When.NEVER), "A right answer tells the mark"),
        (replace(Reveal.AFTER_CLOSING, answered=When.NEVER), "A right answer needs its question"),
        (replace(Reveal.AFTER_HANDING_IN, score=When.AFTER_CLOSING), "The marks add up to the score"),
        (replace(Reveal.AFTER_CLOSING, rationale=When.RELEASED), "The reasons tell the right answer"),
        (Reveal.PRACTICE, "Only practice"),
    ],
)
def test_what_gives_something_else_away_must_not_come_earlier(reveal: Reveal, words: str) -> None:
    (problem,) = reveal.problems()
    assert words in problem


@given(matrices)
def test_a_sound_matrix_never_shows_a_part_without_what_it_gives_away(reveal: Reveal) -> None:
    if reveal.problems():
        return
    for closed, released in product((False, True), repeat=2):
        seen = shown(reveal, DONE, closed=closed, released=released)
        assert Part.MARK not in seen or Part.SCORE in seen
        assert Part.KEY not in seen or {Part.MARK, Part.ANSWERED} <= seen
        assert Part.KEY in seen or not seen & {Part.RATIONALE, Part.EVIDENCE}


@given(matrices)
def test_a_matrix_is_read_as_it_was_written(reveal: Reveal) -> None:
    assert read_reveal(reveal_document(reveal)) == reveal


def test_a_part_that_a_stored_matrix_does_not_name_is_never_shown() -> None:
    assert read_reveal({"score": "after handing in"}) == Reveal.NEVER


@given(st.sampled_from(When), st.sampled_from(When))
def test_times_are_in_order_but_for_a_release_and_the_closing(one: When, other: When) -> None:
    apart = {one, other} == {When.AFTER_CLOSING, When.RELEASED}
    assert one.is_no_later_than(other) is (RANK[one] <= RANK[other] and not apart)


def test_the_teacher_is_told_what_a_mark_gives_away() -> None:
    assert any("two options" in words for words in cautions(Reveal.MARKS_FIRST, attempts=1))
    assert not any("two options" in words for words in cautions(Reveal.AFTER_CLOSING, attempts=1))


def test_the_teacher_is_told_who_could_tell_whom() -> None:
    assert any("again has seen the right answers" in words for words in cautions(Reveal(), attempts=None))
    assert any("again has seen which" in words for words in cautions(Reveal.MARKS_FIRST, attempts=2))
    assert any("tell the others" in words for words in cautions(Reveal(), attempts=1))
    assert cautions(Reveal.RELEASED, attempts=None) == ()
