"""The rules of a quiz."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum


class Reveal(StrEnum):
    """When a student may see keys, rationales and evidence."""

    AFTER_HANDING_IN = "after handing in"
    AFTER_CLOSING = "after closing"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Policy:
    """When a quiz may be sat, for how long and how often; None means no bound. Instants are in UTC.

    The window is half-open: ``opens <= now < closes``. ``closes`` ends running attempts too.
    """

    opens: datetime | None = None
    closes: datetime | None = None
    time_limit: timedelta | None = None
    attempts: int | None = 1
    reveal: Reveal = Reveal.AFTER_HANDING_IN

    def problems(self) -> tuple[str, ...]:
        """Return what cannot be meant, each as one plain sentence; () when the policy is sound."""
        found = []
        if self.opens and self.closes and self.closes <= self.opens:
            found.append("The quiz must close after it opens.")
        if self.time_limit is not None and self.time_limit <= timedelta(0):
            found.append("The time limit must be longer than nothing.")
        if self.attempts is not None and self.attempts < 1:
            found.append("At least one attempt must be allowed.")
        return tuple(found)
