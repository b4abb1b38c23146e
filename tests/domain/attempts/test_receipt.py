"""Receipts: whoever holds the key opens what it sealed, and nothing else."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.domain.attempts.receipt import Receipt, opened, receipt_of_answer, receipt_of_attempt, sealed
from tests.cast import NOW

KEY = "a heron stands still"
moments = st.datetimes(datetime(2020, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
answers = st.builds(
    receipt_of_answer, st.integers(1, 2**31 - 1), st.integers(0, 999), st.text(), st.integers(0, 2**53 - 1), moments
)
wholes = st.builds(
    receipt_of_attempt, st.integers(1, 2**31 - 1), st.dictionaries(st.integers(0, 99), st.text()), moments
)


@given(answers | wholes)
def test_a_sealed_receipt_opens_to_the_same(receipt: Receipt) -> None:
    code = sealed(receipt, KEY)
    assert opened(code, KEY) == receipt
    assert opened(f" {code.lower()[:20]}\n{code[20:]} ", KEY) == receipt


@given(answers | wholes, st.data())
def test_a_changed_code_or_another_key_opens_nothing(receipt: Receipt, data: st.DataObject) -> None:
    code = sealed(receipt, KEY)
    place = data.draw(st.integers(0, len(code) - 1))
    letter = data.draw(st.sampled_from("0123456789ABCXYZ234567-").filter(lambda each: each != code[place]))
    assert opened(code[:place] + letter + code[place + 1 :], KEY) is None
    assert opened(code, f"{KEY}.") is None


@pytest.mark.parametrize("code", ["", "-", "1-2-3", "١-0-1-6A968678-DZDSWONRAX-RH5HAZK3OVIMBM3O", "x" * 10_000])
def test_what_is_no_code_opens_nothing(code: str) -> None:
    assert opened(code, KEY) is None


def test_the_receipt_of_the_whole_counts_answers_and_leaves_out_empty_ones() -> None:
    whole = receipt_of_attempt(7, {0: "true", 1: "", 2: "false"}, NOW)
    assert (whole.question, whole.number) == (0, 2)
    assert whole == receipt_of_attempt(7, {2: "false", 0: "true"}, NOW)
    assert whole.digest != receipt_of_attempt(7, {0: "false", 2: "true"}, NOW).digest
