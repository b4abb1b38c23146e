"""An attempt, its score, and the columns that hold them."""

from quizgen.domain.attempts.attempt import Attempt, State
from quizgen.domain.scoring.score import Score
from quizgen.storage.tables.attempts import AttemptRow


def attempt_of(row: AttemptRow) -> Attempt:
    """Return the attempt that the columns hold."""
    return Attempt(
        number=row.number, state=row.state, started=row.started, deadline=row.deadline, finished=row.finished
    )


def write_attempt(row: AttemptRow, attempt: Attempt) -> None:
    """Put the attempt into its columns, and with it the next moment at which the server must look at it."""
    row.number, row.state = attempt.number, attempt.state
    row.started, row.deadline, row.finished = attempt.started, attempt.deadline, attempt.finished
    row.look_at = attempt.deadline if attempt.state is State.RUNNING else None


def score_of(row: AttemptRow) -> Score | None:
    """Return the score, or None while the attempt is not marked."""
    return None if row.points is None or row.possible is None else Score(row.points, row.possible)
