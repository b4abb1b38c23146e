"""Conflicts between claims: what waits because of one, and what follows when a person has settled it."""

from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum

from quizgen.domain.banks.bank import Bank
from quizgen.domain.errors import Conflict
from quizgen.domain.items.item import Basis, Item, Status

_OPENING = "Another sentence of the passage seems to say otherwise"
SETTLED = "This conflict is settled already. Look at the claim again."


class Side(StrEnum):
    """Which of two claims in conflict holds, as far as the passage goes."""

    THIS = "this"
    OTHER = "other"
    NEITHER = "neither"
    BOTH = "both"


def why_in_conflict(other: str) -> str:
    """Return why an item waits whose claim cannot hold together with the statement ``other``."""
    return f"{_OPENING}: “{other}”"


def waits_for_conflict(item: Item) -> bool:
    """Tell whether the item waits because its claim is in conflict with another one."""
    return item.status is Status.QUEUED and (item.why or "").startswith(_OPENING)


def with_settled_conflict(bank: Bank, claim_id: str, other_id: str, holds: Side) -> Bank:
    """Return the bank without the conflict of two claims.

    Items of a side that holds are ready, unless its claim has another conflict; those of a side that does not hold go
    when they waited for this, and wait for the teacher when they were ready: only items from the passage, since what
    evidence says of a claim is not settled here. Raises Conflict when the two are not in conflict.
    """
    pairs = tuple(pair for pair in bank.conflicts if set(pair) != {claim_id, other_id})
    if len(pairs) == len(bank.conflicts):
        raise Conflict(SETTLED)
    left = {each for pair in pairs for each in pair}
    standing = {
        claim_id: holds in (Side.THIS, Side.BOTH),
        other_id: holds in (Side.OTHER, Side.BOTH),
    }
    return replace(bank, conflicts=pairs, items=tuple(_settled(bank, standing, left)))


def _settled(bank: Bank, standing: dict[str, bool], left: set[str]) -> Iterator[Item]:
    for item in bank.items:
        sides = [claim for claim in item.claims if claim in standing]
        if not sides or item.basis is Basis.EVIDENCE:
            yield item
        elif all(standing[claim] for claim in sides):
            is_free = waits_for_conflict(item) and left.isdisjoint(item.claims)
            yield replace(item, status=Status.READY, why=None) if is_free else item
        elif item.status is Status.READY:
            statement = bank.claim(next(claim for claim in sides if not standing[claim])).statement
            yield replace(item, status=Status.QUEUED, why=f"You settled that this claim does not hold: “{statement}”")
        elif not waits_for_conflict(item):
            yield item
