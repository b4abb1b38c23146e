"""An attempt, its score, and the columns that hold them."""

from datetime import datetime

from quizgen.domain.attempts.attempt import Attempt, State
from quizgen.domain.scoring.score import Score
from quizgen.storage.tables.attempts import AttemptRow


def attempt_of(row: AttemptRow) -> Attempt:
    """Return the attempt that the columns hold."""
    return Attempt(
        number=row.number,
        state=row.state,
        started=row.started,
        deadline=row.deadline,
        finished=row.finished,
        paused_at=row.paused_at,
        resumes=row.resumes,
        paused=row.paused,
        breaks=row.breaks,
        granted=row.granted,
        sealed=row.sealed,
    )


def write_attempt(row: AttemptRow, attempt: Attempt) -> None:
    """Put the attempt into its columns, and with it the next moment at which the server must look at it."""
    row.number, row.state = attempt.number, attempt.state
    row.started, row.deadline, row.finished = attempt.started, attempt.deadline, attempt.finished
    row.paused_at, row.resumes = attempt.paused_at, attempt.resumes
    row.paused, row.breaks, row.granted = attempt.paused, attempt.breaks, attempt.granted
    row.sealed = attempt.sealed
    row.look_at = next_look(attempt)


def next_look(attempt: Attempt) -> datetime | None:
    """Return when time itself changes the attempt next: its deadline, or the end of a break; None when it does not."""
    match attempt.state:
        case State.RUNNING:
            return attempt.deadline
        case State.PAUSED:
            return attempt.resumes
        case _:
            return None


def score_of(row: AttemptRow) -> Score | None:
    """Return the score, or None while the attempt is not marked."""
    return None if row.points is None or row.possible is None else Score(row.points, row.possible)
