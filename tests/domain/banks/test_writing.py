"""A bank as plain values and back: the same bank, whatever its texts hold."""

import json

from hypothesis import given, settings

from quizgen.domain.banks.bank import Bank
from quizgen.domain.banks.reading import read_bank
from quizgen.domain.banks.writing import bank_document
from tests.builders import bank, cloze, verdict
from tests.strategies import banks


def no_source(name: str) -> str:
    raise LookupError(name)


@given(banks)
@settings(max_examples=60, deadline=None)
def test_a_bank_survives_its_document_and_json(one: Bank) -> None:
    assert read_bank(json.loads(json.dumps(bank_document(one))), no_source) == one


def test_empty_optional_fields_are_left_out() -> None:
    document = bank_document(bank(items=(verdict(), cloze())))
    assert list(document) == ["format", "title", "passages", "claims", "items"]
    assert isinstance(document["items"], list)
    assert [list(item) for item in document["items"]] == [
        ["id", "kind", "basis", "claims", "stem", "key", "rationale", "status", "difficulty"],
    ] * 2
