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
        ([(T, T), (T, U)], "Where you decided, you were right. One that the passage settles, you left open."),
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
        ([(U, T), (U, F)], "Two that the passage leaves open, you settled."),
        ([(U, T), (T, None)], "One that the passage leaves open, you settled."),
        (
            [(T, T), (F, None), (U, T)],
            (
                "You were right on every statement that the passage settles and you answered. "
                "One that it leaves open, you settled."
            ),
        ),
        ([(T, U), (U, None)], "One that the passage settles, you left open."),
        ([(T, U), (U, U)], "One that the passage settles, you left open."),
        ([(T, F), (F, F)], "One you took the wrong way round."),
        ([(T, F), (U, None)], "One you took the wrong way round."),
        (
            [(T, F), (U, U), (U, None)],
            "Of those that you answered, you saw what is settled and what is open. One you took the wrong way round.",
        ),
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


def test_beside_answers_of_other_kinds_nothing_is_said_of_statements_without_any() -> None:
    found = pattern([(T, None), (U, None)], by_passage=True, among_others=True)
    assert found is not None
    assert found.sentence == ""


@given(st.lists(st.tuples(st.sampled_from(Verdict), st.sampled_from(Verdict)), min_size=1, max_size=6))
def test_nobody_is_praised_who_had_nothing_right(pairs: list[tuple[Verdict, Verdict]]) -> None:
    wrong = [(key, said) for key, said in pairs if key is not said]
    found = pattern([*wrong, (U, None), (T, None)], by_passage=True)
    assert found is not None
    assert "right" not in found.sentence
    assert "saw" not in found.sentence


@given(st.lists(st.tuples(st.sampled_from(Verdict), st.sampled_from([*Verdict, None])), min_size=1, max_size=30))
def test_every_pair_is_in_the_table_or_counted_as_unanswered(pairs: list[tuple[Verdict, Verdict | None]]) -> None:
    found = pattern(pairs, by_passage=True)
    assert found is not None
    assert sum(cell.count for row in found.rows for cell in row.cells) + found.unanswered == len(pairs)
    diagonal = [cell.count for row in found.rows for cell in row.cells if cell.is_right]
    assert diagonal == [sum(pair == (verdict, verdict) for pair in pairs) for verdict in Verdict]
