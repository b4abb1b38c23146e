"""Drawing a sheet: what may be asked, how much of each operation, no two about one claim, some keys wrong."""

import random
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.domain.banks.bank import Bank
from quizgen.domain.claims.claim import Verdict
from quizgen.domain.errors import NotAllowed
from quizgen.domain.items.item import Basis, Item, Status
from quizgen.domain.items.kinds import KINDS
from quizgen.domain.passages.span import Span
from quizgen.domain.reviewing.sheet import MOST_PLANTED, Question, Sheet, Wanted, make_sheet
from tests.builders import bank, claim, cloze, numeric, verdict
from tests.domain.reviewing.banks import bank_of, sound_banks


def sheet(of: Bank, count: int = 100, seed: int = 0, **wanted: object) -> Sheet:
    everything: dict[str, object] = {"kinds": tuple(KINDS), **wanted}
    return make_sheet(of, Wanted(count, **everything), rng=random.Random(seed))  # type: ignore[arg-type]


def made_by(*makers: str) -> Bank:
    """Return a bank of verdict items, one for each name of an operation."""
    return bank_of([replace(verdict(), maker=maker, stem=f"{n} holds.") for n, maker in enumerate(makers)])


def test_a_reader_is_asked_in_random_order_by_names_that_tell_nothing() -> None:
    of = made_by(*["a"] * 30)
    one, same, other = sheet(of), sheet(of), sheet(of, seed=1)
    assert one == same
    assert one != other
    assert [question.name for question in one.questions] == [f"q{number}" for number in range(1, 31)]
    assert [question.item.id for question in one.questions] != [item.id for item in of.items]


def test_only_ready_items_of_the_wanted_kinds_that_the_text_settles_are_asked() -> None:
    items: list[Item] = [
        verdict("i-1", ("c-1",)),
        verdict("i-2", ("c-2",), basis=Basis.EVIDENCE),
        verdict("i-3", ("c-3",), status=Status.QUEUED),
        cloze("i-4", ("c-4",)),
        numeric("i-5", ("c-5",)),
    ]
    of = bank(claims=tuple(claim(f"c-{number}") for number in range(1, 6)), items=tuple(items))
    assert {one.item.id for one in sheet(of).questions} == {"i-1", "i-4", "i-5"}
    assert {one.item.id for one in sheet(of, with_queued=True).questions} == {"i-1", "i-3", "i-4", "i-5"}
    assert {one.item.id for one in sheet(of, kinds=("cloze",)).questions} == {"i-4"}
    with pytest.raises(NotAllowed, match="no question that fits"):
        sheet(of, kinds=("matching",))


def test_no_two_questions_are_about_one_claim() -> None:
    items = tuple(verdict(f"i-{number}", (f"c-{number % 3}", "c-3")[: 1 + number % 2]) for number in range(9))
    of = bank(claims=tuple(claim(f"c-{number}") for number in range(4)), items=items)
    for seed in range(10):
        asked = [name for question in sheet(of, seed=seed).questions for name in question.item.claims]
        assert len(asked) == len(set(asked))


def test_rare_operations_are_served_first_and_the_rest_by_chance() -> None:
    of = made_by(*["often"] * 40, *["rare"] * 2, "once")
    drawn = Counter(question.operation for question in sheet(of, count=12, per_operation=3).questions)
    assert drawn == {"often": 9, "rare": 2, "once": 1}
    assert len(sheet(of, count=12).questions) == 12
    assert Counter(question.operation for question in sheet(of, 4, per_operation=3).questions)["once"] == 1


def test_items_written_by_hand_are_an_operation_of_their_own() -> None:
    assert sheet(bank_of([verdict()])).questions[0].operation == "by hand"


def test_planted_keys_are_wrong_and_at_most_a_quarter() -> None:
    of = made_by(*["a"] * 20)
    questions = sheet(of, planted=3).questions
    planted = [question for question in questions if question.planted]
    assert len(planted) == 3
    for question in planted:
        assert question.planted is not None
        assert question.planted == replace(question.item, key=question.planted.key)  # type: ignore[attr-defined]
        assert question.planted.key_text() != question.item.key_text()
    assert sum(question.planted is not None for question in sheet(of, planted=20).questions) == 20 // MOST_PLANTED
    assert {question.item for question in questions} == set(of.items)


def test_the_place_names_the_text_and_the_paragraph_of_the_first_span() -> None:
    item = replace(verdict(), spans=(Span(30, 40),))
    of = bank(items=(item, verdict("i-2", ("c-2",)), replace(cloze(), claims=())))
    places = {question.item.id: question.place for question in sheet(of).questions}
    assert places == {"i-1": "text 1, near paragraph 1", "i-2": "text 1, near paragraph 1", "i-3": "text 1"}


def test_the_context_stands_apart_from_the_statement() -> None:
    plain, leaning = verdict(stem="It burned."), verdict(stem='[Context: "The "old" mill stood."] It burned.')
    assert (Question("q1", "", plain).context, Question("q1", "", plain).statement) == ("", "It burned.")
    question = Question("q1", "", leaning)
    assert (question.context, question.statement) == ('The "old" mill stood.', "It burned.")
    bare = Question("q1", "", verdict(stem="[Context: The mill stood.] It burned."))
    assert (bare.context, bare.statement) == ("The mill stood.", "It burned.")


@given(sound_banks, st.integers(1, 15), st.integers(0, 4), st.integers(0, 5), st.integers(0, 99))
def test_a_sheet_holds_what_was_wanted_of_any_bank(of: Bank, count: int, each: int, planted: int, seed: int) -> None:
    ready = [item for item in of.items if item.status is Status.READY]
    questions = sheet(of, count, seed, per_operation=each, planted=planted).questions
    assert len(questions) == min(count, len(ready))
    assert len({question.item.id for question in questions}) == len(questions)
    assert all(question.item.problems() == () for question in questions)
    wrong = [question.planted for question in questions if question.planted]
    assert len(wrong) <= min(planted, len(questions) // MOST_PLANTED)
    assert all(item.problems() == () for item in wrong)


def test_every_verdict_can_be_planted() -> None:
    of = bank_of([verdict(key=Verdict.TRUE, stem=f"{number} holds.") for number in range(80)])
    planted = [question.planted for question in sheet(of, planted=20).questions if question.planted]
    assert {item.key_text() for item in planted} == {"False", "Unverified"}
