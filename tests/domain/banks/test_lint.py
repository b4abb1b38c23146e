"""What is wrong with a bank as a whole."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from quizgen.domain.banks.bank import Bank
from quizgen.domain.banks.lint import lint
from quizgen.domain.claims.claim import Bearing, Evidence, Verdict
from quizgen.domain.items.item import Basis
from quizgen.domain.passages.span import Span
from tests.builders import TEXT, bank, choice, claim, cloze, passage, source, verdict
from tests.strategies import banks

REFUTED = Evidence(Verdict.FALSE, (source(Bearing.REFUTES),))


def test_a_sound_bank_has_no_problems() -> None:
    assert lint(bank()) == ()
    assert lint(bank(conflicts=(("c-1", "c-2"),))) == ()


@given(banks)
@settings(max_examples=60, deadline=None)
def test_no_bank_makes_lint_fail(one: Bank) -> None:
    assert all(problem.path for problem in lint(one))


@pytest.mark.parametrize(
    ("one", "path", "message"),
    [
        (bank(passages=(passage(), passage())), "passages[1].id", "p1 is used twice"),
        (bank(claims=(*bank().claims, claim("c-2"))), "claims[3].id", "c-2 is used twice"),
        (bank(items=(verdict(), verdict())), "items[1].id", "i-1 is used twice"),
        (bank(claims=(*bank().claims, replace(claim("c-9"), passage="p9"))), "claims[3].passage", "no passage 'p9'"),
        (bank(claims=(*bank().claims, claim("c-9", 1, 999))), "claims[3].span", "ends after the passage"),
        (
            bank(claims=(*bank().claims, claim("c-9", evidence=Evidence(Verdict.TRUE)))),
            "claims[3].evidence",
            "needs at least one source that confirms",
        ),
        (bank(claims=(*bank().claims, replace(claim("c-9"), importance=6))), "claims[3]", "from 1 to 5, not 6"),
        (bank(claims=(*bank().claims, replace(claim("c-9"), repeats="c-8"))), "claims[3].repeats", "is 'c-8'"),
        (bank(claims=(*bank().claims, replace(claim("c-9"), repeats="c-9"))), "claims[3].repeats", "is 'c-9'"),
        (bank(conflicts=(("c-1", "c-9"),)), "conflicts[0]", "there is no claim 'c-9'"),
        (bank(conflicts=(("c-1", "c-1"),)), "conflicts[0]", "in conflict with itself"),
        (bank(items=(verdict(claims=("c-9",)),)), "items[0].claims", "there is no claim 'c-9'"),
        (bank(items=(choice(options=("river",)),)), "items[0]", "two to eight options"),
        (bank(items=(cloze(key=("250", "not 250")),)), "items[0]", "the wrong sample gets credit"),
        (bank(items=(replace(choice(), spans=(Span(0, 999),)),)), "items[0].spans", "ends after the passage"),
        (bank(items=(replace(cloze(claims=()), spans=(Span(0, 999),)),)), "items[0].spans", "ends after the passage"),
    ],
)
def test_a_problem_is_found_with_its_path(one: Bank, path: str, message: str) -> None:
    assert [(problem.path, message in problem.message) for problem in lint(one)] == [(path, True)]


def test_a_claim_may_repeat_one_further_up() -> None:
    assert lint(bank(claims=(*bank().claims, replace(claim("c-9"), repeats="c-1")))) == ()


def test_a_span_may_end_with_the_passage_and_not_a_character_later() -> None:
    length = len(TEXT)
    for end, paths in ((length, []), (length + 1, ["claims[0].span", "items[0].spans"])):
        item = replace(choice(), spans=(Span(0, end),))
        problems = lint(bank(claims=(claim(start=1, end=end),), items=(item,)))
        assert [problem.path for problem in problems] == paths


@pytest.mark.parametrize("key", Verdict)
def test_the_key_of_an_evidence_item_is_the_verdict_of_its_claim(key: Verdict) -> None:
    claims = (claim(evidence=REFUTED),)
    problems = lint(bank(claims=claims, items=(verdict(key=key, basis=Basis.EVIDENCE),)))
    assert [problem.path for problem in problems] == ([] if key is Verdict.FALSE else ["items[0].key"])
    assert lint(bank(claims=claims, items=(verdict(key=key, basis=Basis.PASSAGE),))) == ()


def test_an_evidence_item_needs_no_evidence_to_be_unverified() -> None:
    assert lint(bank(items=(verdict(key=Verdict.UNVERIFIED, basis=Basis.EVIDENCE),))) == ()
