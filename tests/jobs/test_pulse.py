"""The sign of life: often while something changes, seldom otherwise, and an end when the job is lost."""

import time
from collections.abc import Callable

import pytest

from quizgen.domain.errors import Unavailable
from quizgen.jobs.pulse import Pulse
from quizgen.services.drafting import JobProgress
from quizgen.services.generating import Cancelled

pytestmark = pytest.mark.usefixtures("quick_pulse")


def test_progress_is_told_once_and_silence_is_broken_now_and_then() -> None:
    beats: list[JobProgress] = []
    with Pulse(beats.append, lost=Cancelled) as pulse:
        pulse.tell(JobProgress(1, 9, 0, 0))
        pulse.tell(JobProgress(2, 9, 1, 1))
        wait_until(lambda: len(beats) >= 3)
    assert set(beats) <= {JobProgress(), JobProgress(2, 9, 1, 1)}
    assert beats[-1] == JobProgress(2, 9, 1, 1)


def test_a_lost_job_is_noticed_and_no_longer_told_of() -> None:
    beats: list[JobProgress] = []

    def beat(progress: JobProgress) -> None:
        beats.append(progress)
        raise Cancelled

    with Pulse(beat, lost=Cancelled) as pulse:
        wait_until(lambda: pulse.is_lost)
    assert len(beats) == 1


def test_a_database_that_is_away_for_a_moment_does_not_end_the_job(caplog: pytest.LogCaptureFixture) -> None:
    beats: list[JobProgress] = []

    def beat(progress: JobProgress) -> None:
        beats.append(progress)
        if len(beats) == 1:
            raise Unavailable("The database is away.")

    with Pulse(beat, lost=Cancelled) as pulse:
        wait_until(lambda: len(beats) >= 2)
        assert not pulse.is_lost
    assert "The database is away." in caplog.text


def wait_until(holds: Callable[[], bool]) -> None:
    """Wait until something holds; fail after half a minute."""
    deadline = time.monotonic() + 30
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.005)
