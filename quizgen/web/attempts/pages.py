"""What the pages of a running attempt show. Nothing here is built from a key, a rationale, a claim or evidence."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from quizgen.domain.attempts import timing
from quizgen.domain.attempts.paper import Question
from quizgen.domain.attempts.policy import Layout, Navigation
from quizgen.domain.attempts.resolving import explained
from quizgen.services import breaks
from quizgen.services.noting import Noted
from quizgen.services.taking import Sitting
from quizgen.web.attempts.passages import ShownPassage, shown_passages
from quizgen.web.items.item import Control
from quizgen.web.items.kinds import control

_MILLISECOND = timedelta(milliseconds=1)


@dataclass(frozen=True, slots=True)
class ShownQuestion:
    """One question with what was answered so far; ``sequence`` is the number of the last change, -1 for none."""

    number: int
    control: Control
    passage: int
    response: str
    sequence: int
    flagged: bool
    sealed: bool = False

    @property
    def spoken(self) -> str:
        """Return its state as a listener hears it after its number."""
        state = "answered" if self.response else "not answered"
        return f"{state}{', flagged' if self.flagged else ''}{', closed' if self.sealed else ''}"


@dataclass(frozen=True, slots=True)
class SittingPage:
    """A running attempt: the paper, the clock as the server has it, and the question that is shown, from 1.

    ``forward`` tells that one can only go forward, and ``leaving`` that the student wants to go on without an answer
    there; ``all_on_one`` that the questions stand on one page.
    """

    id: int
    title: str
    zone: str
    questions: tuple[ShownQuestion, ...]
    passages: tuple[ShownPassage, ...]
    current: int
    remaining_ms: int | None
    total_ms: int | None
    deadline: datetime | None
    saved_at: datetime | None
    trace: tuple[str, ...]
    break_left: timedelta = timing.NO_TIME
    no_countdown: bool = False
    larger_type: bool = False
    forward: bool = False
    leaving: bool = False
    all_on_one: bool = False

    @property
    def sheets(self) -> tuple[ShownQuestion, ...]:
        """Return the questions that the page holds: where one can only go forward, the one that is shown alone."""
        return (self.shown,) if self.forward else self.questions

    @property
    def shown(self) -> ShownQuestion:
        """Return the question that is shown."""
        return self.questions[self.current - 1]

    @property
    def answered(self) -> int:
        """Return how many questions have an answer."""
        return sum(bool(question.response) for question in self.questions)

    @property
    def unanswered(self) -> tuple[ShownQuestion, ...]:
        """Return the questions without an answer."""
        return tuple(question for question in self.questions if not question.response and not question.sealed)

    @property
    def flagged(self) -> tuple[ShownQuestion, ...]:
        """Return the questions that were marked to come back to."""
        return tuple(question for question in self.questions if question.flagged)

    @property
    def last_minute(self) -> bool:
        """Tell whether less than a minute is left."""
        return self.remaining_ms is not None and self.remaining_ms < 60_000


def sitting_page(
    sitting: Sitting,
    *,
    wanted: int,
    now: datetime,
    notes: Mapping[int, Noted] | None = None,
    leaving: bool = False,
) -> SittingPage:
    """Return the page with question ``wanted``, from 1; outside of the paper the nearest one is shown.

    Where one can only go forward, it is the one that was reached. ``notes`` are the student's, by the place of their
    paragraph; ``leaving`` warns of going on without an answer.
    """
    attempt, policy = sitting.attempt, sitting.quiz.policy
    forward = policy.navigation is Navigation.FORWARD
    wanted = attempt.sealed + 1 if forward else wanted
    total = None if attempt.deadline is None else milliseconds(attempt.deadline - attempt.started)
    return SittingPage(
        id=sitting.id,
        title=sitting.quiz.title,
        zone=sitting.quiz.time_zone,
        questions=tuple(_question(sitting, place, each) for place, each in enumerate(sitting.paper.questions)),
        passages=shown_passages(sitting, notes or {}),
        current=min(max(wanted, 1), len(sitting.paper.questions)),
        remaining_ms=remaining_ms(attempt.deadline, attempt.clock_at(now)),
        total_ms=total,
        deadline=attempt.deadline,
        saved_at=sitting.saved_at,
        break_left=breaks.left(attempt, sitting.accommodation.breaks),
        trace=explained(sitting.rules, sitting.student, attempt, sitting.accommodation),
        no_countdown=sitting.accommodation.no_countdown,
        larger_type=sitting.accommodation.larger_type,
        forward=forward,
        leaving=leaving,
        all_on_one=policy.layout is Layout.ALL,
    )


def remaining_ms(deadline: datetime | None, now: datetime) -> int | None:
    """Return the milliseconds left, never below zero; None when nothing ends the attempt."""
    left = timing.remaining(deadline, now)
    return None if left is None else milliseconds(left)


def milliseconds(length: timedelta) -> int:
    """Return a length of time in whole milliseconds."""
    return length // _MILLISECOND


def _question(sitting: Sitting, place: int, question: Question) -> ShownQuestion:
    return ShownQuestion(
        number=place + 1,
        control=control(question.item),
        passage=sitting.paper.passages.index(question.passage) + 1,
        response=sitting.responses.get(place, ""),
        sequence=sitting.sequences.get(place, -1),
        flagged=place in sitting.flags,
        sealed=place < sitting.attempt.sealed,
    )
