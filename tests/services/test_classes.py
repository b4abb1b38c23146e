"""Classes: a teacher makes one, students come in by its code."""

import random
from datetime import timedelta

import pytest

from quizgen.domain.errors import BadInput, NotFound, Unavailable
from quizgen.services import classes
from quizgen.services.classes import CODE_LENGTH, CODE_LETTERS, RosterEntry
from quizgen.storage.engine import Database
from tests.cast import NOW, Cast, account
from tests.statements import statements_of
from tests.stored import a_class
from tests.threads import at_once


def test_a_new_class_has_a_code_and_nobody_in_it(database: Database, cast: Cast) -> None:
    with database.writing() as session:
        card = a_class(session, cast.hazel)
    assert (card.name, card.teacher, card.students, card.time_zone) == (
        "Class 7b",
        "Hazel Ashdown",
        0,
        "Europe/Paris",
    )
    assert len(card.join_code) == CODE_LENGTH
    assert set(card.join_code) <= set(CODE_LETTERS)


def test_no_letter_of_a_code_looks_like_another() -> None:
    assert not set(CODE_LETTERS) & set("0O1IL2Z5S8BUAE")


def test_a_code_that_is_taken_is_not_given_again(database: Database, cast: Cast) -> None:
    with database.writing() as session:
        first, second = (
            classes.create(session, teacher=cast.hazel.id, name=name, time_zone="UTC", now=NOW, rng=random.Random(1))
            for name in "ab"
        )
    assert first.join_code != second.join_code


def test_when_no_code_is_free_it_says_so(database: Database, cast: Cast) -> None:
    class Stuck(random.Random):
        def choices(self, *_: object, **__: object) -> list[str]:  # type: ignore[override]
            return ["C"] * CODE_LENGTH

    with database.writing() as session:
        classes.create(session, teacher=cast.hazel.id, name="a", time_zone="UTC", now=NOW, rng=Stuck())
        with pytest.raises(Unavailable, match="try again"):
            classes.create(session, teacher=cast.hazel.id, name="b", time_zone="UTC", now=NOW, rng=Stuck())


@pytest.mark.parametrize("time_zone", ["", "Middle/Earth", "../../etc/passwd", "Europe", "\x00"])
def test_an_unknown_time_zone_is_refused(database: Database, cast: Cast, time_zone: str) -> None:
    with pytest.raises(BadInput, match="time zone"), database.writing() as session:
        classes.create(session, teacher=cast.hazel.id, name="a", time_zone=time_zone, now=NOW, rng=random.Random(1))


def test_students_join_by_code_however_they_write_it(database: Database, cast: Cast) -> None:
    with database.writing() as session:
        card = a_class(session, cast.hazel)
        written = f" {card.join_code[:3].lower()}-{card.join_code[3:]} "
        assert classes.join(session, student=cast.juniper.id, code=written, now=NOW).students == 1
        assert classes.studied_by(session, cast.juniper.id) == (classes.get(session, card.id),)


def test_joining_twice_is_harmless_and_keeps_the_first_date(database: Database, cast: Cast) -> None:
    with database.writing() as session:
        card = a_class(session, cast.hazel, cast.juniper)
        again = classes.join(session, student=cast.juniper.id, code=card.join_code, now=NOW + timedelta(days=1))
        assert again.students == 1
        assert [entry.joined for entry in classes.roster(session, card.id)] == [NOW]


def test_joining_at_once_is_harmless(database: Database, cast: Cast) -> None:
    with database.writing() as session:
        card = a_class(session, cast.hazel)

    def join() -> int:
        with database.writing() as session:
            return classes.join(session, student=cast.juniper.id, code=card.join_code, now=NOW).students

    assert at_once(*[join] * 4) == [1] * 4


@pytest.mark.parametrize("code", ["", "   ", "CCCCCC", "no such code at all"])
def test_a_code_of_no_class_is_refused(database: Database, cast: Cast, code: str) -> None:
    with pytest.raises(NotFound, match="code"), database.writing() as session:
        classes.join(session, student=cast.juniper.id, code=code, now=NOW)


def test_the_roster_is_by_name_whatever_the_case(database: Database, cast: Cast) -> None:
    with database.writing() as session:
        extra = [account(session, name) for name in ("ash Reed", "Zoe Fen")]
        card = a_class(session, cast.hazel, cast.rowan, *extra, cast.juniper)
        roster = classes.roster(session, card.id)
    assert [entry.name for entry in roster] == ["ash Reed", "Juniper Quill", "Rowan Pike", "Zoe Fen"]
    assert roster[1] == RosterEntry(cast.juniper.id, "Juniper Quill", "juniper.quill", NOW)


def test_a_removed_student_is_gone_and_may_come_back(database: Database, cast: Cast) -> None:
    with database.writing() as session:
        card = a_class(session, cast.hazel, cast.juniper, cast.rowan)
        classes.remove(session, card.id, cast.juniper.id)
        classes.remove(session, card.id, cast.juniper.id)
        assert [entry.name for entry in classes.roster(session, card.id)] == ["Rowan Pike"]
        assert classes.studied_by(session, cast.juniper.id) == ()
        assert classes.join(session, student=cast.juniper.id, code=card.join_code, now=NOW).students == 2


def test_each_teacher_sees_their_own_classes_by_name(database: Database, cast: Cast) -> None:
    with database.writing() as session:
        second, first = a_class(session, cast.hazel, name="b"), a_class(session, cast.hazel, name="A")
        other = a_class(session, cast.basil, cast.juniper)
        assert classes.taught_by(session, cast.hazel.id) == (first, second)
        assert classes.taught_by(session, cast.basil.id) == (other,)


def test_a_class_is_found_by_code_number_or_name(database: Database, cast: Cast) -> None:
    with database.writing() as session:
        card = a_class(session, cast.hazel)
        for name in (card.join_code.lower(), str(card.id), " Class 7b "):
            assert classes.named(session, name) == card
        with pytest.raises(NotFound, match="Class 8c"):
            classes.named(session, "Class 8c")
        a_class(session, cast.basil)
        with pytest.raises(BadInput, match=card.join_code):
            classes.named(session, "Class 7b")


def test_a_class_that_is_not_there_is_not_found(database: Database) -> None:
    with pytest.raises(NotFound), database.reading() as session:
        classes.get(session, 1)


def test_lists_cost_one_query_however_long(database: Database, cast: Cast) -> None:
    with database.writing() as session:
        for name in "abcde":
            a_class(session, cast.hazel, cast.juniper, cast.rowan, name=name)
    with database.reading() as session, statements_of(session) as sent:
        classes.taught_by(session, cast.hazel.id)
        classes.studied_by(session, cast.juniper.id)
        classes.roster(session, 1)
    assert len(sent) == 3
