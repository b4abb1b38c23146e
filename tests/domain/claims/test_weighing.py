"""Which verdict sources allow: one side alone settles a claim, both or none leave it open."""

from itertools import permutations

import pytest

from quizgen.domain.claims.claim import Bearing, Evidence, Stance, Verdict
from quizgen.domain.claims.weighing import NOTHING_CITED, rationale_of, unlooked, with_source
from tests.builders import source

YES, NO, OPEN = Bearing.CONFIRMS, Bearing.REFUTES, Bearing.LEAVES_OPEN


def weighed(*bearings: Bearing, start: Evidence | None = None) -> Evidence:
    evidence = start or Evidence()
    for bearing in bearings:
        evidence = with_source(evidence, source(bearing))
    return evidence


@pytest.mark.parametrize(
    ("bearings", "verdict"),
    [
        ((YES,), Verdict.TRUE),
        ((NO,), Verdict.FALSE),
        ((OPEN,), Verdict.UNVERIFIED),
        ((YES, OPEN), Verdict.TRUE),
        ((NO, OPEN), Verdict.FALSE),
        ((YES, NO), Verdict.UNVERIFIED),
        ((YES, NO, OPEN), Verdict.UNVERIFIED),
    ],
)
def test_the_verdict_is_what_all_sources_allow_in_any_order(bearings: tuple[Bearing, ...], verdict: Verdict) -> None:
    for order in permutations(bearings):
        evidence = weighed(*order)
        assert evidence.verdict is verdict
        assert evidence.problems() == ()
        assert len(evidence.sources) == len(bearings)


def test_the_rationale_names_the_source_and_quotes_it() -> None:
    assert weighed(YES).rationale == (
        "A source bears it out: Rivers of Britain (Quill Press, 1999): “The Wye is one of them.”"
    )
    assert weighed(YES, NO).reason == "sources disagree"
    assert "Sources disagree." in rationale_of(weighed(YES, NO))


def test_a_source_counts_once() -> None:
    assert weighed(YES, YES) == weighed(YES)


def test_words_of_a_person_stay_while_the_verdict_does() -> None:
    own = Evidence(Verdict.TRUE, (source(YES),), None, "Everybody who looked has seen it.")
    assert weighed(OPEN, start=own).rationale == own.rationale
    assert weighed(NO, start=own).rationale != own.rationale


def test_a_source_that_leaves_it_open_turns_no_verdict_that_a_person_weighed() -> None:
    own = Evidence(Verdict.UNVERIFIED, (source(YES),), "too vague", "Nobody can say what it means.")
    assert weighed(OPEN, start=own).verdict is Verdict.UNVERIFIED


def test_nobody_has_looked_yet() -> None:
    assert rationale_of(unlooked(Stance.ASSERTED)) == NOTHING_CITED
    assert (unlooked(Stance.EVALUATIVE).reason, unlooked(Stance.PREDICTED).reason) == ("opinion", "prediction")
    assert unlooked(Stance.NORMATIVE) == unlooked(Stance.EVALUATIVE)
