"""A quiz for its teacher: the list, its page with who sat it, its settings."""

from datetime import UTC, datetime, timedelta

import pytest

from quizgen.domain.attempts.policy import Policy
from quizgen.services import quizzes, taking
from quizgen.services.quizzes import Quiz
from quizgen.storage.engine import Database
from quizgen.web import clock
from tests.cast import Cast
from tests.stored import a_class, a_quiz, an_attempt, answers
from tests.web.conftest import Browser
from tests.web.plain import inline_parts

HOUR = timedelta(hours=1)


def quiz_of(database: Database, quiz_id: int) -> Quiz:
    with database.reading() as session:
        return quizzes.get(session, quiz_id)


@pytest.fixture
def quiz(database: Database, cast: Cast) -> int:
    """An open quiz of Hazel's, for Juniper and Rowan, sat by nobody."""
    now = clock.now()
    with database.writing() as session:
        policy = Policy(now - HOUR, now + 48 * HOUR, timedelta(minutes=20), 2)
        return a_quiz(session, cast.hazel, [cast.juniper, cast.rowan], policy=policy)


def test_the_list_says_where_each_quiz_stands_newest_first(hazel: Browser, database: Database, cast: Cast) -> None:
    now = clock.now()
    with database.writing() as session:
        class_id = a_class(session, cast.hazel).id
        for title, policy in (
            ("Past", Policy(closes=now - HOUR)),
            ("Endless", Policy()),
            ("Future", Policy(opens=now + HOUR)),
        ):
            a_quiz(session, cast.hazel, title=title, class_id=class_id, policy=policy)
        a_quiz(session, cast.basil, title="Somebody else's")
    page = hazel.text("/quizzes")
    assert page.index("Future") < page.index("Coming up") < page.index("Endless") < page.index("Open without end")
    assert page.index("Open now") < page.index("Past") < page.index("Closed")
    assert "Somebody else's" not in page


def test_without_quizzes_the_list_says_how_to_start(hazel: Browser) -> None:
    page = hazel.text("/quizzes")
    assert "Quizzes that you publish stand here." in page
    assert 'href="/banks"' in page


def test_the_page_shows_settings_in_words(hazel: Browser, quiz: int) -> None:
    page = hazel.text(f"/quizzes/{quiz}").replace("\u00a0", " ")
    assert "20 minutes" in page
    assert "Everything as soon as they have handed in" in page
    assert "Times in Europe/Paris." in page
    assert f'href="/classes/{1}/gradebook"' in page
    assert "Who sat it: 0 of 2" in page


def test_students_stand_there_with_their_state_score_and_result(
    hazel: Browser, quiz: int, database: Database, cast: Cast
) -> None:
    now = clock.now()
    with database.writing() as session:
        attempt = an_attempt(session, quiz, cast.juniper, now=now)
        right = answers(taking.sitting(session, attempt))
        for position, response in list(right.items())[:4]:
            taking.save(
                session,
                attempt_id=attempt,
                position=position,
                response=response,
                sequence=1,
                now=now,
                grace=timedelta(0),
            )
        an_attempt(session, quiz, cast.rowan, now=now)
    page = hazel.text(f"/quizzes/{quiz}")
    assert "4 of 6 answered" in page
    assert "0 of 6 answered" in page
    with database.writing() as session:
        taking.hand_in(session, attempt_id=attempt, now=now)
    page = hazel.text(f"/quizzes/{quiz}")
    assert "4 of 6 answered" not in page
    assert "Handed in" in page
    assert "4 of 6" in page
    assert f'href="/attempts/{attempt}/result"' in page


def test_an_empty_class_shows_its_code(hazel: Browser, database: Database, cast: Cast) -> None:
    with database.writing() as session:
        card = a_class(session, cast.hazel)
        quiz = a_quiz(session, cast.hazel, class_id=card.id)
    assert card.join_code in hazel.text(f"/quizzes/{quiz}")


def test_settings_are_changed_and_what_is_left_alone_stays_to_the_second(
    hazel: Browser, quiz: int, database: Database
) -> None:
    before = quiz_of(database, quiz)
    page = hazel.text(f"/quizzes/{quiz}/settings")
    form = {
        "title": "Rivers again",
        "minutes": "20",
        "attempts": "2",
        "opens": _value(page, "opens"),
        "closes": _value(page, "closes"),
    }
    answer = hazel.send(f"/quizzes/{quiz}/settings", form)
    assert (answer.status_code, answer.location) == (303, f"/quizzes/{quiz}")
    after = quiz_of(database, quiz)
    assert (after.title, after.policy.reveal) == ("Rivers again", before.policy.reveal)
    assert (after.policy.opens, after.policy.closes) == (before.policy.opens, before.policy.closes)


def test_a_time_in_the_hour_that_comes_twice_is_not_moved_by_saving(
    hazel: Browser, database: Database, cast: Cast
) -> None:
    second = Policy(opens=datetime(2040, 10, 28, 1, 30, tzinfo=UTC), time_limit=timedelta(seconds=90), attempts=None)
    with database.writing() as session:
        quiz = a_quiz(session, cast.hazel, policy=second)
    page = hazel.text(f"/quizzes/{quiz}/settings")
    assert _value(page, "opens") == "2040-10-28T02:30"
    form = {"title": "R", "minutes": "1", "opens": "2040-10-28T02:30"}
    hazel.send(f"/quizzes/{quiz}/settings", form)
    assert quiz_of(database, quiz).policy == second


def test_those_who_sit_it_now_are_counted_and_get_the_new_end(
    hazel: Browser, quiz: int, database: Database, cast: Cast
) -> None:
    with database.writing() as session:
        attempt = an_attempt(session, quiz, cast.juniper, now=clock.now())
    assert "1 student is sitting it now" in hazel.text(f"/quizzes/{quiz}/settings")
    hazel.send(f"/quizzes/{quiz}/settings", {"title": "R", "minutes": "40"})
    with database.reading() as session:
        running = taking.sitting(session, attempt).attempt
    assert running.deadline == running.started + timedelta(minutes=40)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"title": ""}, "Give the quiz a title."),
        ({"minutes": "none"}, "Type a whole number, such as 20."),
        ({"opens": "2040-05-02T10:00", "closes": "2040-05-01T10:00"}, "The quiz must close after it opens."),
    ],
)
def test_settings_that_cannot_be_meant_are_refused_and_kept_on_the_page(
    hazel: Browser, quiz: int, database: Database, typed: dict[str, str], sentence: str
) -> None:
    before = quiz_of(database, quiz)
    form = {"title": "Rivers <again>", **typed}
    answer = hazel.send(f"/quizzes/{quiz}/settings", form)
    assert answer.status_code == 422
    assert sentence in answer.text
    assert all(f'value="{value}"' in answer.text for value in typed.values() if value)
    assert quiz_of(database, quiz) == before


@pytest.mark.parametrize("path", ["/quizzes/{}", "/quizzes/{}/settings"])
def test_the_pages_are_for_the_teacher_of_the_class(
    basil: Browser, juniper: Browser, client: Browser, quiz: int, path: str
) -> None:
    assert basil.get(path.format(quiz)).status_code == 404
    assert juniper.get(path.format(quiz)).status_code == 404
    assert client.get(path.format(quiz)).location.startswith("/sign-in")


def test_nobody_else_changes_the_settings(basil: Browser, juniper: Browser, quiz: int, database: Database) -> None:
    before = quiz_of(database, quiz)
    for browser in (basil, juniper):
        form = {"title": "Mine now"}
        assert browser.send(f"/quizzes/{quiz}/settings", form, page="/").status_code == 404
    assert juniper.get("/quizzes").status_code == 404
    assert quiz_of(database, quiz) == before


def test_hostile_names_stay_names_and_pages_keep_to_the_content_policy(
    hazel: Browser, database: Database, cast: Cast
) -> None:
    evil = "</h1><script>alert(1)</script>"
    with database.writing() as session:
        card = a_class(session, cast.hazel, cast.juniper, name=evil)
        quiz = a_quiz(session, cast.hazel, title=evil, class_id=card.id)
    for path in ("/quizzes", f"/quizzes/{quiz}", f"/quizzes/{quiz}/settings"):
        page = hazel.get(path).text
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
        assert inline_parts(page) == []


def _value(page: str, name: str) -> str:
    tag = next(tag for tag in page.split("<input") if f'name="{name}"' in tag)
    return tag.split('value="')[1].split('"')[0]
