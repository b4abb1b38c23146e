"""The sitting while it runs, the result after."""

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction

import pytest

from quizgen.domain.attempts.policy import Policy
from quizgen.domain.attempts.reveal import Part, Reveal
from quizgen.domain.errors import NotAllowed, NotFound
from quizgen.domain.scoring.score import Score
from quizgen.services import quizzes, taking
from quizgen.storage.engine import Database
from tests import builders
from tests.cast import NOW, Cast
from tests.statements import statements_of
from tests.stored import WRONG, a_quiz, an_attempt, answers, big_bank

GRACE = timedelta(seconds=30)
LIMIT = timedelta(minutes=10)
POLICY = Policy(time_limit=LIMIT, closes=NOW + timedelta(days=1))


@pytest.fixture
def attempt_id(database: Database, cast: Cast) -> int:
    """Juniper's running attempt: the first three questions answered, two of them rightly."""
    with database.writing() as session:
        attempt_id = an_attempt(session, a_quiz(session, cast.hazel, [cast.juniper], policy=POLICY), cast.juniper)
        sitting = taking.sitting(session, attempt_id)
        given = [answers(sitting)[0], answers(sitting)[1], answers(sitting, WRONG)[2]]
        for position, response in enumerate(given):
            taking.save(
                session,
                attempt_id=attempt_id,
                position=position,
                response=response,
                sequence=position,
                now=NOW + timedelta(minutes=position),
                grace=GRACE,
            )
        taking.flag(session, attempt_id=attempt_id, position=4, flagged=True)
    return attempt_id


def close(database: Database) -> None:
    with database.writing() as session:
        taking.close_overdue(session, now=NOW + LIMIT + GRACE, grace=GRACE)


def test_a_sitting_has_all_that_its_page_needs(database: Database, cast: Cast, attempt_id: int) -> None:
    with database.reading() as session:
        sitting = taking.sitting(session, attempt_id)
        assert sitting.quiz == quizzes.get(session, sitting.quiz.id)
    assert (sitting.id, sitting.student, sitting.student_name) == (attempt_id, cast.juniper.id, "Juniper Quill")
    assert set(sitting.responses) == {0, 1, 2}
    assert sitting.sequences == {0: 0, 1: 1, 2: 2}
    assert sitting.flags == {4}
    assert sitting.saved_at == NOW + timedelta(minutes=2)
    for name in sitting.paper.passages:
        assert sitting.passages[name].text == builders.TEXT
        assert sitting.passages[name].sha256 == name


def test_a_sitting_costs_six_queries(database: Database, attempt_id: int) -> None:
    with database.reading() as session, statements_of(session) as sent:
        taking.sitting(session, attempt_id)
    assert len(sent) == 6


def test_there_is_no_result_while_it_runs(database: Database, attempt_id: int) -> None:
    with pytest.raises(NotAllowed, match="still running"), database.reading() as session:
        taking.result(session, attempt_id, now=NOW)


def test_what_is_not_there_is_not_found(database: Database) -> None:
    with database.reading() as session:
        with pytest.raises(NotFound):
            taking.sitting(session, 1)
        with pytest.raises(NotFound):
            taking.result(session, 1, now=NOW)


def test_the_result_is_the_same_before_and_after_marking(database: Database, attempt_id: int) -> None:
    close(database)
    with database.reading() as session:
        before = taking.result(session, attempt_id, now=NOW)
    with database.writing() as session:
        assert taking.mark_ended(session) == (attempt_id,)
    with database.reading() as session, statements_of(session) as sent:
        after = taking.result(session, attempt_id, now=NOW)
    assert before == after
    assert after.credits == (1, 1, 0, 0, 0, 0)
    assert after.score == Score(Fraction(2), Fraction(6))
    assert len(sent) == 8


@pytest.mark.parametrize(
    ("reveal", "at_once", "after_closing"),
    [(Reveal.AFTER_HANDING_IN, True, True), (Reveal.AFTER_CLOSING, False, True), (Reveal.NEVER, False, False)],
)
def test_keys_are_shown_when_the_policy_says_so(
    database: Database, attempt_id: int, reveal: Reveal, at_once: bool, after_closing: bool
) -> None:
    with database.writing() as session:
        quiz = taking.sitting(session, attempt_id).quiz
        quizzes.change(session, quiz.id, title=quiz.title, policy=replace(POLICY, reveal=reveal), now=NOW)
        taking.hand_in(session, attempt_id=attempt_id, now=NOW)
    with database.reading() as session:
        shown = [taking.result(session, attempt_id, now=now).shown.parts for now in (NOW, POLICY.closes) if now]
    assert [Part.KEY in parts for parts in shown] == [at_once, after_closing]


def test_a_large_paper_keeps_its_order(database: Database, cast: Cast) -> None:
    with database.writing() as session:
        quiz_id = a_quiz(session, cast.hazel, [cast.juniper], count=12, bank=big_bank(12))
        attempt_id = an_attempt(session, quiz_id, cast.juniper)
        right = answers(taking.sitting(session, attempt_id))[11]
        taking.save(session, attempt_id=attempt_id, position=11, response=right, sequence=0, now=NOW, grace=GRACE)
        taking.hand_in(session, attempt_id=attempt_id, now=NOW)
        assert taking.result(session, attempt_id, now=NOW).credits == (*[0] * 11, 1)


def test_the_clock_is_one_row_and_loads_neither_paper_nor_passage(database: Database, attempt_id: int) -> None:
    with database.reading() as session:
        expected = taking.sitting(session, attempt_id).attempt
    with database.reading() as session, statements_of(session) as asked:
        assert taking.clock(session, attempt_id) == expected
        assert len(asked) == 1
        with pytest.raises(NotFound):
            taking.clock(session, attempt_id + 1)
