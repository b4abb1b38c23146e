"""Statements are written with spacing, capitals, articles and a full stop."""

import pytest

from quizgen.domain.passages.passage import Passage
from quizgen.generation.wording import Edit, article_for, write


@pytest.fixture(scope="session")
def tokens_of(parser):
    return lambda text: next(iter(parser.parse(Passage("p", "", text)))).tokens


@pytest.mark.parametrize(
    ("text", "edits", "written"),
    [
        ("The mill is old.", [], "The mill is old."),
        ("The mill is an old house.", [Edit(4, 5, "new")], "The mill is a new house."),
        ("The mill is a new house.", [Edit(4, 5, "old")], "The mill is an old house."),
        ("The mill is old.", [Edit(3, 3, "not")], "The mill is not old."),
        ("In 1950, the mill burned.", [Edit(0, 3, "")], "The mill burned."),
        ("The mill burned, too.", [Edit(3, 5, "")], "The mill burned."),
        ("They can use it.", [Edit(2, 2, "not")], "They cannot use it."),
        ("It cost $25 million.", [Edit(3, 5, "25,000,000")], "It cost $25,000,000."),
    ],
)
def test_edits_leave_a_sentence_that_reads(tokens_of, text, edits, written):
    tokens = tokens_of(text)
    assert write(tokens, range(len(tokens)), edits) == written


def test_tokens_that_are_not_kept_leave_no_gap(tokens_of):
    tokens = tokens_of("The mill (an old one), said the board, is large")
    kept = [token.index for token in tokens if token.text in ("The", "mill", "is", "large")]
    assert write(tokens, kept) == "The mill is large."


@pytest.mark.parametrize(
    ("word", "article"), [("old", "an"), ("new", "a"), ("hour", "an"), ("union", "a"), ("11", "an"), ("8", "an")]
)
def test_the_article_follows_the_sound(word, article):
    assert article_for(word) == article
