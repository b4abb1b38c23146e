"""What differs between two banks, field by field, and the words of it."""

from dataclasses import replace

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from quizgen.domain.banks.bank import Bank
from quizgen.domain.banks.difference import Altered, Change, Named, difference, pieces, summary
from quizgen.domain.claims.claim import Evidence, Verdict
from tests import builders
from tests.strategies import banks


def test_equal_banks_differ_in_nothing_and_the_file_of_a_text_does_not_count() -> None:
    bank = builders.bank()
    elsewhere = replace(bank, passages=(replace(bank.passages[0], source="sources/rivers.md"),))
    assert difference(bank, bank).is_empty
    assert difference(bank, elsewhere).is_empty


def test_title_text_claims_evidence_and_items_are_told_field_by_field() -> None:
    before = builders.bank()
    evidence = Evidence(Verdict.TRUE, (builders.source(),), rationale="An atlas shows it.")
    claims = (replace(before.claims[0], evidence=evidence), before.claims[1])
    items = (builders.choice(claims=("c-2",), options=("stream", "lake"), key="stream"), builders.numeric())
    text = before.passages[0].text.replace("# Rivers", "# Streams")
    after = Bank("Streams", (replace(before.passages[0], text=text),), claims, (("c-1", "c-2"),), items)
    found = difference(before, after)
    assert found.title == Change("title", "Rivers", "Streams")
    assert found.passages.altered[0].changes == (Change("text", "# Rivers", "# Streams"),)
    assert found.claims.removed == (Named("c-3", "The Wye is a river."),)
    changed = {change.field: change.after for change in found.claims.altered[0].changes}
    assert changed["evidence.verdict"] == "true"
    assert "title: Rivers of Britain; publisher: Quill Press" in changed["evidence.sources"]
    assert [named.id for named in found.conflicts.added] == ["c-1 / c-2"]
    assert [named.id for named in found.items.added] == ["i-4"]
    assert [named.id for named in found.items.removed] == ["i-1", "i-3"]
    assert found.items.altered == (
        Altered(
            Named("i-2", "What is the Wye, i-2?"),
            (Change("options", "river\nlake\nhill", "stream\nlake"), Change("key", "river", "stream")),
        ),
    )
    assert summary(found.items) == "1 added, 1 changed, 2 taken out"


def test_another_order_is_a_difference_too() -> None:
    bank = builders.bank()
    found = difference(bank, replace(bank, items=bank.items[::-1]))
    assert not found.is_empty
    assert summary(found.items) == "in another order"


@given(banks, banks)
@settings(max_examples=50, deadline=None)
def test_nothing_differs_exactly_when_the_banks_are_equal(one: Bank, other: Bank) -> None:
    assume(_has_one_name_for_each(one) and _has_one_name_for_each(other))
    assert difference(one, one).is_empty
    assert difference(one, other).is_empty == (one == other)


def _has_one_name_for_each(bank: Bank) -> bool:
    names = [[each.id for each in part] for part in (bank.passages, bank.claims, bank.items)]
    return all(len(set(each)) == len(each) for each in [*names, list(bank.conflicts)])


@given(st.text(max_size=30), st.text(max_size=30))
def test_pieces_make_both_texts(before: str, after: str) -> None:
    found = pieces(before, after)
    assert "".join(text for act, text in found if act != "+") == before
    assert "".join(text for act, text in found if act != "-") == after


def test_pieces_are_words_and_a_very_long_text_is_replaced_whole() -> None:
    assert pieces("It rose in spring.", "It rose in autumn.") == (
        ("=", "It rose in "), ("-", "spring"), ("+", "autumn"), ("=", "."),
    )  # fmt: skip
    assert pieces("Rivers of the north", "Rivers and streams") == (
        ("=", "Rivers "), ("-", "of the north"), ("+", "and streams"),
    )  # fmt: skip
    assert pieces("a " * 5000, "b") == (("-", "a " * 5000), ("+", "b"))
