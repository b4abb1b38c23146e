"""The bank page tells the key of every kind in words, and ticks each right option."""

import pytest

from quizgen.domain.items.item import Item
from quizgen.storage.engine import Database
from tests import builders
from tests.cast import Cast
from tests.stored import a_bank, a_class
from tests.web.conftest import Browser


@pytest.mark.parametrize(
    ("item", "kind", "key", "ticks"),
    [
        (builders.numeric(tolerance="5"), "Number", "250 kilometres (up to 5 more or less)", 0),
        (builders.responses(), "Multiple choice, several right", "wet; long", 2),
        (builders.finding(), "Find the sentence", "It may flood in spring.", 1),
        (builders.ordering(), "Put in order", "1. spring; 2. brook; 3. river; 4. estuary", 0),
        (builders.matching(), "Match pairs", "Wye: Hereford; Thames: London; Severn: Worcester", 0),
        (builders.short(), "Short answer", "Plynlimon or on Plynlimon", 0),
    ],
    ids=lambda value: getattr(value, "kind", None),
)
def test_a_teacher_reads_the_key(
    hazel: Browser, database: Database, cast: Cast, item: Item, kind: str, key: str, ticks: int
) -> None:
    with database.writing() as session:
        bank = a_bank(session, cast.hazel, builders.bank(items=(item,)))
    page = hazel.text(f"/banks/{bank}?claim=c-1")
    assert f"<span>{kind}</span>" in page
    assert f"<strong>{key}</strong>" in page
    assert page.count('class="is-key"') == ticks


def test_kinds_can_be_picked_when_a_quiz_is_published(hazel: Browser, database: Database, cast: Cast) -> None:
    items = (builders.numeric(), builders.ordering(), builders.short())
    with database.writing() as session:
        a_class(session, cast.hazel)
        bank = a_bank(session, cast.hazel, builders.bank(items=items))
    page = hazel.text(f"/banks/{bank}/publish")
    assert [item.kind for item in items if f'value="{item.kind}"' not in page] == []
