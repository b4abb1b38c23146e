"""docs/tour.md walks through rooms that are there, and tells what really happens in them."""

import re

import pytest

from quizgen.domain.banks.bank import Bank
from quizgen.domain.passages.passage import Passage
from quizgen.generation.pipeline import Options, generate
from quizgen.language.english import load_parser
from quizgen.reading.text import Reading, read_text
from tests.contracts.source import ROOT

PAGE = (ROOT / "docs" / "tour.md").read_text()


@pytest.fixture(scope="module")
def reading() -> Reading:
    article = re.search(r"^```\n(# The mill museum.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    assert article is not None
    return read_text(article[1].encode(), name="mill.md")


@pytest.fixture(scope="module")
def bank(reading: Reading) -> Bank:
    passage = Passage("p1", reading.title, reading.text)
    return generate(reading.title, (passage,), load_parser(), options=Options()).bank


def test_every_file_on_the_tour_is_there() -> None:
    named = set(re.findall(r"`((?:quizgen|tests)/[\w./]*)`", PAGE))
    assert len(named) > 20
    assert sorted(path for path in named if not (ROOT / path).exists()) == []


def test_the_last_line_is_left_out_for_the_reason_that_is_told(reading: Reading) -> None:
    assert [left.text for left in reading.left_out] == ["Subscribe to our newsletter!"]
    assert f"*{reading.left_out[0].reason}*" in PAGE


def test_the_claim_is_the_one_that_is_shown(bank: Bank) -> None:
    first, second = bank.claims
    shown = f"id: {first.id}\nspan: [{first.span.start}, {first.span.end}]\nstatement: {first.statement}"
    assert f"{shown}\nstance: {first.stance.value}\n" in PAGE
    assert second.stance.value == "hedged"


def test_the_makers_propose_what_is_shown(bank: Bank) -> None:
    rows = re.findall(r"^\| `([\w-]+)` \| (.+?) \| (\w+) \| (.+?) \|$", PAGE, re.MULTILINE)
    made = {(str(item.maker), item.stem, item.key_text().lower()) for item in bank.items if item.kind == "verdict"}
    assert {(maker, stem, key) for maker, stem, key, _ in rows} <= made
    assert len(rows) == 3
