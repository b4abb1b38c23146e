"""Half-open stretches of a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.domain.passages.span import Span

numbers = st.integers(0, 60)


def spans() -> st.SearchStrategy[Span]:
    return st.tuples(numbers, numbers).filter(lambda ends: ends[0] < ends[1]).map(lambda ends: Span(*ends))


@pytest.mark.parametrize(("start", "end"), [(0, 0), (3, 3), (3, 2), (-1, 2), (-2, -1)])
def test_an_empty_or_negative_stretch_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="a span needs 0 <= start < end"):
        Span(start, end)


@given(spans(), spans())
def test_covering_and_overlapping_say_what_the_characters_say(one: Span, other: Span) -> None:
    mine, theirs = set(range(one.start, one.end)), set(range(other.start, other.end))
    assert one.covers(other) is (theirs <= mine)
    assert one.overlaps(other) is bool(mine & theirs)
    assert one.overlaps(other) is other.overlaps(one)


@given(spans())
def test_length_and_text_agree(span: Span) -> None:
    text = "".join(map(chr, range(32, 32 + 64)))
    assert len(span.of(text)) == len(span)
    assert span.of(text) == text[span.start : span.end]


@given(spans(), st.integers(-60, 60))
def test_moving_keeps_the_length_and_never_leaves_the_text(span: Span, by: int) -> None:
    if span.start + by < 0:
        with pytest.raises(ValueError, match="a span needs"):
            span.moved(by)
    else:
        assert span.moved(by).moved(-by) == span


def test_spans_are_ordered_by_where_they_start() -> None:
    assert sorted([Span(4, 5), Span(0, 9), Span(0, 2)]) == [Span(0, 2), Span(0, 9), Span(4, 5)]
