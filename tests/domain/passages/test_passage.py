"""The plain form of a passage: headings, paragraphs, and where their words are."""

import hashlib
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.domain.passages.passage import Passage

TEXT = "# Title\n\nOne line.\nSame paragraph.\n\n## Part two ##\nRight below.\n\n\n   Indented.  \n"

scraps = st.sampled_from(
    ["\n", "\n\n", "# ", "## a", "#", " ", "a b", "é😀", "\t", "# C#", " \n \n", "\u00a0", "\u2028"]
)


def passage(text: str) -> Passage:
    return Passage("p1", "Title", text)


def shown(text: str) -> list[tuple[int, str]]:
    return [(block.level, block.span.of(text)) for block in passage(text).blocks()]


def test_headings_and_paragraphs_are_found_in_reading_order() -> None:
    assert shown(TEXT) == [
        (1, "Title"),
        (0, "One line.\nSame paragraph."),
        (2, "Part two"),
        (0, "Right below."),
        (0, "Indented."),
    ]


def test_paragraphs_are_counted_from_one_and_know_their_section() -> None:
    paragraphs = passage(TEXT).paragraphs()
    assert [(block.number, block.section) for block in paragraphs] == [(1, "Title"), (2, "Part two"), (3, "Part two")]
    assert not any(block.is_heading for block in paragraphs)
    assert passage("Before.\n\n# A").paragraphs()[0].section == ""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        (" \n\t\n", []),
        ("#no heading", [(0, "#no heading")]),
        ("####### seven", [(0, "####### seven")]),
        ("###### six", [(6, "six")]),
        ("#", [(0, "#")]),
        ("#\tA", [(1, "A")]),
        ("# About C#", [(1, "About C#")]),
        ("# A #", [(1, "A")]),
        ("text\n# A\ntext", [(0, "text"), (1, "A"), (0, "text")]),
        ("  # indented is text", [(0, "# indented is text")]),
        ("a\u2028# no heading", [(0, "a\u2028# no heading")]),
    ],
)
def test_edges_of_the_form(text: str, found: list[tuple[int, str]]) -> None:
    assert shown(text) == found


@given(st.lists(scraps, max_size=14).map("".join))
def test_blocks_hold_every_visible_word_once_and_in_order(text: str) -> None:
    blocks = passage(text).blocks()
    for before, after in itertools.pairwise(blocks):
        assert before.span.end <= after.span.start
    for block in blocks:
        words = block.span.of(text)
        assert words == words.strip()
        assert words
    outside = list(text)
    for block in blocks:
        outside[block.span.start : block.span.end] = [" "] * len(block.span)
    assert not "".join(outside).replace("#", "").strip()


@given(st.lists(scraps, max_size=14).map("".join))
def test_every_character_of_a_paragraph_finds_its_paragraph(text: str) -> None:
    one = passage(text)
    for block in one.blocks():
        for offset in (block.span.start, block.span.end - 1):
            assert one.paragraph_at(offset) == (None if block.is_heading else block)


def test_between_paragraphs_there_is_no_paragraph() -> None:
    assert passage(TEXT).paragraph_at(len("# Title\n")) is None
    assert passage(TEXT).paragraph_at(10**6) is None


def test_a_long_line_of_blanks_or_hashes_is_read_at_once() -> None:
    assert shown(" " * 200_000 + "x\n# a" + "#" * 200_000 + "b")[0] == (0, "x")


@given(st.text(max_size=40))
def test_the_hash_is_that_of_the_text_as_utf8(text: str) -> None:
    assert passage(text).sha256 == hashlib.sha256(text.encode()).hexdigest()
