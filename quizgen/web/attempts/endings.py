"""The sentences on how an attempt ended, and on when its right answers are shown."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from quizgen.domain.attempts.attempt import Attempt, State
from quizgen.domain.attempts.policy import Policy, Reveal
from quizgen.services.taking import Sitting
from quizgen.web.filters import clock_time, day, duration, moment


def ended_words(sitting: Sitting, now: datetime, *, is_own: bool) -> str:
    """Return how and when the attempt ended, and what was saved; to its student, or to their teacher."""
    attempt, zone, questions = sitting.attempt, sitting.quiz.time_zone, len(sitting.paper.questions)
    answered = len(sitting.responses)
    at = _at(attempt.finished or now, zone, now)
    if attempt.deadline is not None and (attempt.state is State.EXPIRED or attempt.finished == attempt.deadline):
        if not is_own:
            return f"Time was up {at}, and the server handed in. Answered: {answered} of {questions}."
        return f"Time was up {at}, so your work was handed in for you. {_answered(answered, questions)}"
    return f"Handed in {at}{_left(attempt)}."


def when_key(policy: Policy, zone: str) -> str:
    """Return the sentence on when a student may see the right answers."""
    if policy.reveal is Reveal.NEVER:
        return "The right answers of this quiz are not shown here. Ask your teacher about them."
    if policy.closes is None:
        return "The right answers are shown when your teacher closes the quiz."
    return f"The right answers are shown here when the quiz closes: {moment(policy.closes, zone)}."


def _answered(answered: int, questions: int) -> str:
    if answered == 0:
        return f"You had answered none of the {questions} questions."
    if answered == questions:
        return f"You had answered all {questions} questions, and all are saved."
    saved = "and it is saved" if answered == 1 else f"and all {answered} are saved"
    return f"You had answered {answered} of {questions} questions, {saved}."


def _at(instant: datetime, zone: str, now: datetime) -> str:
    at = f"at {clock_time(instant, zone)}"
    same_day = instant.astimezone(ZoneInfo(zone)).date() == now.astimezone(ZoneInfo(zone)).date()
    return at if same_day else f"on {day(instant, zone)} {at}"


def _left(attempt: Attempt) -> str:
    if attempt.deadline is None or attempt.finished is None:
        return ""
    left = attempt.deadline - attempt.finished
    return f", with {duration(left)} left" if left >= timedelta(seconds=1) else ""
