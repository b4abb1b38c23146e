"""An attempt and its legal transitions; nothing else changes a state."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from quizgen.domain.attempts import timing
from quizgen.domain.attempts.policy import Navigation, Policy
from quizgen.domain.attempts.timing import NO_TIME
from quizgen.domain.errors import NotAllowed


class State(StrEnum):
    """Where an attempt stands. Running is the only state that takes answers; a voided one counts for nothing."""

    RUNNING = "running"
    PAUSED = "paused"
    HANDED_IN = "handed in"
    EXPIRED = "expired"
    VOIDED = "voided"


OPEN = (State.RUNNING, State.PAUSED)
ENDED = (State.HANDED_IN, State.EXPIRED)


@dataclass(frozen=True, slots=True)
class Attempt:
    """One sitting. ``deadline`` is None without a time limit and closing; ``finished`` is None until it has ended.

    ``paused_at`` is there while its clock stands still; a break of the student's own goes on by itself at
    ``resumes``. ``paused`` is how long the clock has stood still before, ``breaks`` the part of it that the student
    took, and ``granted`` the time that a teacher gave to this attempt alone. Where one can only go forward, the
    questions before ``sealed``, counted from 0, have been left: their answers stay as they are.
    """

    number: int
    state: State
    started: datetime
    deadline: datetime | None
    finished: datetime | None = None
    paused_at: datetime | None = None
    resumes: datetime | None = None
    paused: timedelta = NO_TIME
    breaks: timedelta = NO_TIME
    granted: timedelta = NO_TIME
    sealed: int = 0

    @property
    def is_open(self) -> bool:
        """Tell whether its student can still go on with it, now or after a pause."""
        return self.state in OPEN

    @property
    def more(self) -> timedelta:
        """Return the time that the rules alone would not give."""
        return self.paused + self.granted

    def clock_at(self, now: datetime) -> datetime:
        """Return the instant at which its clock stands: ``now``, or the start of the pause."""
        return self.paused_at or now


def takes(attempt: Attempt, now: datetime, grace: timedelta) -> bool:
    """Tell whether an answer that arrives now counts; one on its way when the clock was stopped still does."""
    if attempt.state is State.PAUSED:
        return attempt.paused_at is not None and now < attempt.paused_at + grace
    return attempt.state is State.RUNNING and timing.accepts(attempt.deadline, now, grace)


def move_on(attempt: Attempt, position: int, questions: int, now: datetime, grace: timedelta) -> Attempt:
    """Return the attempt with the question at ``position``, from 0, left for good, and all before it.

    The last of its ``questions`` is only left by handing in. One that was left stays so: moving on twice is harmless.
    Raises NotAllowed for a question that has not been reached, and when no answer would be taken any more.
    """
    if position > attempt.sealed:
        raise NotAllowed("That question comes later.")
    if not takes(attempt, now, grace):
        raise NotAllowed("This attempt takes no answers now.")
    return replace(attempt, sealed=max(attempt.sealed, min(position + 1, questions - 1)))


def hand_in(attempt: Attempt, now: datetime) -> Attempt:
    """Return the attempt handed in by its student; at or after the deadline it expires, and its finish is the deadline.

    The grace is for answers on their way, not for more time: whoever hands in then was ended by the clock. Handing in
    ends a pause. An attempt that has ended stays as it is, so that handing in twice is harmless.
    """
    attempt = resume(attempt, now)
    if attempt.state is not State.RUNNING:
        return attempt
    if timing.is_over(attempt.deadline, now):
        return replace(attempt, state=State.EXPIRED, finished=attempt.deadline)
    return replace(attempt, state=State.HANDED_IN, finished=now)


def expire(attempt: Attempt, now: datetime, grace: timedelta) -> Attempt:
    """Return the attempt ended by the server: its finish is the deadline, whenever the server came to it.

    An attempt that has ended stays as it is. Raises NotAllowed before deadline plus grace, and while it is paused.
    """
    if not attempt.is_open:
        return attempt
    if attempt.state is State.PAUSED or timing.accepts(attempt.deadline, now, grace):
        raise NotAllowed("The time is not over yet.")
    return replace(attempt, state=State.EXPIRED, finished=attempt.deadline)


def pause(attempt: Attempt, now: datetime) -> Attempt:
    """Return the attempt with its clock stopped by a teacher, until somebody lets it go on.

    A break of the student's own becomes such a pause; one that is paused already stays as it is. Raises NotAllowed
    when it has ended or its time is over.
    """
    if attempt.state is State.PAUSED and attempt.resumes is None:
        return attempt
    return _stopped(resume(attempt, now), now, None)


def take_break(attempt: Attempt, now: datetime, allowed: timedelta) -> Attempt:
    """Return the attempt on a break that ends by itself when ``allowed``, for all breaks together, is used up.

    One that is paused already stays as it is. Raises NotAllowed when no break is left, or as ``pause`` does.
    """
    if attempt.resumes is not None and now >= attempt.resumes:
        attempt = resume(attempt, now)
    if attempt.state is State.PAUSED:
        return attempt
    if attempt.breaks >= allowed:
        raise NotAllowed("There is no time for breaks left.")
    return _stopped(attempt, now, now + allowed - attempt.breaks)


def resume(attempt: Attempt, now: datetime) -> Attempt:
    """Return the attempt with its clock going again, the deadline later by as long as it stood still.

    A break ends at ``resumes``, whenever the server comes to it. Any other attempt stays as it is.
    """
    if attempt.state is not State.PAUSED or attempt.paused_at is None:
        return attempt
    until = now if attempt.resumes is None else min(now, attempt.resumes)
    stood = max(until - attempt.paused_at, NO_TIME)
    return replace(
        attempt,
        state=State.RUNNING,
        deadline=None if attempt.deadline is None else attempt.deadline + stood,
        paused_at=None,
        resumes=None,
        paused=attempt.paused + stood,
        breaks=attempt.breaks if attempt.resumes is None else attempt.breaks + stood,
    )


def grant(attempt: Attempt, extra: timedelta) -> Attempt:
    """Return an open attempt with more time. Raises NotAllowed when it has ended, or ``extra`` is no time."""
    if not attempt.is_open:
        raise NotAllowed("This attempt has ended; reopen it to give more time.")
    if extra <= NO_TIME:
        raise NotAllowed("Give at least a second more.")
    ends = None if attempt.deadline is None else attempt.deadline + extra
    return replace(attempt, deadline=ends, granted=attempt.granted + extra)


def void(attempt: Attempt, now: datetime) -> Attempt:
    """Return the attempt made void: it ends, and counts neither for a score nor against the allowed attempts."""
    if attempt.state is State.VOIDED:
        return attempt
    attempt = resume(attempt, now)
    return replace(attempt, state=State.VOIDED, finished=attempt.finished or now)


def restore(attempt: Attempt) -> Attempt:
    """Return a voided attempt as one that has ended and counts again. Raises NotAllowed for any other."""
    if attempt.state is not State.VOIDED:
        raise NotAllowed("Only a voided attempt can be made to count again.")
    by_clock = attempt.deadline is not None and attempt.finished is not None and attempt.finished >= attempt.deadline
    return replace(
        attempt,
        state=State.EXPIRED if by_clock else State.HANDED_IN,
        finished=attempt.deadline if by_clock else attempt.finished,
    )


def reopen(attempt: Attempt, now: datetime, extra: timedelta = NO_TIME) -> Attempt:
    """Return an ended attempt running again with the time that was left when it ended, and ``extra``.

    From its end until now its clock stood still. Raises NotAllowed when it has not ended, or no time would be left.
    """
    if attempt.state not in ENDED or attempt.finished is None:
        raise NotAllowed("Only an attempt that has ended can be reopened.")
    stood = max(now - attempt.finished, NO_TIME)
    ends = None if attempt.deadline is None else attempt.deadline + stood + extra
    if timing.is_over(ends, now):
        raise NotAllowed("No time was left; say how many minutes more there are.")
    return replace(
        attempt,
        state=State.RUNNING,
        finished=None,
        deadline=ends,
        paused=attempt.paused + stood,
        granted=attempt.granted + extra,
    )


def reschedule(attempt: Attempt, policy: Policy, now: datetime) -> Attempt:
    """Return the attempt under changed rules, those that hold for its student; one that has ended stays as it is.

    Where one may go back now, no question stays sealed. Its deadline follows from the rules, but a change never puts
    it into the past: nobody's time ends before the moment at which it was taken away.
    """
    if not attempt.is_open:
        return attempt
    ends = timing.deadline(policy, attempt.started, more=attempt.more)
    if ends is not None:
        now = attempt.clock_at(now)
        ends = max(ends, now if attempt.deadline is None else min(now, attempt.deadline))
    sealed = attempt.sealed if policy.navigation is Navigation.FORWARD else 0
    return replace(attempt, deadline=ends, sealed=sealed)


def _stopped(attempt: Attempt, now: datetime, resumes: datetime | None) -> Attempt:
    if attempt.state is not State.RUNNING:
        raise NotAllowed("This attempt has ended.")
    if timing.is_over(attempt.deadline, now):
        raise NotAllowed("The time of this attempt is over.")
    return replace(attempt, state=State.PAUSED, paused_at=now, resumes=resumes)
