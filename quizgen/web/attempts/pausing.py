"""What is shown instead of the questions: while the clock stands still, and after an attempt was made void."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from quizgen.domain.attempts import timing
from quizgen.services.taking import Sitting


@dataclass(frozen=True, slots=True)
class PausedPage:
    """A paused attempt without its questions; ``resumes`` is there in a break of the student's own."""

    id: int
    title: str
    zone: str
    answered: int
    questions: int
    resumes: datetime | None
    left: timedelta | None


@dataclass(frozen=True, slots=True)
class VoidedPage:
    """A voided attempt: neither answers nor marks are shown."""

    id: int
    title: str
    student: str
    is_own: bool
    number: int


def paused_page(sitting: Sitting) -> PausedPage:
    """Return the page of a paused attempt; ``left`` is the time that its clock still has, None without an end."""
    attempt = sitting.attempt
    stands = attempt.paused_at
    return PausedPage(
        id=sitting.id,
        title=sitting.quiz.title,
        zone=sitting.quiz.time_zone,
        answered=len(sitting.responses),
        questions=len(sitting.paper.questions),
        resumes=attempt.resumes,
        left=None if stands is None else timing.remaining(attempt.deadline, stands),
    )


def voided_page(sitting: Sitting, *, is_own: bool) -> VoidedPage:
    """Return the page of a voided attempt, for its student or their teacher."""
    return VoidedPage(sitting.id, sitting.quiz.title, sitting.student_name, is_own, sitting.attempt.number)
