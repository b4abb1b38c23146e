"""Banks: kept in immutable versions, read back as they were."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from quizgen.domain.banks.bank import Bank
from quizgen.domain.errors import BadBank, Conflict, NotFound
from quizgen.domain.items.item import Status
from quizgen.domain.passages.passage import Passage
from quizgen.services import banks, quizzes
from quizgen.storage.engine import Database
from quizgen.storage.tables import BankVersionRow, PassageRow
from tests import builders
from tests.cast import NOW, Cast
from tests.statements import statements_of
from tests.stored import a_bank, a_quiz, big_bank
from tests.threads import at_once

LATER = NOW + timedelta(days=1)


def put(database: Database, bank: Bank, slug: str = "rivers") -> int:
    with database.writing() as session:
        return banks.put_shipped(session, slug, bank, now=LATER)


def test_a_bank_comes_back_as_it_was(database: Database, cast: Cast) -> None:
    with database.writing() as session:
        bank_id = banks.add(session, big_bank(), owner=cast.hazel.id, now=NOW, report={"words": 12})
    with database.reading() as session:
        stored = banks.get(session, bank_id)
        assert banks.version(session, stored.version_id) == stored
    assert stored.bank == big_bank()
    assert (stored.version, stored.owner, stored.report, stored.made) == (1, cast.hazel.id, {"words": 12}, NOW)


texts = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), min_size=1, max_size=60)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(titles=st.lists(texts, min_size=1, max_size=3), body=texts, source=st.none() | st.just("sources/wye.md"))
def test_any_texts_come_back_as_they_were(database: Database, titles: list[str], body: str, source: str | None) -> None:
    passages = tuple(
        Passage(f"p{number}", title, f"{number} {body}", source) for number, title in enumerate(titles, start=1)
    )
    bank = builders.bank(title=titles[0], passages=passages)
    with database.writing() as session:
        bank_id = banks.add(session, bank, owner=None, now=NOW)
    with database.reading() as session:
        assert banks.get(session, bank_id).bank == bank


def test_the_same_text_is_kept_once(database: Database, cast: Cast) -> None:
    with database.writing() as session:
        for _ in range(3):
            a_bank(session, cast.hazel)
        assert session.scalar(select(func.count()).select_from(PassageRow)) == 1


def test_a_bank_that_could_not_be_read_back_is_not_kept(database: Database) -> None:
    with database.writing() as session:
        with pytest.raises(BadBank, match="title"), session.begin_nested():
            banks.add(session, builders.bank(title=""), owner=None, now=NOW)
        assert session.scalar(select(func.count()).select_from(BankVersionRow)) == 0


def test_teachers_see_their_own_newest_first_and_then_the_shipped_by_title(database: Database, cast: Cast) -> None:
    with database.writing() as session:
        for number, title in enumerate(["old", "new"]):
            made = NOW + timedelta(hours=number)
            banks.add(session, big_bank(title=title), owner=cast.hazel.id, now=made)
        banks.add(session, big_bank(title="theirs"), owner=cast.basil.id, now=NOW)
        for slug in ("wye", "Avon"):
            banks.put_shipped(session, slug, big_bank(title=slug), now=NOW)
        cards = banks.visible_to(session, cast.hazel.id)
    assert [(card.title, card.shipped, card.slug) for card in cards] == [
        ("new", False, None),
        ("old", False, None),
        ("Avon", True, "Avon"),
        ("wye", True, "wye"),
    ]


def test_the_card_counts_claims_and_items_by_status(database: Database, cast: Cast) -> None:
    queued = builders.verdict("i-9", status=Status.QUEUED)
    bank = builders.bank(items=(*builders.bank().items, queued))
    with database.writing() as session:
        a_bank(session, cast.hazel, bank)
        (card,) = banks.visible_to(session, cast.hazel.id)
    assert (card.claims, card.ready, card.queued, card.made) == (3, 3, 1, NOW)


def test_a_shipped_bank_gets_a_new_version_only_when_it_says_something_else(database: Database) -> None:
    bank_id = put(database, big_bank())
    assert put(database, big_bank()) == bank_id
    with database.reading() as session:
        first = banks.get(session, bank_id)
    assert first.version == 1
    assert put(database, replace(big_bank(), title="Rivers, again")) == bank_id
    with database.reading() as session:
        second = banks.get(session, bank_id)
        assert (second.version, second.bank.title) == (2, "Rivers, again")
        assert banks.version(session, first.version_id).bank == big_bank()


def test_another_wording_of_the_passage_is_another_version(database: Database) -> None:
    bank_id = put(database, big_bank())
    reworded = replace(big_bank(), passages=(builders.passage(builders.TEXT.replace("Wye", "Lee")),))
    put(database, reworded)
    with database.reading() as session:
        assert banks.get(session, bank_id).bank == reworded


def test_shipping_at_once_makes_one_bank(database: Database) -> None:
    found = at_once(*[lambda: put(database, big_bank())] * 4)
    assert len(set(found)) == 1
    with database.reading() as session:
        assert banks.get(session, found[0]).version == 1


def test_a_bank_that_is_not_there_is_not_found(database: Database) -> None:
    with database.reading() as session:
        for read in (banks.get, banks.version, banks.bank_of_version):
            with pytest.raises(NotFound):
                read(session, 1)


def test_the_list_costs_one_query_and_reads_no_bank(database: Database, cast: Cast) -> None:
    with database.writing() as session:
        for _ in range(4):
            a_bank(session, cast.hazel)
    with database.reading() as session, statements_of(session) as sent:
        assert len(banks.visible_to(session, cast.hazel.id)) == 4
    assert len(sent) == 1
    assert "document" not in sent[0]


def test_a_bank_that_was_read_lately_is_not_read_again(database: Database, cast: Cast) -> None:
    with database.writing() as session:
        version_id = banks.get(session, a_bank(session, cast.hazel)).version_id
    with database.reading() as session, statements_of(session) as sent:
        assert banks.bank_of_version(session, version_id) == big_bank()
    assert len(sent) == 1
    assert "document" not in sent[0]


WAITING = builders.bank(items=(*builders.bank().items, builders.verdict("i-9", status=Status.QUEUED)))


@pytest.mark.parametrize("status_ready", [True, False])
def test_a_queued_item_is_made_ready_or_taken_out_in_a_new_version(
    database: Database, cast: Cast, status_ready: bool
) -> None:
    with database.writing() as session:
        bank_id = banks.add(session, WAITING, owner=cast.hazel.id, now=NOW, report={"words": 12})
        first = banks.get(session, bank_id)
        banks.settle(session, bank_id, "i-9", status_ready=status_ready, now=LATER)
    with database.reading() as session:
        second = banks.get(session, bank_id)
        (card,) = banks.visible_to(session, cast.hazel.id)
        assert banks.version(session, first.version_id).bank == WAITING
    used = (builders.verdict("i-9"),) if status_ready else ()
    assert second.bank == replace(WAITING, items=(*builders.bank().items, *used))
    assert (second.version, second.report, second.made) == (2, {"words": 12}, LATER)
    assert (card.ready, card.queued) == (3 + len(used), 0)


@pytest.mark.parametrize("status_ready", [True, False])
def test_an_item_is_settled_once(database: Database, cast: Cast, status_ready: bool) -> None:
    with database.writing() as session:
        bank_id = a_bank(session, cast.hazel, WAITING)
        banks.settle(session, bank_id, "i-9", status_ready=status_ready, now=LATER)
        for again in (True, False):
            with pytest.raises(Conflict, match="does not wait any more"):
                banks.settle(session, bank_id, "i-9", status_ready=again, now=LATER)
        assert banks.get(session, bank_id).version == 2


def test_what_is_not_there_cannot_be_settled(database: Database, cast: Cast) -> None:
    with database.writing() as session:
        bank_id = a_bank(session, cast.hazel, WAITING)
        for missing in ((bank_id, "i-0"), (bank_id + 1, "i-9")):
            with pytest.raises(NotFound):
                banks.settle(session, *missing, status_ready=True, now=LATER)


def test_a_published_quiz_keeps_its_version_when_an_item_is_settled(database: Database, cast: Cast) -> None:
    with database.writing() as session:
        quiz = quizzes.get(session, a_quiz(session, cast.hazel, bank=WAITING, count=2))
        banks.settle(session, quiz.bank_id, "i-9", status_ready=True, now=LATER)
        kept = quizzes.get(session, quiz.id).bank_version_id
        assert banks.bank_of_version(session, kept) == WAITING


def test_items_settled_at_once_are_all_settled(database: Database, cast: Cast) -> None:
    waiting = [builders.verdict(f"i-{number}", status=Status.QUEUED) for number in range(3)]
    with database.writing() as session:
        bank_id = a_bank(session, cast.hazel, builders.bank(items=tuple(waiting)))

    def settle(item_id: str) -> None:
        with database.writing() as session:
            banks.settle(session, bank_id, item_id, status_ready=True, now=LATER)

    at_once(*[lambda item_id=item.id: settle(item_id) for item in waiting])
    with database.reading() as session:
        assert len(banks.get(session, bank_id).bank.ready()) == 3
