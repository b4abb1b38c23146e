"""The sentence that bears a statement out."""

import random

import pytest

from quizgen.domain.banks.lint import lint
from quizgen.domain.items.evidence_finding import EvidenceFindingItem
from quizgen.domain.items.item import InvalidResponse
from quizgen.domain.items.single_choice import option_id
from tests.builders import bank, finding

FIRST, SECOND, THIRD = finding().options


def test_any_sentence_of_the_key_gets_full_credit_and_no_other() -> None:
    item = finding(key=(SECOND, THIRD))
    assert [item.credit(item.read_response(option_id(text))) for text in item.options] == [0, 1, 1]


@pytest.mark.parametrize("raw", ["", "o-none", SECOND, f"{option_id(FIRST)} {option_id(SECOND)}"])
def test_what_is_not_one_of_the_sentences_is_refused(raw: str) -> None:
    with pytest.raises(InvalidResponse, match="one of the sentences"):
        finding().read_response(raw)


@pytest.mark.parametrize(
    ("item", "problem"),
    [
        (finding(options=(FIRST, SECOND)), "evidence finding needs three to six sentences, not 2"),
        (finding(options=(SECOND, *"abcdef")), "evidence finding needs three to six sentences, not 7"),
        (finding(options=(FIRST, SECOND, SECOND)), "two sentences are the same"),
        (finding(options=(FIRST, SECOND, " ")), "a sentence is empty"),
        (finding(key=()), "the key lists one or more of the sentences, word for word"),
        (finding(key=("It may flood.",)), "the key lists one or more of the sentences, word for word"),
        (finding(key=(FIRST, SECOND, THIRD)), "at least one sentence must not bear the statement out"),
    ],
)
def test_what_is_wrong_is_said(item: EvidenceFindingItem, problem: str) -> None:
    assert problem in item.problems()


def test_a_bank_says_which_sentence_is_not_in_its_passage() -> None:
    assert lint(bank(items=(finding(),))) == ()
    found = lint(bank(items=(finding(options=(FIRST, SECOND, "The Wye is dry.")),)))
    assert [(problem.path, problem.message) for problem in found] == [
        ("items[0].options", "does not stand in the passage word for word: The Wye is dry.")
    ]


def test_shuffling_reaches_every_order_and_keeps_the_key() -> None:
    shuffled = [finding().shuffled(random.Random(seed)) for seed in range(60)]
    assert len({one.options for one in shuffled}) == 6
    assert {one.key for one in shuffled} == {(SECOND,)}
