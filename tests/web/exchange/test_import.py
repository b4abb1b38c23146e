"""A file brought in by the browser: looked at first, kept at a word, and refused in one sentence when it is none."""

import io

import pytest
from werkzeug.test import TestResponse

from quizgen.domain.banks.bank import Bank
from quizgen.formats import bank_formats
from quizgen.formats.bank_formats import FORMATS
from quizgen.formats.csv_items import items_csv, template_csv
from quizgen.services import banks
from quizgen.storage.engine import Database
from tests import builders
from tests.cast import Cast
from tests.stored import a_bank
from tests.web.conftest import Browser

PAGE = "/banks/import"


def brought(browser: Browser, data: bytes | str, name: str, **fields: object) -> str:
    """Send a file and return where the browser is sent on."""
    answer = sent(browser, data, name, **fields)
    assert answer.status_code == 303, answer.text
    return answer.headers["Location"]


def sent(browser: Browser, data: bytes | str, name: str, **fields: object) -> TestResponse:
    raw = data.encode() if isinstance(data, str) else data
    return browser.send(PAGE, {"file": (io.BytesIO(raw), name), "target": "0", **fields})


def own(database: Database, cast: Cast) -> list[Bank]:
    with database.reading() as session:
        return [banks.get(session, card.id).bank for card in banks.visible_to(session, cast.hazel.id)]


@pytest.mark.parametrize("name", FORMATS)
def test_a_bank_is_shown_and_then_kept(hazel: Browser, database: Database, cast: Cast, name: str) -> None:
    place = brought(hazel, FORMATS[name].write(builders.bank()), f"Øvelser 河.{name}")
    page = hazel.text(place)
    assert f"Øvelser 河.{name}" in page
    assert "3 of 3 questions understood. Nothing is kept yet." in page
    assert "Statement i-1 holds." in page
    assert own(database, cast) == []
    assert hazel.send(place, {"act": "keep"}).headers["Location"] == "/banks/1"
    assert own(database, cast) == [builders.bank()]
    assert f"Imported from Øvelser 河.{name}" in hazel.text("/banks/1/versions")
    assert hazel.get(place).status_code == 404


def test_a_spreadsheet_makes_a_new_bank_around_a_text(hazel: Browser, database: Database, cast: Cast) -> None:
    text = "In 1998 the Fenn valley had 40 colonies of bees, and 12 in 2014. The mill museum opened in 1971. "
    text += "Wild flowers grow on the south side."
    assert sent(hazel, template_csv(), "items.csv").status_code == 422
    place = brought(hazel, template_csv(), "items.csv", title="The valley", text=text)
    hazel.send(place, {"act": "keep"})
    (bank,) = own(database, cast)
    assert (bank.title, len(bank.items)) == ("The valley", 9)


def test_rows_that_are_not_understood_are_told_and_left_out_on_purpose(
    hazel: Browser, database: Database, cast: Cast
) -> None:
    with database.writing() as session:
        bank_id = a_bank(session, cast.hazel, builders.bank())
    data = items_csv([builders.short()]) + "verdict,<b>So</b>,,perhaps\r\n"
    place = brought(hazel, data, "items.csv", target=str(bank_id))
    page = hazel.get(place).text
    assert "Row 3" in page
    assert "key: expected one of: true, false, unverified" in page
    assert "&lt;b&gt;So&lt;/b&gt;" in page
    assert "What would change in Rivers" in page
    assert hazel.send(place, {"act": "keep"}).status_code == 400
    assert hazel.send(place, {"act": "leave out"}).status_code == 303
    assert [item.id for item in own(database, cast)[0].items] == ["i-1", "i-2", "i-3", "i-9"]


def test_a_file_is_thrown_away(hazel: Browser, database: Database, cast: Cast) -> None:
    place = brought(hazel, FORMATS["json"].write(builders.bank()), "a.json")
    assert hazel.send(place, {"act": "forget"}).headers["Location"] == "/banks"
    assert own(database, cast) == []
    assert hazel.send(PAGE, {}, page=PAGE).status_code == 422


BOMB = b"a: &a [x, x]\nb: [*a, *a, *a]\n"


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"", "", "Choose a file."),
        (b"x", "bank.exe", "none of the files that a bank comes in"),
        (b"PK\x03\x04\x00", "bank.yaml", "no text file, whatever its name says"),
        (b"\xff\xfebank", "bank.json", "not UTF-8"),
        (BOMB, "bank.yaml", "anchors (&name) are not part of the format"),
        (b"[" * 100_000, "bank.json", "nested more than 30 deep"),
        (b"- " * 1000, "bank.yaml", "nested"),
        (b"!!python/object/apply:os.system [ls]", "bank.yaml", "tags (!name) are not part"),
        (b"x" * 200_001, "bank.yaml", "at most 200,000"),
        (b"a,b,c", "items.csv", "missing from the first row"),
        (b"{}", "../../etc/<i>passwd</i>.yml", "expected a text here"),
    ],
)
def test_what_is_no_bank_is_refused_in_one_sentence(
    hazel: Browser, monkeypatch: pytest.MonkeyPatch, data: bytes, name: str, words: str
) -> None:
    monkeypatch.setattr(bank_formats, "MOST_BYTES", 200_000)
    fields = {"title": "Items"}
    answer = sent(hazel, data, name, **fields)
    if answer.status_code == 303:
        page = hazel.text(answer.headers["Location"])
        assert "nothing can be kept" in page
        assert "../" not in page
    else:
        assert answer.status_code == 422
        page = hazel.send(PAGE, {"file": (io.BytesIO(data), name), "target": "0", **fields}).get_data(as_text=True)
    assert words.replace("&", "&amp;") in page or words in page


def test_what_nobody_sees_in_the_name_of_a_file_is_left_out(hazel: Browser) -> None:
    place = brought(hazel, FORMATS["json"].write(builders.bank()), "banks/ri\x07vers.json")
    assert "<h1>rivers.json</h1>" in hazel.text(place)


def test_only_who_brought_a_file_sees_it_and_only_own_banks_change(
    hazel: Browser, basil: Browser, juniper: Browser, database: Database, cast: Cast
) -> None:
    place = brought(hazel, FORMATS["json"].write(builders.bank()), "a.json")
    for browser in (basil, juniper):
        assert browser.get(place).status_code == 404
    assert juniper.get(PAGE).status_code == 404
    with database.writing() as session:
        others, shipped = a_bank(session, cast.basil), a_bank(session, None)
    for target in (others, shipped):
        answer = sent(hazel, FORMATS["json"].write(builders.bank()), "a.json", target=str(target))
        assert answer.status_code == 422
        assert "Choose a bank of yours." in answer.text


def test_a_bank_that_changed_meanwhile_is_not_written_over(hazel: Browser, database: Database, cast: Cast) -> None:
    with database.writing() as session:
        bank_id = a_bank(session, cast.hazel, builders.bank())
    place = brought(hazel, FORMATS["json"].write(builders.bank(title="New")), "a.json", target=str(bank_id))
    token = hazel.token(place)
    other = brought(hazel, FORMATS["json"].write(builders.bank(title="Other")), "b.json", target=str(bank_id))
    hazel.send(other, {"act": "keep"})
    assert "has changed since this file was read" in hazel.text(place)
    assert hazel.post(place, data={"csrf_token": token, "act": "keep"}).status_code == 409
    assert own(database, cast)[0].title == "Other"
