"""Accounts: one user name and one e-mail address belong to one person."""

from dataclasses import replace

import pytest

from quizgen.domain.errors import BadInput, Conflict, NotFound
from quizgen.domain.people import Person, Role
from quizgen.services import accounts
from quizgen.services.accounts import Account
from quizgen.storage.engine import Database
from tests.cast import NOW, Cast
from tests.threads import at_once


def create(database: Database, username: str, email: str | None = None) -> Account:
    with database.writing() as session:
        return accounts.create(
            session,
            username=username,
            name="Willow Finch",
            role=Role.STUDENT,
            password_hash="hash",
            uniquifier=f"uniquifier of {username}",
            now=NOW,
            email=email,
        )


def find(database: Database, **wanted: str | int) -> Account | None:
    with database.reading() as session:
        return accounts.find(session, **wanted)  # type: ignore[arg-type]


def test_a_new_account_is_active_and_found_by_everything_that_names_it(database: Database) -> None:
    account = create(database, "willow", "willow@example.org")
    assert account.active
    assert account.person == Person(account.id, "willow", "Willow Finch", Role.STUDENT)
    for name, value in {"id": account.id, "username": "willow", "email": "willow@example.org"}.items():
        assert find(database, **{name: value}) == account
    assert find(database, uniquifier="uniquifier of willow") == account


def test_case_tells_no_two_people_apart(database: Database) -> None:
    account = create(database, "Straße", "Willow@Example.org")
    assert find(database, username="STRASSE") == account
    assert find(database, email="willow@example.ORG") == account
    assert account.username == "Straße"


def test_nobody_is_found_by_nothing(database: Database, cast: Cast) -> None:
    assert find(database) is None
    assert find(database, username="nobody") is None
    assert find(database, username=cast.hazel.username, id=cast.basil.id) is None


def test_a_user_name_is_taken_whatever_its_case(database: Database, cast: Cast) -> None:
    with pytest.raises(Conflict, match="user name is taken"):
        create(database, cast.hazel.username.upper())


def test_an_address_is_taken_whatever_its_case(database: Database) -> None:
    create(database, "willow", "willow@example.org")
    with pytest.raises(Conflict, match="address belongs to another"):
        create(database, "finch", "WILLOW@example.org")
    assert create(database, "finch", None).email is None
    assert create(database, "reed", "").email is None


def test_an_empty_user_name_is_refused(database: Database) -> None:
    with pytest.raises(BadInput, match="The user name is empty"):
        create(database, "  ")


def test_of_two_who_ask_for_one_name_at_once_one_gets_it(database: Database) -> None:
    def ask(number: int) -> str:
        try:
            create(database, "willow", f"willow{number}@example.org")
        except Conflict as conflict:
            return str(conflict)
        return "made"

    answers = at_once(*(lambda number=number: ask(number) for number in range(4)))
    assert sorted(answers) == [accounts.USERNAME_TAKEN] * 3 + ["made"]


def test_every_field_can_be_changed(database: Database) -> None:
    account = create(database, "willow")
    changed = replace(
        account,
        username="reed",
        name="Reed Finch",
        email="reed@example.org",
        role=Role.TEACHER,
        active=False,
        password_hash="other",
        uniquifier="other",
    )
    with database.writing() as session:
        accounts.save(session, changed)
    assert find(database, id=account.id) == changed
    assert find(database, username="willow") is None


def test_a_change_cannot_take_another_ones_name(database: Database, cast: Cast) -> None:
    account = create(database, "willow")
    with database.writing() as session:
        with pytest.raises(Conflict, match="user name is taken"):
            accounts.save(session, replace(account, username="Hazel.Ashdown"))
        assert accounts.find(session, id=account.id) == account
    assert find(database, id=account.id) == account


def test_an_account_that_is_not_there_cannot_be_changed(database: Database, cast: Cast) -> None:
    account = create(database, "willow")
    with pytest.raises(NotFound), database.writing() as session:
        accounts.save(session, replace(account, id=account.id + 1))
