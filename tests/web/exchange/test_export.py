"""A bank taken along from the browser: YAML, JSON and CSV, for its owner, and shipped ones for every teacher."""

import pytest

from quizgen.domain.banks.reading import read_bank
from quizgen.domain.items.kinds import KINDS
from quizgen.formats.bank_formats import read_document
from quizgen.formats.csv_items import read_items
from quizgen.formats.passage_files import no_sources
from quizgen.storage.engine import Database
from tests import builders
from tests.cast import Cast
from tests.stored import a_bank
from tests.web.conftest import Browser

TITLE = "Réka: Folyók / «Rivers» 河川"


@pytest.fixture
def bank_id(database: Database, cast: Cast) -> int:
    with database.writing() as session:
        return a_bank(session, cast.hazel, builders.bank(title=TITLE))


@pytest.mark.parametrize("name", ["yaml", "json"])
def test_a_bank_is_handed_out_whole(hazel: Browser, bank_id: int, name: str) -> None:
    assert f'href="/banks/{bank_id}/export/{name}"' in hazel.text(f"/banks/{bank_id}/export")
    answer = hazel.get(f"/banks/{bank_id}/export/{name}")
    assert read_bank(read_document(answer.data, name=f"a.{name}").value, no_sources) == builders.bank(title=TITLE)
    disposition = answer.headers["Content-Disposition"]
    assert disposition.startswith("attachment; ")
    assert f"filename*=UTF-8''r%C3%A9ka-foly%C3%B3k-rivers-%E6%B2%B3%E5%B7%9D.{name}" in disposition


def test_its_questions_are_handed_out_as_csv(hazel: Browser, bank_id: int) -> None:
    answer = hazel.get(f"/banks/{bank_id}/export/csv")
    assert answer.content_type == "text/csv; charset=utf-8"
    assert [row.document["id"] for row in read_items(answer.data, name="a.csv").rows] == ["i-1", "i-2", "i-3"]


def test_the_template_has_every_kind(hazel: Browser) -> None:
    rows = read_items(hazel.get("/banks/items-template.csv").data, name="a.csv").rows
    assert {row.document["kind"] for row in rows} == set(KINDS)


def test_only_the_owner_takes_a_bank_along_but_a_shipped_one_every_teacher(
    basil: Browser, juniper: Browser, database: Database, bank_id: int
) -> None:
    with database.writing() as session:
        shipped = a_bank(session, None)
    assert basil.get(f"/banks/{shipped}/export/yaml").status_code == 200
    for browser, bank in ((basil, bank_id), (juniper, bank_id), (juniper, shipped)):
        for path in ("export", "export/yaml", "export/csv"):
            assert browser.get(f"/banks/{bank}/{path}").status_code == 404


def test_there_is_no_other_format(hazel: Browser, bank_id: int) -> None:
    assert hazel.get(f"/banks/{bank_id}/export/exe").status_code == 404
