"""The table of answers against keys, and its sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.domain.claims.claim import Verdict
from quizgen.web.attempts.pattern import pattern

T, F, U = Verdict


def test_there_is_no_table_without_verdicts() -> None:
    assert pattern([], by_passage=True) is None


@pytest.mark.parametrize(
    ("pairs", "sentence"),
    [
        ([(T, T), (F, F), (U, U)], "You were right on every statement."),
        (
            [(T, T), (U, T), (U, F)],
            "You were right on every statement that the passage settles. Two that it leaves open, you settled.",
        ),
        ([(U, U), (T, U)], "Where you decided, you were right. One that the passage settles, you left open."),
        ([(T, F), (F, T), (U, U)], "You saw what is settled and what is open. Two you took the wrong way round."),
        (
            [(U, T), (F, U), (T, F)],
            (
                "One that the passage leaves open, you settled. One that the passage settles, you left open. "
                "One you took the wrong way round."
            ),
        ),
        ([(T, T), (F, None)], "You were right on every statement that you answered."),
        ([(T, None)], "No statement was answered."),
    ],
)
def test_the_sentence_says_which_way_the_answers_missed(
    pairs: list[tuple[Verdict, Verdict | None]], sentence: str
) -> None:
    found = pattern(pairs, by_passage=True)
    assert found is not None
    assert found.sentence == sentence


def test_words_to_look_for_are_given_only_where_the_passage_settles() -> None:
    settled = [(U, T)]
    by_passage, by_sources = pattern(settled, by_passage=True), pattern(settled, by_passage=False)
    assert by_passage
    assert by_sources
    assert by_passage.look_for
    assert by_sources.look_for == ()
    assert "the evidence" in by_sources.sentence


@given(st.lists(st.tuples(st.sampled_from(Verdict), st.sampled_from([*Verdict, None])), min_size=1, max_size=30))
def test_every_pair_is_in_the_table_or_counted_as_unanswered(pairs: list[tuple[Verdict, Verdict | None]]) -> None:
    found = pattern(pairs, by_passage=True)
    assert found is not None
    assert sum(cell.count for row in found.rows for cell in row.cells) + found.unanswered == len(pairs)
    diagonal = [cell.count for row in found.rows for cell in row.cells if cell.is_right]
    assert diagonal == [sum(pair == (verdict, verdict) for pair in pairs) for verdict in Verdict]
