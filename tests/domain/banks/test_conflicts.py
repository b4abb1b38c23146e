"""Two claims that cannot both hold: which side holds, and what becomes of the items of each."""

from dataclasses import replace

import pytest

from quizgen.domain.banks.bank import Bank
from quizgen.domain.banks.conflicts import Side, waits_for_conflict, why_in_conflict, with_settled_conflict
from quizgen.domain.banks.consequences import consequences
from quizgen.domain.banks.lint import lint
from quizgen.domain.errors import Conflict
from quizgen.domain.items.item import Basis, Status
from quizgen.domain.items.verdict import VerdictItem
from tests import builders

WHY = why_in_conflict("The Wye is a lake.")
ONE, OTHER = builders.claim("c-1"), builders.claim("c-2", 30, 55)


def waiting(name: str, claim: str) -> VerdictItem:
    return replace(builders.verdict(name, (claim,), status=Status.QUEUED), why=WHY)


BANK = builders.bank(
    claims=(ONE, OTHER),
    conflicts=(("c-1", "c-2"),),
    items=(
        waiting("i-1", "c-1"),
        waiting("i-2", "c-2"),
        builders.choice("i-3", ("c-2",)),
        builders.verdict("i-4", ("c-1",), status=Status.QUEUED),
        builders.verdict("i-5", ("c-2",), builders.Verdict.UNVERIFIED, Basis.EVIDENCE),
    ),
)


def statuses(bank: Bank) -> dict[str, Status]:
    assert bank.conflicts == ()
    assert lint(bank) == ()
    return {item.id: item.status for item in bank.items}


@pytest.mark.parametrize(
    ("holds", "expected"),
    [
        (Side.THIS, {"i-1": Status.READY, "i-3": Status.QUEUED, "i-4": Status.QUEUED, "i-5": Status.READY}),
        (Side.OTHER, {"i-2": Status.READY, "i-3": Status.READY, "i-4": Status.QUEUED, "i-5": Status.READY}),
        (Side.NEITHER, {"i-3": Status.QUEUED, "i-4": Status.QUEUED, "i-5": Status.READY}),
        (
            Side.BOTH,
            {
                "i-1": Status.READY,
                "i-2": Status.READY,
                "i-3": Status.READY,
                "i-4": Status.QUEUED,
                "i-5": Status.READY,
            },
        ),
    ],
)
def test_what_waited_for_the_conflict_becomes_ready_or_goes(holds: Side, expected: dict[str, Status]) -> None:
    assert statuses(with_settled_conflict(BANK, "c-1", "c-2", holds)) == expected


def test_the_sides_are_those_of_whoever_asks() -> None:
    one, other = Side.THIS, Side.OTHER
    assert with_settled_conflict(BANK, "c-1", "c-2", one) == with_settled_conflict(BANK, "c-2", "c-1", other)


def test_what_waits_for_another_conflict_goes_on_waiting() -> None:
    third = builders.claim("c-3", 56, 81)
    bank = replace(BANK, claims=(ONE, OTHER, third), conflicts=(("c-1", "c-2"), ("c-3", "c-1")))
    after = with_settled_conflict(bank, "c-1", "c-2", Side.THIS)
    assert waits_for_conflict(after.item("i-1"))
    last = with_settled_conflict(after, "c-1", "c-3", Side.THIS)
    assert last.item("i-1").status is Status.READY


def test_a_conflict_is_settled_once() -> None:
    with pytest.raises(Conflict):
        with_settled_conflict(with_settled_conflict(BANK, "c-1", "c-2", Side.BOTH), "c-1", "c-2", Side.THIS)


def test_consequences_name_the_items_as_they_were() -> None:
    found = consequences(BANK, with_settled_conflict(BANK, "c-1", "c-2", Side.THIS))
    told = [[item.id for item in items] for items in (found.gone, found.waits, found.ready, found.keyed, found.new)]
    assert told == [["i-2"], ["i-3"], ["i-1"], [], []]
    assert found
    assert not consequences(BANK, BANK)
