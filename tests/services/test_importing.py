"""Files brought in: shown before anything is kept, kept whole or not at all, and equal to what was written."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from quizgen.domain.banks.bank import Bank
from quizgen.domain.banks.lint import lint
from quizgen.domain.banks.writing import bank_document
from quizgen.domain.errors import BadInput, Conflict, NotFound
from quizgen.domain.items.item import Item
from quizgen.formats.bank_formats import FORMATS
from quizgen.formats.csv_items import items_csv, template_csv
from quizgen.services import banks, importing
from quizgen.storage.engine import Database
from quizgen.storage.tables import BankRow, ImportRow
from tests import builders
from tests.cast import NOW, Cast
from tests.stored import a_bank
from tests.strategies import NASTY, sound_items

KEPT = {"leave_out": False, "now": NOW}


def brought(database: Database, cast: Cast, data: bytes, name: str, **into: object) -> int:
    """Bring a file for Hazel and return its number."""
    with database.writing() as session:
        wanted = {"target": None, **into}
        return importing.begin(session, importing.look(data, name=name), owner=cast.hazel.id, now=NOW, **wanted)


def written(bank: Bank, name: str) -> bytes:
    return FORMATS[name].write(bank).encode()


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_is_kept_before_the_teacher_says_so(database: Database, cast: Cast, name: str) -> None:
    import_id = brought(database, cast, written(builders.bank(), name), f"rivers.{name}")
    with database.writing() as session:
        waiting = importing.get(session, import_id)
        assert session.scalar(select(func.count()).select_from(BankRow)) == 0
        assert (waiting.found.left_out, len(waiting.found.entries), waiting.changes) == (0, 3, None)
        bank_id = importing.keep(session, import_id, **KEPT)
    with database.reading() as session:
        stored = banks.get(session, bank_id)
        assert (stored.bank, stored.owner) == (builders.bank(), cast.hazel.id)
        with pytest.raises(NotFound, match="does not wait any more"):
            importing.get(session, import_id)


@given(
    name=st.sampled_from(list(FORMATS)),
    title=st.sampled_from([each for each in NASTY if each.strip() and each not in ("\x00", "\x1b", "\ufffe")]),
    items=st.lists(sound_items, max_size=5, unique_by=lambda item: item.id),
)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_bank_that_goes_out_comes_into_another_house_as_it_was(
    database: Database, cast: Cast, name: str, title: str, items: list[Item]
) -> None:
    bank = _fitted(builders.bank(title=title), items)
    import_id = brought(database, cast, written(bank, name), f"bank.{name}")
    with database.writing() as session:
        bank_id = importing.keep(session, import_id, **KEPT)
    with database.reading() as session:
        assert banks.get(session, bank_id).bank == bank


def _fitted(bank: Bank, items: list[Item]) -> Bank:
    """Return the bank with those of the items that hold in it."""
    fitted = [replace(item, claims=("c-1",), spans=(), tags=tuple(filter(None, item.tags))) for item in items]
    clean = [item for item in fitted if not any(mark in repr(item) for mark in ("\\x", "\\ufff", "\\ud"))]
    return replace(bank, items=tuple(item for item in clean if not lint(replace(bank, items=(item,)))))


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.just("\x00") | st.just("\ud800"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@given(st.sampled_from(["title", "passages", "claims", "items"]), values)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_a_file_says_it_can_be_looked_at_and_thrown_away(
    database: Database, cast: Cast, name: str, value: object
) -> None:
    document = {**bank_document(builders.bank()), name: value}
    import_id = brought(database, cast, json.dumps(document).encode(), "a.json")
    with database.writing() as session:
        found = importing.get(session, import_id).found
        assert (found.bank is None) == bool(found.problems)
        importing.forget(session, import_id)


def test_items_go_into_a_bank_beside_and_in_place_of_its_own(database: Database, cast: Cast) -> None:
    with database.writing() as session:
        bank_id = a_bank(session, cast.hazel, builders.bank())
    changed = replace(builders.choice(claims=("c-2",)), stem="=What is the Wye?")
    data = items_csv([changed, builders.numeric()]).encode()
    import_id = brought(database, cast, data, "items.csv", target=bank_id)
    with database.writing() as session:
        waiting = importing.get(session, import_id)
        assert waiting.target_title == "Rivers"
        assert waiting.changes is not None
        assert [named.id for named in waiting.changes.items.added] == ["i-4"]
        assert [altered.thing.id for altered in waiting.changes.items.altered] == ["i-2"]
        importing.keep(session, import_id, **KEPT)
    with database.reading() as session:
        stored = banks.get(session, bank_id)
    assert stored.version == 2
    assert stored.bank == builders.bank(
        items=(builders.verdict(), changed, builders.cloze(claims=("c-3",)), builders.numeric())
    )


def test_the_template_makes_a_bank_of_its_own_around_a_text(database: Database, cast: Cast) -> None:
    text = "In 1998 the Fenn valley had 40\ncolonies of bees, and 12 in 2014. The mill museum opened in 1971.\n\n"
    text += "Wild flowers grow on the south side."
    import_id = brought(database, cast, template_csv().encode(), "items.csv", title="The valley", text=text)
    with database.writing() as session:
        assert [entry.problems for entry in importing.get(session, import_id).found.entries] == [()] * 9
        bank = banks.get(session, importing.keep(session, import_id, **KEPT)).bank
    assert (bank.title, len(bank.items), lint(bank)) == ("The valley", 9, ())
    assert [claim.span.of(bank.passages[0].text) for claim in bank.claims] == [text[: text.index(" The mill")]]


def test_what_was_not_understood_is_left_out_only_on_purpose(database: Database, cast: Cast) -> None:
    with database.writing() as session:
        bank_id = a_bank(session, cast.hazel, builders.bank())
    rows = (
        "id,kind,stem,key,claims",
        "i-1,verdict,So,perhaps,c-1",
        ",short_answer,Who?,me,",
        ",verdict,So,true,nowhere",
    )
    data = "\r\n".join(rows).encode()
    import_id = brought(database, cast, data, "items.csv", target=bank_id)
    with database.writing() as session:
        found = importing.get(session, import_id).found
        assert [(entry.place, bool(entry.problems)) for entry in found.entries] == [
            ("Row 2", True), ("Row 3", False), ("Row 4", True),
        ]  # fmt: skip
        with pytest.raises(BadInput, match="Mend the file, or say that they are to be left out"):
            importing.keep(session, import_id, **KEPT)
        importing.keep(session, import_id, leave_out=True, now=NOW)
        bank = banks.get(session, bank_id).bank
    assert bank.items[:3] == builders.bank().items
    assert [item.stem for item in bank.items[3:]] == ["Who?"]
    assert bank.claims == builders.bank().claims


def test_a_file_that_is_wrong_beyond_its_items_keeps_nothing(database: Database, cast: Cast) -> None:
    data = written(builders.bank(), "yaml").replace(b"stance: asserted", b"stance: shouted")
    import_id = brought(database, cast, data, "rivers.yaml")
    with database.writing() as session:
        waiting = importing.get(session, import_id)
        assert waiting.found.bank is None
        assert all(problem.startswith("line ") for problem in waiting.found.problems)
        with pytest.raises(BadInput, match="outside its questions"):
            importing.keep(session, import_id, leave_out=True, now=NOW)


def test_a_bank_that_changed_meanwhile_is_not_written_over(database: Database, cast: Cast) -> None:
    with database.writing() as session:
        bank_id = a_bank(session, cast.hazel, builders.bank())
    import_id = brought(database, cast, written(builders.bank(title="New"), "json"), "a.json", target=bank_id)
    with database.writing() as session:
        banks.change(session, bank_id, lambda bank: replace(bank, title="Meanwhile"), now=NOW)
        assert importing.get(session, import_id).stale
        with pytest.raises(Conflict, match="has changed since this file was read"):
            importing.keep(session, import_id, **KEPT)
        assert banks.get(session, bank_id).bank.title == "Meanwhile"


def test_a_file_is_thrown_away_at_once_or_after_a_day(database: Database, cast: Cast) -> None:
    first = brought(database, cast, template_csv().encode(), "items.csv", title="One")
    with database.writing() as session:
        importing.forget(session, first)
    second = brought(database, cast, template_csv().encode(), "items.csv", title="Two")
    with database.writing() as session:
        looked = importing.look(template_csv().encode(), name="items.csv")
        later = NOW + timedelta(days=2)
        importing.begin(session, looked, owner=cast.hazel.id, target=None, title="Three", now=later)
        assert session.scalar(select(func.count()).select_from(ImportRow)) == 1
        with pytest.raises(NotFound):
            importing.get(session, second)


@pytest.mark.parametrize(
    ("data", "words"),
    [(b"kind,stem,key\r\n", "no question below"), (b"kind,stem,key\r\nverdict,a,true\r\n", "title is empty")],
)
def test_items_without_a_bank_need_a_title_and_at_least_one_row(
    database: Database, cast: Cast, data: bytes, words: str
) -> None:
    with pytest.raises(BadInput, match=words):
        brought(database, cast, data, "items.csv", title="" if "title" in words else "A title")


def test_the_same_question_a_hundred_times_is_refused_and_breaks_nothing() -> None:
    data = b"kind,stem,key\r\n" + b"short_answer,Who?,me\r\n" * 100
    found = importing.meant(importing.look(data, name="items.csv"), None, title="Many")
    assert found.bank is None
    assert "dozens of times" in found.problems[0]
