"""A paper: versions ask the same in another order, and each key fits the letters of its own version."""

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.domain.banks.printing import LETTERS, VERSIONS, PrintedPaper, PrintedQuestion, printed
from quizgen.domain.items.item import Item
from tests import builders
from tests.strategies import sound_items

EVERY_KIND = (
    builders.verdict(), builders.choice(), builders.cloze(), builders.numeric(), builders.short(),
    builders.responses(), builders.finding(), builders.ordering(), builders.matching(),
)  # fmt: skip


def paper(*items: Item, seed: int = 1) -> PrintedPaper:
    bank = builders.bank(items=items)
    return printed(bank, items, title="Rivers", code="1", letters=VERSIONS, rng=random.Random(seed))


def question(item: Item, letter: int = 0, seed: int = 1) -> PrintedQuestion:
    (found,) = paper(item, seed=seed).versions[letter].questions
    return found


def test_versions_ask_the_same_in_another_order() -> None:
    one, other = paper(*EVERY_KIND).versions
    stems = [[each.stem for each in version.questions] for version in (one, other)]
    assert stems[0] != stems[1]
    assert sorted(stems[0]) == sorted(stems[1])
    assert [each.number for each in one.questions] == list(range(1, 10))
    assert (one.letter, other.letter) == ("A", "B")


def test_the_same_seed_makes_the_same_paper() -> None:
    assert paper(*EVERY_KIND, seed=7) == paper(*EVERY_KIND, seed=7)
    assert paper(*EVERY_KIND, seed=7) != paper(*EVERY_KIND, seed=8)


@pytest.mark.parametrize("seed", range(6))
def test_a_key_is_in_the_letters_of_its_version(seed: int) -> None:
    for letter in (0, 1):
        found = question(builders.choice(), letter, seed)
        assert found.options[LETTERS.index(found.key)] == "river"
        found = question(builders.responses(), letter, seed)
        assert {found.options[LETTERS.index(each)] for each in found.key.split(", ")} == {"wet", "long"}
        found = question(builders.ordering(), letter, seed)
        assert [found.options[LETTERS.index(each)] for each in found.key.split()] == list(builders.ordering().key)
        found = question(builders.matching(), letter, seed)
        pairs = {
            (found.lefts[int(each[0]) - 1], found.options[LETTERS.index(each[1])]) for each in found.key.split(", ")
        }
        assert pairs == {(pair.left, pair.right) for pair in builders.matching().key}


def test_each_kind_is_answered_in_its_own_way() -> None:
    assert question(builders.verdict()).marks == ("True", "False", "Unverified")
    assert question(builders.choice()).marks == ("A", "B", "C")
    assert (question(builders.ordering()).marks, question(builders.ordering()).blanks) == ((), 4)
    assert question(builders.cloze()).key == "250 or two hundred and fifty"
    assert question(builders.numeric()).key == "250 kilometres"
    assert question(builders.short()).blanks == 0


@given(st.lists(sound_items, min_size=1, max_size=6))
@settings(max_examples=60, deadline=None)
def test_any_sound_item_can_be_printed_and_its_key_stands_alone(items: list[Item]) -> None:
    bank = builders.bank(items=tuple(items), claims=())
    fitted = [replace(item, claims=()) for item in items]
    made = printed(bank, fitted, title="t", code="1", letters=VERSIONS, rng=random.Random(0))
    for version in made.versions:
        assert len(version.questions) == len(items)
        assert all(each.key for each in version.questions)
