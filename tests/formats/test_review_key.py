"""The sealed key: it comes back as it went, shows no answer, and notices when it was changed."""

import base64
import json
import random
import zlib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.domain.banks.bank import Bank
from quizgen.domain.errors import BadInput, NotAllowed
from quizgen.domain.items.kinds import KINDS
from quizgen.domain.reviewing.sheet import Question, Sheet, Wanted, make_sheet
from quizgen.formats.review_key import key_json, read_key
from tests.builders import choice, verdict
from tests.domain.reviewing.banks import sound_banks

PLANTED = Question("q1", "text 1, near paragraph 2", choice(), replace(choice(), key="lake"))
SHEET = Sheet("Rivers", (PLANTED, Question("q2", "text 1", verdict())))


def changed(**fields: object) -> bytes:
    return json.dumps({**json.loads(key_json(SHEET)), **fields}).encode()


def sealed(questions: object) -> str:
    return base64.b64encode(zlib.compress(json.dumps(questions).encode())).decode()


def test_the_key_comes_back_with_what_was_planted() -> None:
    assert read_key(key_json(SHEET).encode(), name="t.key.json") == SHEET


def test_nobody_reads_an_answer_in_passing() -> None:
    text = key_json(SHEET)
    assert not any(word in text for word in ("river", "lake", "Statement", "true", "single_choice"))


@given(sound_banks, st.integers(0, 9))
def test_the_key_of_any_sound_bank_comes_back(of: Bank, seed: int) -> None:
    try:
        sheet = make_sheet(of, Wanted(100, tuple(KINDS), planted=5), rng=random.Random(seed))
    except NotAllowed:
        return
    assert read_key(key_json(sheet).encode(), name="t.key.json").questions == sheet.questions


@pytest.mark.parametrize(
    "data", [b"", b"id,passage\n", b"[]", b"{}", b"\xff", b"[" * 100_000, changed(format="other/1")]
)
def test_what_is_no_key_is_refused(data: bytes) -> None:
    with pytest.raises(BadInput, match=r"^x.csv is not the key of a review sheet"):
        read_key(data, name="x.csv")


@pytest.mark.parametrize(
    "data",
    [
        changed(sealed="abc"),
        changed(sealed=None),
        changed(sealed=base64.b64encode(b"plain").decode()),
        changed(sealed=sealed({})),
        changed(sealed=sealed([1, "two", {}])),
        changed(sealed=sealed([])),
        changed(sheet_sha256="0" * 64),
        changed(bank=""),
    ],
)
def test_a_key_that_was_changed_is_noticed(data: bytes) -> None:
    with pytest.raises(BadInput, match=r"^t.key.json is damaged"):
        read_key(data, name="t.key.json")
