"""From plain values to a bank: every problem in one pass, each with its path."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.domain.banks.reading import read_bank
from quizgen.domain.banks.writing import bank_document
from quizgen.domain.claims.claim import Polarity, Stance
from quizgen.domain.document import Document
from quizgen.domain.errors import BadBank, BadText
from tests.builders import bank
from tests.domain.test_document import anything


def source_text(name: str) -> str:
    if name == "latin.md":
        raise BadText("latin.md is not UTF-8: save it as UTF-8")
    return {"rivers.md": "The Wye is a river."}[name]


def paths(raw: object) -> list[str]:
    with pytest.raises(BadBank) as caught:
        read_bank(raw, source_text)
    return [problem.path for problem in caught.value.problems]


@given(anything)
def test_no_document_makes_reading_fail_in_another_way(raw: object) -> None:
    with pytest.raises(BadBank):
        read_bank(raw, source_text)


@given(st.sampled_from(["passages", "claims", "conflicts", "items", "title", "format"]), anything)
def test_no_part_makes_reading_fail_in_another_way(name: str, raw: object) -> None:
    with suppress(BadBank):
        assert read_bank({**bank_document(bank()), name: raw}, source_text).passages


def test_an_empty_bank_says_what_it_needs() -> None:
    assert paths({}) == ["format", "title", "passages"]


def test_another_version_is_named() -> None:
    with pytest.raises(BadBank, match="format: expected quizgen-bank/1, not 'quizgen-bank/2'"):
        read_bank({**bank_document(bank()), "format": "quizgen-bank/2"}, source_text)


def with_claim(**fields: object) -> Document:
    claim = {"id": "c-9", "passage": "p1", "span": [10, 29], "statement": "The Wye is a river.", **fields}
    return {**bank_document(bank(items=())), "claims": [claim]}


def test_a_claim_of_an_older_file_says_of_itself_what_most_claims_do() -> None:
    claim = read_bank(with_claim(), source_text).claims[0]
    assert (claim.stance, claim.polarity, claim.quantifier) == (Stance.ASSERTED, Polarity.AFFIRMED, None)
    assert (claim.importance, claim.leans_on, claim.repeats) == (3, None, None)


@pytest.mark.parametrize(
    "fields", [{"stance": "shouted"}, {"polarity": "no"}, {"quantifier": "several"}, {"importance": "high"}]
)
def test_a_claim_that_says_of_itself_what_the_format_does_not_know_is_refused(fields: Document) -> None:
    assert paths(with_claim(**fields)) == [f"claims[0].{next(iter(fields))}"]


def with_item(**fields: object) -> Document:
    item = {"kind": "verdict", "claims": ["c-1"], "stem": "The Wye is a river.", "key": "true", **fields}
    return {**bank_document(bank()), "items": [item]}


@pytest.mark.parametrize(
    ("fields", "path"),
    [
        ({"kind": "essay"}, "items[0].kind"),
        ({"kind": ""}, "items[0].kind"),
        ({"key": "maybe"}, "items[0].key"),
        ({"stem": None}, "items[0].stem"),
        ({"basis": "hearsay"}, "items[0].basis"),
        ({"status": "done"}, "items[0].status"),
        ({"difficulty": "hard"}, "items[0].difficulty"),
        ({"spans": [[5, 3]]}, "items[0].spans[0]"),
        ({"spans": 5}, "items[0].spans"),
        ({"answer": "true"}, "items[0].answer"),
        ({"stem": "x" * 2001}, "items[0].stem"),
    ],
)
def test_a_wrong_field_of_an_item_is_named(fields: Document, path: str) -> None:
    assert paths(with_item(**fields)) == [path]


def with_passage(**fields: object) -> Document:
    return {**bank_document(bank()), "passages": [{"id": "p1", "title": "Rivers", **fields}]}


@pytest.mark.parametrize(
    ("fields", "path"),
    [
        ({}, "passages[0].text"),
        ({"source": "none.md"}, "passages[0].source"),
        ({"source": "latin.md"}, "passages[0].source"),
        ({"source": "rivers.md", "text": "too"}, "passages[0].text"),
        ({"source": "rivers.md", "sha256": "0" * 64}, "passages[0].sha256"),
        ({"text": "The Wye.", "sha256": "0" * 64}, "passages[0].sha256"),
    ],
)
def test_a_wrong_passage_is_named(fields: Document, path: str) -> None:
    assert paths(with_passage(**fields)) == [path]


def test_a_passage_file_becomes_the_text() -> None:
    one = read_bank(with_passage(source="rivers.md"), source_text)
    assert one.passages[0].text == "The Wye is a river."
    assert one.passages[0].source == "rivers.md"


@pytest.mark.parametrize("pair", [["c-1"], ["c-1", "c-2", "c-3"], "c-1", [1, 2], None])
def test_a_conflict_is_two_claim_ids(pair: object) -> None:
    assert paths({**bank_document(bank()), "conflicts": [pair]}) == ["conflicts[0]"]


def test_a_source_has_an_address_of_the_web_or_none() -> None:
    document = bank_document(bank())
    source = {"title": "t", "publisher": "p", "shows": "s", "says": "confirms", "url": "javascript:alert(1)"}
    assert isinstance(document["claims"], list)
    document["claims"][0]["evidence"] = {"verdict": "true", "sources": [source]}
    assert paths(document) == ["claims[0].evidence.sources[0].url"]


def test_ids_left_out_follow_from_the_content_and_stay_unique() -> None:
    item = {"kind": "verdict", "claims": ["c-1"], "stem": "The Wye is a river.", "key": "true"}
    one = read_bank({**bank_document(bank()), "items": [item, item, {**item, "stem": "Other."}]}, source_text)
    first, second, third = (item.id for item in one.items)
    assert second.startswith(first)
    assert len({first, second, third}) == 3
