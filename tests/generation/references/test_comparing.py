"""Suggested bearings against labelled pairs: what is settled is right, and the rest is left open."""

import pytest

from quizgen.domain.claims.claim import Bearing, Claim, Stance
from quizgen.domain.claims.suggestion import Reference
from quizgen.domain.passages.span import Span
from quizgen.generation.references.suggesting import suggest
from tests.generation.references.labelled import BUILT_WITH, FRESH, HELD_OUT, Pair

ALL = (*BUILT_WITH, *HELD_OUT, *FRESH)


@pytest.fixture(scope="module")
def suggested(parser) -> dict[Pair, Bearing | None]:
    """What is suggested for each pair, each against a reference of its own."""
    return {pair: bearing_of(parser, *pair[:2]) for pair in ALL}


def bearing_of(parser, statement: str, text: str, stance: Stance = Stance.ASSERTED) -> Bearing | None:
    claim = Claim("c-1", "p1", Span(0, 1), statement, stance)
    found = suggest([claim], [Reference("Norland", "Quill Press", text)], parser)
    return found[0].source.says if found else None


def test_nothing_is_settled_wrongly(suggested):
    wrong = [
        (pair, says)
        for pair, says in suggested.items()
        if says in (Bearing.CONFIRMS, Bearing.REFUTES) and says is not pair[2]
    ]
    assert wrong == []


@pytest.mark.parametrize("bearing", [Bearing.CONFIRMS, Bearing.REFUTES])
def test_most_of_what_is_plain_is_seen(suggested, bearing):
    plain = [pair for pair in ALL if pair[2] is bearing]
    assert sum(suggested[pair] is bearing for pair in plain) >= 0.85 * len(plain)


@pytest.mark.parametrize("stance", set(Stance) - {Stance.ASSERTED, Stance.REPORTED})
def test_a_judgement_a_forecast_and_a_guess_are_never_settled(parser, stance):
    statement = "The Sorrel Canal opened in 1914."
    assert bearing_of(parser, statement, statement) is Bearing.CONFIRMS
    assert bearing_of(parser, statement, statement, stance) is Bearing.LEAVES_OPEN


def test_who_reports_may_be_confirmed_but_not_refuted(parser):
    statement = "The Sorrel Canal opened in 1914."
    assert bearing_of(parser, statement, statement, Stance.REPORTED) is Bearing.CONFIRMS
    other = "The Sorrel Canal opened in 1919."
    assert bearing_of(parser, statement, other) is Bearing.REFUTES
    assert bearing_of(parser, statement, other, Stance.REPORTED) is Bearing.LEAVES_OPEN
