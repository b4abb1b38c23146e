"""Banks to draw sheets from: sound items of every kind, each about a claim of its own."""

from dataclasses import replace

from hypothesis import strategies as st

from quizgen.domain.banks.bank import Bank
from quizgen.domain.items.item import Basis, Item
from tests.builders import bank, claim
from tests.strategies import sound_items


def bank_of(items: list[Item]) -> Bank:
    """Return a bank of these items, all about the passage; each has a claim and an id of its own."""
    claims = tuple(claim(f"c-{number}") for number in range(len(items)))
    own = (
        replace(item, id=f"i-{number}", claims=(f"c-{number}",), basis=Basis.PASSAGE, spans=())
        for number, item in enumerate(items)
    )
    return bank(claims=claims, items=tuple(own))


sound_banks = st.lists(sound_items, min_size=1, max_size=12).map(bank_of)
