import re
from collections.abc import Callable

import pytest

from quizgen.domain.people import Role
from quizgen.services import accounts, classes
from quizgen.services.classes import ClassCard
from quizgen.services.passwords import matches
from quizgen.storage.engine import Database
from tests.cast import Cast
from tests.stored import a_class
from tests.web.conftest import PASSWORD, Browser

NEW = {"name": "Tansy Applegarth", "username": "tansy", "password": "seven small stones"}


@pytest.fixture
def heron(database: Database, cast: Cast) -> ClassCard:
    with database.writing() as session:
        return a_class(session, cast.hazel, name="8 Heron")


def names(database: Database, card: ClassCard) -> list[str]:
    with database.reading() as session:
        return [entry.name for entry in classes.roster(session, card.id)]


def test_a_code_makes_an_account_enrols_it_and_signs_it_in(
    client: Browser, heron: ClassCard, database: Database
) -> None:
    answer = client.send("/join", {**NEW, "code": heron.join_code})
    assert (answer.status_code, answer.location) == (303, "/")
    assert names(database, heron) == ["Tansy Applegarth"]
    assert "You are in 8 Heron now." in client.text("/")
    with database.reading() as session:
        account = accounts.find(session, username="tansy")
    assert account
    assert account.role is Role.STUDENT
    assert matches(account.password_hash, NEW["password"])


def test_the_new_account_can_sign_in_the_next_day(client: Browser, heron: ClassCard) -> None:
    client.send("/join", {**NEW, "code": heron.join_code})
    client.send("/sign-out", page="/")
    assert client.send("/sign-in", {"email": "Tansy", "password": NEW["password"]}).status_code == 303
    assert "Tansy" in client.text("/")


def test_case_blanks_and_dashes_of_the_code_do_not_matter(
    client: Browser, heron: ClassCard, database: Database
) -> None:
    code = f" {heron.join_code[:3].lower()}-{heron.join_code[3:].lower()} "
    assert client.send("/join", {**NEW, "code": code}).status_code == 303
    assert len(names(database, heron)) == 1


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"code": "XXXXXX"}, "No class has this code. Compare it with what your teacher wrote."),
        ({"code": ""}, "Type the class code."),
        ({"username": "juniper.quill"}, "That user name is taken; please choose another."),
        ({"username": "JUNIPER.QUILL"}, "That user name is taken; please choose another."),
        ({"username": "tansy applegarth"}, "Leave blanks and @ out."),
        ({"username": "hazel@school.example"}, "Leave blanks and @ out."),
        ({"username": "t" * 121}, "Use at most 120 characters."),
        ({"name": "   "}, "Type your name."),
        ({"password": "short"}, "Use at least 8 characters."),
        ({"password": "p" * 201}, "Use at most 200 characters."),
        ({"password": "Tansy Applegarth"}, "Choose a password that is not your name."),
    ],
)
def test_a_refused_form_says_what_to_mend_and_keeps_the_rest(
    client: Browser, heron: ClassCard, database: Database, typed: dict[str, str], sentence: str
) -> None:
    answer = client.send("/join", {"code": heron.join_code, **NEW, **typed})
    assert answer.status_code == 422
    assert sentence in answer.text
    kept = {"code": heron.join_code, "name": NEW["name"], "username": NEW["username"]}
    for field, value in kept.items():
        if field not in typed:
            assert f'value="{value}"' in answer.text
    assert NEW["password"] not in answer.text
    assert "type the password again. Everything else is kept." in answer.text
    assert names(database, heron) == []
    with database.reading() as session:
        assert accounts.find(session, username="tansy") is None


def test_the_address_can_bring_the_code_along(client: Browser, heron: ClassCard) -> None:
    assert f'value="{heron.join_code}"' in client.text(f"/join?code={heron.join_code}")


def test_somebody_with_an_account_signs_in_first_and_keeps_the_code(
    client: Browser, heron: ClassCard, database: Database
) -> None:
    way = re.search(r'href="(/sign-in[^"]*)"', client.text(f"/join?code={heron.join_code}"))
    assert way
    answer = client.send(way[1], {"email": "juniper.quill", "password": PASSWORD})
    assert answer.location == f"/join?code={heron.join_code}"
    again = client.text(answer.location)
    assert f'value="{heron.join_code}"' in again
    assert 'name="password"' not in again
    assert client.send("/join", {"code": heron.join_code}).status_code == 303
    assert names(database, heron) == ["Juniper Quill"]


def test_who_is_signed_in_needs_the_code_alone(
    signed_in_as: Callable[..., Browser], cast: Cast, heron: ClassCard, database: Database
) -> None:
    juniper = signed_in_as(cast.juniper)
    assert juniper.send("/join", {"code": heron.join_code}, page="/").status_code == 303
    assert juniper.send("/join", {"code": heron.join_code}).status_code == 303
    assert names(database, heron) == ["Juniper Quill"]


def test_a_wrong_code_of_somebody_signed_in_is_kept_and_explained(
    signed_in_as: Callable[..., Browser], cast: Cast
) -> None:
    answer = signed_in_as(cast.juniper).send("/join", {"code": "QQQQQQ"})
    assert answer.status_code == 422
    assert "No class has this code." in answer.text
    assert 'value="QQQQQQ"' in answer.text


def test_a_teacher_does_not_join(signed_in_as: Callable[..., Browser], cast: Cast, heron: ClassCard) -> None:
    answer = signed_in_as(cast.hazel).get(f"/join?code={heron.join_code}")
    assert answer.status_code == 403
    assert "Sign out first." in answer.text


def test_without_the_token_nobody_joins(client: Browser, heron: ClassCard, database: Database) -> None:
    assert client.post("/join", data={**NEW, "code": heron.join_code}).status_code == 400
    assert names(database, heron) == []
