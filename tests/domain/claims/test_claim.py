"""A settled verdict needs a source that says so."""

import pytest

from quizgen.domain.claims.claim import Bearing, Evidence, Verdict
from tests.builders import source


@pytest.mark.parametrize(
    ("verdict", "bearings", "sound"),
    [
        (Verdict.TRUE, [Bearing.CONFIRMS], True),
        (Verdict.TRUE, [Bearing.REFUTES, Bearing.CONFIRMS], True),
        (Verdict.TRUE, [Bearing.REFUTES, Bearing.LEAVES_OPEN], False),
        (Verdict.TRUE, [], False),
        (Verdict.FALSE, [Bearing.REFUTES], True),
        (Verdict.FALSE, [Bearing.CONFIRMS], False),
        (Verdict.FALSE, [], False),
        (Verdict.UNVERIFIED, [], True),
        (Verdict.UNVERIFIED, [Bearing.LEAVES_OPEN], True),
        (Verdict.UNVERIFIED, [Bearing.CONFIRMS, Bearing.REFUTES], True),
    ],
)
def test_true_and_false_need_a_source_that_says_so(verdict: Verdict, bearings: list[Bearing], sound: bool) -> None:
    evidence = Evidence(verdict, tuple(map(source, bearings)))
    assert (evidence.problems() == ()) is sound


def test_without_evidence_a_claim_is_unverified() -> None:
    assert Evidence().verdict is Verdict.UNVERIFIED
    assert Evidence().problems() == ()


def test_verdicts_have_a_fixed_order() -> None:
    assert [verdict.value for verdict in Verdict] == ["true", "false", "unverified"]
