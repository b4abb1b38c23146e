"""From a bank to a quiz that a class can sit."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from quizgen.domain.attempts.policy import Policy
from quizgen.domain.attempts.reveal import Reveal
from quizgen.domain.banks.blueprint import Blueprint
from quizgen.domain.claims.claim import Verdict
from quizgen.domain.items.item import Basis, Status
from quizgen.services import quizzes
from quizgen.services.quizzes import Quiz
from quizgen.storage.engine import Database
from quizgen.web import clock
from tests import builders
from tests.cast import Cast
from tests.stored import a_bank
from tests.web.conftest import Browser
from tests.web.plain import inline_parts
from tests.web.quizzes.conftest import School

FIELD_ERROR = re.compile(r'<p class="field-error"[^>]*>([^<]+)</p>')
NEXT_YEAR = clock.now().year + 1


def published(database: Database, cast: Cast) -> tuple[Quiz, ...]:
    with database.reading() as session:
        return quizzes.taught_by(session, cast.hazel.id)


def refused(browser: Browser, school: School, **changes: object) -> list[str]:
    answer = browser.send(f"/banks/{school.bank}/publish", school.form(**changes))
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text
    return FIELD_ERROR.findall(answer.text)


def test_the_form_as_it_comes_needs_nothing_but_a_press(hazel: Browser, school: School, database, cast: Cast) -> None:
    page = hazel.text(f"/banks/{school.bank}/publish?class={school.paris}")
    assert f'<option selected value="{school.paris}">8 Heron (1\u00a0student, Europe/Paris time)' in page
    assert 'value="9"' in page
    assert "Up to 9 at once" in page
    answer = hazel.send(f"/banks/{school.bank}/publish", school.form())
    (quiz,) = published(database, cast)
    assert (answer.status_code, answer.location) == (303, f"/quizzes/{quiz.id}")
    assert quiz.policy == Policy(time_limit=timedelta(minutes=20))
    assert quiz.blueprint == Blueprint(6)
    assert "The quiz is published." in hazel.text(answer.location)


def test_times_are_those_of_the_class(hazel: Browser, school: School, database: Database, cast: Cast) -> None:
    for class_id in (school.paris, school.new_york):
        form = school.form(class_id=str(class_id), opens=f"{NEXT_YEAR}-01-12T10:45", closes=f"{NEXT_YEAR}-07-12T10:45")
        assert hazel.send(f"/banks/{school.bank}/publish", form).status_code == 303
    paris, new_york = published(database, cast)
    assert paris.policy.opens == datetime(NEXT_YEAR, 1, 12, 9, 45, tzinfo=UTC)
    assert paris.policy.closes == datetime(NEXT_YEAR, 7, 12, 8, 45, tzinfo=UTC)
    assert new_york.policy.opens == datetime(NEXT_YEAR, 1, 12, 15, 45, tzinfo=UTC)
    assert new_york.policy.closes == datetime(NEXT_YEAR, 7, 12, 14, 45, tzinfo=UTC)


def test_empty_fields_mean_no_bound(hazel: Browser, school: School, database: Database, cast: Cast) -> None:
    hazel.send(f"/banks/{school.bank}/publish", school.form(minutes="", attempts=" ", reveal="never"))
    (quiz,) = published(database, cast)
    assert quiz.policy == Policy(attempts=None, reveal=Reveal.NEVER)


def test_kinds_that_are_ticked_and_a_basis_are_drawn_alone(
    hazel: Browser, school: School, database: Database, cast: Cast
) -> None:
    hazel.send(f"/banks/{school.bank}/publish", school.form(kinds=["cloze", "verdict"]))
    assert published(database, cast)[0].blueprint == Blueprint(6, ("cloze", "verdict"))
    claim = builders.claim()
    both = builders.bank(
        claims=(claim, builders.claim("c-2", 30, 55)),
        items=(builders.verdict(), builders.verdict("i-2", ("c-2",), builders.Verdict.UNVERIFIED, Basis.EVIDENCE)),
    )
    with database.writing() as session:
        bank = a_bank(session, cast.hazel, both)
    assert "Judged by" in hazel.text(f"/banks/{bank}/publish")
    hazel.send(f"/banks/{bank}/publish", school.form(count="1", basis="evidence", kinds=[]))
    assert published(database, cast)[1].blueprint == Blueprint(1, None, Basis.EVIDENCE)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"title": "  "}, "Give the quiz a title."),
        ({"title": "t" * 301}, "Use at most 300 characters."),
        ({"count": ""}, "Say how many questions."),
        ({"count": "many"}, "Type a whole number, such as 20."),
        ({"count": "0"}, "Choose at least one question."),
        ({"count": "10"}, "Choose from 1 to 9: with this choice the bank gives no more at once."),
        ({"count": "4", "kinds": ["cloze"]}, "Choose from 1 to 3: with this choice the bank gives no more at once."),
        ({"count": "9" * 5000}, "Type a whole number, such as 20."),
        ({"kinds": []}, "Tick at least one kind."),
        ({"kinds": ["essay"]}, "is not a valid choice for this field."),
        ({"class_id": "999"}, "Not a valid choice."),
        ({"minutes": "0"}, "Choose from 1 to 1,440 minutes, or leave it empty for none."),
        ({"minutes": "-5"}, "Choose from 1 to 1,440 minutes, or leave it empty for none."),
        ({"minutes": "2.5"}, "Type a whole number, such as 20."),
        ({"attempts": "0"}, "Choose from 1 to 100, or leave it empty for as many as they like."),
        ({"reveal": "tomorrow"}, "Not a valid choice."),
        ({"opens": "soon"}, "Choose a date and a time, such as 2027-03-12T10:45."),
        ({"opens": "1066-10-14T09:00"}, "Choose a year from 2000 to 2099."),
        ({"closes": "9999-12-31T23:59"}, "Choose a year from 2000 to 2099."),
        ({"closes": "2001-01-01T10:00"}, "That time is over: nobody could sit the quiz. Choose a later one."),
        ({"opens": "2040-05-02T10:00", "closes": "2040-05-02T10:00"}, "The quiz must close after it opens."),
        ({"reveal": "after closing"}, "so it needs a time for that."),
        ({"opens": "2027-03-28T02:30"}, "There is no 02:30 on that day in Europe/Paris: the clocks go forward."),
    ],
)
def test_what_cannot_be_meant_is_refused_beside_its_field(
    hazel: Browser, school: School, database: Database, cast: Cast, changes: dict[str, object], sentence: str
) -> None:
    (error,) = refused(hazel, school, **changes)
    assert sentence in error
    assert published(database, cast) == ()


def test_a_basis_that_the_bank_does_not_offer_is_refused(hazel: Browser, school: School) -> None:
    for basis in ("rumour", "evidence"):
        refused(hazel, school, basis=basis)


def test_a_refused_form_keeps_what_was_typed(hazel: Browser, school: School) -> None:
    changes = {
        "title": "<b>Flüsse</b>",
        "count": "99",
        "minutes": "45",
        "closes": "2040-05-02T10:00",
        "kinds": ["cloze"],
    }
    page = hazel.send(f"/banks/{school.bank}/publish", school.form(**changes)).text
    for value in ("&lt;b&gt;Flüsse&lt;/b&gt;", "99", "45", "2040-05-02T10:00"):
        assert f'value="{value}"' in page
    assert re.findall(r'<input checked[^>]*value="(\w+)"', page) == ["cloze"]
    assert inline_parts(page) == []


def test_in_the_hour_that_comes_twice_the_class_gets_the_longer_window(
    hazel: Browser, school: School, database: Database, cast: Cast
) -> None:
    form = school.form(opens="2040-10-28T02:30", closes="2040-10-28T02:30", minutes="")
    assert hazel.send(f"/banks/{school.bank}/publish", form).status_code == 303
    (quiz,) = published(database, cast)
    assert quiz.policy.opens == datetime(2040, 10, 28, 0, 30, tzinfo=UTC)
    assert quiz.policy.closes == datetime(2040, 10, 28, 1, 30, tzinfo=UTC)


def test_without_a_class_the_page_says_so(basil: Browser, database: Database) -> None:
    with database.writing() as session:
        bank = a_bank(session, None)
    page = basil.text(f"/banks/{bank}/publish")
    assert "you have none yet" in page
    assert 'href="/classes/new"' in page
    assert basil.send(f"/banks/{bank}/publish", {"title": "Rivers"}, page="/banks/new").status_code in (200, 422)


def test_a_bank_without_a_ready_question_cannot_be_published(
    hazel: Browser, school: School, database: Database, cast: Cast
) -> None:
    with database.writing() as session:
        bank = a_bank(session, cast.hazel, builders.bank(items=(builders.verdict(status=Status.QUEUED),)))
    assert "No question of this bank is ready." in hazel.text(f"/banks/{bank}/publish")
    answer = hazel.send(f"/banks/{bank}/publish", school.form(), page="/banks/new")
    assert answer.status_code == 422
    assert published(database, cast) == ()


def test_somebody_elses_class_is_no_choice(basil: Browser, school: School, database: Database, cast: Cast) -> None:
    with database.writing() as session:
        shipped = a_bank(session, None)
    basil.send("/classes/new", {"name": "Own", "time_zone": "UTC"})
    assert basil.send(f"/banks/{shipped}/publish", school.form()).status_code == 422
    assert published(database, cast) == ()


def test_publishing_is_for_teachers_who_may_read_the_bank(
    basil: Browser, juniper: Browser, client: Browser, hazel: Browser, school: School, database: Database, cast: Cast
) -> None:
    path = f"/banks/{school.bank}/publish"
    for browser in (basil, juniper):
        assert browser.get(path).status_code == 404
        assert browser.send(path, school.form(), page="/").status_code == 404
    assert client.get(path).location.startswith("/sign-in")
    assert hazel.post(path, data=school.form()).status_code == 400
    assert published(database, cast) == ()


def test_shares_and_difficulty_lie_folded_and_as_usual(hazel: Browser, school: School) -> None:
    page = hazel.text(f"/banks/{school.bank}/publish")
    assert '<details class="sheet fold-sheet">' in page
    assert re.findall(r'id="(?:true|false|unverified)"[^>]*value="(\d+)"', page) == ["35", "35", "30"]


def test_shares_and_difficulty_are_drawn_by_and_told(
    hazel: Browser, school: School, database: Database, cast: Cast
) -> None:
    chosen = {"true": "50", "false": "50", "unverified": "0", "easiest": "1", "hardest": "4", "count": "2"}
    answer = hazel.send(f"/banks/{school.bank}/publish", school.form(**chosen))
    (quiz,) = published(database, cast)
    shares = {Verdict.TRUE: 50, Verdict.FALSE: 50, Verdict.UNVERIFIED: 0}
    assert quiz.blueprint == Blueprint(2, shares=shares, easiest=1, hardest=4)
    page = hazel.text(answer.location).replace("\u00a0", " ")
    assert "50 % true, 50 % false, 0 % unverified" in page
    assert "From 1 to 4 of 5" in page


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"true": "50", "false": "50", "unverified": "30"}, "now they make 130."),
        ({"true": "101", "false": "0", "unverified": "0"}, "From 0 to 100."),
        ({"easiest": "4", "hardest": "2"}, "The easier one comes first."),
    ],
)
def test_folded_choices_that_cannot_be_meant_open_by_themselves(
    hazel: Browser, school: School, changes: dict[str, str], sentence: str
) -> None:
    answer = hazel.send(f"/banks/{school.bank}/publish", school.form(**changes))
    assert answer.status_code == 422
    assert sentence in answer.text
    assert '<details class="sheet fold-sheet" open>' in answer.text
