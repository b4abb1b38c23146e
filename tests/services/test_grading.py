"""The gradebook of a class: the best attempt counts, and sums are sums."""

from datetime import timedelta
from fractions import Fraction

import pytest
from sqlalchemy.orm import Session

from quizgen.domain.attempts.policy import Policy
from quizgen.domain.errors import NotFound
from quizgen.domain.gradebook.gradebook import Cell, Column, Standing
from quizgen.domain.people import Person
from quizgen.domain.scoring.score import Score
from quizgen.services import classes, grading, taking
from quizgen.storage.engine import Database
from tests.cast import NOW, Cast, account
from tests.statements import statements_of
from tests.stored import a_class, a_quiz, an_attempt, answers

GRACE = timedelta(0)
LIMIT = timedelta(minutes=10)
POLICY = Policy(time_limit=LIMIT, attempts=None)


def sit(session: Session, quiz_id: int, student: Person, right: int, *, hand_in: bool = True) -> int:
    """Let a student answer so many questions rightly, and hand in."""
    attempt_id = an_attempt(session, quiz_id, student)
    given = answers(taking.sitting(session, attempt_id))
    for position in range(right):
        taking.save(
            session,
            attempt_id=attempt_id,
            position=position,
            response=given[position],
            sequence=1,
            now=NOW,
            grace=GRACE,
        )
    if hand_in:
        taking.hand_in(session, attempt_id=attempt_id, now=NOW)
    return attempt_id


def of_six(points: int) -> Score:
    return Score(Fraction(points), Fraction(6))


def test_students_by_name_and_quizzes_as_published(database: Database, cast: Cast) -> None:
    with database.writing() as session:
        card = a_class(session, cast.hazel, cast.rowan, cast.juniper)
        second = a_quiz(session, cast.hazel, class_id=card.id, title="Second", now=NOW + LIMIT)
        first = a_quiz(session, cast.hazel, class_id=card.id, title="First")
        gradebook = grading.gradebook(session, card.id)
    assert gradebook.title == "Class 7b"
    assert gradebook.columns == (Column(first, "First", None), Column(second, "Second", None))
    assert [(row.student, row.name, row.username) for row in gradebook.rows] == [
        (cast.juniper.id, "Juniper Quill", "juniper.quill"),
        (cast.rowan.id, "Rowan Pike", "rowan.pike"),
    ]
    assert all(row.cells == (Cell(), Cell()) and row.total is None for row in gradebook.rows)


def test_the_best_attempt_counts(database: Database, cast: Cast) -> None:
    with database.writing() as session:
        card = a_class(session, cast.hazel, cast.juniper)
        quiz_id = a_quiz(session, cast.hazel, class_id=card.id, policy=POLICY)
        ids = [sit(session, quiz_id, cast.juniper, right) for right in (2, 5, 3)]
        sit(session, quiz_id, cast.juniper, 6, hand_in=False)
        gradebook = grading.gradebook(session, card.id)
    assert gradebook.rows[0].cells == (Cell(Standing.DONE, of_six(5), by_server=False, attempts=4, attempt=ids[1]),)
    assert gradebook.columns[0].possible == 6


def test_a_best_attempt_that_the_server_handed_in_says_so(database: Database, cast: Cast) -> None:
    with database.writing() as session:
        card = a_class(session, cast.hazel, cast.juniper)
        quiz_id = a_quiz(session, cast.hazel, class_id=card.id, policy=POLICY)
        sit(session, quiz_id, cast.juniper, 1)
        best = sit(session, quiz_id, cast.juniper, 4, hand_in=False)
        taking.close_overdue(session, now=NOW + LIMIT, grace=GRACE)
        assert grading.gradebook(session, card.id).rows[0].cells[0].score == of_six(1)
        taking.mark_ended(session)
        gradebook = grading.gradebook(session, card.id)
    assert gradebook.rows[0].cells == (Cell(Standing.DONE, of_six(4), by_server=True, attempts=2, attempt=best),)


def test_who_sits_it_now_has_no_score_yet(database: Database, cast: Cast) -> None:
    with database.writing() as session:
        card = a_class(session, cast.hazel, cast.juniper)
        sit(session, a_quiz(session, cast.hazel, class_id=card.id), cast.juniper, 3, hand_in=False)
        gradebook = grading.gradebook(session, card.id)
    assert gradebook.rows[0].cells == (Cell(Standing.SITTING, None, by_server=False, attempts=1),)


def test_totals_are_the_sums_of_what_counts(database: Database, cast: Cast) -> None:
    with database.writing() as session:
        card = a_class(session, cast.hazel, cast.juniper, cast.rowan)
        ids = [a_quiz(session, cast.hazel, class_id=card.id, policy=POLICY) for _ in range(3)]
        sit(session, ids[0], cast.juniper, 2)
        sit(session, ids[1], cast.juniper, 5)
        sit(session, ids[1], cast.rowan, 1)
        gradebook = grading.gradebook(session, card.id)
    assert [row.total for row in gradebook.rows] == [Score(Fraction(7), Fraction(12)), of_six(1)]


def test_who_has_left_is_not_in_it_and_returns_with_their_scores(database: Database, cast: Cast) -> None:
    with database.writing() as session:
        card = a_class(session, cast.hazel, cast.juniper, cast.rowan)
        quiz_id = a_quiz(session, cast.hazel, class_id=card.id)
        sit(session, quiz_id, cast.juniper, 2)
        classes.remove(session, card.id, cast.juniper.id)
        assert [row.name for row in grading.gradebook(session, card.id).rows] == ["Rowan Pike"]
        classes.join(session, student=cast.juniper.id, code=card.join_code, now=NOW)
        assert grading.gradebook(session, card.id).rows[0].total == of_six(2)


def test_other_classes_do_not_show(database: Database, cast: Cast) -> None:
    with database.writing() as session:
        elsewhere = a_quiz(session, cast.basil, [cast.juniper])
        sit(session, elsewhere, cast.juniper, 6)
        card = a_class(session, cast.hazel, cast.juniper)
        assert grading.gradebook(session, card.id).rows[0].cells == ()
        with pytest.raises(NotFound):
            grading.gradebook(session, 10_000)


def test_it_costs_four_queries_however_large_the_class(database: Database, cast: Cast) -> None:
    with database.writing() as session:
        students = [account(session, f"Student {number}") for number in range(6)]
        card = a_class(session, cast.hazel, *students)
        for _ in range(3):
            quiz_id = a_quiz(session, cast.hazel, class_id=card.id)
            for student in students:
                sit(session, quiz_id, student, 1)
    with database.reading() as session, statements_of(session) as sent:
        gradebook = grading.gradebook(session, card.id)
    assert len(gradebook.rows) == 6
    assert len(sent) == 4
