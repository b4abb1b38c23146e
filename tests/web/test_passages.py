"""A passage is shown whole, whatever is marked in it."""

from hypothesis import given
from hypothesis import strategies as st

from quizgen.domain.passages.passage import Passage
from quizgen.domain.passages.span import Span
from quizgen.web.passages import Mark, segments, shown

TEXT = "# Rivers\n\nThe Wye is a river.\n\n## Floods\n\nIt may flood in spring."
RIVERS = Passage("p1", "Rivers", TEXT)


def mark(words: str, name: str = "") -> Mark:
    start = TEXT.index(words)
    return Mark(Span(start, start + len(words)), name or words)


def cut(*marks: Mark) -> list[list[tuple[str, list[str]]]]:
    """Return (words, names of their marks) of each block."""
    return [
        [(piece.text, [each.name for each in piece.marks]) for piece in pieces] for _, pieces in segments(RIVERS, marks)
    ]


def test_without_marks_each_block_is_one_segment() -> None:
    assert cut() == [
        [("Rivers", [])],
        [("The Wye is a river.", [])],
        [("Floods", [])],
        [("It may flood in spring.", [])],
    ]


def test_a_mark_cuts_its_block_into_what_is_before_inside_and_after() -> None:
    assert cut(mark("Wye"))[1] == [("The ", []), ("Wye", ["Wye"]), (" is a river.", [])]


def test_crossing_marks_give_a_segment_for_what_they_share() -> None:
    assert cut(mark("Wye is"), mark("is a river"))[1] == [
        ("The ", []),
        ("Wye ", ["Wye is"]),
        ("is", ["Wye is", "is a river"]),
        (" a river", ["is a river"]),
        (".", []),
    ]


def test_of_marks_that_begin_together_the_longer_is_the_outer_one() -> None:
    assert cut(mark("The Wye"), mark("The Wye is a river."))[1][0] == ("The Wye", ["The Wye is a river.", "The Wye"])


def test_a_mark_over_several_blocks_leaves_out_what_is_between_them() -> None:
    whole = Mark(Span(0, len(TEXT)), "all")
    assert [[names for _, names in block] for block in cut(whole)] == [[["all"]]] * 4


def test_a_mark_inside_another_is_announced_before_the_outer_words() -> None:
    outer, inner = mark("The Wye is a river."), mark("Wye")
    (run,) = shown(RIVERS, (inner, outer))[1].runs
    assert run.mark == outer
    assert run.labels == (outer, inner)


def test_a_crossing_mark_is_announced_where_its_own_words_begin() -> None:
    first, second = mark("Wye is"), mark("is a river")
    runs = shown(RIVERS, (first, second))[1].runs
    assert [(run.mark, run.labels) for run in runs if run.mark] == [(first, (first,)), (second, (second,))]


def test_paragraphs_are_counted_and_headings_are_not() -> None:
    assert [(block.level, block.number) for block in shown(RIVERS)] == [(1, 0), (0, 1), (2, 0), (0, 2)]


spans = st.tuples(st.integers(0, len(TEXT) + 5), st.integers(1, len(TEXT))).map(lambda at: Span(at[0], at[0] + at[1]))


@given(st.lists(spans, max_size=8))
def test_whatever_is_marked_no_word_is_lost_and_each_is_under_its_marks(marked: list[Span]) -> None:
    marks = [Mark(span, str(index)) for index, span in enumerate(marked)]
    for block, pieces in segments(RIVERS, marks):
        place = block.span.start
        for piece in pieces:
            here = Span(place, place + len(piece.text))
            assert here.of(TEXT) == piece.text
            assert set(piece.marks) == {each for each in marks if each.span.overlaps(here)}
            assert all(each.span.covers(here) for each in piece.marks)
            place = here.end
        assert place == block.span.end


@given(st.lists(spans, max_size=8))
def test_each_mark_that_covers_words_is_announced_once(marked: list[Span]) -> None:
    marks = [Mark(span, str(index)) for index, span in enumerate(marked)]
    blocks = shown(RIVERS, marks)
    announced = [label.name for block in blocks for run in block.runs for label in run.labels]
    covering = {each.name for block in blocks for piece in block.segments for each in piece.marks}
    assert sorted(announced) == sorted(covering)
