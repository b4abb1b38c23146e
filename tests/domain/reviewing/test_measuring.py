"""What filled sheets show: shares of right keys and qualities, planted keys, agreement, and where readers differ."""

import random
from dataclasses import replace

from hypothesis import given

from quizgen.domain.banks.bank import Bank
from quizgen.domain.claims.claim import Verdict
from quizgen.domain.errors import NotAllowed
from quizgen.domain.items.kinds import KINDS
from quizgen.domain.reviewing.answering import AMBIGUOUS, key_answer, read_answer
from quizgen.domain.reviewing.measuring import QUALITIES, Filled, Judgement, Measure, measure
from quizgen.domain.reviewing.shares import Share
from quizgen.domain.reviewing.sheet import Question, Sheet, Wanted, make_sheet
from tests.builders import cloze, verdict
from tests.domain.reviewing.banks import sound_banks

TRUE = Question("q1", "text 1", replace(verdict("i-1", key=Verdict.TRUE), maker="split"))
FALSE = Question("q2", "text 1", replace(verdict("i-2", key=Verdict.FALSE), maker="moved"))
GAP = Question("q3", "text 1", cloze("i-3"))
PLANTED = Question("q4", "text 1", verdict("i-4", key=Verdict.TRUE), verdict("i-4", key=Verdict.FALSE))
SHEET = Sheet("Rivers", (TRUE, FALSE, GAP, PLANTED))


def filled(*responses: str | None, **qualities: bool) -> Filled:
    """Return judgements on the four questions in order."""
    return {
        question.name: Judgement(response, response or "", qualities)
        for question, response in zip(SHEET.questions, responses, strict=True)
    }


def named(measures: tuple[Measure, ...], group: str, name: str) -> Measure:
    return next(one for one in measures if (one.group, one.name) == (group, name))


def test_a_key_is_right_when_the_reader_gives_it_and_for_both_when_both_do() -> None:
    result = measure(SHEET, [filled("true", "false", "250", "true"), filled("true", AMBIGUOUS, "9", "true")])
    everything = named(result.measures, "key right", "all")
    assert everything.readers == (Share(3, 3), Share(1, 3))
    assert everything.both == Share(1, 3)
    assert named(result.measures, "key right, by key", "true").both == Share(1, 1)
    assert named(result.measures, "key right, by kind", "cloze").readers == (Share(1, 1), Share(0, 1))
    assert named(result.measures, "key right, by operation", "moved").both == Share(0, 1)


def test_what_is_left_empty_counts_nowhere() -> None:
    one = measure(SHEET, [filled("true", None, None, None)])
    assert named(one.measures, "key right", "all").readers == (Share(1, 1),)
    two = measure(SHEET, [filled("true", None, None, None), filled("true", "false", None, None)])
    assert named(two.measures, "key right", "all").both == Share(1, 1)
    assert named(two.measures, "judged yes", "usable").both == Share(0, 0)


def test_a_planted_key_is_caught_by_any_other_answer_and_is_no_right_or_wrong_key() -> None:
    caught = measure(SHEET, [filled("true", "false", "250", "true"), filled("true", "false", "250", "false")])
    assert caught.planted[0].readers == (Share(1, 1), Share(0, 1))
    assert named(caught.measures, "key right", "all").readers == (Share(3, 3), Share(3, 3))
    assert caught.differing == ()
    assert measure(replace(SHEET, questions=(TRUE,)), [{"q1": Judgement("true")}]).planted == ()


def test_only_true_statements_can_be_copies() -> None:
    result = measure(SHEET, [filled("true", "false", "250", "true", **dict.fromkeys(QUALITIES, True))])
    assert named(result.measures, "judged yes", "more than a copy, true statements").readers == (Share(2, 2),)
    assert named(result.measures, "judged yes", "grammatical").readers == (Share(4, 4),)


def test_who_differs_is_listed_with_both_answers() -> None:
    first, second = filled("false", "false", None, "true"), filled("true", "false", "250", "true")
    result = measure(SHEET, [first, second])
    assert result.differing == ((TRUE, (first["q1"], second["q1"])),)


def test_agreement_is_told_of_two_readers_and_not_of_one() -> None:
    first = filled("true", "false", "250", "true", usable=True)
    second = filled("true", "false", "9", None, usable=False)
    assert measure(SHEET, [first]).agreements == ()
    agreements = {one.name: one for one in measure(SHEET, [first, second]).agreements}
    assert (agreements["answer to verdict questions"].kappa, agreements["answer to verdict questions"].of) == (1, 2)
    assert agreements["usable"].kappa == 0
    assert (agreements["plausible"].kappa, agreements["plausible"].of) == (None, 0)


@given(sound_banks)
def test_who_gives_every_key_scores_everything_on_any_bank(of: Bank) -> None:
    try:
        sheet = make_sheet(of, Wanted(100, tuple(KINDS), planted=3), rng=random.Random(1))
    except NotAllowed:
        return
    yes = dict.fromkeys(QUALITIES, True)
    perfect = {
        one.name: Judgement(read_answer(one.item, key_answer(one.item)), qualities=yes) for one in sheet.questions
    }
    result = measure(sheet, [perfect, perfect])
    assert result.differing == ()
    for one in (*result.measures, *result.planted):
        assert all(share.count == share.of for share in one.readers)
        assert one.both is not None
        assert one.both.count == one.both.of
    asked = [question for question in sheet.questions if question.planted is None]
    assert named(result.measures, "key right", "all").both == Share(len(asked), len(asked))
