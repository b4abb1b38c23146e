"""Who may start an attempt now, and when not, why."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from quizgen.domain.attempts.attempt import Attempt, State
from quizgen.domain.attempts.policy import Policy, is_within
from quizgen.domain.attempts.timing import Phase, phase


class Entry(StrEnum):
    """What a student can do with a quiz now."""

    START = "start"
    GO_ON = "go on"
    NOT_YET = "not yet open"
    CLOSED = "closed"
    NO_ATTEMPTS_LEFT = "no attempts left"
    WAIT = "wait between attempts"
    ELSEWHERE = "not from this network"


@dataclass(frozen=True, slots=True)
class Access:
    """The entry, how many attempts are left (None: no bound), and from when one can start, where that is known."""

    entry: Entry
    attempts_left: int | None
    starts: datetime | None = None


def access(policy: Policy, attempts: Sequence[Attempt], now: datetime, *, address: str | None = None) -> Access:
    """Return what a student with these attempts may do; an open attempt is always gone on with.

    A voided attempt counts as none. ``address`` is where the request comes from, for a quiz with ``networks``.
    """
    used = [attempt for attempt in attempts if attempt.state is not State.VOIDED]
    left = None if policy.attempts is None else max(policy.attempts - len(used), 0)
    if any(attempt.is_open for attempt in used):
        return Access(Entry.GO_ON, left)
    match phase(policy, now):
        case Phase.NOT_YET:
            return Access(Entry.NOT_YET, left, policy.opens)
        case Phase.CLOSED:
            return Access(Entry.CLOSED, left)
        case Phase.OPEN:
            return _when_open(policy, used, now, left, address)


def _when_open(policy: Policy, used: Sequence[Attempt], now: datetime, left: int | None, address: str | None) -> Access:
    if left == 0:
        return Access(Entry.NO_ATTEMPTS_LEFT, left)
    ended = max((attempt.finished for attempt in used if attempt.finished), default=None)
    if policy.wait is not None and ended is not None and now < ended + policy.wait:
        starts = ended + policy.wait
        if policy.closes is not None and starts >= policy.closes:
            return Access(Entry.CLOSED, left)
        return Access(Entry.WAIT, left, starts)
    if not is_within(address, policy.networks):
        return Access(Entry.ELSEWHERE, left)
    return Access(Entry.START, left)
