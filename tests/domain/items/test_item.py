"""What every item has, and the self-test that any bank can run."""

from dataclasses import dataclass, replace

import pytest
from hypothesis import given

from quizgen.domain.claims.claim import Verdict
from quizgen.domain.document import Fields
from quizgen.domain.items.item import InvalidResponse, Item, Samples, Status, self_test
from quizgen.domain.items.kinds import KINDS
from quizgen.domain.items.verdict import VerdictItem
from tests.builders import choice, verdict
from tests.strategies import items, sound_items, texts


@given(sound_items)
def test_every_sound_item_is_valid_and_passes_its_own_samples(item: Item) -> None:
    assert item.problems() == ()
    assert self_test(item) == ()


@given(sound_items, texts)
def test_any_response_is_refused_or_gets_a_credit_from_nought_to_one(item: Item, raw: str) -> None:
    try:
        response = item.read_response(raw)
    except InvalidResponse:
        return
    assert response
    assert 0 <= item.credit(response) <= 1
    assert item.read_response(response) == response


@given(sound_items)
def test_the_key_is_readable_and_its_fields_read_back(item: Item) -> None:
    assert item.key_text()
    problems: list[object] = []
    own = type(item).read_own(Fields(item.own_document(), "", problems))  # type: ignore[arg-type]
    assert problems == []
    assert all(getattr(item, name) == value for name, value in own.items())


@given(items)
def test_looking_for_problems_never_fails(item: Item) -> None:
    assert all(isinstance(problem, str) for problem in item.problems())


def test_each_kind_is_registered_under_its_own_name() -> None:
    assert {name: kind.kind for name, kind in KINDS.items()} == {name: name for name in KINDS}
    assert {"verdict", "single_choice", "cloze"} <= set(KINDS)


@pytest.mark.parametrize(
    ("item", "problem"),
    [
        (replace(verdict(), stem=" \n"), "the stem is empty"),
        (replace(verdict(), difficulty=0), "difficulty runs from 1 to 5, not 0"),
        (replace(verdict(), difficulty=6), "difficulty runs from 1 to 5, not 6"),
        (replace(verdict(), status=Status.QUEUED), "a queued item says why"),
        (replace(verdict(), claims=()), "a verdict item names the claim it is about"),
        (choice(options=("river",)), "single choice needs two to eight options, not 1"),
        (choice(options=("river", *"abcdefgh")), "single choice needs two to eight options, not 9"),
        (choice(options=("river", "River ")), "two options say the same"),
        (choice(options=("river", " ")), "an option is empty"),
        (choice(options=("lake", "hill")), "the key must be the text of one of the options"),
    ],
)
def test_what_is_wrong_is_said_in_one_sentence(item: Item, problem: str) -> None:
    assert problem in item.problems()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Careless(VerdictItem):
    """An item whose samples lie."""

    lying: Samples

    def samples(self) -> Samples:
        return self.lying


@pytest.mark.parametrize(
    ("samples", "failure"),
    [
        (Samples("false", "false", "perhaps"), "the right sample does not get full credit"),
        (Samples("perhaps", "false", "perhaps"), "the right sample does not get full credit"),
        (Samples("true", "true", "perhaps"), "the wrong sample gets credit, or is refused"),
        (Samples("true", "perhaps", "perhaps"), "the wrong sample gets credit, or is refused"),
        (Samples("true", "false", "unverified"), "the invalid sample is accepted"),
    ],
)
def test_the_self_test_finds_samples_that_do_not_behave(samples: Samples, failure: str) -> None:
    sound = verdict(key=Verdict.TRUE)
    careless = _Careless(
        id="i-1", basis=sound.basis, claims=sound.claims, stem=sound.stem, rationale="", key=sound.key, lying=samples
    )
    assert self_test(careless) == (failure,)
