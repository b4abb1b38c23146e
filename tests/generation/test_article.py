"""What is known of the whole text: the same as looking through it, only quicker."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.domain.passages.passage import Passage
from quizgen.generation.article import Article, article_of

texts = st.text("ab A.-é_1 '\n", max_size=30)


def article(text: str) -> Article:
    return article_of(Passage("p1", "A text", text), ())


@pytest.mark.parametrize(
    ("phrase", "is_there"),
    [("mill", True), ("MILL", True), ("mil", False), ("old mill", True), ("d mill", False), ("the mill", False)],
)
def test_whole_words_are_mentioned_and_parts_of_words_are_not(phrase: str, is_there: bool) -> None:
    assert article("The old Mill burned. Wind mills turned; bold millers left.").mentions(phrase) is is_there


def test_a_phrase_that_stands_inside_of_words_first_is_found_behind_them() -> None:
    assert article("Bold mills stood there. An old mill burned.").mentions("old mill")


@given(texts, texts.map(lambda text: text[:4]))
def test_what_is_mentioned_is_what_a_search_of_the_text_finds(text: str, phrase: str) -> None:
    pattern = rf"\b{re.escape(phrase.lower())}\b"
    assert article(text).mentions(phrase) == bool(re.search(pattern, text.lower()))
