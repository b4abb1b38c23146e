"""The ranker: figures of a statement, and a score that prefers plain statements."""

from hypothesis import given
from hypothesis import strategies as st

from quizgen.generation.ranking.features import NAMES, features
from quizgen.generation.ranking.score import score
from quizgen.generation.ranking.weights import WEIGHTS


def test_every_figure_has_a_weight():
    assert tuple(WEIGHTS) == NAMES


@given(st.text(max_size=200), st.text(max_size=200), st.text(max_size=200))
def test_any_statement_has_figures_and_a_score_between_nought_and_one(statement, source, context):
    assert len(features(statement, source, context)) == len(NAMES)
    assert 0 < score("year-moved", statement, source, context) < 1


def test_dashes_and_brackets_count_against_a_statement():
    source = "The mill of Lindry burned in 1950."
    assert score("", source, source, "") > score("", "The mill of Lindry – it burned in 1950.", source, "")
