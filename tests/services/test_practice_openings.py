"""Opening a bank for classes, and the quizzes for which it rests."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from quizgen.domain.attempts.policy import Policy
from quizgen.domain.attempts.reveal import Reveal
from quizgen.domain.banks.blueprint import Blueprint
from quizgen.domain.errors import BadInput, NotAllowed
from quizgen.services import classes, practice_openings, practising, quizzes, rules, showing, taking
from quizgen.storage.engine import Database
from tests import stored
from tests.cast import NOW, Cast

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture
def house(database: Database, cast: Cast) -> tuple[int, int, int]:
    """Return a bank of Hazel's and two classes, one with Juniper and one with Rowan."""
    with database.writing() as session:
        first = stored.a_class(session, cast.hazel, cast.juniper)
        second = stored.a_class(session, cast.hazel, cast.rowan, name="Class 8a")
        return stored.a_bank(session, cast.hazel), first.id, second.id


@pytest.fixture
def publish(cast: Cast, house: tuple[int, int, int]) -> Callable[..., int]:
    """Give a quiz from the bank to a class, the first one unless told otherwise."""

    def publish(session: Session, class_id: int = 0, **policy: object) -> int:
        return quizzes.publish(
            session,
            bank_id=house[0],
            class_id=class_id or house[1],
            title="Rivers, first part",
            policy=Policy(**policy),  # type: ignore[arg-type]
            blueprint=Blueprint(3),
            by=cast.hazel.id,
            now=NOW,
        )

    return publish


def open_for(session: Session, house: tuple[int, int, int], *chosen: int, new_a_day: int = 5) -> None:
    practice_openings.open_for(session, house[0], classes=chosen, among=house[1:], new_a_day=new_a_day, by=1, now=NOW)


def rests(session: Session, student: int, bank: int, *, now: object = NOW) -> bool:
    try:
        practising.practice(session, student, bank, now=now)  # type: ignore[arg-type]
    except NotAllowed:
        return True
    return False


def test_nothing_is_open_until_a_teacher_says_so(database: Database, cast: Cast, house: tuple[int, int, int]) -> None:
    with database.writing() as session:
        assert not practice_openings.may_practise(session, cast.juniper.id)
        open_for(session, house, house[1])
        assert practice_openings.may_practise(session, cast.juniper.id)
        assert not practice_openings.may_practise(session, cast.rowan.id)
        open_for(session, house, house[2])
        assert not practice_openings.may_practise(session, cast.juniper.id)
        assert [each.class_id for each in practice_openings.of_bank(session, house[0])] == [house[2]]
        open_for(session, house)
        assert practice_openings.of_bank(session, house[0]) == ()


def test_classes_that_were_not_asked_about_stay_as_they_are(
    database: Database, cast: Cast, house: tuple[int, int, int]
) -> None:
    with database.writing() as session:
        open_for(session, house, *house[1:])
        practice_openings.open_for(
            session, house[0], classes=[house[2]], among=[house[1]], new_a_day=5, by=cast.hazel.id, now=NOW
        )
        assert [each.class_id for each in practice_openings.of_bank(session, house[0])] == [house[2]]


def test_opening_again_changes_the_number_alone(database: Database, house: tuple[int, int, int]) -> None:
    with database.writing() as session:
        open_for(session, house, house[1])
        open_for(session, house, house[1], new_a_day=7)
        assert [each.new_a_day for each in practice_openings.of_class(session, house[1])] == [7]
        for wrong in (0, 101):
            with pytest.raises(BadInput, match="from 1 to 100"):
                open_for(session, house, house[1], new_a_day=wrong)


def test_who_is_in_two_classes_has_one_practice_with_the_larger_number(
    database: Database, cast: Cast, house: tuple[int, int, int]
) -> None:
    with database.writing() as session:
        classes.join(session, student=cast.juniper.id, code=classes.get(session, house[2]).join_code, now=NOW)
        open_for(session, house, house[1])
        practice_openings.open_for(
            session, house[0], classes=[house[2]], among=[house[2]], new_a_day=9, by=cast.hazel.id, now=NOW
        )
        (found,) = practice_openings.of_student(session, cast.juniper.id)
        assert (found.class_id, found.new_a_day) == (house[1], 9)


def test_a_bank_rests_until_the_quiz_has_closed_whichever_came_first(
    database: Database, cast: Cast, house: tuple[int, int, int], publish: Callable[..., int]
) -> None:
    with database.writing() as session:
        open_for(session, house, house[1])
        assert not rests(session, cast.juniper.id, house[0])
        publish(session, opens=NOW + DAY, closes=NOW + DAY + HOUR)
        assert rests(session, cast.juniper.id, house[0])
        closing = NOW + DAY + HOUR
        assert rests(session, cast.juniper.id, house[0], now=closing - timedelta(microseconds=1))
        assert not rests(session, cast.juniper.id, house[0], now=closing)


def test_a_quiz_without_an_end_keeps_the_bank_resting(
    database: Database, cast: Cast, house: tuple[int, int, int], publish: Callable[..., int]
) -> None:
    with database.writing() as session:
        open_for(session, house, house[1])
        quiz = publish(session)
        assert rests(session, cast.juniper.id, house[0], now=NOW + 900 * DAY)
        (hold,) = practice_openings.held_for_classes(session, [house[1]], [house[0]], now=NOW)[house[0]]
        assert (hold.quiz_id, hold.closes, hold.unreleased) == (quiz, None, False)


def test_whoever_has_longer_keeps_it_resting_for_the_whole_class(
    database: Database, cast: Cast, house: tuple[int, int, int], publish: Callable[..., int]
) -> None:
    with database.writing() as session:
        classes.join(session, student=cast.rowan.id, code=classes.get(session, house[1]).join_code, now=NOW)
        open_for(session, house, house[1])
        quiz = publish(session, closes=NOW + HOUR)
        rules.override(
            session,
            quiz,
            name="Ill",
            students=[cast.rowan.id],
            changes={"closes": NOW + 2 * DAY},
            by=cast.hazel.id,
            now=NOW,
        )
        assert rests(session, cast.juniper.id, house[0], now=NOW + DAY)
        assert not rests(session, cast.juniper.id, house[0], now=NOW + 2 * DAY)


def test_a_quiz_of_another_class_rests_only_for_those_who_are_in_it(
    database: Database, cast: Cast, house: tuple[int, int, int], publish: Callable[..., int]
) -> None:
    with database.writing() as session:
        open_for(session, house, *house[1:])
        publish(session, house[2])
        assert not rests(session, cast.juniper.id, house[0])
        assert rests(session, cast.rowan.id, house[0])
        classes.join(session, student=cast.juniper.id, code=classes.get(session, house[2]).join_code, now=NOW)
        assert rests(session, cast.juniper.id, house[0])


def test_an_attempt_that_still_runs_counts_after_its_student_has_left_the_class(
    database: Database, cast: Cast, house: tuple[int, int, int], publish: Callable[..., int]
) -> None:
    with database.writing() as session:
        classes.join(session, student=cast.juniper.id, code=classes.get(session, house[2]).join_code, now=NOW)
        open_for(session, house, house[1])
        quiz = publish(session, house[2], closes=NOW + HOUR)
        attempt = stored.an_attempt(session, quiz, cast.juniper)
        classes.remove(session, house[2], cast.juniper.id)
        assert rests(session, cast.juniper.id, house[0])
        taking.hand_in(session, attempt_id=attempt, now=NOW)
        assert not rests(session, cast.juniper.id, house[0])


def test_answers_that_wait_for_the_teachers_word_wait_in_practice_too(
    database: Database, cast: Cast, house: tuple[int, int, int], publish: Callable[..., int]
) -> None:
    with database.writing() as session:
        open_for(session, house, house[1])
        quiz = publish(session, closes=NOW + HOUR, reveal=Reveal.RELEASED)
        with pytest.raises(NotAllowed, match="until the results of the quiz Rivers, first part are shown"):
            practising.practice(session, cast.juniper.id, house[0], now=NOW + DAY)
        showing.release(session, quiz, show=True, by=cast.hazel.id, now=NOW + DAY)
        assert not rests(session, cast.juniper.id, house[0], now=NOW + DAY)
        showing.release(session, quiz, show=False, by=cast.hazel.id, now=NOW + DAY)
        assert rests(session, cast.juniper.id, house[0], now=NOW + DAY)


def test_an_exception_whose_answers_wait_keeps_the_bank_resting_for_all(
    database: Database, cast: Cast, house: tuple[int, int, int], publish: Callable[..., int]
) -> None:
    with database.writing() as session:
        classes.join(session, student=cast.rowan.id, code=classes.get(session, house[1]).join_code, now=NOW)
        open_for(session, house, house[1])
        quiz = publish(session, closes=NOW + HOUR)
        rules.override(
            session,
            quiz,
            name="Later",
            students=[cast.rowan.id],
            changes={"reveal": Reveal.RELEASED},
            by=cast.hazel.id,
            now=NOW,
        )
        assert rests(session, cast.juniper.id, house[0], now=NOW + DAY)
        showing.release(session, quiz, show=True, by=cast.hazel.id, now=NOW + DAY)
        assert not rests(session, cast.juniper.id, house[0], now=NOW + DAY)


def test_a_resting_bank_is_listed_with_its_quiz(
    database: Database, cast: Cast, house: tuple[int, int, int], publish: Callable[..., int]
) -> None:
    with database.writing() as session:
        open_for(session, house, house[1])
        publish(session, closes=NOW + HOUR)
        (found,) = practising.overview(session, cast.juniper.id, now=NOW)
        assert [hold.title for hold in found.holds] == ["Rivers, first part"]
        (later,) = practising.overview(session, cast.juniper.id, now=NOW + DAY)
        assert replace(found, holds=()) == later
