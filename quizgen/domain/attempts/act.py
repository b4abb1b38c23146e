"""What a teacher may do to an attempt while a quiz runs, each a legal transition."""

from datetime import datetime, timedelta
from enum import StrEnum

from quizgen.domain.attempts import attempt as transitions
from quizgen.domain.attempts.attempt import Attempt, State
from quizgen.domain.attempts.timing import NO_TIME
from quizgen.domain.errors import NotAllowed


class Act(StrEnum):
    """An act on one attempt, or on all open attempts of a quiz."""

    EXTEND = "extend"
    PAUSE = "pause"
    RESUME = "resume"
    HAND_IN = "hand in"
    REOPEN = "reopen"
    VOID = "void"
    RESTORE = "restore"


FOR_ALL = (Act.EXTEND, Act.PAUSE, Act.RESUME, Act.HAND_IN)
WITH_TIME = (Act.EXTEND, Act.REOPEN)


def possible(attempt: Attempt) -> tuple[Act, ...]:
    """Return the acts that fit the state of an attempt, in the order in which a page offers them."""
    extend = () if attempt.deadline is None else (Act.EXTEND,)
    match attempt.state:
        case State.RUNNING:
            return (*extend, Act.PAUSE, Act.HAND_IN, Act.VOID)
        case State.PAUSED:
            # A break of the student's own becomes a pause that lasts until the teacher ends it.
            return (*extend, *((Act.PAUSE,) if attempt.resumes else ()), Act.RESUME, Act.HAND_IN, Act.VOID)
        case State.VOIDED:
            return (Act.RESTORE,)
        case _:
            return (Act.REOPEN, Act.VOID)


def apply(attempt: Attempt, act: Act, *, now: datetime, extra: timedelta = NO_TIME) -> Attempt:
    """Return the attempt after the act; ``extra`` is the time that extending or reopening gives.

    Raises NotAllowed when the act does not fit the state: an act is never silently without effect.
    """
    if act not in possible(attempt):
        raise NotAllowed(_misfit(attempt, act))
    match act:
        case Act.EXTEND:
            return transitions.grant(attempt, extra)
        case Act.PAUSE:
            return transitions.pause(attempt, now)
        case Act.RESUME:
            return transitions.resume(attempt, now)
        case Act.HAND_IN:
            return transitions.hand_in(attempt, now)
        case Act.REOPEN:
            return transitions.reopen(attempt, now, extra)
        case Act.VOID:
            return transitions.void(attempt, now)
        case Act.RESTORE:
            return transitions.restore(attempt)


def _misfit(attempt: Attempt, act: Act) -> str:
    if act is Act.EXTEND and attempt.is_open:
        return "Nothing ends this attempt, so it needs no more time."
    if act is Act.REOPEN and attempt.state is State.VOIDED:
        return "This attempt is voided; make it count again before you reopen it."
    reasons = {
        State.RUNNING: "This attempt is running; the page you sent this from is older than that.",
        State.PAUSED: "This attempt is paused; the page you sent this from is older than that.",
        State.VOIDED: "This attempt is voided; the page you sent this from is older than that.",
    }
    return reasons.get(attempt.state, "This attempt has ended; reopen it if the student should go on.")
