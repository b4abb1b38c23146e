"""Between the times that a teacher types, in the zone of a class, and instants."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from quizgen.domain.errors import BadInput

FIRST_YEAR, LAST_YEAR = 2000, 2100


def instant(local: datetime, zone: str, *, later: bool) -> datetime:
    """Return the instant, in UTC, of a local time without a zone.

    In the hour that comes twice when clocks go back, ``later`` picks the second. Raises BadInput for a time in the
    hour that is left out when clocks go forward, and for a year that nobody means.
    """
    if not FIRST_YEAR <= local.year < LAST_YEAR:
        raise BadInput(f"Choose a year from {FIRST_YEAR} to {LAST_YEAR - 1}.")
    here = ZoneInfo(zone)
    found = local.replace(tzinfo=here, fold=int(later)).astimezone(UTC)
    if found.astimezone(here).replace(tzinfo=None) != local:
        raise BadInput(
            f"There is no {local:%H:%M} on that day in {zone_words(zone)}: the clocks go forward. "
            "Choose an earlier or a later time."
        )
    return found


def local_time(moment: datetime, zone: str) -> datetime:
    """Return an instant as it is typed: local, without a zone, to the minute."""
    return moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None, second=0, microsecond=0)


def zone_words(zone: str) -> str:
    """Return the name of a zone as a person reads it."""
    return zone.replace("_", " ")
