"""A bank from outside: each item is understood or says why not; a file broken elsewhere gives nothing."""

from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.domain.banks.understanding import understood
from quizgen.domain.banks.writing import bank_document
from quizgen.domain.document import Document
from quizgen.formats.passage_files import no_sources
from tests import builders


def document(**parts: object) -> Document:
    return {**bank_document(builders.bank()), **parts}


def items(*changed: Document) -> list[object]:
    found = list(bank_document(builders.bank())["items"])
    return [*found, *changed]


def test_a_sound_bank_is_understood_whole() -> None:
    found = understood(document(), no_sources)
    assert found.bank == builders.bank()
    assert [entry.place for entry in found.entries] == ["Item 1", "Item 2", "Item 3"]
    assert (found.left_out, found.problems) == (0, ())


def test_items_that_are_not_understood_say_why_and_the_others_are_kept() -> None:
    bad = [
        {"kind": "essay", "stem": "Why?"},
        {"kind": "verdict", "stem": "So.", "key": "perhaps", "claims": ["c-1"]},
        {"kind": "verdict", "stem": "So.", "key": "true", "claims": ["c-9"]},
        {"kind": "verdict", "id": "i-1", "stem": "So.", "key": "true", "claims": ["c-1"]},
        {"kind": "short_answer", "stem": "Bell \x07", "key": "a"},
        "no mapping",
    ]
    found = understood(document(items=items(*bad)), no_sources)
    assert found.bank == builders.bank()
    said = [" ".join(entry.problems) for entry in found.entries[3:]]
    reasons = ["no kind 'essay'", "key: expected one of", "no claim 'c-9'", "i-1 is used twice", "U+0007", "a mapping"]
    assert [reason in sentence for reason, sentence in zip(reasons, said, strict=True)] == [True] * 6
    assert (found.left_out, found.entries[4].stem) == (6, "So.")


def test_what_is_wrong_elsewhere_leaves_nothing_to_keep() -> None:
    claims = [{**bank_document(builders.bank())["claims"][0], "span": [10, 9999]}]
    for parts in ({"claims": claims}, {"title": ""}, {"items": "none"}, {"title": "a\x00b"}, {"passages": []}):
        found = understood(document(**parts), no_sources)
        assert found.bank is None
        assert found.problems
    for raw in (None, [], "bank", {}, {"format": "other"}):
        assert understood(raw, no_sources).bank is None


json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@given(st.sampled_from(["title", "passages", "claims", "conflicts", "items", "format"]), json)
@settings(max_examples=200, deadline=None)
def test_anything_in_any_place_is_refused_and_never_breaks(name: str, value: object) -> None:
    found = understood(document(**{name: value}), no_sources)
    assert (found.bank is None) == bool(found.problems)


@given(json)
@settings(max_examples=200, deadline=None)
def test_any_item_is_understood_or_says_why(value: object) -> None:
    found = understood(document(items=items(value)), no_sources)
    assert found.bank is not None
    assert len(found.bank.items) + found.left_out == 4
