"""An attempt and its legal transitions; nothing else changes a state."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from quizgen.domain.attempts import timing
from quizgen.domain.attempts.policy import Policy
from quizgen.domain.errors import NotAllowed


class State(StrEnum):
    """Where an attempt stands. Running is the only state that takes answers."""

    RUNNING = "running"
    HANDED_IN = "handed in"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class Attempt:
    """One sitting. ``deadline`` is None without a time limit and closing; ``finished`` is None while it runs."""

    number: int
    state: State
    started: datetime
    deadline: datetime | None
    finished: datetime | None = None


def hand_in(attempt: Attempt, now: datetime) -> Attempt:
    """Return the attempt handed in by its student; at or after the deadline it expires, and its finish is the deadline.

    The grace is for answers on their way, not for more time: whoever hands in then was ended by the clock.
    An attempt that has ended stays as it is, so that handing in twice is harmless.
    """
    if attempt.state is not State.RUNNING:
        return attempt
    if timing.is_over(attempt.deadline, now):
        return replace(attempt, state=State.EXPIRED, finished=attempt.deadline)
    return replace(attempt, state=State.HANDED_IN, finished=now)


def expire(attempt: Attempt, now: datetime, grace: timedelta) -> Attempt:
    """Return the attempt ended by the server: its finish is the deadline, whenever the server came to it.

    An attempt that has ended stays as it is. Raises NotAllowed before deadline plus grace.
    """
    if attempt.state is not State.RUNNING:
        return attempt
    if timing.accepts(attempt.deadline, now, grace):
        raise NotAllowed("The time is not over yet.")
    return replace(attempt, state=State.EXPIRED, finished=attempt.deadline)


def reschedule(attempt: Attempt, policy: Policy, now: datetime) -> Attempt:
    """Return the attempt under changed rules; one that has ended stays as it is.

    Its deadline follows from the rules, but a change never puts it into the past: nobody's time ends before the
    moment at which it was taken away.
    """
    if attempt.state is not State.RUNNING:
        return attempt
    ends = timing.deadline(policy, attempt.started)
    if ends is not None:
        ends = max(ends, now if attempt.deadline is None else min(now, attempt.deadline))
    return replace(attempt, deadline=ends)
