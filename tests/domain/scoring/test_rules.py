"""Marking rules: bounded, exact, and the key always gets the whole credit."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.domain.claims.claim import Verdict
from quizgen.domain.items.item import Item
from quizgen.domain.items.kinds import KINDS
from quizgen.domain.scoring.confidence import Asking, Confidence
from quizgen.domain.scoring.partial import OrderRule, PairsRule, SeveralRule
from quizgen.domain.scoring.rules import (
    CAREFUL,
    CERTAINTY,
    PENALTY,
    USUAL,
    WHOLE,
    Mark,
    MarkingRules,
    read_rules,
    rules_document,
)
from quizgen.domain.scoring.score import total
from tests import builders
from tests.strategies import sound_items

pairs = st.tuples(st.sampled_from(Verdict), st.sampled_from(Verdict)).filter(lambda pair: pair[0] is not pair[1])
shares = st.fractions(-1, Fraction(11, 12), max_denominator=12)
free_rules = st.builds(
    MarkingRules,
    several=st.sampled_from(SeveralRule),
    pairs=st.sampled_from(PairsRule),
    order=st.sampled_from(OrderRule),
    near=st.dictionaries(pairs, shares),
    wrong=st.fractions(0, 1, max_denominator=12),
    confidence=st.sampled_from([Asking.OFF, Asking.ASKED]),
    points=st.dictionaries(st.sampled_from(sorted(KINDS)), st.fractions(Fraction(1, 4), 100, max_denominator=4)),
)
certain_rules = st.builds(MarkingRules, near=st.dictionaries(pairs, shares), confidence=st.just(Asking.COUNTED))
all_rules = free_rules | certain_rules
confidences = st.none() | st.sampled_from(Confidence)


@given(all_rules, sound_items, confidences)
def test_the_key_gets_the_whole_credit_and_a_blank_nothing(
    rules: MarkingRules, item: Item, confidence: Confidence | None
) -> None:
    worth = rules.points.get(item.kind, 1) * (3 if rules.confidence is Asking.COUNTED else 1)
    sure = Confidence.SURE if rules.confidence is Asking.COUNTED else confidence
    assert rules.mark(item, item.samples().right, sure) == Mark(Fraction(1), Fraction(worth), Fraction(worth))
    assert rules.mark(item, "", confidence) == Mark(Fraction(0), Fraction(0), Fraction(worth))
    assert rules.mark(item, item.samples().invalid, confidence).points == 0


@given(all_rules, st.lists(st.tuples(sound_items, st.sampled_from(["right", "wrong", ""]), confidences), max_size=6))
def test_marks_and_scores_stay_in_their_bounds_and_are_exact(
    rules: MarkingRules, given: list[tuple[Item, str, Confidence | None]]
) -> None:
    marks = [
        rules.mark(item, getattr(item.samples(), said) if said else "", confidence) for item, said, confidence in given
    ]
    for mark in marks:
        assert all(isinstance(number, Fraction) for number in (mark.credit, mark.points, mark.possible))
        assert -1 <= mark.credit <= 1
        assert -2 * mark.possible <= mark.points <= mark.possible
        assert (mark.points == mark.possible) <= (mark.credit == 1)
    score = total(marks)
    assert 0 <= score.points <= score.possible == sum(mark.possible for mark in marks)
    assert score.points in (0, sum(mark.points for mark in marks))


@given(all_rules)
def test_rules_come_back_from_their_document_as_they_were(rules: MarkingRules) -> None:
    assert read_rules(rules_document(rules)) == rules
    assert rules.problems() == ()


@pytest.mark.parametrize("rules", [USUAL, WHOLE, CAREFUL, PENALTY, CERTAINTY])
def test_the_presets_can_be_meant(rules: MarkingRules) -> None:
    assert rules.problems() == ()


def test_what_a_document_does_not_say_is_as_by_default() -> None:
    assert read_rules({}) == USUAL
    with pytest.raises(ValueError, match="marking rules"):
        read_rules({"several": "by mood"})


@given(sound_items)
def test_by_default_a_mark_is_what_the_item_says(item: Item) -> None:
    response = item.read_response(item.samples().right)
    assert USUAL.mark(item, response) == Mark(item.credit(response), item.credit(response), Fraction(1))


def test_to_leave_open_what_is_settled_costs_less_than_to_believe_the_opposite() -> None:
    item = builders.verdict(key=Verdict.FALSE)
    credit = {said: CAREFUL.credit(item, said.value) for said in Verdict}
    assert credit == {Verdict.FALSE: 1, Verdict.UNVERIFIED: Fraction(1, 3), Verdict.TRUE: 0}


def test_guessing_among_three_verdicts_comes_to_nothing_under_the_penalty() -> None:
    item = builders.verdict()
    assert sum(PENALTY.mark(item, said.value).points for said in Verdict) == 0


def test_points_go_by_kind() -> None:
    rules = MarkingRules(points={"cloze": Fraction(5, 2)}, wrong=Fraction(1, 5))
    assert rules.mark(builders.cloze(), "250") == Mark(Fraction(1), Fraction(5, 2), Fraction(5, 2))
    assert rules.mark(builders.cloze(), "300") == Mark(Fraction(-1, 5), Fraction(-1, 2), Fraction(5, 2))
    assert rules.mark(builders.verdict(), "true").possible == 1


@pytest.mark.parametrize(
    ("confidence", "right", "wrong"),
    [(Confidence.SURE, 3, -6), (Confidence.FAIRLY, 2, -2), (Confidence.GUESSING, 1, 0), (None, 1, 0)],
)
def test_certainty_based_marks_are_those_that_moodle_publishes(
    confidence: Confidence | None, right: int, wrong: int
) -> None:
    item = builders.verdict(key=Verdict.TRUE)
    assert CERTAINTY.mark(item, "true", confidence) == Mark(Fraction(1), Fraction(right), Fraction(3))
    assert CERTAINTY.mark(item, "false", confidence) == Mark(Fraction(0), Fraction(wrong), Fraction(3))


def test_a_confidence_that_is_only_asked_changes_no_mark() -> None:
    asked = MarkingRules(confidence=Asking.ASKED)
    assert asked.mark(builders.verdict(), "false", Confidence.SURE) == USUAL.mark(builders.verdict(), "false")


@pytest.mark.parametrize(
    ("rules", "words"),
    [
        (MarkingRules(wrong=Fraction(2)), "From 0 to 1"),
        (MarkingRules(wrong=Fraction(1), confidence=Asking.COUNTED), "already"),
        (MarkingRules(near={(Verdict.TRUE, Verdict.TRUE): Fraction(1, 2)}), "whole credit"),
        (MarkingRules(near={(Verdict.TRUE, Verdict.FALSE): Fraction(1)}), "less than 1"),
        (MarkingRules(near={(Verdict.TRUE, Verdict.FALSE): Fraction(-2)}), "not less than -1"),
        (MarkingRules(points={"cloze": Fraction(0)}), "more than 0"),
        (MarkingRules(points={"essay": Fraction(1)}), "more than 0"),
    ],
)
def test_what_cannot_be_meant_is_said(rules: MarkingRules, words: str) -> None:
    assert words in rules.problems()[0]
