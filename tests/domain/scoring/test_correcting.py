"""Corrections: what each intention does to a mark, alone and one on top of the other."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.domain.attempts.paper import Paper, Question
from quizgen.domain.claims.claim import Verdict
from quizgen.domain.errors import BadInput
from quizgen.domain.items.item import Item
from quizgen.domain.scoring.confidence import Confidence
from quizgen.domain.scoring.correcting import (
    Correction,
    Intention,
    RuleChange,
    Step,
    corrected_places,
    marked,
    righted,
    righted_paper,
    rules_after,
)
from quizgen.domain.scoring.rules import CAREFUL, CERTAINTY, PENALTY, USUAL, Mark, MarkingRules
from tests import builders

ITEM = builders.verdict("i-1", key=Verdict.TRUE)
NUMBER = builders.numeric("i-4", key="250")
ONE, NOTHING = Mark(Fraction(1), Fraction(1), Fraction(1)), Mark(Fraction(0), Fraction(0), Fraction(1))


def key(intention: Intention, verdict: Verdict = Verdict.FALSE) -> Correction:
    return Correction("i-1", intention, {"key": verdict.value})


steps = st.lists(
    st.one_of(
        st.builds(key, st.sampled_from([Intention.NEW, Intention.EITHER, Intention.LEAVE]), st.sampled_from(Verdict)),
        st.builds(Correction, st.sampled_from(["i-1", "i-4"]), st.sampled_from([Intention.FULL, Intention.DROP])),
        st.builds(
            RuleChange,
            st.sampled_from([USUAL, CAREFUL, PENALTY, CERTAINTY]),
            st.sampled_from([Intention.NEW, Intention.EITHER, Intention.LEAVE]),
        ),
    ),
    max_size=5,
)


@pytest.mark.parametrize(
    ("intention", "said_true", "said_false", "blank"),
    [
        (Intention.NEW, NOTHING, ONE, NOTHING),
        (Intention.EITHER, ONE, ONE, NOTHING),
        (Intention.LEAVE, NOTHING, ONE, NOTHING),
        (Intention.FULL, ONE, ONE, ONE),
        (Intention.DROP, None, None, None),
    ],
)
def test_each_intention(intention: Intention, said_true: Mark, said_false: Mark, blank: Mark) -> None:
    step = key(intention)
    assert [marked(ITEM, said, None, [step]) for said in ("true", "false", "")] == [said_true, said_false, blank]


@given(steps, st.sampled_from(["true", "false", "unverified", "", "perhaps"]), st.none() | st.sampled_from(Confidence))
def test_whatever_is_corrected_marks_stay_in_their_bounds(
    several: list[Step], said: str, confidence: Confidence | None
) -> None:
    mark = marked(ITEM, said, confidence, several)
    if mark is not None:
        assert mark.possible == (3 if rules_after(several) == CERTAINTY else 1)
        assert -2 * mark.possible <= mark.points <= mark.possible


@given(steps, st.sampled_from(["true", "false", "unverified"]))
def test_to_let_old_and_new_count_takes_nothing_from_anybody(several: list[Step], said: str) -> None:
    before = marked(ITEM, said, Confidence.SURE, several)
    for step in (key(Intention.EITHER), RuleChange(CAREFUL, Intention.EITHER)):
        after = marked(ITEM, said, Confidence.SURE, [*several, step])
        if before is not None and after is not None:
            assert after.points / after.possible >= before.points / before.possible


@given(steps)
def test_a_correction_of_one_item_leaves_the_others_alone(several: list[Step]) -> None:
    rules_alone = [step for step in several if isinstance(step, RuleChange) or step.item == "i-4"]
    assert marked(NUMBER, "250", None, several) == marked(NUMBER, "250", None, rules_alone)


def test_that_the_old_key_counts_too_outlives_a_change_of_rules() -> None:
    both = [key(Intention.EITHER), RuleChange(MarkingRules(points={"verdict": Fraction(2)}))]
    two = Mark(Fraction(1), Fraction(2), Fraction(2))
    assert [marked(ITEM, said, None, both) for said in ("true", "false")] == [two, two]


def test_full_credit_under_certainty_based_marks_is_the_whole_for_everybody() -> None:
    given_all = [RuleChange(CERTAINTY), Correction("i-1", Intention.FULL)]
    assert marked(ITEM, "false", Confidence.SURE, given_all) == Mark(Fraction(1), Fraction(3), Fraction(3))


def test_a_question_that_was_taken_out_comes_back_with_a_new_key() -> None:
    assert marked(ITEM, "false", None, [Correction("i-1", Intention.DROP), key(Intention.NEW)]) == ONE


@pytest.mark.parametrize(
    ("item", "changes", "right"),
    [
        (builders.choice(), {"key": "lake"}, "lake"),
        (builders.responses(), {"key": ["wet"]}, "wet"),
        (builders.cloze(), {"key": ["250", "260"]}, "250"),
        (builders.numeric(), {"tolerance": "5"}, "250 kilometres (up to 5 more or less)"),
        (builders.short(), {"key": ["Wales"]}, "Wales"),
    ],
)
def test_keys_tolerances_and_accepted_answers_are_set_anew(item: Item, changes: dict[str, object], right: str) -> None:
    assert righted(item, changes).key_text() == right


@pytest.mark.parametrize("changes", [{"key": "perhaps"}, {"key": ""}, {"id": "i-2"}, {"colour": "red"}])
def test_what_makes_no_sound_item_is_refused(changes: dict[str, object]) -> None:
    with pytest.raises(BadInput):
        righted(ITEM, changes)


def test_the_paper_shows_the_key_that_counts_and_which_questions_were_corrected() -> None:
    paper = Paper((Question(NUMBER, "p"), Question(ITEM, "p")))
    several = [key(Intention.NEW), Correction("i-4", Intention.FULL), RuleChange(CAREFUL)]
    assert [question.item.key_text() for question in righted_paper(paper, several).questions] == [
        "250 kilometres",
        "False",
    ]
    assert corrected_places(paper, several) == {0: Intention.FULL, 1: Intention.NEW}
    assert rules_after(several) == CAREFUL
