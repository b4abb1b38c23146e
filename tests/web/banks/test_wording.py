"""Every word that the domain knows has words for a teacher."""

from quizgen.domain.claims.claim import Bearing, Stance
from quizgen.domain.items.item import Basis
from quizgen.domain.items.kinds import KINDS
from quizgen.generation.gathering.registry import GATHERERS
from quizgen.generation.makers.registry import MAKERS
from quizgen.services.drafting import JobProgress, JobState
from quizgen.web.banks.progress import progress
from quizgen.web.banks.wording import (
    BASIS_WORDS,
    BEARING_WORDS,
    KIND_WORDS,
    MAKER_WORDS,
    STANCE_WORDS,
    STATE_WORDS,
    counted,
    in_order,
    kind_words,
    maker_words,
)


def test_nothing_is_without_words() -> None:
    assert set(KIND_WORDS) == set(KINDS)
    assert set(STANCE_WORDS) == set(Stance)
    assert set(BEARING_WORDS) == set(Bearing)
    assert set(BASIS_WORDS) == set(Basis)
    assert set(STATE_WORDS) == set(JobState)
    assert set(MAKERS) | set(GATHERERS) <= set(MAKER_WORDS)


def test_an_operation_or_kind_that_is_not_known_is_told_by_its_name() -> None:
    assert maker_words("colour-of_sky-changed") == "colour of sky changed"
    assert kind_words("hot_spot") == "Hot spot"
    assert maker_words(None) == "written by hand"


def test_kinds_are_listed_as_pages_do_and_unknown_ones_last() -> None:
    assert in_order({"zebra", "cloze", "verdict"}) == ("verdict", "cloze", "zebra")


def test_counts_agree_with_their_words() -> None:
    assert [counted(0, "claim"), counted(1, "claim"), counted(1200, "claim")] == [
        "0\u00a0claims",
        "1\u00a0claim",
        "1,200\u00a0claims",
    ]


def states(state: JobState, counts: JobProgress) -> list[str]:
    return [step.state for step in progress(state, counts, 100, None).steps]


def test_steps_go_from_left_to_right() -> None:
    nothing = JobProgress()
    assert states(JobState.QUEUED, nothing) == ["done", "later", "later", "later", "later"]
    assert states(JobState.RUNNING, nothing) == ["done", "now", "later", "later", "later"]
    assert states(JobState.RUNNING, JobProgress(0, 40, 0, 0)) == ["done", "now", "later", "later", "later"]
    assert states(JobState.RUNNING, JobProgress(3, 40, 2, 5)) == ["done", "done", "now", "now", "later"]
    assert states(JobState.RUNNING, JobProgress(40, 40, 30, 60)) == ["done", "done", "done", "done", "now"]
    assert states(JobState.DONE, JobProgress(40, 40, 30, 60)) == ["done"] * 5
    assert states(JobState.FAILED, JobProgress(3, 40, 2, 5)) == ["done", "done", "later", "later", "later"]


def test_the_heading_counts_the_steps_under_way() -> None:
    assert progress(JobState.RUNNING, JobProgress(), 9, None).heading == "Step 2 of 5: splitting it into sentences"
    assert progress(JobState.RUNNING, JobProgress(4, 4, 1, 1), 9, None).heading == "Step 5 of 5: keeping the bank"
    assert progress(JobState.DONE, JobProgress(4, 4, 1, 1), 9, None).heading == "The bank is ready"
