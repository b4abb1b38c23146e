"""``quizgen account``: the first teacher, and everybody after."""

import re
from dataclasses import replace

import pytest

from quizgen.domain.people import Role
from quizgen.services import accounts
from quizgen.services.passwords import matches
from quizgen.storage.engine import Database
from tests.cli.conftest import Run


def test_a_random_password_is_printed_once_and_works(run: Run, database: Database) -> None:
    done = run("account", "add", "hazel", "--name", "Hazel Ashdown")
    assert (done.code, done.err) == (0, "")
    printed = re.search(r"^Password: ([a-z2-9]{4}(?:-[a-z2-9]{4}){2})$", done.out, re.MULTILINE)
    assert printed is not None
    with database.reading() as session:
        hazel = accounts.find(session, username="hazel")
    database.dispose()
    assert hazel is not None
    assert (hazel.name, hazel.role, hazel.active) == ("Hazel Ashdown", Role.TEACHER, True)
    assert printed[1] not in hazel.password_hash
    assert matches(hazel.password_hash, printed[1])
    other = run("account", "add", "juniper", "--name", "Juniper Quill", "--role", "student")
    assert printed[1] not in other.out


def test_a_password_may_come_from_stdin_and_is_never_printed(run: Run, database: Database) -> None:
    arguments = ["account", "add", "hazel", "--name", "Hazel Ashdown", "--password-stdin"]
    done = run(*arguments, given="a heron stands still\nsecond line\n")
    assert done.code == 0
    assert "heron" not in done.out + done.err
    with database.reading() as session:
        hazel = accounts.find(session, username="hazel")
    database.dispose()
    assert hazel is not None
    assert matches(hazel.password_hash, "a heron stands still")


@pytest.mark.parametrize("given", ["", "short\n"])
def test_a_password_that_is_too_short_is_refused(run: Run, given: str) -> None:
    done = run("account", "add", "hazel", "--name", "Hazel Ashdown", "--password-stdin", given=given)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("quizgen: A password has at least 8 characters")


def test_a_name_that_is_taken_is_told_in_one_line(run: Run) -> None:
    assert run("account", "add", "hazel", "--name", "Hazel Ashdown").code == 0
    done = run("account", "add", "HAZEL", "--name", "Another Hazel")
    assert (done.code, done.out) == (1, "")
    assert done.err == "quizgen: That user name is taken; please choose another.\n"


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["hazel"], "Missing option '--name'."),
        (["hazel", "--name", " "], "The name is empty; please give one."),
        ([" ", "--name", "Hazel Ashdown"], "The user name is empty; please give one."),
        (["hazel", "--name", "Hazel Ashdown", "--role", "head"], "Invalid value for '--role'"),
        (["hazel ashdown", "--name", "Hazel Ashdown"], "Leave blanks and @ out."),
        (["hazel@school.example", "--name", "Hazel Ashdown"], "Leave blanks and @ out."),
        (["hazel", "--name", "Hazel Ashdown", "--email", "school.example"], "school.example is no e-mail address"),
        (["hazel", "--name", "Hazel Ashdown", "--email", "a b@school.example"], "is no e-mail address"),
    ],
)
def test_what_is_missing_or_unknown_is_refused(run: Run, arguments: list[str], complaint: str) -> None:
    done = run("account", "add", *arguments)
    assert (done.code, done.out) == (2, "")
    assert complaint in done.err


def test_a_new_password_replaces_the_old_one_and_ends_every_session(run: Run, database: Database) -> None:
    arguments = ["--name", "Hazel Ashdown", "--email", "hazel@school.example"]
    old = run("account", "add", "hazel", *arguments).out.split()[-1]
    before = stored(database, "hazel")
    done = run("account", "password", "HAZEL")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("Hazel Ashdown (hazel) has a new password and is signed out everywhere.\nPassword: ")
    new = done.out.split()[-1]
    after = stored(database, "hazel")
    assert matches(after.password_hash, new)
    assert not matches(after.password_hash, old)
    assert after.uniquifier != before.uniquifier
    assert replace(after, password_hash=before.password_hash, uniquifier=before.uniquifier) == before


def test_a_new_password_may_come_from_stdin_and_is_never_printed(run: Run, database: Database) -> None:
    run("account", "add", "hazel", "--name", "Hazel Ashdown")
    done = run("account", "password", "hazel", "--password-stdin", given="a heron stands still\n")
    assert (done.code, done.err) == (0, "")
    assert "heron" not in done.out
    assert "Password:" not in done.out
    assert matches(stored(database, "hazel").password_hash, "a heron stands still")


def test_a_new_password_that_is_too_short_changes_nothing(run: Run, database: Database) -> None:
    run("account", "add", "hazel", "--name", "Hazel Ashdown")
    before = stored(database, "hazel")
    assert run("account", "password", "hazel", "--password-stdin", given="short\n").code == 2
    assert stored(database, "hazel") == before


def test_nobody_gets_no_password(run: Run) -> None:
    run("account", "add", "hazel", "--name", "Hazel Ashdown")
    done = run("account", "password", "juniper")
    assert (done.code, done.out) == (1, "")
    assert done.err == "quizgen: There is nobody with the user name juniper.\n"


def stored(database: Database, username: str) -> accounts.Account:
    """Return an account as it is kept."""
    with database.reading() as session:
        account = accounts.find(session, username=username)
    database.dispose()
    assert account is not None
    return account
