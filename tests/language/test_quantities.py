"""Quantities, dates and quotations of parsed sentences point into the passage."""

import pytest

from quizgen.domain.passages.passage import Passage
from quizgen.language.english import EnglishParser, load_parser
from quizgen.language.quantities import dates_in, quantities_in, quotations_in

TEXT = "The board met.\n\nIn May 1950 the board paid $25 million for 40 boats. “They are old,” said 12% of the members."


@pytest.fixture(scope="module")
def parser() -> EnglishParser:
    return load_parser()


def test_numbers_that_are_no_dates_know_what_they_count_and_where_they_stand(parser) -> None:
    found = [one for sentence in parser.parse(Passage("p1", "", TEXT)) for one in quantities_in(sentence)]
    assert [(one.unit, one.numeral.span.of(TEXT)) for one in found] == [
        ("dollar", "$25 million"),
        ("boat", "40"),
        ("percent", "12%"),
    ]


def test_dates_and_quotations_point_into_the_passage(parser) -> None:
    sentences = list(parser.parse(Passage("p1", "", TEXT)))
    assert [date.span.of(TEXT) for one in sentences for date in dates_in(one)] == ["May 1950"]
    assert [span.of(TEXT) for one in sentences for span in quotations_in(one)] == ["“They are old,”"]


def test_numbers_of_the_same_thing_contradict_each_other_unless_one_value_fits_both(parser) -> None:
    text = "It has 40 boats. It has 60 boats. It has more than 30 boats. It has 60 lamps."
    forty, sixty, more, lamps = (
        one for sentence in parser.parse(Passage("p1", "", text)) for one in quantities_in(sentence)
    )
    assert forty.contradicts(sixty)
    assert not more.contradicts(sixty)
    assert not forty.contradicts(lamps)
