"""Every kept character still knows where it stood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.domain.errors import BadText
from quizgen.domain.passages.span import Span
from quizgen.reading.origin import INSERTED, OriginMap, Traced
from quizgen.reading.text import read_text

SENTENCE = "The old town is on the river and it has a pier that was built for the boats of the sea."
PIECES = st.sampled_from(
    ["\n", "\r\n", "\n\n", "\t", "\u00a0", "\u200b", "\x07", "# ", "## Old town", "- ", "*pier*", "[a](b)", "![a](b)",
     "<b>", "&amp;", "[1]", "`x`", "> ", "Share", "By Hazel Ashdown", "\\*",
     "a-\nb", "  ", "Leave a comment", "é", "😀", "\u2028"]
)  # fmt: skip


@given(st.lists(PIECES | st.just(SENTENCE) | st.text(max_size=8), max_size=12), st.sampled_from(["a.txt", "a.md"]))
def test_each_character_of_the_passage_stood_where_the_map_says(pieces, name):
    original = SENTENCE + "\n\n" + "".join(pieces)
    data = original.encode("utf-8", "surrogatepass")
    try:
        reading = read_text(data, name=name)
    except BadText:
        return
    decoded = data.decode("utf-8", "replace")
    for index, char in enumerate(reading.text):
        place = reading.origin.original(index)
        assert 0 <= place <= len(decoded)
        if not char.isspace() and char != "#":
            # A letter put right stands where its damage began.
            assert decoded[place] == char or (decoded[place] in "âÃÂï" and char > "\x7f")
    for one in reading.left_out:
        assert decoded[one.start : one.end] == one.text


@given(st.lists(st.integers(0, 30), max_size=20, unique=True))
def test_a_map_returns_the_offsets_it_was_made_of(offsets):
    kept = sorted(offsets)
    origin = OriginMap.of(kept)
    assert [origin.original(index) for index in range(len(kept))] == kept


def test_an_inserted_character_points_to_where_the_next_could_have_stood():
    origin = OriginMap.of([3, 4, INSERTED, INSERTED, 9])
    assert [origin.original(index) for index in range(6)] == [3, 4, 5, 5, 9, 10]


def test_a_stretch_of_the_text_maps_to_the_stretch_it_came_from():
    origin = OriginMap.of([3, 4, INSERTED, 9])
    assert origin.span(Span(0, 4)) == Span(3, 10)


def test_a_place_outside_the_text_is_refused():
    with pytest.raises(ValueError, match="no place 2"):
        OriginMap.of([0]).original(2)


def test_cuts_leave_the_offsets_of_the_rest_alone():
    traced = Traced.whole("one two three").without([(3, 7)])
    assert (traced.text, list(traced.offsets)) == ("one three", [0, 1, 2, 7, 8, 9, 10, 11, 12])
