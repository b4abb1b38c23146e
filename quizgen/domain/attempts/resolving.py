"""The one resolver: what the rules of a quiz come to for one student now, and in plain words why."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from quizgen.domain.attempts import timing
from quizgen.domain.attempts.access import Access, Entry, access
from quizgen.domain.attempts.accommodation import NONE, Accommodation
from quizgen.domain.attempts.attempt import Attempt
from quizgen.domain.attempts.override import Override, overridden
from quizgen.domain.attempts.policy import Closing, Policy
from quizgen.domain.attempts.trace import Ahead, trace


@dataclass(frozen=True, slots=True)
class Rules:
    """The policy of a quiz, the overrides in their order (the last one on top), and the time zone of its class."""

    policy: Policy
    overrides: tuple[Override, ...] = ()
    zone: str = "UTC"


@dataclass(frozen=True, slots=True)
class Resolved:
    """What holds for one student now.

    ``overrides`` are those that concern the student, in order; ``policy`` has them and the extra time in it.
    ``deadline`` is that of the open attempt, or of one begun as soon as it can be; None when nothing ends it, or none
    can be started any more. ``trace`` says in plain words how the rules came to this.
    """

    policy: Policy
    overrides: tuple[Override, ...]
    accommodation: Accommodation
    access: Access
    deadline: datetime | None
    trace: tuple[str, ...]


def resolve(
    rules: Rules,
    *,
    student: int,
    now: datetime,
    attempts: Sequence[Attempt] = (),
    accommodation: Accommodation = NONE,
    address: str | None = None,
) -> Resolved:
    """Return what holds for a student with these attempts, by number, who asks from a network address."""
    policy = policy_for(rules, student, accommodation)
    running = next((attempt for attempt in attempts if attempt.is_open), None)
    entry = access(policy, attempts, now, address=address)
    begins = _begins(entry, now)
    deadline = running.deadline if running else begins and timing.deadline(policy, begins)
    return Resolved(
        policy=policy,
        overrides=concerned(rules, student),
        accommodation=accommodation,
        access=entry,
        deadline=deadline,
        trace=_trace(rules, student, policy, accommodation, running, Ahead(begins == now, begins, deadline)),
    )


def explained(rules: Rules, student: int, running: Attempt, accommodation: Accommodation = NONE) -> tuple[str, ...]:
    """Return in plain words how the time of a student's running attempt comes about."""
    policy = policy_for(rules, student, accommodation)
    return _trace(rules, student, policy, accommodation, running, Ahead(deadline=running.deadline))


def policy_for(rules: Rules, student: int, accommodation: Accommodation = NONE) -> Policy:
    """Return the policy of one student: overrides over the default, then extra time on the limit and the closing.

    Where closing ends running attempts it moves by what the extra time adds to the longest attempt that the rules
    allow, so that the last moment for a whole attempt stays the same for everybody.
    """
    policy = overridden(rules.policy, rules.overrides, student)
    limit, closes = policy.time_limit, policy.closes
    longest = [length for length in (limit, _window(policy)) if length is not None]
    if closes is not None and policy.closing is Closing.FINISH and longest:
        closes += accommodation.stretched(min(longest)) - min(longest)
    return replace(policy, closes=closes, time_limit=None if limit is None else accommodation.stretched(limit))


def concerned(rules: Rules, student: int) -> tuple[Override, ...]:
    """Return the overrides that concern a student, in their order."""
    return tuple(override for override in rules.overrides if override.concerns(student))


def _begins(entry: Access, now: datetime) -> datetime | None:
    """Return when the next attempt could begin: now, later, or with None not at all."""
    match entry.entry:
        case Entry.CLOSED | Entry.NO_ATTEMPTS_LEFT:
            return None
        case Entry.NOT_YET | Entry.WAIT:
            return entry.starts
        case _:
            return now


def _trace(
    rules: Rules,
    student: int,
    policy: Policy,
    accommodation: Accommodation,
    running: Attempt | None,
    ahead: Ahead,
) -> tuple[str, ...]:
    return trace(rules.policy, concerned(rules, student), policy, accommodation, running, ahead, ZoneInfo(rules.zone))


def _window(policy: Policy) -> timedelta | None:
    if policy.opens is None or policy.closes is None:
        return None
    return max(policy.closes - policy.opens, timing.NO_TIME)
