"""``quizgen account``: the first teacher, and everybody after."""

import re

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
    ],
)
def test_what_is_missing_or_unknown_is_refused(run: Run, arguments: list[str], complaint: str) -> None:
    done = run("account", "add", *arguments)
    assert (done.code, done.out) == (2, "")
    assert complaint in done.err
