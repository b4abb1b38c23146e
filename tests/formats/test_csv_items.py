"""Items as CSV: what goes out comes back, what is wrong is told by row, and no cell is a formula."""

import csv
import io

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from quizgen.domain.banks.reading import read_item
from quizgen.domain.banks.writing import item_document
from quizgen.domain.document import Fields
from quizgen.domain.errors import BadInput
from quizgen.domain.gradebook.csv_plain import safe_text
from quizgen.domain.items.item import Item
from quizgen.domain.items.kinds import KINDS
from quizgen.formats.csv_cells import divided, guarded, joined, unguarded
from quizgen.formats.csv_items import COLUMNS, items_csv, read_items, template_csv
from tests import builders
from tests.strategies import NASTY, items, sound_items

EVERY_KIND = (
    builders.verdict(), builders.choice(), builders.cloze(options=("250", "300")), builders.numeric(), builders.short(),
    builders.responses(), builders.finding(), builders.ordering(), builders.matching(),
)  # fmt: skip


def back(data: bytes) -> tuple[Item, ...]:
    """Return the items of a file in which nothing is wrong."""
    found, problems, taken = [], [], set()
    for row in read_items(data, name="items.csv").rows:
        assert row.problems == ()
        found.append(read_item(Fields(row.document, "", problems), taken))
    assert problems == []
    return tuple(found)


def header(*columns: str) -> str:
    return ",".join(columns) + "\r\n"


@given(st.lists(sound_items | items, max_size=4, unique_by=lambda item: item.id))
@settings(max_examples=150, deadline=None)
@example(list(EVERY_KIND))
def test_what_goes_out_comes_back(chosen: list[Item]) -> None:
    assert back(items_csv(chosen).encode()) == tuple(chosen)


def test_every_kind_has_plain_cells() -> None:
    assert {item.kind for item in EVERY_KIND} == set(KINDS)
    rows = list(csv.DictReader(io.StringIO(items_csv(EVERY_KIND).removeprefix("\ufeff"), newline="")))
    assert [row["more"] for row in rows] == [""] * len(KINDS)
    assert rows[1]["options"] == "river | lake | hill"
    assert rows[-1]["key"] == "Wye = Hereford | Thames = London | Severn = Worcester"


@pytest.mark.parametrize("divider", [";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_what_a_spreadsheet_makes_of_it_is_read(divider: str, encoding: str) -> None:
    table = list(csv.reader(io.StringIO(items_csv(EVERY_KIND).removeprefix("\ufeff"), newline="")))
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=divider, lineterminator="\n").writerows([*table, [""] * 4])
    assert back(buffer.getvalue().encode(encoding)) == EVERY_KIND


def test_the_hint_of_a_spreadsheet_and_columns_in_any_order_are_read() -> None:
    data = b'sep=;\r\nKey;Stem;KIND\r\n1971;"It opened in ____.";cloze\r\n'
    (row,) = read_items(data, name="items.csv").rows
    assert (row.number, row.document) == (3, {"kind": "cloze", "stem": "It opened in ____.", "key": "1971"})


@given(st.sampled_from(["", "'", "''", " ", "\u200b"]), st.sampled_from("=+-@\t\r\n＝x"), st.text(max_size=5))
def test_no_cell_is_a_formula_and_the_guard_is_undone(before: str, sign: str, behind: str) -> None:
    text = before + sign + behind
    assert safe_text(guarded(text)) == guarded(text)
    assert unguarded(guarded(text)) == text


def test_a_guard_that_a_spreadsheet_dropped_is_not_missed() -> None:
    assert unguarded("=1+1") == "=1+1"
    assert unguarded("'tis") == "'tis"


@given(st.lists(st.text("ab|= ", min_size=1).filter(lambda text: text == text.strip() != ""), min_size=1))
def test_entries_of_one_cell_come_back(entries: list[str]) -> None:
    assert divided(joined(entries)) == entries


@pytest.mark.parametrize("nasty", NASTY)
def test_every_nasty_text_survives(nasty: str) -> None:
    item = builders.choice(options=(nasty, f"{nasty} too"), key=nasty)
    assert back(items_csv([item]).encode()) == (item,)


def test_what_cannot_be_read_is_told_by_row() -> None:
    data = header("kind", "stem", "key", "spans", "more", "colour") + (
        'matching,Match,a = b | c,,,\r\ncloze,A ____,b,12 x,"[]",red\r\n,,,,,\r\nverdict,It is so,true,,,,,extra\r\n'
    )
    found = read_items(data.encode(), name="items.csv")
    assert [row.number for row in found.rows] == [2, 3, 5]
    assert found.rows[0].problems == ("key: expected left = right, not 'c'",)
    assert [problem.split(":")[0] for problem in found.rows[1].problems] == ["spans", "more"]
    assert found.rows[2].problems == ("there is text to the right of the last column",)
    assert found.notes == ("The column “colour” is not one of the layout and was passed over.",)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "columns kind, stem, key are missing"),
        (b"kind,stem\r\nverdict,So\r\n", "column key is missing"),
        (b"kind,stem,key,key\r\n", "stands twice"),
        (b"\xff\xfe\x00", "not UTF-8"),
        (b"kind,stem,key\r\nverdict,\xe9,true", "not UTF-8"),
        (b"kind,stem,key\r\nverdict,\0,true", "no text has"),
        (b'kind,stem,key\r\nverdict,"open,true', "cannot be read as CSV"),
        (b"kind,stem,key\r\nverdict," + b"x" * 200_000 + b",true", "cannot be read as CSV"),
        (b"kind,stem,key\r\n" + b"a,b,c\r\n" * 20_001, "more than 20,000 rows"),
        (b"x" * 5_000_001, "more than 5,000,000 bytes"),
    ],
)
def test_what_is_no_file_of_items_is_refused_in_one_sentence(data: bytes, words: str) -> None:
    with pytest.raises(BadInput, match=words):
        read_items(data, name="items.csv")


def test_the_template_has_every_column_and_every_kind_and_reads_back_sound() -> None:
    found = back(template_csv().encode())
    assert {item.kind for item in found} == set(KINDS)
    assert [problem for item in found for problem in item.problems()] == []
    assert template_csv().removeprefix("\ufeff").splitlines()[0].split(",") == list(COLUMNS)


def test_more_holds_what_the_columns_do_not_know() -> None:
    item = builders.choice(options=(" river", "lake"), key=" river")
    assert '""options"": ["" river"", ""lake""]' in items_csv([item])
    assert set(item_document(item)) <= {*COLUMNS}
