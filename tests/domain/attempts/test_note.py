"""A note beside the passage: what a page writes is read back, and nothing else is kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.domain.attempts.note import LONGEST_NOTE, Note, note_words, plain_note, read_note
from quizgen.domain.errors import BadInput

places = st.lists(st.integers(0, 5_000), unique=True, max_size=12).map(sorted)
stretches = places.map(lambda found: tuple(zip(found[::2], found[1::2], strict=False)))


@given(st.text(max_size=60).map(plain_note), stretches)
def test_what_is_written_is_read_back(text: str, highlights: tuple[tuple[int, int], ...]) -> None:
    note = Note(text, highlights)
    assert read_note(note_words(note)) == note


@pytest.mark.parametrize(
    "raw",
    [
        "nonsense",
        "[]",
        '{"text": 3}',
        '{"highlights": [[3]]}',
        '{"highlights": [[3, 3]]}',
        '{"highlights": [[3, 1]]}',
        '{"highlights": [[-1, 4]]}',
        '{"highlights": [[true, 4]]}',
        '{"highlights": [[0, 4], [3, 6]]}',
        '{"highlights": [[0, 1000001]]}',
        "[" * 100_000,
    ],
)
def test_what_no_page_writes_is_refused(raw: str) -> None:
    with pytest.raises(BadInput):
        read_note(raw)


def test_a_note_that_is_too_long_is_refused_and_one_at_the_bound_is_kept() -> None:
    assert plain_note("a" * LONGEST_NOTE) == "a" * LONGEST_NOTE
    with pytest.raises(BadInput, match="2,000"):
        plain_note("a" * (LONGEST_NOTE + 1))


def test_what_no_database_keeps_is_left_out_of_a_note() -> None:
    assert plain_note(" a\0b\ud800\r\nc ") == "ab\nc"
