"""The ledger goes out as CSV and comes back: every difference is shown before anything is kept."""

import io
from html import unescape

import pytest

from quizgen.domain.claims.claim import Verdict
from quizgen.services import banks
from quizgen.storage.engine import Database
from tests import builders
from tests.cast import Cast
from tests.stored import a_bank
from tests.web.conftest import Browser

CHANGED = "id;verdict;source;publisher;says;shows\r\nc-1;true;A book;Quill Press;confirms;<b>x<y</b>\r\n"


@pytest.fixture
def bank_id(database: Database, cast: Cast) -> int:
    with database.writing() as session:
        return a_bank(session, cast.hazel, builders.bank())


@pytest.fixture
def address(bank_id: int) -> str:
    """Where a file is brought."""
    return f"/banks/{bank_id}/claims/import"


def bring(browser: Browser, address: str, text: str | bytes):
    data = text.encode() if isinstance(text, str) else text
    return browser.send(address, {"file": (io.BytesIO(data), "claims.csv")})


def test_it_goes_out_and_what_comes_back_unchanged_changes_nothing(hazel: Browser, address: str, bank_id: int) -> None:
    answer = hazel.get(f"/banks/{bank_id}/claims.csv")
    assert answer.headers["Content-Disposition"] == f"attachment; filename=claims-{bank_id}.csv"
    assert answer.data.startswith("\ufeffid,passage,words".encode())
    assert "There is nothing to save." in bring(hazel, address, answer.data).text


def test_differences_are_shown_and_then_kept(hazel: Browser, address: str, bank_id: int, database: Database) -> None:
    page = bring(hazel, address, CHANGED)
    assert page.status_code == 200
    assert "1 claim changes." in page.text
    assert "&lt;b&gt;x&lt;y&lt;/b&gt;" in page.text
    with database.reading() as session:
        assert banks.get(session, bank_id).version == 1
    saved = {"content": CHANGED, "version": "1", "act": "save"}
    answer = hazel.send(address, saved)
    assert (answer.status_code, answer.location) == (303, f"/banks/{bank_id}/claims?done=2")
    with database.reading() as session:
        assert banks.get(session, bank_id).bank.claim("c-1").evidence.verdict is Verdict.TRUE
    again = hazel.send(address, saved)
    assert again.status_code == 422
    assert "The bank was changed since you looked." in again.text


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("id,verdict\r\nc-1,true\r\n", "Row 2: Only a source that confirms"),
        ("name,mark\r\n", "The first row names the columns"),
        (b"\xff\xfe", "not UTF-8"),
        ("", "Choose the file."),
    ],
)
def test_what_cannot_be_taken_is_told_and_cannot_be_saved(
    hazel: Browser, address: str, text: str | bytes, sentence: str
) -> None:
    answer = bring(hazel, address, text)
    assert answer.status_code == 422
    assert sentence in unescape(answer.text)
    assert "Save all of it" not in answer.text


def test_a_shipped_bank_goes_out_but_nothing_comes_in(
    hazel: Browser, basil: Browser, address: str, bank_id: int, database: Database
) -> None:
    with database.writing() as session:
        shipped = a_bank(session, None, builders.bank())
    assert hazel.get(f"/banks/{shipped}/claims.csv").status_code == 200
    assert hazel.get(f"/banks/{shipped}/claims/import").status_code == 404
    assert basil.get(f"/banks/{bank_id}/claims.csv").status_code == 404
    assert basil.get(address).status_code == 404
