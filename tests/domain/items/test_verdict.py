"""The signature item: true, false or unverified."""

import random

import pytest

from quizgen.domain.claims.claim import Verdict
from quizgen.domain.document import Fields
from quizgen.domain.errors import Problem
from quizgen.domain.items.item import InvalidResponse
from quizgen.domain.items.verdict import VerdictItem
from tests.builders import verdict


@pytest.mark.parametrize("key", Verdict)
@pytest.mark.parametrize("response", Verdict)
def test_full_credit_for_the_key_and_none_for_the_others(key: Verdict, response: Verdict) -> None:
    item = verdict(key=key)
    assert item.credit(item.read_response(response.value)) == (1 if key is response else 0)


@pytest.mark.parametrize("raw", ["", "True", "perhaps", " true", "o-abc"])
def test_what_no_button_sends_is_refused(raw: str) -> None:
    with pytest.raises(InvalidResponse, match="Choose true, false or unverified"):
        verdict().read_response(raw)


@pytest.mark.parametrize(("key", "text"), [*zip(Verdict, ["True", "False", "Unverified"], strict=True)])
def test_the_key_is_shown_with_a_capital(key: Verdict, text: str) -> None:
    assert verdict(key=key).key_text() == text


def test_the_three_answers_are_never_shuffled() -> None:
    assert verdict().shuffled(random.Random(1)) == verdict()


def test_a_missing_key_is_a_problem() -> None:
    problems: list[Problem] = []
    VerdictItem.read_own(Fields({}, "items[0]", problems))
    assert [problem.path for problem in problems] == ["items[0].key"]
