"""A bank that is written and read again is the same bank, whatever its texts hold."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.domain.banks.bank import Bank
from quizgen.domain.errors import BadBank, BadInput
from quizgen.domain.passages.passage import Passage
from quizgen.formats.yaml_bank import bank_yaml, parse_bank
from tests.strategies import NASTY, banks


@given(banks)
@settings(max_examples=150, deadline=None)
def test_a_written_bank_reads_back_the_same(bank: Bank) -> None:
    assert parse_bank(bank_yaml(bank), name="bank.yaml") == bank


@pytest.mark.parametrize("nasty", NASTY)
def test_every_nasty_text_survives_as_title_and_as_passage(nasty: str) -> None:
    bank = Bank(nasty, (Passage("p1", nasty, f"{nasty} and {nasty}\n{nasty}"),))
    assert parse_bank(bank_yaml(bank), name="bank.yaml") == bank


@given(banks)
@settings(max_examples=30, deadline=None)
def test_the_same_bank_is_always_written_in_the_same_bytes(bank: Bank) -> None:
    assert bank_yaml(bank) == bank_yaml(parse_bank(bank_yaml(bank), name="bank.yaml"))


def test_a_passage_with_a_source_is_written_with_its_hash_and_without_its_text() -> None:
    bank = Bank("Locks", (Passage("p1", "Locks", "Water finds its level.\n", source="sources/locks.md"),))
    written = bank_yaml(bank)
    assert "Water finds" not in written
    assert f"sha256: {bank.passages[0].sha256}" in written
    assert parse_bank(written, name="bank.yaml", source_text={"sources/locks.md": bank.passages[0].text}.get) == bank


def test_half_a_character_is_refused_and_not_changed() -> None:
    with pytest.raises(BadInput, match="half a character"):
        bank_yaml(Bank("Broken \ud83d", (Passage("p1", "One", "Text."),)))


def test_a_bank_without_title_or_text_is_refused_before_a_file_exists() -> None:
    with pytest.raises(BadBank, match="title: expected a text here"):
        bank_yaml(Bank("", (Passage("p1", "One", "Text."),)))
    with pytest.raises(BadBank, match=r"passages\[0\]\.text"):
        bank_yaml(Bank("One", (Passage("p1", "One", ""),)))


def test_an_empty_text_that_would_come_back_as_none_is_refused() -> None:
    with pytest.raises(BadInput, match="cannot be written unchanged"):
        bank_yaml(Bank("One", (Passage("p1", "One", "Text.", source=""),)))


@given(st.sampled_from(["1", "01", "1e3", "1.5", ".5", "-7", "0x1F", "yes", "True", "null", "~", "1999-12-31", "on"]))
def test_what_other_readers_take_for_a_number_or_a_boolean_is_quoted(text: str) -> None:
    assert f"title: '{text}'" in bank_yaml(Bank(text, (Passage("p1", "One", "Text."),)))
