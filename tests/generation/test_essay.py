"""An essay with slips of the pen, a biography and contradictions becomes a bank that a teacher can trust."""

import pytest

from quizgen.domain.banks.bank import Bank
from quizgen.domain.banks.lint import lint
from quizgen.domain.claims.claim import Claim, Verdict
from quizgen.domain.items.item import Status
from quizgen.domain.items.verdict import VerdictItem
from quizgen.reading.text import read_text
from tests.passages import ESSAY


@pytest.fixture(scope="module")
def essay(draft_of) -> Bank:
    return draft_of(read_text(ESSAY.encode(), name="essay.txt").text).bank


def claim_with(bank: Bank, words: str) -> Claim:
    (found,) = [claim for claim in bank.claims if words in claim.statement]
    return found


def test_nothing_comes_from_the_biography_or_the_comment_prompt(essay) -> None:
    everything = " ".join([*(claim.statement for claim in essay.claims), *(item.stem for item in essay.items)])
    assert not any(word in everything for word in ("Quill", "journalist", "herring since", "Comment"))
    assert lint(essay) == ()


def test_a_slip_of_the_pen_does_not_break_its_sentence(essay) -> None:
    assert claim_with(essay, "uation").statement == "Many neighbours have voiced their opposition to the uation."


@pytest.mark.parametrize("words", ["$25 million loan", "$43 million", "Grimfell lighthouse", "Herring Talks"])
def test_the_claims_that_matter_have_items(essay, words) -> None:
    claim = claim_with(essay, words)
    assert any(claim.id in item.claims for item in essay.items if isinstance(item, VerdictItem))


def test_who_seeks_an_ally_is_never_mixed_up(essay) -> None:
    wrong = [item for item in essay.items if "Norway seeks a strong ally" in item.stem]
    assert not any(isinstance(item, VerdictItem) and item.key is Verdict.TRUE for item in wrong)
    assert not any("Norway seeks a strong ally" in claim.statement for claim in essay.claims)


def test_its_contradictions_are_listed_and_neither_side_is_ready(essay) -> None:
    pairs = {frozenset(pair) for pair in essay.conflicts}
    vocal, hard = claim_with(essay, "vocal in its support"), claim_with(essay, "harder line")
    neutral = claim_with(essay, "neutral position")
    assert {frozenset({hard.id, vocal.id}), frozenset({vocal.id, neutral.id})} <= pairs
    disputed = {vocal.id, hard.id, neutral.id}
    about = [item for item in essay.items if isinstance(item, VerdictItem) and disputed & set(item.claims)]
    assert about
    assert {item.status for item in about} == {Status.QUEUED}
