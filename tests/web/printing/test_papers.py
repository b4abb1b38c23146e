"""Papers from the browser: of a bank and of a quiz, as a page and as PDF, for their teacher alone."""

import pytest

from quizgen.services import banks, quizzes
from quizgen.storage.engine import Database
from tests import builders
from tests.cast import NOW, Cast
from tests.stored import a_bank, a_quiz
from tests.web.conftest import Browser


@pytest.fixture
def bank_id(database: Database, cast: Cast) -> int:
    items = (builders.verdict(stem="The Wye is <b>long</b>."), builders.choice(claims=("c-2",)))
    with database.writing() as session:
        return a_bank(session, cast.hazel, builders.bank(items=items))


@pytest.fixture
def quiz_id(database: Database, cast: Cast) -> int:
    with database.writing() as session:
        return a_quiz(session, cast.hazel, [cast.juniper], count=4)


def test_a_bank_is_printed_as_a_page(hazel: Browser, bank_id: int) -> None:
    assert f'href="/banks/{bank_id}/paper"' in hazel.text(f"/banks/{bank_id}/export")
    assert "Of 2 that are ready" in hazel.text(f"/banks/{bank_id}/paper")
    page = hazel.get(f"/banks/{bank_id}/paper/print?count=20&seed=7&versions=two&text=yes&key=yes").text
    assert page.count("Answer sheet, version") == 2
    assert "The Wye is &lt;b&gt;long&lt;/b&gt;." in page
    assert page.count("For the teacher alone.") == 2
    assert page.count('class="passage"') == 2
    bare = hazel.text(f"/banks/{bank_id}/paper/print?seed=7&versions=one")
    assert "For the teacher alone." not in bare
    assert 'class="passage"' not in bare
    assert bare.count("Answer sheet, version") == 1


def test_a_bank_is_printed_as_pdf_and_the_same_number_is_the_same_paper(hazel: Browser, bank_id: int) -> None:
    first, again, other = (hazel.get(f"/banks/{bank_id}/paper.pdf?seed={seed}") for seed in (7, 7, 8))
    assert first.data.startswith(b"%PDF-")
    assert first.data == again.data != other.data
    assert first.mimetype == "application/pdf"
    assert "rivers-7.pdf" in first.headers["Content-Disposition"]


def test_a_quiz_is_printed_from_its_own_version(hazel: Browser, database: Database, quiz_id: int) -> None:
    assert f'href="/quizzes/{quiz_id}/paper"' in hazel.text(f"/quizzes/{quiz_id}")
    assert "How many questions" not in hazel.text(f"/quizzes/{quiz_id}/paper")
    before = hazel.text(f"/quizzes/{quiz_id}/paper/print?seed=1&versions=one")
    assert before.count('class="asked"') == 4
    assert "Class 7b" in before
    with database.writing() as session:
        banks.change(session, quizzes.get(session, quiz_id).bank_id, lambda _: builders.bank(), now=NOW)
    assert hazel.text(f"/quizzes/{quiz_id}/paper/print?seed=1&versions=one") == before
    assert hazel.get(f"/quizzes/{quiz_id}/paper.pdf?seed=1").data.startswith(b"%PDF-")


@pytest.mark.parametrize("query", ["count=0", "count=201", "seed=-1", "seed=9999999"])
def test_numbers_out_of_bounds_are_told(hazel: Browser, bank_id: int, query: str) -> None:
    for path in ("paper", "paper/print", "paper.pdf"):
        assert hazel.get(f"/banks/{bank_id}/{path}?{query}").status_code == 400


def test_nobody_else_prints_and_nothing_ready_is_told(
    hazel: Browser, basil: Browser, juniper: Browser, database: Database, cast: Cast, bank_id: int, quiz_id: int
) -> None:
    for browser in (basil, juniper):
        for thing in (f"banks/{bank_id}", f"quizzes/{quiz_id}"):
            for path in ("paper", "paper/print", "paper.pdf"):
                assert browser.get(f"/{thing}/{path}").status_code == 404
    with database.writing() as session:
        empty = a_bank(session, cast.hazel, builders.bank(items=()))
    assert "No question of this bank is ready." in hazel.text(f"/banks/{empty}/paper")
    assert hazel.get(f"/banks/{empty}/paper.pdf").status_code == 403
