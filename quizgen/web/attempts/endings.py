"""The sentences on how an attempt ended, and on when its right answers are shown."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from quizgen.domain.attempts.attempt import Attempt, State
from quizgen.domain.attempts.policy import Policy
from quizgen.domain.attempts.reveal import Part, When
from quizgen.services.showing import Shown
from quizgen.services.taking import Sitting
from quizgen.web.filters import clock_time, day, duration, moment

_WORDS = {
    Part.SCORE: "the score",
    Part.ANSWERED: "your answers",
    Part.MARK: "the marks of the questions",
    Part.KEY: "the right answers",
    Part.RATIONALE: "the reasons",
    Part.EVIDENCE: "the evidence",
}
VOID = "Your teacher has made this attempt void: it does not count."


def ended_words(sitting: Sitting, now: datetime, *, is_own: bool) -> str:
    """Return how and when the attempt ended, and what was saved; to its student, or to their teacher."""
    attempt, zone, questions = sitting.attempt, sitting.quiz.time_zone, len(sitting.paper.questions)
    answered = len(sitting.responses)
    at = _at(attempt.finished or now, zone, now)
    if attempt.state is State.VOIDED:
        return VOID if is_own else f"Made void {at}: it does not count."
    if attempt.deadline is not None and (attempt.state is State.EXPIRED or attempt.finished == attempt.deadline):
        if not is_own:
            return f"Time was up {at}, and the server handed in. Answered: {answered} of {questions}."
        return f"Time was up {at}, so your work was handed in for you. {_answered(answered, questions)}"
    return f"Handed in {at}{_left(attempt)}."


def when_rest(policy: Policy, shown: Shown, zone: str) -> str:
    """Return the sentence on what a student does not see yet and when it comes; "" when everything is shown."""
    missing: dict[When, list[Part]] = {}
    for part in Part:
        if part not in shown.parts:
            missing.setdefault(policy.reveal.when(part), []).append(part)
    if missing and shown.sits_again:
        return "You are sitting questions of the same bank now: the rest is shown here when you have handed them in."
    said = "; ".join(f"{_named(parts)} {_coming(when, parts, policy, zone)}" for when, parts in missing.items())
    return f"{said[0].upper()}{said[1:]}." if said else ""


def _named(parts: list[Part]) -> str:
    """Return the parts in words with their verb; the right answers stand for all that goes with them."""
    words = [_WORDS[part] for part in parts]
    if Part.KEY in parts:
        words = [_WORDS[part] for part in parts if part in (Part.SCORE, Part.KEY)]
    *first, last = words
    verb = "is" if _is_one(parts) else "are"
    return f"{', '.join(first)} and {last} {verb}" if first else f"{last} {verb}"


def _is_one(parts: list[Part]) -> bool:
    return parts in ([Part.SCORE], [Part.EVIDENCE])


def _coming(when: When, parts: list[Part], policy: Policy, zone: str) -> str:
    match when:
        case When.NEVER:
            return f"not shown here: ask your teacher about {'it' if _is_one(parts) else 'them'}"
        case When.RELEASED:
            return "shown here when your teacher says so"
        case _ if policy.closes is None:
            return "shown here when your teacher closes the quiz"
        case _:
            return f"shown here when the quiz has closed for everybody, not before {moment(policy.closes, zone)}"


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
