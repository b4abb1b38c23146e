"""``quizgen gradebook``: a class's scores as CSV."""

import csv
import io
from datetime import timedelta
from pathlib import Path

import pytest

from quizgen.services import taking
from quizgen.storage.engine import Database
from quizgen.storage.migrate import upgrade
from tests.cast import NOW, Cast, account, the_cast
from tests.cli.conftest import Run, files
from tests.stored import a_class, a_quiz, an_attempt, answers


@pytest.fixture
def cast(folder: Path, database: Database) -> Cast:
    """A class with a quiz that Juniper has sat without a fault and Rowan has not sat."""
    upgrade(str(database.url))
    with database.writing() as session:
        cast = the_cast(session)
        card = a_class(session, cast.hazel, cast.juniper, cast.rowan)
        assert card.id == 1
        quiz_id = a_quiz(session, cast.hazel, class_id=card.id, title="=Rivers", count=4)
        attempt_id = an_attempt(session, quiz_id, cast.juniper)
        for position, response in answers(taking.sitting(session, attempt_id)).items():
            taking.save(
                session,
                attempt_id=attempt_id,
                position=position,
                response=response,
                sequence=1,
                now=NOW,
                grace=timedelta(0),
            )
        taking.hand_in(session, attempt_id=attempt_id, now=NOW)
    database.dispose()
    return cast


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


@pytest.mark.usefixtures("cast")
@pytest.mark.parametrize("name", ["1", "Class 7b"])
def test_a_class_is_found_by_number_or_name(run: Run, name: str) -> None:
    done = run("gradebook", name)
    assert (done.code, done.err) == (0, "")
    juniper, rowan = rows(done.out)
    assert (juniper["name"], juniper["'=Rivers"], juniper["percent"]) == ("Juniper Quill", "4", "100")
    assert (rowan["name"], rowan["'=Rivers"], rowan["total"]) == ("Rowan Pike", "", "")


@pytest.mark.usefixtures("cast")
def test_a_file_is_written_whole_with_a_mark_on_demand_and_never_over_another(run: Run, folder: Path) -> None:
    done = run("gradebook", "1", "-o", "grades.csv", "--bom")
    assert (done.code, done.out, done.err) == (0, "", "grades.csv: 2 students, 1 quizzes.\n")
    first = (folder / "grades.csv").read_bytes()
    assert first.startswith(b"\xef\xbb\xbfname,username,")
    again = run("gradebook", "1", "-o", "grades.csv")
    assert (again.code, again.err) == (2, "quizgen: grades.csv is there already; --force writes over it.\n")
    assert run("gradebook", "1", "-o", "grades.csv", "--force").code == 0
    assert (folder / "grades.csv").read_bytes() == first.removeprefix(b"\xef\xbb\xbf")


@pytest.mark.usefixtures("cast")
def test_an_unknown_class_is_told_and_nothing_is_written(run: Run, folder: Path) -> None:
    done = run("gradebook", "Class 9z", "-o", "grades.csv")
    assert (done.code, done.out) == (1, "")
    assert done.err == "quizgen: There is no class with the name, number or join code 'Class 9z'.\n"
    assert files(folder) == set()


def test_two_classes_of_one_name_ask_for_a_join_code(run: Run, cast: Cast, database: Database) -> None:
    with database.writing() as session:
        a_class(session, account(session, "Hazel Hornbeam"), name="Class 7b")
    database.dispose()
    done = run("gradebook", "Class 7b")
    assert (done.code, done.out) == (2, "")
    assert "join codes" in done.err
