"""Marking rules: bounded, exact, and the right answer always gets the whole point."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from quizgen.domain.attempts.paper import Paper, Question
from quizgen.domain.claims.claim import Verdict
from quizgen.domain.items.item import Item
from quizgen.domain.scoring.marking import mark
from quizgen.domain.scoring.rules import CAREFUL, MarkingRules, Partial, read_rules, rules_document
from quizgen.domain.scoring.score import total
from tests.builders import choice, cloze, finding, matching, numeric, ordering, responses, short, verdict

MAKERS = (verdict, choice, cloze, numeric, responses, finding, ordering, matching, short)
ITEMS: tuple[Item, ...] = tuple(make() for make in MAKERS)
pairs = st.tuples(st.sampled_from(Verdict), st.sampled_from(Verdict)).filter(lambda pair: pair[0] is not pair[1])
shares = st.fractions(0, Fraction(11, 12), max_denominator=12)
rules = st.builds(
    MarkingRules,
    partial=st.sampled_from(Partial),
    near=st.dictionaries(pairs, shares),
    wrong=st.fractions(0, 1, max_denominator=12),
)


@given(rules, st.sampled_from(ITEMS))
def test_the_right_answer_gets_the_whole_point_and_a_blank_none(given_rules: MarkingRules, item: Item) -> None:
    paper = Paper((Question(item, "p"),))
    assert mark(paper, {0: item.samples().right}, given_rules) == (1,)
    assert mark(paper, {}, given_rules) == (0,)
    assert mark(paper, {0: item.samples().invalid}, given_rules) == (0,)


@given(rules, st.lists(st.sampled_from(ITEMS), min_size=1, max_size=6), st.data())
def test_credit_and_score_stay_in_their_bounds(
    given_rules: MarkingRules, items: list[Item], data: st.DataObject
) -> None:
    paper = Paper(tuple(Question(item, "p") for item in items))
    samples = [data.draw(st.sampled_from([item.samples().right, item.samples().wrong, ""])) for item in items]
    earned = mark(paper, dict(enumerate(samples)), given_rules)
    assert all(credit is not None and -given_rules.wrong <= credit <= 1 for credit in earned)
    score = total(earned)
    assert 0 <= score.points <= score.possible == len(items)


@given(rules)
def test_rules_come_back_from_their_document_as_they_were(given_rules: MarkingRules) -> None:
    assert read_rules(rules_document(given_rules)) == given_rules
    assert given_rules.problems() == ()


def test_to_call_open_what_is_settled_costs_less_than_to_believe_the_opposite() -> None:
    item = verdict("i-1", ("c-1",), key=Verdict.FALSE)
    careful = MarkingRules(near=dict(CAREFUL))
    credit = {said: careful.credit(item, said.value) for said in Verdict}
    assert credit == {Verdict.FALSE: 1, Verdict.UNVERIFIED: Fraction(1, 3), Verdict.TRUE: 0}


def test_what_cannot_be_meant_is_said() -> None:
    assert "From 0 to 1" in MarkingRules(wrong=Fraction(2)).problems()[0]
    assert MarkingRules(near={(Verdict.TRUE, Verdict.TRUE): Fraction(1, 2)}).problems()
    assert MarkingRules(near={(Verdict.TRUE, Verdict.FALSE): Fraction(1)}).problems()
