"""The road without scripts: one form saves the answer, flags, and says where to go."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, auto

from sqlalchemy.orm import Session

from quizgen.domain.attempts.attempt import State, takes
from quizgen.domain.attempts.policy import Navigation
from quizgen.domain.errors import BadInput
from quizgen.services import taking
from quizgen.services.taking import SEALED, Sitting
from quizgen.web.attempts.forms import RELOAD, AnswerForm
from quizgen.web.items.kinds import KINDS
from quizgen.web.receipts.pages import late_sentence

NEWER = "A newer answer to question {number} came from another tab or device. It is shown now."
PAUSED = (
    "The clock stood still when your answer to question {number} arrived, so it was not kept. "
    "Please give it again when the quiz goes on."
)


class Place(Enum):
    """The pages that a form of the quiz leads to."""

    QUESTION = auto()
    CONFIRM = auto()
    RESULT = auto()


@dataclass(frozen=True, slots=True)
class Step:
    """Where to go, the number of the question to show there, and what to say, or "".

    ``leaving`` asks first, since the question has no answer and cannot be gone back to.
    """

    place: Place
    question: int = 1
    said: str = ""
    leaving: bool = False


def take(session: Session, sitting: Sitting, form: AnswerForm, *, now: datetime, grace: timedelta) -> Step:
    """Save what the form holds and return the next step. Raises BadInput for what the page could not have sent."""
    number = form.q.data or 0
    questions = len(sitting.paper.questions)
    if not form.validate() or not 1 <= number <= questions:
        raise BadInput(RELOAD)
    position = number - 1
    kind = KINDS[sitting.paper.questions[position].item.kind]
    cleared = form.go.data == "clear"
    response = "" if cleared else kind.read(" ".join(form.response.raw_data or ()))
    confidence = None if cleared else form.chosen_confidence
    is_same = (response, confidence) == (sitting.responses.get(position, ""), sitting.confidences.get(position))
    if position < sitting.attempt.sealed and not _is_over(sitting, now, grace):
        return Step(Place.QUESTION, sitting.attempt.sealed + 1, "" if is_same else SEALED.format(number=number))
    if not is_same:
        saved = taking.save(
            session,
            attempt_id=sitting.id,
            position=position,
            response=response,
            sequence=form.sequence.data or 0,
            now=now,
            grace=grace,
            confidence=confidence,
        )
        if not saved.accepted:
            return _refused(sitting, number, now, grace)
    if _is_over(sitting, now, grace):
        return _after_the_end(sitting)
    if form.go.data in ("flag", "unflag"):
        taking.flag(session, attempt_id=sitting.id, position=position, flagged=form.go.data == "flag")
    go = form.go.data or "save"
    if sitting.quiz.policy.navigation is not Navigation.FORWARD or go == "hand-in":
        return _next_step(go, number, questions)
    if go == "next" and not response:
        return Step(Place.QUESTION, number, leaving=True)
    if go in ("next", "leave"):
        taking.move_on(session, attempt_id=sitting.id, position=position, now=now, grace=grace)
        return _next_step("next", number, questions)
    return Step(Place.QUESTION, number)


def _next_step(go: str, number: int, questions: int) -> Step:
    if go == "hand-in":
        return Step(Place.CONFIRM)
    if go.isascii() and go.isdigit():
        return Step(Place.QUESTION, int(go))
    by = {"next": 1, "back": -1}.get(go, 0)
    return Step(Place.QUESTION, min(max(number + by, 1), questions))


def _refused(sitting: Sitting, number: int, now: datetime, grace: timedelta) -> Step:
    if not _is_over(sitting, now, grace):
        return Step(Place.QUESTION, number, NEWER.format(number=number))
    if sitting.attempt.state is State.PAUSED:
        return Step(Place.QUESTION, number, PAUSED.format(number=number))
    end = sitting.attempt.finished or sitting.attempt.deadline or now
    return _after_the_end(sitting, late_sentence(number, now - end))


def _after_the_end(sitting: Sitting, said: str = "") -> Step:
    """Return the way to the result; while nobody has closed the attempt yet, the question page says that it is over."""
    place = Place.QUESTION if sitting.attempt.is_open else Place.RESULT
    return Step(place, said=said)


def _is_over(sitting: Sitting, now: datetime, grace: timedelta) -> bool:
    return not takes(sitting.attempt, now, grace)
