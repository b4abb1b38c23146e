"""Sections are named by their headings, with the parts below them."""

import pytest

from quizgen.domain.errors import BadInput
from quizgen.domain.passages.passage import Passage
from quizgen.generation.sections import headings, is_named, others, unknown, with_parts

TEXT = """Before all headings.

# The valley

A lead.

## Bees

On bees.

### In winter

They sleep.

### Honey

It is sweet.

## Mills

On mills.
"""
TITLED = Passage("p1", "The valley", TEXT.removeprefix("Before all headings.\n\n"))
LOOSE = Passage("p1", "A text", TEXT)


def test_headings_come_in_reading_order_and_a_title_without_text_is_none() -> None:
    assert headings([TITLED]) == ("The valley", "Bees", "In winter", "Honey", "Mills")
    assert headings([Passage("p1", "A", "# A\n\n## B\n\nText.")]) == ("B",)


def test_a_heading_stands_for_its_parts_but_a_title_for_its_own_lines_alone() -> None:
    assert with_parts([TITLED], ["bees"]) == ("Bees", "In winter", "Honey")
    assert with_parts([TITLED], ["The  Valley", "honey"]) == ("The valley", "Honey")
    assert with_parts([TITLED, LOOSE], ["Mills"]) == ("Mills",)


def test_the_others_are_all_that_is_neither_named_nor_a_part() -> None:
    assert others([LOOSE], ["Bees"]) == ("", "The valley", "Mills")
    assert others([TITLED], ["In winter", "Mills"]) == ("", "The valley", "Bees", "Honey")


def test_a_heading_that_there_is_not_is_told_with_those_that_there_are() -> None:
    assert unknown([TITLED], ["Bees", "Wasps", ""]) == ("Wasps",)
    with pytest.raises(BadInput, match=r"There is no heading “Wasps”\. Headings: “The valley”, “Bees”"):
        with_parts([TITLED], ["Wasps"])
    with pytest.raises(BadInput, match="Headings: none"):
        others([Passage("p1", "A", "No headings here.")], ["Bees"])


def test_case_and_blanks_do_not_matter() -> None:
    assert is_named("In  Winter", ["in winter"])
    assert not is_named("In winter", ["winter", ""])
    assert is_named("", [""])
