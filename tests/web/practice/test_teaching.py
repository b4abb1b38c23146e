"""The teacher's pages of practice: opening a bank, and what a class does with it."""

from collections.abc import Callable

from werkzeug.datastructures import MultiDict

from quizgen.domain.attempts.policy import Policy
from quizgen.domain.banks.blueprint import Blueprint
from quizgen.domain.people import Person
from quizgen.services import practice_answers, practice_openings, practising, quizzes
from quizgen.services.practice_answers import Given
from quizgen.storage.engine import Database
from quizgen.web import clock
from tests import stored
from tests.cast import Cast
from tests.web.conftest import Browser


def test_a_teacher_opens_a_bank_for_classes_and_closes_it_again(
    hazel: Browser, juniper: Browser, class_id: int, bank_id: int
) -> None:
    assert f'href="/banks/{bank_id}/practice"' in hazel.text(f"/banks/{bank_id}")
    address = f"/banks/{bank_id}/practice"
    page = hazel.text(address)
    assert "checked" not in page
    assert 'value="10"' in page
    assert hazel.send(address, {"classes": f"{class_id}", "new_a_day": "4"}).status_code == 303
    page = hazel.text(address)
    assert "Can be practised now." in page
    assert 'value="4"' in page
    assert "<b>4</b> new today" in juniper.text("/practice")
    hazel.send(address, {"new_a_day": "4"})
    assert "Can be practised now." not in hazel.text(address)
    assert juniper.get(f"/practice/{bank_id}").status_code == 404


def test_a_form_that_cannot_be_meant_is_refused_and_changes_nothing(
    hazel: Browser, opened: int, database: Database, class_id: int
) -> None:
    address = f"/banks/{opened}/practice"
    for form in ({"new_a_day": "0"}, {"new_a_day": ""}, {"new_a_day": "many"}, {"classes": "77", "new_a_day": "5"}):
        answer = hazel.send(address, {"classes": f"{class_id}", **form})
        assert answer.status_code == 422, form
        assert 'role="alert"' in answer.text
    with database.reading() as session:
        assert [each.new_a_day for each in practice_openings.of_class(session, class_id)] == [50]


def test_the_class_of_another_teacher_stays_as_it_is(
    signed_in_as: Callable[[Person], Browser], database: Database, cast: Cast, class_id: int
) -> None:
    with database.writing() as session:
        shipped = stored.a_bank(session, None)
        practice_openings.open_for(
            session, shipped, classes=[class_id], among=[class_id], new_a_day=5, by=cast.hazel.id, now=clock.now()
        )
        other = stored.a_class(session, cast.basil, name="Class 9c").id
    basil, address = signed_in_as(cast.basil), f"/banks/{shipped}/practice"
    assert "Class 7b" not in basil.text(address)
    assert basil.send(address, MultiDict({"classes": f"{class_id}", "new_a_day": "3"})).status_code == 422
    basil.send(address, {"classes": f"{other}", "new_a_day": "3"})
    with database.reading() as session:
        found = {each.class_id: each.new_a_day for each in practice_openings.of_bank(session, shipped)}
    assert found == {class_id: 5, other: 3}


def test_only_who_may_read_the_bank_and_teaches_the_class_sees_these_pages(
    basil: Browser, juniper: Browser, opened: int, class_id: int
) -> None:
    for browser in (basil, juniper):
        assert browser.get(f"/banks/{opened}/practice").status_code == 404
        assert browser.get(f"/classes/{class_id}/practice").status_code == 404


def test_the_page_says_for_which_quiz_a_bank_rests(
    hazel: Browser, database: Database, cast: Cast, opened: int, class_id: int
) -> None:
    with database.writing() as session:
        quiz = quizzes.publish(
            session,
            bank_id=opened,
            class_id=class_id,
            title="Rivers, first part",
            policy=Policy(),
            blueprint=Blueprint(3),
            by=cast.hazel.id,
            now=clock.now(),
        )
    for address in (f"/banks/{opened}/practice", f"/classes/{class_id}/practice"):
        page = hazel.text(address)
        assert f'Rests for <a href="/quizzes/{quiz}">Rivers, first part</a>, which has no closing time' in page


def test_the_report_shows_how_much_was_practised_and_what_was_missed(
    hazel: Browser, database: Database, cast: Cast, opened: int, class_id: int
) -> None:
    address = f"/classes/{class_id}/practice"
    assert "Nobody has practised it yet." in hazel.text(address)
    with database.writing() as session:
        now = clock.now()
        for item, response in (("i-1", "false"), ("i-3", "250")):
            practice = practising.practice(session, cast.juniper.id, opened, now=now)
            practice_answers.answer(session, practice, cast.juniper.id, Given(item, 1, response), now=now)
    page = hazel.text(address)
    assert f'href="{address}"' in hazel.text(f"/classes/{class_id}")
    assert "1 of 1 students, 2 answers, 1 of them right. 2 in the last seven days." in page
    assert "Statement i-1 holds." in page
    assert "The Wye is ____ kilometres long." not in page
    assert "last " in page


def test_without_classes_or_openings_the_pages_say_what_to_do(
    basil: Browser, hazel: Browser, database: Database, cast: Cast, class_id: int
) -> None:
    with database.writing() as session:
        own = stored.a_bank(session, cast.basil)
    assert "you have none yet" in basil.text(f"/banks/{own}/practice")
    assert "Nothing is open for practice." in hazel.text(f"/classes/{class_id}/practice")


def test_nothing_of_practice_reaches_the_gradebook(
    hazel: Browser, database: Database, cast: Cast, opened: int, class_id: int
) -> None:
    before = hazel.text(f"/classes/{class_id}/gradebook")
    with database.writing() as session:
        practice = practising.practice(session, cast.juniper.id, opened, now=clock.now())
        practice_answers.answer(session, practice, cast.juniper.id, Given("i-1", 1, "true"), now=clock.now())
    assert hazel.text(f"/classes/{class_id}/gradebook") == before
