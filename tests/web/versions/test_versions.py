"""The versions page, a difference in words, a version restored, and a quiz that learns of a newer one."""

from dataclasses import replace

import pytest

from quizgen.services import banks, quizzes
from quizgen.storage.engine import Database
from tests import builders
from tests.cast import NOW, Cast
from tests.stored import a_bank, a_quiz, an_attempt
from tests.web.conftest import Browser

LATER = builders.bank(
    title="Rivers & <b>streams</b>",
    items=(builders.verdict(stem="The Wye is <i>long</i>."), builders.choice(claims=("c-2",)), builders.numeric()),
)


@pytest.fixture
def bank_id(database: Database, cast: Cast) -> int:
    with database.writing() as session:
        bank_id = a_bank(session, cast.hazel, builders.bank())
        banks.change(session, bank_id, lambda _: LATER, now=NOW)
        return bank_id


def test_the_history_says_who_and_when(hazel: Browser, bank_id: int) -> None:
    assert f'href="/banks/{bank_id}/versions"' in hazel.text(f"/banks/{bank_id}")
    page = hazel.text(f"/banks/{bank_id}/versions")
    assert page.index("Version 2") < page.index("Version 1")
    assert "Hazel Ashdown" in page
    assert f"/banks/{bank_id}/versions/compare?before=1&after=2" in page


def test_a_difference_is_told_word_by_word_and_nothing_in_it_is_markup(hazel: Browser, bank_id: int) -> None:
    page = hazel.get(f"/banks/{bank_id}/versions/compare?before=1&after=2").text
    assert "Rivers<ins> &amp; &lt;b&gt;streams&lt;/b&gt;</ins>" in page
    assert "&lt;i&gt;" in page
    assert "<i>" not in page
    assert "1 added, 1 changed, 1 taken out" in page
    assert "<del" in page


def test_an_old_version_is_restored_as_the_newest(hazel: Browser, database: Database, bank_id: int) -> None:
    page = f"/banks/{bank_id}/versions/compare?before=1&after=2"
    assert "Restore version 1" in hazel.text(page)
    assert hazel.send(f"/banks/{bank_id}/versions/1/restore", page=page).status_code == 303
    with database.reading() as session:
        stored = banks.get(session, bank_id)
    assert (stored.version, stored.bank) == (3, builders.bank())
    history = hazel.text(f"/banks/{bank_id}/versions")
    assert "Version 1 restored" in history
    assert '<form class="compare actions" method="get"' in history
    assert "Both say the same." in hazel.text(f"/banks/{bank_id}/versions/compare?before=1&after=3")


def test_nobody_else_sees_or_restores_and_a_shipped_bank_is_only_read(
    basil: Browser, juniper: Browser, database: Database, bank_id: int
) -> None:
    with database.writing() as session:
        shipped = a_bank(session, None)
        banks.change(session, shipped, lambda bank: replace(bank, title="New"), now=NOW)
    for path in ("versions", "versions/compare"):
        assert basil.get(f"/banks/{bank_id}/{path}").status_code == 404
        assert juniper.get(f"/banks/{shipped}/{path}").status_code == 404
        assert "Restore version" not in basil.text(f"/banks/{shipped}/{path}")
    assert basil.send(f"/banks/{shipped}/versions/1/restore", page="/banks/new").status_code == 404


@pytest.mark.parametrize("query", ["before=9&after=1", "before=0", "after=-1", "before=99999999999999999999"])
def test_a_version_that_is_not_there_is_told(hazel: Browser, bank_id: int, query: str) -> None:
    assert hazel.get(f"/banks/{bank_id}/versions/compare?{query}").status_code == 404
    assert hazel.get(f"/banks/{bank_id}/versions/compare?before=x").status_code == 200


def test_a_quiz_learns_of_a_newer_version_and_is_updated_with_the_consequences_shown(
    hazel: Browser, database: Database, cast: Cast
) -> None:
    with database.writing() as session:
        quiz_id = a_quiz(session, cast.hazel, [cast.juniper])
        an_attempt(session, quiz_id, cast.juniper)
        bank_id = quizzes.get(session, quiz_id).bank_id
    assert "newer version" not in hazel.text(f"/quizzes/{quiz_id}")
    assert hazel.get(f"/quizzes/{quiz_id}/version").headers["Location"] == f"/quizzes/{quiz_id}"
    with database.writing() as session:
        banks.change(session, bank_id, lambda bank: replace(bank, title="Newer"), now=NOW)
    assert f'href="/quizzes/{quiz_id}/version"' in hazel.text(f"/quizzes/{quiz_id}")
    page = hazel.text(f"/quizzes/{quiz_id}/version")
    assert "1 student is sitting it now and goes on with the questions that this student has." in page
    assert "Nobody has handed in yet." in page
    assert hazel.send(f"/quizzes/{quiz_id}/version", {}).status_code == 400
    assert hazel.send(f"/quizzes/{quiz_id}/version", {"seen": "2"}).status_code == 303
    assert "newer version" not in hazel.text(f"/quizzes/{quiz_id}")


def test_another_teacher_does_not_update_a_quiz(hazel: Browser, basil: Browser, database: Database, cast: Cast) -> None:
    with database.writing() as session:
        quiz_id = a_quiz(session, cast.hazel, [cast.juniper])
    assert basil.get(f"/quizzes/{quiz_id}/version").status_code == 404
    assert basil.send(f"/quizzes/{quiz_id}/version", {"seen": "1"}, page="/banks/new").status_code == 404
