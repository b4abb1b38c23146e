"""The rules of a quiz."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network

from quizgen.domain.attempts.reveal import Reveal

LONGEST_CODE = 60
_BLANKS = re.compile(r"\s+")


class Closing(StrEnum):
    """What the closing time bounds: the end of every attempt, or only its start."""

    FINISH = "must finish by"
    START = "must start by"


class Layout(StrEnum):
    """How many questions a page shows."""

    ONE = "one at a time"
    ALL = "all on one page"


class Navigation(StrEnum):
    """Whether a student may come back to a question that was left."""

    FREE = "free"
    FORWARD = "forward only"


class Order(StrEnum):
    """The order of questions; their options are shuffled in any case."""

    SHUFFLED = "shuffled"
    AS_IN_BANK = "as in the bank"


@dataclass(frozen=True, slots=True)
class Policy:
    """When, where, how often and how a quiz may be sat; None, "" and () mean no bound. Instants are in UTC.

    The window is half-open: ``opens <= now < closes``. ``wait`` runs from the end of one attempt to the next start.
    ``access_code`` is asked for at the start, and a start is only taken from ``networks`` (in CIDR form); neither is
    asked again, since a phone that changes from one network to another must not lose its attempt.
    """

    opens: datetime | None = None
    closes: datetime | None = None
    time_limit: timedelta | None = None
    attempts: int | None = 1
    reveal: Reveal = Reveal.AFTER_HANDING_IN
    closing: Closing = Closing.FINISH
    wait: timedelta | None = None
    access_code: str = ""
    networks: tuple[str, ...] = ()
    order: Order = Order.SHUFFLED
    layout: Layout = Layout.ONE
    navigation: Navigation = Navigation.FREE

    def problems(self) -> tuple[str, ...]:
        """Return what cannot be meant, each as one plain sentence; () when the policy is sound."""
        found = []
        if self.opens and self.closes and self.closes <= self.opens:
            found.append("The quiz must close after it opens.")
        if self.time_limit is not None and self.time_limit <= timedelta(0):
            found.append("The time limit must be longer than nothing.")
        if self.attempts is not None and self.attempts < 1:
            found.append("At least one attempt must be allowed.")
        if self.wait is not None and self.wait <= timedelta(0):
            found.append("The wait between attempts must be longer than nothing.")
        if len(self.access_code) > LONGEST_CODE:
            found.append(f"The access code has at most {LONGEST_CODE} characters.")
        if self.navigation is Navigation.FORWARD and self.layout is Layout.ALL:
            found.append("Questions that cannot be gone back to come one at a time, not all on one page.")
        found += self.reveal.problems()
        found += [f"{text!r} is not a network, such as 192.168.0.0/16." for text in self.networks if not network(text)]
        return tuple(found)


def network(text: str) -> IPv4Network | IPv6Network | None:
    """Return the network that a text in CIDR form or a single address names, or None when it names none."""
    try:
        return ip_network(text.strip(), strict=False)
    except ValueError:
        return None


def is_within(address: str | None, networks: tuple[str, ...]) -> bool:
    """Tell whether an address lies in one of the networks; any address, and none, does when there are no networks."""
    if not networks:
        return True
    try:
        place = ip_address(address or "")
    except ValueError:
        return False
    mapped = getattr(place, "ipv4_mapped", None)
    return any((mapped or place) in allowed for text in networks if (allowed := network(text)))


def same_code(given: str, wanted: str) -> bool:
    """Tell whether an access code is the wanted one; case and blanks make no difference to a person in a hurry."""
    return _folded(given) == _folded(wanted)


def _folded(code: str) -> str:
    return _BLANKS.sub("", code).casefold()
