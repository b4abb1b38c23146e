"""Standing accommodations: what a student needs in every quiz."""

from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction

MOST_EXTRA_TIME = Fraction(10)
LONGEST_BREAKS = timedelta(hours=4)


@dataclass(frozen=True, slots=True)
class Accommodation:
    """Extra time as a factor on the time limit, breaks that stop the clock (together, in one attempt), and the page."""

    extra_time: Fraction = Fraction(1)
    breaks: timedelta = timedelta(0)
    no_countdown: bool = False
    larger_type: bool = False

    def problems(self) -> tuple[str, ...]:
        """Return what cannot be meant, each as one plain sentence; () when it is sound."""
        found = []
        if not 1 <= self.extra_time <= MOST_EXTRA_TIME:
            found.append(f"Extra time multiplies the time limit by 1 to {MOST_EXTRA_TIME}.")
        if not timedelta(0) <= self.breaks <= LONGEST_BREAKS:
            found.append("Breaks take from 0 minutes to 4 hours together.")
        return tuple(found)

    def stretched(self, length: timedelta) -> timedelta:
        """Return a length of time with the extra time, in whole seconds, rounded up."""
        seconds = Fraction(length // timedelta(microseconds=1), 10**6) * self.extra_time
        return timedelta(seconds=-int(-seconds // 1))


NONE = Accommodation()
