"""What every template may use: who is signed in, times in a class's zone, exact numbers in words."""

from datetime import datetime, timedelta
from fractions import Fraction
from zoneinfo import ZoneInfo

from flask import Flask, request, url_for

from quizgen import __version__
from quizgen.domain.scoring.score import rounded
from quizgen.web.access import current_person
from quizgen.web.accounts.themes import THEMES
from quizgen.web.clock import now
from quizgen.web.rich_text import rich


def init_app(app: Flask) -> None:
    """Give the templates the filters and globals below, and nothing that queries."""
    app.jinja_env.filters.update(rich=rich, points=points, tenths=tenths, whole=whole)
    app.jinja_env.filters.update(clock_time=clock_time, day=day, short_day=short_day, moment=moment, duration=duration)
    app.jinja_env.filters.update(place=place)
    app.jinja_env.globals.update(asset=asset)
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True

    @app.context_processor
    def everywhere() -> dict[str, object]:
        chosen = request.cookies.get("theme")
        return {"person": current_person(), "theme": chosen if chosen in THEMES else None}


def asset(name: str) -> str:
    """Return the address of one of our static files; it changes with the version, so that caches do not lag."""
    return url_for("static", filename=name, v=__version__)


def points(value: Fraction) -> str:
    """Return an exact number, rounded once for show."""
    return rounded(value)


def tenths(value: Fraction) -> str:
    """Return an exact number, rounded once to one place, which is always written: ``8.0``."""
    shown = rounded(value, 1)
    return shown if "." in shown else f"{shown}.0"


def whole(value: Fraction) -> str:
    """Return an exact number, rounded once to a whole one."""
    return rounded(value, 0)


def clock_time(instant: datetime, zone: str) -> str:
    """Return ``10:42`` in the zone."""
    return f"{instant.astimezone(ZoneInfo(zone)):%H:%M}"


def day(instant: datetime, zone: str) -> str:
    """Return ``12 November``, with a non-breaking space; the year too when it is not this one."""
    local = instant.astimezone(ZoneInfo(zone))
    this_year = now().astimezone(ZoneInfo(zone)).year
    return f"{local.day}\u00a0{local:%B}" + ("" if local.year == this_year else f" {local.year}")


def short_day(instant: datetime, zone: str) -> str:
    """Return ``12 Nov``, with a non-breaking space, for the heads of narrow columns."""
    local = instant.astimezone(ZoneInfo(zone))
    return f"{local.day}\u00a0{local:%b}"


def moment(instant: datetime, zone: str) -> str:
    """Return ``today, 11:15`` or ``12 November, 11:15``."""
    local, today = instant.astimezone(ZoneInfo(zone)).date(), now().astimezone(ZoneInfo(zone)).date()
    names = {today: "today", today + timedelta(days=1): "tomorrow", today - timedelta(days=1): "yesterday"}
    return f"{names.get(local) or day(instant, zone)}, {clock_time(instant, zone)}"


def place(zone: str) -> str:
    """Return the place that a zone is named after: ``Paris``, ``New York``, or ``UTC``."""
    return zone.rpartition("/")[2].replace("_", " ")


def duration(length: timedelta) -> str:
    """Return ``20 minutes`` or ``1 minute 12 seconds`` in words, with non-breaking spaces."""
    seconds = int(length.total_seconds())
    hours, rest = divmod(seconds, 3600)
    parts = [(hours, "hour"), (rest // 60, "minute"), (rest % 60, "second")]
    words = [f"{count}\u00a0{word}{'' if count == 1 else 's'}" for count, word in parts if count]
    return " ".join(words) or "0\u00a0seconds"
