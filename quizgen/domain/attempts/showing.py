"""Which parts of an attempt its student may see now."""

from collections.abc import Iterable
from datetime import datetime

from quizgen.domain.attempts.attempt import ENDED, Attempt
from quizgen.domain.attempts.policy import Policy
from quizgen.domain.attempts.reveal import Part, Reveal, When
from quizgen.domain.attempts.timing import Phase, phase

ALL = frozenset(Part)
# What tells nothing of a key: all that a student sees of an earlier attempt while they sit another one.
_HARMLESS = frozenset({Part.SCORE, Part.ANSWERED})


def shown(reveal: Reveal, attempt: Attempt, *, closed: bool, released: bool, sitting: bool = False) -> frozenset[Part]:
    """Return the parts of an attempt that its student may see.

    ``closed`` tells whether nobody can sit the quiz any more, ``released`` whether its teacher says so, ``sitting``
    whether the student has an open attempt at questions of the same bank. Of a voided attempt nothing is shown.
    """
    if attempt.state not in ENDED:
        return frozenset()
    come = {When.AT_ONCE: True, When.AFTER_HANDING_IN: True, When.AFTER_CLOSING: closed, When.RELEASED: released}
    parts = frozenset(part for part in Part if come.get(reveal.when(part), False))
    return parts & _HARMLESS if sitting else parts


def is_closed(policies: Iterable[Policy], attempts: Iterable[Attempt], now: datetime) -> bool:
    """Tell whether a quiz has closed for everybody.

    ``policies`` are those that hold for its students, ``attempts`` all that they have. Whoever has more time, a later
    closing or a reopened attempt keeps it open, so that nobody sits a quiz whose right answers others have seen.
    """
    return all(phase(policy, now) is Phase.CLOSED for policy in policies) and not any(
        attempt.is_open for attempt in attempts
    )
