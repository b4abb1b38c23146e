"""Exceptions from the rules of a quiz: listed, made, taken away, and what they come to for a student."""

from collections.abc import Callable
from datetime import timedelta
from fractions import Fraction

import pytest

from quizgen.domain.attempts.accommodation import Accommodation
from quizgen.domain.attempts.policy import Policy
from quizgen.domain.people import Person
from quizgen.services import quizzes, rules, taking
from quizgen.services.quizzes import Quiz
from quizgen.storage.engine import Database
from quizgen.web import clock
from tests.cast import Cast
from tests.stored import a_quiz, an_attempt
from tests.web.conftest import Browser
from tests.web.plain import inline_parts
from tests.web.rules.conftest import HOUR, policies

SignIn = Callable[[Person], Browser]
UNTOUCHED = {
    "name": "Second sitting",
    "who": "chosen",
    "opens": "",
    "closes": "",
    "closing": "",
    "minutes": "",
    "attempts": "",
    "wait": "",
    "access_code": "",
    "networks": "",
    "order": "",
}


def new(quiz: Quiz) -> str:
    return f"/quizzes/{quiz.id}/overrides/new"


def test_an_exception_for_one_student_changes_what_is_said_and_nothing_else(
    hazel: Browser, quiz: Quiz, database: Database, cast: Cast
) -> None:
    page = hazel.text(f"/quizzes/{quiz.id}/overrides")
    assert f'href="/quizzes/{quiz.id}/overrides"' in hazel.text(f"/quizzes/{quiz.id}")
    assert "Nobody has an exception yet." in page
    assert f'href="{new(quiz)}"' in page
    assert "In the quiz: 1\u00a0hour." in hazel.text(new(quiz))
    answer = hazel.send(new(quiz), {**UNTOUCHED, "students": [str(cast.rowan.id)], "minutes": "90", "attempts": "3"})
    assert (answer.status_code, answer.location) == (303, f"/quizzes/{quiz.id}/overrides")
    held = policies(database, quiz)
    assert held[cast.juniper.id] == quiz.policy
    assert held[cast.rowan.id] == Policy(closes=quiz.policy.closes, time_limit=1.5 * HOUR, attempts=3)
    page = hazel.text(answer.location).replace("\u00a0", " ")
    assert "For Rowan Pike" in page
    for words in ("Time limit:</dt><dd>1 hour 30 minutes", "Attempts:</dt><dd>3", "<td>1 hour</td>"):
        assert words in page


def test_the_later_one_lies_on_top_and_taking_it_away_asks_first(
    hazel: Browser, quiz: Quiz, database: Database, cast: Cast
) -> None:
    everyone = {**UNTOUCHED, "who": "everyone", "name": "Everybody", "minutes": "40"}
    hazel.send(new(quiz), everyone)
    hazel.send(new(quiz), {**UNTOUCHED, "students": [str(cast.rowan.id)], "minutes": "50"})
    limits = {student: policy.time_limit for student, policy in policies(database, quiz).items()}
    assert limits == {cast.juniper.id: timedelta(minutes=40), cast.rowan.id: timedelta(minutes=50)}
    with database.reading() as session:
        (_, _), (top, _) = rules.listed(session, quiz.id)
    path = f"/quizzes/{quiz.id}/overrides/{top}/remove"
    page = hazel.text(f"/quizzes/{quiz.id}/overrides")
    assert page.index("For The whole class") < page.index("For Rowan Pike") < page.index(path)
    assert "Take Second sitting away?" in hazel.text(path)
    assert len(policies(database, quiz)) == 2
    assert hazel.send(path).location == f"/quizzes/{quiz.id}/overrides"
    assert policies(database, quiz)[cast.rowan.id].time_limit == timedelta(minutes=40)
    assert hazel.get(path).status_code == 404


def test_one_student_gets_fewer_questions_and_sees_less(
    hazel: Browser, quiz: Quiz, database: Database, cast: Cast, signed_in_as: SignIn
) -> None:
    page = hazel.text(new(quiz)).replace("\u00a0", " ")
    for words in ("In the quiz: 6.", "In the quiz: 35 % true, 35 % false, 30 % unverified."):
        assert words in page
    typed = {"students": [str(cast.rowan.id)], "count": "2", "kinds": ["verdict"], "hardest": "4", "reveal": "never"}
    shares = {"true": "50", "false": "50"}
    assert hazel.send(new(quiz), {**UNTOUCHED, **typed, **shares}).location == f"/quizzes/{quiz.id}/overrides"
    listed = hazel.text(f"/quizzes/{quiz.id}/overrides").replace("\u00a0", " ")
    for words in (
        "Questions:</dt><dd>2<",
        "Shares:</dt><dd>50 % true, 50 % false, 0 % unverified<",
        "Difficulty to:</dt><dd>4<",
        "Answers are shown:</dt><dd>The score alone<",
    ):
        assert words in listed
    holds = hazel.text(f"/quizzes/{quiz.id}/students/{cast.rowan.id}")
    for words in ("<dt>Questions</dt><dd>2<", "Number of questions: 2."):
        assert words in holds
    assert "<dt>Questions</dt><dd>6<" in hazel.text(f"/quizzes/{quiz.id}/students/{cast.juniper.id}")
    assert "Number of questions: 2." in signed_in_as(cast.rowan).text("/")
    with database.writing() as session:
        for student, questions in ((cast.rowan, 2), (cast.juniper, 6)):
            begun = an_attempt(session, quiz.id, student, now=clock.now())
            assert len(taking.sitting(session, begun).paper.questions) == questions


def test_bounds_of_the_quiz_are_lifted_for_some(hazel: Browser, database: Database, cast: Cast) -> None:
    strict = Policy(
        opens=clock.now() + HOUR,
        closes=clock.now() + 48 * HOUR,
        time_limit=HOUR,
        wait=HOUR,
        access_code="grey heron",
        networks=("10.1.0.0/16",),
    )
    with database.writing() as session:
        quiz = quizzes.get(session, a_quiz(session, cast.hazel, [cast.rowan], policy=strict))
    lifted = ["opens", "closes", "time_limit", "attempts", "wait", "access_code", "networks"]
    hazel.send(new(quiz), {**UNTOUCHED, "students": [str(cast.rowan.id)], "lifted": lifted})
    assert policies(database, quiz)[cast.rowan.id] == Policy(attempts=None)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"students": []}, "Tick at least one student, or choose the whole class."),
        ({"minutes": ""}, "Change at least one rule"),
        ({"name": " "}, "Give the exception a name"),
        ({"lifted": ["time_limit"]}, "Say what holds, or tick below that nothing does; not both."),
        ({"students": ["999"]}, "not"),
        ({"count": "40"}, "with this choice the bank gives no more at once."),
        ({"true": "50", "false": "60"}, "The three shares must make 100 together; now they make 110."),
        ({"easiest": "4", "hardest": "2"}, "The easier one comes first."),
        ({"kinds": ["ordering"]}, "not"),
        ({"easiest": "5"}, "This bank has no ready question of this choice."),
        ({"reveal": "perhaps"}, "Not a valid choice."),
        ({"networks": "library"}, "is no network"),
        ({"opens": "2031-03-30T02:30"}, "There is no 02:30 on that day in Europe/Paris"),
        ({"opens": "2031-03-02T10:00", "closes": "2031-03-01T10:00"}, "The quiz must close after it opens."),
    ],
)
def test_what_cannot_be_meant_is_refused(
    hazel: Browser, quiz: Quiz, database: Database, cast: Cast, typed: dict[str, object], sentence: str
) -> None:
    sound = {**UNTOUCHED, "students": [str(cast.rowan.id)], "minutes": "95"}
    answer = hazel.send(new(quiz), {**sound, **typed})
    assert answer.status_code == 422
    assert sentence in answer.text
    assert 'role="alert"' in answer.text
    if "minutes" not in typed:
        assert 'value="95"' in answer.text
    assert policies(database, quiz)[cast.rowan.id] == quiz.policy


def test_a_running_attempt_follows_an_exception(hazel: Browser, quiz: Quiz, database: Database, cast: Cast) -> None:
    now = clock.now()
    with database.writing() as session:
        attempt = an_attempt(session, quiz.id, cast.rowan, now=now)
    hazel.send(new(quiz), {**UNTOUCHED, "students": [str(cast.rowan.id)], "minutes": "90"})
    with database.reading() as session:
        assert taking.clock(session, attempt).deadline == now + 1.5 * HOUR


def test_what_holds_for_a_student_is_told_with_how_it_comes_about(
    hazel: Browser, quiz: Quiz, database: Database, cast: Cast
) -> None:
    needs = Accommodation(Fraction(3, 2), breaks=timedelta(minutes=10), larger_type=True)
    with database.writing() as session:
        rules.accommodate(session, cast.rowan.id, needs, by=cast.hazel.id, now=clock.now())
    hazel.send(new(quiz), {**UNTOUCHED, "students": [str(cast.rowan.id)], "minutes": "40", "access_code": "otter"})
    path = f"/quizzes/{quiz.id}/students/{cast.rowan.id}"
    assert f'href="{path}"' in hazel.text(f"/quizzes/{quiz.id}/overrides")
    page = hazel.text(path).replace("\u00a0", " ")
    for words in (
        "What holds for Rowan Pike",
        "Can start now.",
        "Second sitting: changes the time limit and the access code.",
        "Time limit: 40 min × 1.5 = 60 min.",
        "50 % more time. Breaks of 10 minutes together. Larger type.",
        "<dt>Access code</dt><dd>otter</dd>",
    ):
        assert words in page
    page = hazel.text(f"/quizzes/{quiz.id}/students/{cast.juniper.id}")
    assert "Nothing of their own." in page
    assert "Second sitting" not in page
    assert hazel.get(f"/quizzes/{quiz.id}/students/{cast.basil.id}").status_code == 404


def test_nobody_but_the_teacher_of_the_quiz_comes_here(
    hazel: Browser, quiz: Quiz, database: Database, cast: Cast, signed_in_as: SignIn, client: Browser
) -> None:
    hazel.send(new(quiz), {**UNTOUCHED, "who": "everyone", "minutes": "90"})
    with database.writing() as session:
        ((made, _),) = rules.listed(session, quiz.id)
        other = a_quiz(session, cast.basil)
    pages = ("rules", "overrides", "overrides/new", f"overrides/{made}/remove", f"students/{cast.juniper.id}")
    for page in pages:
        path = f"/quizzes/{quiz.id}/{page}"
        html = hazel.text(path)
        assert inline_parts(html) == []
        for person in (cast.basil, cast.juniper, cast.rowan):
            assert signed_in_as(person).get(path).status_code == 404
        assert client.get(path).location.startswith("/sign-in")
    basil = signed_in_as(cast.basil)
    taken = basil.send(f"/quizzes/{other}/overrides/{made}/remove", page=f"/quizzes/{other}/rules")
    assert taken.status_code == 404
    assert policies(database, quiz)[cast.juniper.id].time_limit == 1.5 * HOUR


def test_another_student_never_reads_of_an_exception(
    hazel: Browser, quiz: Quiz, cast: Cast, signed_in_as: SignIn
) -> None:
    hazel.send(new(quiz), {**UNTOUCHED, "students": [str(cast.rowan.id)], "minutes": "90"})
    assert "Second sitting" in signed_in_as(cast.rowan).text("/")
    page = signed_in_as(cast.juniper).text("/")
    assert "Second sitting" not in page
    assert "90 min" not in page
