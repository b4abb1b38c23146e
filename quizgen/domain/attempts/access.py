"""Who may start an attempt now, and when not, why."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from quizgen.domain.attempts.attempt import Attempt, State
from quizgen.domain.attempts.policy import Policy, Reveal
from quizgen.domain.attempts.timing import Phase, phase


class Entry(StrEnum):
    """What a student can do with a quiz now."""

    START = "start"
    GO_ON = "go on"
    NOT_YET = "not yet open"
    CLOSED = "closed"
    NO_ATTEMPTS_LEFT = "no attempts left"


@dataclass(frozen=True, slots=True)
class Access:
    """The entry, and how many attempts are left (None: no bound)."""

    entry: Entry
    attempts_left: int | None


def access(policy: Policy, attempts: Sequence[Attempt], now: datetime) -> Access:
    """Return what a student with these attempts may do; a running attempt is always gone on with."""
    left = None if policy.attempts is None else max(policy.attempts - len(attempts), 0)
    if any(attempt.state is State.RUNNING for attempt in attempts):
        return Access(Entry.GO_ON, left)
    match phase(policy, now):
        case Phase.NOT_YET:
            return Access(Entry.NOT_YET, left)
        case Phase.CLOSED:
            return Access(Entry.CLOSED, left)
        case Phase.OPEN:
            return Access(Entry.NO_ATTEMPTS_LEFT if left == 0 else Entry.START, left)


def may_see_key(policy: Policy, attempt: Attempt, now: datetime) -> bool:
    """Tell whether keys, rationales and evidence of an attempt may be shown to its student."""
    if attempt.state is State.RUNNING:
        return False
    match policy.reveal:
        case Reveal.AFTER_HANDING_IN:
            return True
        case Reveal.AFTER_CLOSING:
            return phase(policy, now) is Phase.CLOSED
        case Reveal.NEVER:
            return False
