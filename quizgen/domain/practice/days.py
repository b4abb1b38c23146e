"""Days where the student is: when one begins, and when a card is due."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

DAY = timedelta(days=1)


def local_day(instant: datetime, zone: str) -> date:
    """Return the date of an instant in the zone."""
    return instant.astimezone(ZoneInfo(zone)).date()


def beginning(day: date, zone: str) -> datetime:
    """Return the instant, in UTC, at which a day begins in the zone, also where midnight is skipped."""
    return datetime.combine(day, time(), ZoneInfo(zone)).astimezone(UTC)


def due_after(interval: timedelta, now: datetime, zone: str) -> datetime:
    """Return when a card is due: minutes count from ``now``, whole days from today's date in the zone.

    A card of tomorrow is due when tomorrow begins, whatever the hour of this answer.
    """
    if interval < DAY:
        return now + interval
    return beginning(local_day(now, zone) + timedelta(days=interval.days), zone)
