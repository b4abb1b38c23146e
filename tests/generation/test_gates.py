"""What the gates hold back, and that nothing is held back in silence."""

import pytest

from quizgen.domain.claims.claim import Verdict
from quizgen.domain.items.item import Status
from quizgen.domain.passages.passage import Passage
from quizgen.generation.article import article_of
from quizgen.generation.claims.finding import find_claims
from quizgen.generation.gates.registry import judge
from quizgen.generation.gates.ruling import Candidate, Outcome
from quizgen.generation.makers.maker import Proposal
from quizgen.generation.makers.registry import MAKERS


@pytest.fixture(scope="session")
def ruling_on(parser):
    """Return a function that judges ``stem`` as if ``maker`` had made it from the first sentence of ``text``."""

    def rule(text: str, stem: str, maker: str = "year-moved", verdict: Verdict | None = Verdict.FALSE, **fields):
        passage = Passage("p1", "A text", text)
        sentences = tuple(parser.parse(passage))
        claim = next(one[0] for one in find_claims(passage, sentences) if isinstance(one, tuple))
        proposal = Proposal(stem, "Because.", (claim.span,), verdict, **fields)
        parsed = tuple(parser.parse(Passage("stem", "", stem)))
        return judge(Candidate(claim, MAKERS[maker], proposal, parsed), article_of(passage, sentences))

    return rule


@pytest.mark.parametrize(
    ("stem", "reason"),
    [
        ("The mill was built in 1953", ""),
        ("The mill was built. The mill burned in 1953.", "more than one sentence"),
        ("The mill burned.", "too short"),
        ("Because of the fire the mill was built again.", "piece"),
        ("The mill (which was old was built in 1953.", "left open"),
        ("The mill was built in 1953, , by monks.", "piece"),
    ],
)
def test_a_statement_must_be_one_whole_sentence(ruling_on, stem, reason):
    ruling = ruling_on("The mill was built in 1950.", stem)
    assert (ruling.outcome is Outcome.REFUSE) is bool(reason)
    assert reason in ruling.reason


def test_a_statement_too_long_to_judge_waits(ruling_on):
    stem = "The mill was built " + "by the monks of the old house " * 6 + "in 1953."
    assert ruling_on("The mill was built in 1950.", stem).outcome is Outcome.QUEUE


def test_a_statement_that_leans_on_nothing_given_waits(ruling_on):
    ruling = ruling_on("It was built in 1950.", "It was built in 1953.")
    assert (ruling.outcome, ruling.gate) == (Outcome.QUEUE, "standing-alone")


@pytest.mark.parametrize("stem", ["The value of x = 4 was found in 1953.", "The name /mɪl/ was given to it in 1953."])
def test_signs_that_may_not_read_well_wait(ruling_on, stem):
    assert ruling_on("The mill was built in 1950.", stem).gate == "readable"


def test_an_unhedged_claim_that_another_sentence_may_settle_is_refused(ruling_on):
    text = "Lindry appears to favour the plan. In the end Lindry and its members favour the plan of the mayor."
    ruling = ruling_on(text, "Lindry favours the plan.", "hedge-removed", Verdict.UNVERIFIED)
    assert (ruling.outcome, ruling.gate) == (Outcome.REFUSE, "said-elsewhere")


def test_a_reversal_that_another_sentence_may_bear_out_waits(ruling_on):
    text = "Wolves are common in the northern valley. In the southern valley wolves are uncommon."
    ruling = ruling_on(text, "Wolves are uncommon in the northern valley.", "predicate-reversed")
    assert (ruling.outcome, ruling.gate) == (Outcome.QUEUE, "said-elsewhere")


def test_a_gap_that_the_stem_gives_away_is_refused(ruling_on):
    stem = "The mill of Norway was built in ____."
    ruling = ruling_on("The mill was built in 1950.", stem, "name-gap", None, key=("Norway",))
    assert (ruling.outcome, ruling.gate) == (Outcome.REFUSE, "asking")


def test_a_makers_own_doubt_queues_its_item(ruling_on):
    ruling = ruling_on("The mill was built in 1950.", "The mill was built in 1953.", why="It may read badly.")
    assert (ruling.outcome, ruling.reason) == (Outcome.QUEUE, "It may read badly.")


def test_plain_denials_wait_for_a_person(draft_of):
    items = draft_of("Lindry sold a mill to Norway. Marwick bought a ship. Hale painted a tower of Lindry.").bank.items
    denials = [item for item in items if item.maker == "verb-denied"]
    assert denials
    assert all(item.status is Status.QUEUED for item in denials)
