"""The bank as a value: what it finds by id, and what may enter a quiz."""

import pytest

from quizgen.domain.items.item import Status
from tests.builders import bank, choice, claim, passage, verdict


def test_things_are_found_by_their_id() -> None:
    one = bank()
    assert one.passage("p1") == one.passages[0]
    assert one.claim("c-2") == one.claims[1]
    assert one.item("i-3") == one.items[2]
    for look in (one.passage, one.claim, one.item):
        with pytest.raises(KeyError):
            look("none")


def test_queued_items_wait() -> None:
    one = bank(items=(verdict("i-1"), verdict("i-2", status=Status.QUEUED)))
    assert [item.id for item in one.ready()] == ["i-1"]


def test_an_item_is_about_the_passage_of_its_first_claim_or_the_first_of_the_bank() -> None:
    other = passage("Another text.", "p2")
    one = bank(passages=(passage(), other), claims=(claim(), claim("c-9")))
    assert one.passage_of(choice(claims=("c-1",))).id == "p1"
    assert one.passage_of(choice(claims=())).id == "p1"
