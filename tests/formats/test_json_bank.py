"""Banks as JSON: a round trip for every bank, and one sentence for what is none."""

import json

import pytest
from hypothesis import given, settings

from quizgen.domain.banks.bank import Bank
from quizgen.domain.banks.reading import read_bank
from quizgen.domain.errors import BadBank, BadInput
from quizgen.formats.bank_formats import FORMATS, format_of, read_document
from quizgen.formats.json_bank import bank_json, read_json
from quizgen.formats.passage_files import no_sources
from tests import builders
from tests.strategies import banks


@given(banks)
@settings(max_examples=100, deadline=None)
def test_a_written_bank_reads_back_the_same(bank: Bank) -> None:
    assert read_bank(read_json(bank_json(bank)), no_sources) == bank


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_holds_the_texts_whatever_file_they_came_from(name: str) -> None:
    bank = builders.bank(passages=(builders.passage(),))
    found = read_document(FORMATS[name].write(bank).encode(), name=f"rivers{FORMATS[name].endings[0]}")
    assert read_bank(found.value, no_sources) == bank.self_contained()


def test_the_ending_says_the_format() -> None:
    assert {name: format_of(f"Rivers.{name.upper()}") for name in FORMATS} == dict(FORMATS)
    assert format_of("rivers.exe") is None
    with pytest.raises(BadInput, match=r"none of the files that a bank comes in: \.yaml, \.yml, \.json"):
        read_document(b"", name="rivers.exe")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "not JSON"),
        ('{"a": 1,\n}', "line 2: this is not JSON"),
        ('{"a": 1, "a": 2}', "'a' stands twice"),
        ('{"a": NaN}', "NaN is no value"),
        ("[" * 31 + "]" * 31, "nested more than 30 deep"),
        ("[" * 100_000, "nested more than 30 deep"),
        ("[" + "1," * 3_000_001 + "1]", "more than 1,000,000 values"),
    ],
)
def test_what_is_no_sound_json_is_refused_in_one_sentence(text: str, words: str) -> None:
    with pytest.raises(BadBank, match=words):
        read_json(text)


def test_brackets_inside_a_text_are_no_nesting() -> None:
    assert read_json(json.dumps({"a": '["\\' + "[" * 50})) == {"a": '["\\' + "[" * 50}


def test_numbers_of_any_length_stay_what_was_written() -> None:
    assert read_json('{"a": ' + "9" * 5000 + ', "b": 1.50}') == {"a": "9" * 5000, "b": "1.50"}


@pytest.mark.parametrize("data", [b"\x00\x01", b"\xff\xfe{}", b"PK\x03\x04" + b"\x00" * 10])
def test_bytes_that_are_no_text_are_refused(data: bytes) -> None:
    for name in ("a.yaml", "a.json"):
        with pytest.raises(BadInput, match=r"no text file|not UTF-8"):
            read_document(data, name=name)


def test_a_bomb_of_aliases_and_a_large_file_are_refused() -> None:
    bomb = b"a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"
    with pytest.raises(BadBank, match="anchors"):
        read_document(bomb, name="bomb.yaml")
    with pytest.raises(BadInput, match="at most 5,000,000"):
        read_document(b"x" * 5_000_001, name="large.yaml")
    for name in ("many.yaml", "many.json"):
        with pytest.raises(BadInput, match="more than 300,000 values"):
            read_document(b"[" + b"{}," * 900_000 + b"{}]", name=name)
