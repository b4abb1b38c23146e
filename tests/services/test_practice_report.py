"""How much a class practises: counted from the answers of those who are in it."""

from datetime import timedelta

from sqlalchemy.orm import Session

from quizgen.services import classes, practice_answers, practice_openings, practice_report, practising
from quizgen.services.practice_answers import Given
from quizgen.storage.engine import Database
from tests import stored
from tests.cast import NOW, Cast
from tests.practised import every_kind

DAY = timedelta(days=1)


def give(session: Session, student: int, bank: int, *answers: tuple[str, int, str], days: int = 0) -> None:
    now = NOW + days * DAY
    for item, number, response in answers:
        practice = practising.practice(session, student, bank, now=now)
        practice_answers.answer(session, practice, student, Given(item, number, response), now=now)


def test_the_report_counts_answers_and_lists_what_was_missed_most(database: Database, cast: Cast) -> None:
    with database.writing() as session:
        card = stored.a_class(session, cast.hazel, cast.juniper, cast.rowan)
        bank = stored.a_bank(session, cast.hazel, every_kind())
        practice_openings.open_for(
            session, bank, classes=[card.id], among=[card.id], new_a_day=20, by=cast.hazel.id, now=NOW
        )
        give(session, cast.juniper.id, bank, ("i-1", 1, "false"), ("i-1", 2, "false"), ("i-3", 1, "250"))
        give(session, cast.rowan.id, bank, ("i-1", 1, "true"), ("i-9", 1, ""), days=9)
        report = practice_report.of_class(session, card.id, now=NOW + 10 * DAY)
        (found,) = report.banks
        assert (found.students, found.answers, found.right, found.this_week) == (2, 5, 2, 2)
        assert [(each.item, each.not_right, each.answers, each.students) for each in found.missed] == [
            ("i-1", 2, 3, 2),
            ("i-9", 1, 1, 1),
        ]
        assert [(each.name, each.answers, each.this_week, each.last) for each in report.students] == [
            ("Juniper Quill", 3, 0, NOW),
            ("Rowan Pike", 2, 2, NOW + 9 * DAY),
        ]
        classes.remove(session, card.id, cast.juniper.id)
        (found,) = practice_report.of_class(session, card.id, now=NOW + 10 * DAY).banks
        assert (found.students, found.answers) == (1, 2)


def test_a_class_without_practice_has_an_empty_report(database: Database, cast: Cast) -> None:
    with database.writing() as session:
        card = stored.a_class(session, cast.hazel, cast.juniper)
        report = practice_report.of_class(session, card.id, now=NOW)
        assert report.banks == ()
        assert [(each.answers, each.last) for each in report.students] == [(0, None)]
