"""The one place that computes time: opening, deadline, what is left, and what is accepted."""

from datetime import datetime, timedelta
from enum import StrEnum

from quizgen.domain.attempts.policy import Closing, Policy

NO_TIME = timedelta(0)


class Phase(StrEnum):
    """Where ``now`` lies against the window of a quiz."""

    NOT_YET = "not yet open"
    OPEN = "open"
    CLOSED = "closed"


def phase(policy: Policy, now: datetime) -> Phase:
    """Return the phase of the half-open window ``opens <= now < closes``."""
    if policy.opens is not None and now < policy.opens:
        return Phase.NOT_YET
    if policy.closes is not None and now >= policy.closes:
        return Phase.CLOSED
    return Phase.OPEN


def deadline(policy: Policy, started: datetime, *, more: timedelta = NO_TIME) -> datetime | None:
    """Return the first instant that is too late for an attempt started then, or None when nothing ends it.

    ``more`` is what its clock stood still and what was granted to it alone; it moves every bound.
    """
    bounds = [] if policy.time_limit is None else [started + policy.time_limit]
    if policy.closes is not None and policy.closing is Closing.FINISH:
        bounds.append(policy.closes)
    return min(bounds) + more if bounds else None


def remaining(ends: datetime | None, now: datetime) -> timedelta | None:
    """Return the time left until ``ends``, never below zero; None when nothing ends it."""
    return None if ends is None else max(ends - now, NO_TIME)


def is_over(ends: datetime | None, now: datetime) -> bool:
    """Tell whether no time is left: ``now >= ends``. Answers on their way are still accepted for the grace."""
    return ends is not None and now >= ends


def accepts(ends: datetime | None, now: datetime, grace: timedelta) -> bool:
    """Tell whether an answer that arrives now still counts: ``now < ends + grace``."""
    return ends is None or now < ends + grace
