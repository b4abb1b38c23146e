import csv
import io
from collections.abc import Callable
from datetime import timedelta

import pytest

from quizgen.domain.attempts.policy import Policy
from quizgen.domain.people import Person
from quizgen.services import classes, taking
from quizgen.services.classes import ClassCard
from quizgen.storage.engine import Database
from quizgen.web.gradebook.routes import file_name
from tests.cast import NOW, Cast
from tests.stored import RIGHT, WRONG, a_class, a_quiz, an_attempt, answers
from tests.web.conftest import Browser

NONE = timedelta(0)


@pytest.fixture
def heron(database: Database, cast: Cast) -> ClassCard:
    with database.writing() as session:
        return a_class(session, cast.hazel, cast.juniper, cast.rowan, name="8 Heron")


@pytest.fixture
def sit(database: Database) -> Callable[..., int]:
    """Let somebody sit a quiz with some answers right: ``sit(quiz_id, person, right=4)``; an attempt id."""

    def sit(quiz_id: int, person: Person, *, right: int, ended: str = "by hand") -> int:
        with database.writing() as session:
            attempt_id = an_attempt(session, quiz_id, person)
            sitting = taking.sitting(session, attempt_id)
            good, bad = answers(sitting, RIGHT), answers(sitting, WRONG)
            for place in good:
                response = good[place] if place < right else bad[place]
                saved = {"position": place, "response": response, "sequence": 1}
                taking.save(session, attempt_id=attempt_id, now=NOW, grace=NONE, **saved)
            if ended == "by hand":
                taking.hand_in(session, attempt_id=attempt_id, now=NOW)
            if ended == "by server":
                taking.close_overdue(session, now=NOW + timedelta(hours=1), grace=NONE)
                taking.mark_ended(session)
            return attempt_id

    return sit


@pytest.fixture
def publish(database: Database, cast: Cast, heron: ClassCard) -> Callable[[str], int]:
    """Publish a quiz of six questions and ten minutes to 8 Heron."""

    def publish(title: str) -> int:
        policy = Policy(time_limit=timedelta(minutes=10), attempts=None)
        with database.writing() as session:
            return a_quiz(session, cast.hazel, class_id=heron.id, title=title, policy=policy)

    return publish


def cells(page: str, name: str) -> list[str]:
    """Return the words of a student's cells."""
    row = page.split(f'class="name">{name}</th>')[1].split("</tr>")[0]
    return [" ".join(text(cell).split()) for cell in row.split("<td")[1:]]


def text(html: str) -> str:
    return "".join(part.split(">", 1)[-1] for part in f"<{html}".split("<"))


def test_cells_hold_the_best_score_and_lead_to_its_attempt(
    hazel: Browser, heron: ClassCard, cast: Cast, publish: Callable[..., int], sit: Callable[..., int]
) -> None:
    quiz_id = publish("The paper mill")
    sit(quiz_id, cast.juniper, right=3)
    best = sit(quiz_id, cast.juniper, right=5)
    sit(quiz_id, cast.juniper, right=2)
    page = hazel.text(f"/classes/{heron.id}/gradebook")
    assert f'href="/attempts/{best}/result"' in page
    assert page.count('href="/attempts/') == 1
    assert cells(page, "Juniper Quill") == ["5 of 6, Juniper Quill, The paper mill", "83"]
    assert hazel.get(f"/attempts/{best}/result").status_code == 200


def test_words_stand_where_there_is_no_score(
    hazel: Browser, heron: ClassCard, cast: Cast, publish: Callable[..., int], sit: Callable[..., int]
) -> None:
    first = publish("The paper mill")
    publish("A year in a hedge")
    sit(first, cast.juniper, right=6, ended="not yet")
    page = hazel.text(f"/classes/{heron.id}/gradebook")
    assert cells(page, "Juniper Quill") == ["Sitting now", "Not sat", "No score yet"]
    assert "Class mean" not in page
    assert "“Not sat” is left out" in page


def test_what_the_server_handed_in_has_a_sign_and_its_meaning_below(
    hazel: Browser, heron: ClassCard, cast: Cast, publish: Callable[..., int], sit: Callable[..., int]
) -> None:
    quiz_id = publish("The paper mill")
    sit(quiz_id, cast.rowan, right=6)
    assert "Handed in by the server" not in hazel.text(f"/classes/{heron.id}/gradebook")
    sit(quiz_id, cast.juniper, right=4, ended="by server")
    page = hazel.text(f"/classes/{heron.id}/gradebook")
    assert cells(page, "Juniper Quill")[0].startswith("Handed in by the server: 4 of 6")
    assert "Handed in by the server when time was up" in page


def test_the_class_mean_leaves_out_who_did_not_sit(
    hazel: Browser, heron: ClassCard, cast: Cast, publish: Callable[..., int], sit: Callable[..., int]
) -> None:
    first, second = publish("The paper mill"), publish("A year in a hedge")
    sit(first, cast.juniper, right=6)
    sit(first, cast.rowan, right=3)
    sit(second, cast.rowan, right=3)
    page = hazel.text(f"/classes/{heron.id}/gradebook")
    foot = page.split("<tfoot>")[1].split("</tfoot>")[0]
    assert [text(cell).strip() for cell in foot.split("<td")[1:]] == ["4.5", "3.0", "75"]


def test_a_student_is_found_by_a_part_of_the_name_whatever_its_case(
    hazel: Browser, heron: ClassCard, publish: Callable[..., int]
) -> None:
    publish("The paper mill")
    page = hazel.text(f"/classes/{heron.id}/gradebook?find=%20QUILL%20")
    assert "Juniper Quill" in page
    assert "Rowan Pike" not in page
    assert 'value="QUILL"' in page
    nobody = hazel.text(f"/classes/{heron.id}/gradebook?find=%3Cb%3Ebram")
    assert "No student of this class is called “<b>bram”." in nobody
    assert "&lt;b&gt;bram" in hazel.get(f"/classes/{heron.id}/gradebook?find=%3Cb%3Ebram").text


def test_another_class_is_one_choice_away(hazel: Browser, heron: ClassCard, database: Database, cast: Cast) -> None:
    with database.writing() as session:
        kestrel = a_class(session, cast.hazel, name="9 Kestrel")
    page = hazel.text(f"/classes/{heron.id}/gradebook")
    assert f'<option value="{heron.id}" selected>8 Heron</option>' in page
    answer = hazel.get(f"/classes/{heron.id}/gradebook?class={kestrel.id}&find=a")
    assert (answer.status_code, answer.location) == (302, f"/classes/{kestrel.id}/gradebook?find=a")
    assert "Nobody has joined yet." in hazel.text(answer.location)


def test_a_class_of_another_teacher_is_no_choice(
    hazel: Browser, heron: ClassCard, database: Database, cast: Cast
) -> None:
    with database.writing() as session:
        theirs = a_class(session, cast.basil, name="9 Kestrel")
    assert "9 Kestrel" not in hazel.text(f"/classes/{heron.id}/gradebook")
    answer = hazel.get(f"/classes/{heron.id}/gradebook?class={theirs.id}", follow_redirects=True)
    assert answer.status_code == 404


def test_the_csv_is_the_gradebook_as_a_file(
    hazel: Browser, heron: ClassCard, cast: Cast, publish: Callable[..., int], sit: Callable[..., int]
) -> None:
    sit(publish("=The paper mill"), cast.juniper, right=5)
    answer = hazel.get(f"/classes/{heron.id}/gradebook.csv")
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert answer.headers["Content-Disposition"] == "attachment; filename=gradebook-8-heron.csv"
    assert answer.headers["Cache-Control"] == "no-store"
    assert list(csv.reader(io.StringIO(answer.text, newline=""))) == [
        ["name", "username", "'=The paper mill", "total", "possible", "percent"],
        ["Juniper Quill", "juniper.quill", "5", "5", "6", "83.33"],
        ["Rowan Pike", "rowan.pike", "", "", "", ""],
    ]


def test_the_byte_order_mark_comes_by_choice_alone(hazel: Browser, heron: ClassCard) -> None:
    plain, marked = (hazel.get(f"/classes/{heron.id}/gradebook.csv{query}").data for query in ("", "?bom=1"))
    assert marked == b"\xef\xbb\xbf" + plain
    page = hazel.text(f"/classes/{heron.id}/gradebook")
    assert f'href="/classes/{heron.id}/gradebook.csv"' in page
    assert f'href="/classes/{heron.id}/gradebook.csv?bom=1"' in page


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("8 Heron", "gradebook-8-heron.csv"),
        ("Klasse 9ä / Übung", "gradebook-klasse-9a-ubung.csv"),
        ('"; rm -rf /\r\nX: y', "gradebook-rm-rf-x-y.csv"),
        ("../../etc/passwd", "gradebook-etc-passwd.csv"),
        ("日本語", "gradebook.csv"),
        ("h" * 200, f"gradebook-{'h' * 60}.csv"),
    ],
)
def test_the_files_name_is_plain_whatever_the_class_is_called(title: str, name: str) -> None:
    assert file_name(title) == name


def test_who_left_the_class_left_the_gradebook(
    hazel: Browser, heron: ClassCard, database: Database, cast: Cast
) -> None:
    with database.writing() as session:
        classes.remove(session, heron.id, cast.rowan.id)
    page = hazel.text(f"/classes/{heron.id}/gradebook")
    assert "Juniper Quill" in page
    assert "Rowan Pike" not in page
