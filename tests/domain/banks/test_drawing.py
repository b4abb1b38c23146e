"""Drawing: even, fair, and the same for the same seed."""

import random
from collections import Counter
from dataclasses import replace
from math import ceil, floor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.domain.banks.bank import Bank
from quizgen.domain.banks.blueprint import Blueprint
from quizgen.domain.banks.drawing import draw
from quizgen.domain.claims.claim import Verdict
from quizgen.domain.errors import NotAllowed
from quizgen.domain.items.item import Basis, Item, Status
from tests.builders import bank, choice, claim, cloze, verdict

CLAIMS = tuple(f"c-{number}" for number in range(8))


def an_item(number: int, claims: tuple[str, ...], shape: int) -> Item:
    name = f"i-{number}"
    if shape < 3:
        return verdict(name, claims or ("c-0",), list(Verdict)[shape])
    if shape == 3:
        return verdict(name, claims or ("c-0",), status=Status.QUEUED)
    return choice(name, claims) if shape == 4 else cloze(name, claims)


claim_lists = st.lists(st.sampled_from(CLAIMS), max_size=3, unique=True).map(tuple)
some_items = st.lists(st.tuples(claim_lists, st.integers(0, 5)), max_size=14).map(
    lambda shapes: tuple(an_item(number, claims, shape) for number, (claims, shape) in enumerate(shapes))
)
some_banks = st.builds(
    lambda items, conflicts: bank(
        claims=tuple(claim(name) for name in CLAIMS), items=items, conflicts=tuple(conflicts)
    ),
    some_items,
    st.lists(st.tuples(st.sampled_from(CLAIMS), st.sampled_from(CLAIMS)), max_size=4),
)


def drawn(one: Bank, blueprint: Blueprint, seed: int) -> tuple[Item, ...]:
    try:
        return draw(one, blueprint, rng=random.Random(seed))
    except NotAllowed:
        return ()


@given(some_banks, st.integers(1, 10), st.integers(0, 99))
@settings(max_examples=200, deadline=None)
def test_no_two_items_share_a_claim_or_stand_on_two_sides_of_a_conflict(one: Bank, count: int, seed: int) -> None:
    items = drawn(one, Blueprint(count), seed)
    assert len(items) <= count
    used = Counter(name for item in items for name in item.claims)
    assert all(times == 1 for times in used.values())
    for first, second in one.conflicts:
        sides = [item for item in items if {first, second} & set(item.claims)]
        assert len(sides) <= 1


@given(some_banks, st.integers(1, 10), st.integers(0, 99))
@settings(deadline=None)
def test_only_ready_items_are_drawn_each_once_and_the_seed_decides(one: Bank, count: int, seed: int) -> None:
    items = drawn(one, Blueprint(count), seed)
    assert len({item.id for item in items}) == len(items)
    assert set(items) <= set(one.ready())
    assert items == drawn(one, Blueprint(count), seed)
    assert bool(items) is bool(one.ready())


@given(some_banks, st.integers(0, 99))
@settings(deadline=None)
def test_nothing_that_still_fits_is_left_out_of_a_large_quiz(one: Bank, seed: int) -> None:
    items = drawn(one, Blueprint(100), seed)
    barred = {name for item in items for name in item.claims}
    enemies = {b for a, b in one.conflicts if a in barred} | {a for a, b in one.conflicts if b in barred}
    for item in one.ready():
        assert item in items or set(item.claims) & (barred | enemies)


def wide(each: int = 12) -> Bank:
    """Return a bank with as many items of every verdict as of each other kind, each on a claim of its own."""
    items = tuple(an_item(number, (f"c-{number}",), (0, 1, 2, 4, 5)[number % 5]) for number in range(5 * each))
    return bank(claims=tuple(claim(f"c-{number}") for number in range(5 * each)), items=items)


@given(st.integers(1, 30), st.integers(0, 99))
@settings(deadline=None)
def test_keys_and_kinds_get_their_share_rounded_up_or_down(count: int, seed: int) -> None:
    items = draw(wide(), Blueprint(count), rng=random.Random(seed))
    groups = Counter((item.kind, item.key_text() if item.kind == "verdict" else "") for item in items)
    kinds = Counter(item.kind for item in items)
    assert len(items) == count
    for kind, weight in (("verdict", 60), ("single_choice", 20), ("cloze", 20)):
        assert floor(count * weight / 100) <= kinds[kind] <= ceil(count * weight / 100)
    for key, share in (("True", 21), ("False", 21), ("Unverified", 18)):
        assert floor(count * share / 100) <= groups["verdict", key] <= ceil(count * share / 100)


def test_what_does_not_divide_evenly_goes_to_a_different_group_each_time() -> None:
    kinds = Counter(draw(wide(), Blueprint(1), rng=random.Random(seed))[0].kind for seed in range(100))
    assert set(kinds) == {"verdict", "single_choice", "cloze"}


def test_a_key_that_is_rare_gives_way() -> None:
    items = (verdict("i-0", ("c-0",), Verdict.FALSE), *(verdict(f"i-{n}", (f"c-{n}",)) for n in range(1, 8)))
    one = bank(claims=tuple(claim(name) for name in CLAIMS), items=items)
    keys = Counter(item.key_text() for item in draw(one, Blueprint(5), rng=random.Random(1)))
    assert keys == {"True": 4, "False": 1}


def test_different_seeds_give_different_papers() -> None:
    assert len({draw(wide(), Blueprint(10), rng=random.Random(seed)) for seed in range(10)}) == 10


def test_a_blueprint_narrows_kinds_and_basis() -> None:
    items = (
        verdict("i-1", ("c-1",)),
        verdict("i-2", ("c-2",), Verdict.UNVERIFIED, Basis.EVIDENCE),
        cloze(claims=("c-3",)),
    )
    one = bank(items=items)
    assert drawn(one, Blueprint(9, kinds=("cloze",)), 1) == (items[2],)
    assert drawn(one, Blueprint(9, basis=Basis.EVIDENCE), 1) == (items[1],)
    assert drawn(one, Blueprint(9, kinds=("cloze",), basis=Basis.EVIDENCE), 1) == ()


def test_a_bank_without_a_fitting_item_says_so() -> None:
    with pytest.raises(NotAllowed, match="no ready question that fits"):
        draw(bank(items=()), Blueprint(3), rng=random.Random(1))


def test_an_unlucky_start_does_not_leave_a_paper_short() -> None:
    wide = choice("i-9", claims=("c-1", "c-2", "c-3"))
    singles = tuple(verdict(f"i-{number}", (f"c-{number}",)) for number in (1, 2, 3))
    rich = bank(items=(*singles, wide))
    assert {len(draw(rich, Blueprint(count=3), rng=random.Random(seed))) for seed in range(50)} == {3}


def test_difficulty_and_shares_bound_what_is_drawn() -> None:
    items = tuple(
        replace(verdict(f"i-{n}", (f"c-{n}",), list(Verdict)[n % 3]), difficulty=n % 5 + 1) for n in range(30)
    )
    one = bank(claims=tuple(claim(f"c-{n}") for n in range(30)), items=items)
    middle = drawn(one, Blueprint(30, easiest=2, hardest=3), 1)
    assert {item.difficulty for item in middle} == {2, 3}
    assert len(middle) == 12
    shares = {Verdict.TRUE: 50, Verdict.FALSE: 50, Verdict.UNVERIFIED: 0}
    keys = Counter(item.key_text() for item in drawn(one, Blueprint(10, shares=shares), 1))
    assert keys == {"True": 5, "False": 5}
    assert len(drawn(one, Blueprint(30, shares=shares), 1)) == 20


@given(st.integers(1, 36), st.integers(0, 100), st.integers(0, 100), st.integers(0, 99))
@settings(deadline=None)
def test_shares_are_met_wherever_the_bank_allows(count: int, first: int, second: int, seed: int) -> None:
    true, false = min(first, second), abs(first - second)
    shares = {Verdict.TRUE: true, Verdict.FALSE: false, Verdict.UNVERIFIED: 100 - true - false}
    items = tuple(verdict(f"i-{n}", (f"c-{n}",), list(Verdict)[n % 3]) for n in range(108))
    one = bank(claims=tuple(claim(f"c-{n}") for n in range(108)), items=items)
    keys = Counter(item.key_text().lower() for item in drawn(one, Blueprint(count, shares=shares), seed))
    assert keys.total() == count
    for key, share in shares.items():
        assert floor(count * share / 100) <= keys[key.value] <= ceil(count * share / 100)


@pytest.mark.parametrize(
    ("blueprint", "problem"),
    [
        (Blueprint(0), "at least one question"),
        (Blueprint(1, shares={Verdict.TRUE: 50}), "make 100 together"),
        (Blueprint(1, easiest=4, hardest=2), "the easier bound first"),
    ],
)
def test_what_no_quiz_can_be_is_told(blueprint: Blueprint, problem: str) -> None:
    assert problem in " ".join(blueprint.problems())
    assert Blueprint(1).problems() == ()


def test_claims_that_say_the_same_count_as_one() -> None:
    names = ("c-0", "c-1", "c-2", "c-3")
    said = (None, "c-0", "c-1", None)
    claims = tuple(replace(claim(name), repeats=first) for name, first in zip(names, said, strict=True))
    one = bank(claims=claims, items=tuple(verdict(f"i-{name}", (name,)) for name in names))
    for seed in range(20):
        found = [item.claims[0] for item in drawn(one, Blueprint(4), seed)]
        assert len(found) == 2
        assert "c-3" in found
