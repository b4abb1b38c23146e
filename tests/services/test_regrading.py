"""A quiz is put right after students have answered: who gains and loses is shown first, and old marks are kept."""

from datetime import timedelta
from fractions import Fraction

import pytest
from sqlalchemy import select

from quizgen.domain.attempts.act import Act
from quizgen.domain.claims.claim import Verdict
from quizgen.domain.errors import BadInput, NotFound
from quizgen.domain.scoring.confidence import Asking, Confidence
from quizgen.domain.scoring.correcting import Correction, Intention, RuleChange, Step
from quizgen.domain.scoring.rules import CAREFUL, CERTAINTY, USUAL, MarkingRules
from quizgen.domain.scoring.score import Score
from quizgen.services import acting, grading, quizzes, regrading, taking
from quizgen.storage.engine import Database
from quizgen.storage.tables import FormerMarkRow
from tests import builders
from tests.cast import NOW, Cast
from tests.stored import a_quiz, an_attempt

GRACE = timedelta(seconds=30)
WRONG_KEY = "i-0"
"""Keyed true; the teacher finds out that it is false."""
TO_FALSE = {"key": "false"}


@pytest.fixture
def quiz_id(database: Database, cast: Cast) -> int:
    """A quiz of three statements, all keyed true: Juniper said true to all, Rowan false to all."""
    items = tuple(builders.verdict(f"i-{place}", (f"c-{place}",), key=Verdict.TRUE) for place in range(3))
    bank = builders.bank(claims=tuple(builders.claim(f"c-{place}") for place in range(3)), items=items)
    with database.writing() as session:
        quiz = a_quiz(session, cast.hazel, [cast.juniper, cast.rowan], bank=bank)
        for student, said in ((cast.juniper, "true"), (cast.rowan, "false")):
            attempt_id = an_attempt(session, quiz, student)
            for place in range(3):
                taking.save(
                    session,
                    attempt_id=attempt_id,
                    position=place,
                    response=said,
                    sequence=0,
                    now=NOW,
                    grace=GRACE,
                )
            taking.hand_in(session, attempt_id=attempt_id, now=NOW)
    return quiz


def scores(database: Database, quiz_id: int) -> dict[str, Score]:
    """Return the score of each student as the gradebook has it."""
    with database.reading() as session:
        book = grading.gradebook(session, quizzes.get(session, quiz_id).class_id)
    return {row.name.split()[0]: row.cells[0].score for row in book.rows if row.cells[0].score}


def correct(database: Database, cast: Cast, quiz_id: int, wanted: Step) -> int:
    with database.writing() as session:
        return regrading.correct(session, quiz_id, wanted, reason="The source says so", by=cast.hazel.id, now=NOW)


@pytest.mark.parametrize(
    ("intention", "changes", "juniper", "rowan"),
    [
        (Intention.NEW, TO_FALSE, Score(Fraction(2), Fraction(3)), Score(Fraction(1), Fraction(3))),
        (Intention.EITHER, TO_FALSE, Score(Fraction(3), Fraction(3)), Score(Fraction(1), Fraction(3))),
        (Intention.FULL, {}, Score(Fraction(3), Fraction(3)), Score(Fraction(1), Fraction(3))),
        (Intention.DROP, {}, Score(Fraction(2), Fraction(2)), Score(Fraction(0), Fraction(2))),
        (Intention.LEAVE, TO_FALSE, Score(Fraction(3), Fraction(3)), Score(Fraction(0), Fraction(3))),
    ],
)
def test_each_intention_does_what_the_preview_said_and_undoing_brings_the_old_marks_back(
    database: Database,
    cast: Cast,
    quiz_id: int,
    intention: Intention,
    changes: dict[str, object],
    juniper: Score,
    rowan: Score,
) -> None:
    wanted = Correction(WRONG_KEY, intention, changes)
    before = scores(database, quiz_id)
    with database.reading() as session:
        previewed = regrading.preview(session, quiz_id, wanted)
    assert scores(database, quiz_id) == before, "a preview keeps nothing"
    with database.reading() as session:
        assert regrading.history(session, quiz_id) == ()
    with database.writing() as session:
        later = NOW + timedelta(seconds=1)
        made = regrading.correct(session, quiz_id, wanted, reason="The source says so", by=cast.hazel.id, now=later)
    assert scores(database, quiz_id) == {"Juniper": juniper, "Rowan": rowan}
    assert [(change.student.split()[0], change.before, change.after) for change in previewed] == [
        ("Juniper", before["Juniper"], juniper),
        ("Rowan", before["Rowan"], rowan),
    ]
    for _ in range(2):
        with database.writing() as session:
            regrading.undo(session, quiz_id, made, by=cast.hazel.id, now=NOW)
        assert scores(database, quiz_id) == before


def test_old_marks_are_kept(database: Database, cast: Cast, quiz_id: int) -> None:
    correct(database, cast, quiz_id, Correction(WRONG_KEY, Intention.NEW, TO_FALSE))
    with database.reading() as session:
        kept = session.scalars(select(FormerMarkRow).order_by(FormerMarkRow.points)).all()
        assert [(row.points, row.possible) for row in kept] == [(0, 3), (3, 3)]
        assert [list(row.marks.values()) for row in kept] == [[["0", "0", "1"]] * 3, [["1", "1", "1"]] * 3]


def test_an_attempt_that_still_runs_is_marked_by_the_new_key(database: Database, cast: Cast, quiz_id: int) -> None:
    with database.writing() as session:
        running = an_attempt(session, quiz_id, cast.juniper)
        paper = taking.sitting(session, running).paper
        place = next(at for at, question in enumerate(paper.questions) if question.item.id == WRONG_KEY)
        taking.save(session, attempt_id=running, position=place, response="false", sequence=0, now=NOW, grace=GRACE)
    correct(database, cast, quiz_id, Correction(WRONG_KEY, Intention.LEAVE, TO_FALSE))
    with database.writing() as session:
        taking.hand_in(session, attempt_id=running, now=NOW + timedelta(minutes=1))
        result = taking.result(session, running, now=NOW + timedelta(minutes=1))
    assert result.score == Score(Fraction(1), Fraction(3))
    assert result.corrections == {place: Intention.LEAVE}
    assert result.sitting.paper.questions[place].item.key_text() == "False"


def test_a_question_taken_out_has_no_credit_on_the_result(database: Database, cast: Cast, quiz_id: int) -> None:
    correct(database, cast, quiz_id, Correction(WRONG_KEY, Intention.DROP))
    with database.reading() as session:
        (juniper,) = taking.quizzes_of_student(session, cast.juniper.id, now=NOW)
        result = taking.result(session, juniper.attempts[0].id, now=NOW)
    assert sorted(mark is None for mark in result.marks) == [False, False, True]


def test_marking_rules_are_changed_for_all_and_taken_back(database: Database, cast: Cast, quiz_id: int) -> None:
    made = correct(database, cast, quiz_id, RuleChange(MarkingRules(near=CAREFUL.near, wrong=Fraction(1, 4))))
    assert scores(database, quiz_id) == {
        "Juniper": Score(Fraction(3), Fraction(3)),
        "Rowan": Score(Fraction(0), Fraction(3)),
    }
    with database.reading() as session:
        (rowan,) = taking.quizzes_of_student(session, cast.rowan.id, now=NOW)
        assert taking.result(session, rowan.attempts[0].id, now=NOW).score.points == 0
        assert regrading.rules(session, quiz_id).wrong == Fraction(1, 4)
    with database.writing() as session:
        regrading.undo(session, quiz_id, made, by=cast.hazel.id, now=NOW)
        assert regrading.rules(session, quiz_id) == MarkingRules()


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        (Correction(WRONG_KEY, Intention.NEW, {"key": "true"}), "Nothing is changed"),
        (Correction(WRONG_KEY, Intention.NEW, {"key": "perhaps"}), "Expected one of"),
        (RuleChange(USUAL), "Nothing is changed"),
        (RuleChange(MarkingRules(wrong=Fraction(2))), "From 0 to 1"),
        (RuleChange(CAREFUL, Intention.DROP), "every question"),
    ],
)
def test_what_changes_nothing_or_cannot_be_meant_is_refused(
    database: Database, cast: Cast, quiz_id: int, wanted: Step, words: str
) -> None:
    with pytest.raises(BadInput, match=words):
        correct(database, cast, quiz_id, wanted)
    with database.reading() as session:
        assert regrading.history(session, quiz_id) == ()


def test_a_reason_is_asked_for_and_what_nobody_was_asked_is_not_found(
    database: Database, cast: Cast, quiz_id: int
) -> None:
    dropped = Correction(WRONG_KEY, Intention.DROP)
    with pytest.raises(BadInput, match="reason"), database.writing() as session:
        regrading.correct(session, quiz_id, dropped, reason=" ", by=cast.hazel.id, now=NOW)
    with pytest.raises(NotFound):
        correct(database, cast, quiz_id, Correction("i-99", Intention.DROP))
    with pytest.raises(NotFound), database.writing() as session:
        regrading.undo(session, quiz_id, 99, by=cast.hazel.id, now=NOW)


def test_the_history_says_what_was_done_by_whom_and_why(database: Database, cast: Cast, quiz_id: int) -> None:
    correct(database, cast, quiz_id, Correction(WRONG_KEY, Intention.FULL))
    with database.reading() as session:
        (entry,) = regrading.history(session, quiz_id)
        asked = {each.item.id: each for each in regrading.asked(session, quiz_id)}
    assert (entry.by, entry.reason, entry.at) == (cast.hazel.name, "The source says so", NOW)
    assert entry.step == Correction(WRONG_KEY, Intention.FULL)
    assert asked[WRONG_KEY].intention is Intention.FULL
    assert asked[WRONG_KEY].average == 1
    assert asked["i-1"].average == Fraction(1, 2)


def test_the_same_button_pressed_twice_corrects_once(database: Database, cast: Cast, quiz_id: int) -> None:
    made = [correct(database, cast, quiz_id, Correction(WRONG_KEY, Intention.NEW, TO_FALSE)) for _ in range(2)]
    assert made[0] == made[1]
    with database.reading() as session:
        assert len(regrading.history(session, quiz_id)) == 1
        assert len(session.scalars(select(FormerMarkRow)).all()) == 2


def test_rules_may_count_where_they_help_or_only_from_now_on(database: Database, cast: Cast, quiz_id: int) -> None:
    before = scores(database, quiz_id)
    penalty = MarkingRules(wrong=Fraction(1, 2))
    for intention in (Intention.EITHER, Intention.LEAVE):
        made = correct(database, cast, quiz_id, RuleChange(penalty, intention))
        assert scores(database, quiz_id) == before
        with database.writing() as session:
            regrading.undo(session, quiz_id, made, by=cast.hazel.id, now=NOW)


def test_rules_chosen_before_anybody_handed_in_need_no_reason(database: Database, cast: Cast) -> None:
    with database.writing() as session:
        quiz = a_quiz(session, cast.hazel, [cast.juniper])
        regrading.correct(session, quiz, RuleChange(CAREFUL), reason="", by=cast.hazel.id, now=NOW)
        assert regrading.rules(session, quiz) == CAREFUL
        assert regrading.ended_and_open(session, quiz) == (0, 0)


def test_a_voided_attempt_comes_back_with_the_marks_that_hold(database: Database, cast: Cast, quiz_id: int) -> None:
    with database.writing() as session:
        (juniper,) = taking.quizzes_of_student(session, cast.juniper.id, now=NOW)
        attempt = juniper.attempts[0].id
        acting.act(session, attempt, Act.VOID, reason="Sat for a friend", by=cast.hazel.id, now=NOW)
    correct(database, cast, quiz_id, Correction(WRONG_KEY, Intention.NEW, TO_FALSE))
    with database.writing() as session:
        acting.act(session, attempt, Act.RESTORE, reason="It was not so", by=cast.hazel.id, now=NOW)
    assert scores(database, quiz_id)["Juniper"] == Score(Fraction(2), Fraction(3))


def test_certainty_based_marks_come_from_what_students_said(database: Database, cast: Cast) -> None:
    items = tuple(builders.verdict(f"i-{place}", (f"c-{place}",), key=Verdict.TRUE) for place in range(3))
    bank = builders.bank(claims=tuple(builders.claim(f"c-{place}") for place in range(3)), items=items)
    with database.writing() as session:
        quiz = a_quiz(session, cast.hazel, [cast.juniper], bank=bank)
        regrading.correct(session, quiz, RuleChange(CERTAINTY), reason="", by=cast.hazel.id, now=NOW)
        attempt = an_attempt(session, quiz, cast.juniper)
        for place, (said, confidence) in enumerate([("true", "sure"), ("false", "fairly"), ("true", None)]):
            taking.save(
                session,
                attempt_id=attempt,
                position=place,
                response=said,
                sequence=0,
                now=NOW,
                grace=GRACE,
                confidence=confidence and Confidence(confidence),
            )
        before = taking.sitting(session, attempt)
        taking.hand_in(session, attempt_id=attempt, now=NOW)
        result = taking.result(session, attempt, now=NOW)
    assert before.marking.confidence is Asking.COUNTED
    assert [mark.points for mark in result.marks if mark] == [3, -2, 1]
    assert result.score == Score(Fraction(2), Fraction(9))
    assert result.credits == (1, 0, 1)
