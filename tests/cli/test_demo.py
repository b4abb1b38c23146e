"""``quizgen demo``: a house made afresh, its sign-ins, and the quizzes that can be sat in it."""

import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from quizgen.cli.demo_house import furnish
from quizgen.domain.attempts.access import Entry
from quizgen.services import accounts, banks, taking
from quizgen.services.passwords import matches
from quizgen.settings import Settings
from quizgen.shipped import QUESTION_BANKS
from quizgen.storage.engine import Database
from quizgen.storage.migrate import upgrade
from tests.cli.conftest import Run
from tests.journeys.site import Site

PATIENCE = 60


def test_everybody_can_sign_in_and_sit_a_quiz_on_each_shipped_bank(database: Database) -> None:
    upgrade(Settings.from_env().database_url)
    house = furnish(database)
    shipped = len(list(QUESTION_BANKS.glob("*.yaml")))
    assert len(house.quizzes) == shipped > 0
    assert [sign_in.role.value for sign_in in house.sign_ins] == ["teacher", "student", "student"]
    with database.reading() as session:
        for sign_in in house.sign_ins:
            account = accounts.find(session, username=sign_in.username)
            assert account is not None
            assert matches(account.password_hash, sign_in.password)
            if sign_in.role.value == "student":
                listed = taking.quizzes_of_student(session, account.id, now=account.created)
                assert [each.access.entry for each in listed] == [Entry.START] * shipped
            else:
                assert len(banks.visible_to(session, account.id)) == shipped
    database.dispose()


def test_no_two_demos_have_the_same_passwords(database: Database, tmp_path: Path) -> None:
    upgrade(Settings.from_env().database_url)
    other_url = f"sqlite:///{tmp_path / 'other.sqlite3'}"
    upgrade(other_url)
    other = Database(other_url)
    ours, theirs = furnish(database), furnish(other)
    passwords = [sign_in.password for house in (ours, theirs) for sign_in in house.sign_ins]
    assert len(set(passwords)) == len(passwords)
    database.dispose()
    other.dispose()


def test_a_folder_that_holds_something_is_left_alone(run: Run, folder: Path) -> None:
    (folder / "letters.txt").write_text("mine")
    done = run("demo", "--data-dir", folder)
    assert (done.code, done.out) == (2, "")
    assert "is not empty" in done.err
    assert [path.name for path in folder.iterdir()] == ["letters.txt"]


@pytest.fixture
def demo(tmp_path: Path) -> Iterator["subprocess.Popen[bytes]"]:
    """A running demo that keeps its data in ``tmp_path / kept`` and says what it says in ``tmp_path / log``."""
    site = Site(tmp_path / "unused")
    command = [sys.executable, "-m", "quizgen", "demo", "--port", str(site.port), "--data-dir", str(tmp_path / "kept")]
    with (tmp_path / "log").open("wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log, env=site.environ, start_new_session=True)
    yield process
    process.send_signal(signal.SIGTERM)
    process.wait(PATIENCE)


def test_the_sign_ins_are_printed_once_with_the_address(demo: "subprocess.Popen[bytes]", tmp_path: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    while "quizgen is ready at" not in (said := (tmp_path / "log").read_text()):
        assert demo.poll() is None, said
        assert time.monotonic() < deadline
        time.sleep(0.05)
    assert len(re.findall(r"[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}", said)) == 3
    assert re.search(r"Demo class, join code [A-Z0-9]{6}", said)
    assert len(re.findall(r"http://127\.0\.0\.1:\d+", said)) == 2
    demo.send_signal(signal.SIGINT)
    assert demo.wait(PATIENCE) == 0
    assert (tmp_path / "kept" / "quizgen.sqlite3").exists()
