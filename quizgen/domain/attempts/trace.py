"""The trace of the rules: each step that led to the times of one student, as a plain sentence."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from fractions import Fraction
from zoneinfo import ZoneInfo

from quizgen.domain.attempts.accommodation import Accommodation
from quizgen.domain.attempts.attempt import Attempt
from quizgen.domain.attempts.override import Override
from quizgen.domain.attempts.policy import Closing, Layout, Navigation, Policy
from quizgen.domain.attempts.timing import NO_TIME

_FIELD_WORDS = {
    "opens": "the opening",
    "closes": "the closing",
    "closing": "what closing means",
    "time_limit": "the time limit",
    "attempts": "the number of attempts",
    "wait": "the wait between attempts",
    "access_code": "the access code",
    "networks": "the networks",
    "order": "the order of questions",
    "layout": "how many questions a page shows",
    "navigation": "going back",
    "reveal": "when answers are shown",
    "count": "the number of questions",
    "kinds": "the kinds of question",
    "basis": "what settles a question",
    "shares": "the shares of true, false and unverified",
    "easiest": "the least difficulty",
    "hardest": "the greatest difficulty",
}


@dataclass(frozen=True, slots=True)
class Ahead:
    """What the rules lead to: when an attempt could begin (None: not any more), whether that is now, and its end."""

    at_once: bool = True
    begins: datetime | None = None
    deadline: datetime | None = None


def trace(
    default: Policy,
    overrides: Sequence[Override],
    policy: Policy,
    accommodation: Accommodation,
    running: Attempt | None,
    ahead: Ahead,
    zone: ZoneInfo,
) -> tuple[str, ...]:
    """Return the steps from the default policy to the ``policy`` of a student and to what is ``ahead``.

    ``overrides`` are those that concern the student, in order.
    """
    before = default
    lines = []
    for override in overrides:
        before = override.over(before)
        changed = (words for name, words in _FIELD_WORDS.items() if name in override.changes)
        lines.append(f"{override.name}: changes {_listed(changed)}.")
    if running is None:
        lines += _questions(overrides)
    lines += _page(policy)
    lines += _limit(before, policy, accommodation)
    lines += _window(before, policy, zone)
    if running is not None:
        lines += _own(running, zone)
    return (*lines, _end(running, ahead, zone))


def length(span: timedelta) -> str:
    """Return a length of time as figures and units: ``1 h 30 min``, ``45 s``."""
    seconds = span // timedelta(seconds=1)
    parts = ((seconds // 3600, "h"), (seconds // 60 % 60, "min"), (seconds % 60, "s"))
    return " ".join(f"{count} {unit}" for count, unit in parts if count) or "0 min"


def _questions(overrides: Sequence[Override]) -> Iterator[str]:
    """Say how many there are. The shares of the keys are not said here: students read it too."""
    counts = [override.changes["count"] for override in overrides if "count" in override.changes]
    if counts:
        yield f"Number of questions: {counts[-1]}."


def _page(policy: Policy) -> Iterator[str]:
    if policy.navigation is Navigation.FORWARD:
        yield "Questions come one after the other: a question that was left cannot be gone back to."
    if policy.layout is Layout.ALL:
        yield "All questions are on one page."


def _limit(before: Policy, policy: Policy, accommodation: Accommodation) -> Iterator[str]:
    if before.time_limit is None or policy.time_limit is None:
        yield "There is no time limit."
    elif policy.time_limit == before.time_limit:
        yield f"Time limit: {_minutes(policy.time_limit)}."
    else:
        factor = _decimal(accommodation.extra_time)
        yield f"Time limit: {_minutes(before.time_limit)} × {factor} = {_minutes(policy.time_limit)}."
    if accommodation.breaks > NO_TIME:
        yield f"Breaks that stop the clock: {length(accommodation.breaks)} together."


def _window(before: Policy, policy: Policy, zone: ZoneInfo) -> Iterator[str]:
    if policy.opens is not None:
        yield f"Opens {_when(policy.opens, zone)}."
    if before.closes is None or policy.closes is None:
        yield "It does not close by itself."
        return
    means = "start by then" if policy.closing is Closing.START else "finish by then"
    yield f"Closes {_when(before.closes, zone)}: {means}."
    if policy.closes != before.closes:
        added = length(policy.closes - before.closes)
        yield f"The extra time moves that by {added}: it closes for you {_when(policy.closes, zone)}."


def _own(running: Attempt, zone: ZoneInfo) -> Iterator[str]:
    yield f"Started {_when(running.started, zone)}."
    if running.paused > NO_TIME:
        yield f"The clock stood still for {length(running.paused)}."
    if running.granted > NO_TIME:
        yield f"Your teacher gave {length(running.granted)} more."
    if running.paused_at is not None:
        yield f"The clock stands still since {_when(running.paused_at, zone)}."


def _end(running: Attempt | None, ahead: Ahead, zone: ZoneInfo) -> str:
    if running is None and ahead.begins is None:
        return "So no attempt can be started any more."
    if ahead.deadline is None:
        return "So nothing ends an attempt but handing in."
    end = _when(ahead.deadline, zone)
    if running is not None:
        return f"So your time ends {end}."
    if ahead.begins is not None and not ahead.at_once:
        return f"So an attempt started as soon as you can, {_when(ahead.begins, zone)}, would end {end}."
    return f"So an attempt started now would end {end}."


def _minutes(span: timedelta) -> str:
    minutes, rest = divmod(span, timedelta(minutes=1))
    return length(span) if rest else f"{minutes} min"


def _decimal(factor: Fraction) -> str:
    return f"{float(factor):.4g}"


def _when(instant: datetime, zone: ZoneInfo) -> str:
    local = instant.astimezone(zone)
    clock = f"{local:%H:%M:%S}" if local.second else f"{local:%H:%M}"
    return f"at {clock} on {local.day} {local:%B %Y} ({local.tzname()})"


def _listed(words: Iterator[str]) -> str:
    *first, last = list(words) or ["nothing"]
    return f"{', '.join(first)} and {last}" if first else last
