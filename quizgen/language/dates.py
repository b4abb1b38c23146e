"""Dates in a text as stretches of whole days, months, years, decades or centuries."""

import re
from dataclasses import dataclass
from enum import StrEnum

from quizgen.domain.passages.span import Span
from quizgen.language.numerals import ORDINALS

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip


class Precision(StrEnum):
    """How long a stretch of time the date names."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


class Relation(StrEnum):
    """How the time that is meant lies to the date."""

    IN = "in"
    BEFORE = "before"
    AFTER = "after"
    BY = "by"
    SINCE = "since"
    UNTIL = "until"
    FROM = "from"


@dataclass(frozen=True, slots=True)
class Date:
    """A date where it stands in the text: years ``first <= y < last``, and month and day where they are named.

    Years before the common era are negative: 44 BC is -44. ``part`` is "early", "mid", "late" or ""; the end of a range
    ("1914 to 1918") is the last year of the second date.
    """

    span: Span
    first: int
    last: int
    precision: Precision
    month: int | None = None
    day: int | None = None
    part: str = ""
    relation: Relation = Relation.IN
    is_approximate: bool = False
    is_range: bool = False

    def agrees_with(self, other: "Date") -> bool:
        """Tell whether one event can have both dates; about a year is good for five years either way."""
        slack = 5 if self.is_approximate or other.is_approximate else 0
        if self.last + slack <= other.first or other.last + slack <= self.first:
            return False
        if slack or self.is_range or other.is_range:
            return True
        return _same(self.month, other.month) and (self.month != other.month or _same(self.day, other.day))


_MONTH = rf"(?P<month>{'|'.join(MONTHS)})"
_YEAR = r"(?P<year>1[0-9]{3}|20[0-9]{2}|[1-9][0-9]{0,3}(?=\s*(?:BCE?|CE|AD)\b))(?P<era>\s*(?:BCE?|CE|AD)\b)?"
_DAY = r"(?P<day>[12][0-9]|3[01]|[1-9])(?:st|nd|rd|th)?"
_PART = r"(?:(?P<part>early|mid|middle|late)(?:[\s-]+(?:of\s+)?(?:the\s+)?))?"
_ORDINAL = rf"(?P<ordinal>{'|'.join(ORDINALS)}|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty-first|[12]?[0-9](?:st|nd|rd|th))"  # noqa: E501
_CENTURIES = ORDINALS | {
    "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18,
    "nineteenth": 19, "twentieth": 20, "twenty-first": 21,
}  # fmt: skip
_FORMS = tuple(
    (precision, re.compile(rf"(?<![\w.,$£€]){form}(?![\w%]|[.,]\d)", re.IGNORECASE))
    for precision, form in (
        (Precision.CENTURY, rf"{_PART}{_ORDINAL}[\s-]+centur(?:y|ies)(?P<era>\s*(?:BCE?|CE|AD)\b)?"),
        (Precision.DECADE, rf"{_PART}(?P<year>1[0-9]{{2}}0|20[0-9]0)['’]?s(?P<era>)"),
        (Precision.DAY, rf"{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}"),
        (Precision.DAY, rf"{_MONTH}\s+{_DAY},?\s+{_YEAR}"),
        (Precision.MONTH, rf"{_PART}{_MONTH}(?:\s+of)?,?\s+{_YEAR}"),
        (Precision.YEAR, rf"{_PART}{_YEAR}(?:(?:\s*[-–]\s*|\s+to\s+)(?P<end>[12][0-9]{{3}}|[0-9]{{2}}))?"),
    )
)
_RELATIONS = {
    "before": Relation.BEFORE, "after": Relation.AFTER, "by": Relation.BY, "since": Relation.SINCE,
    "until": Relation.UNTIL, "till": Relation.UNTIL, "from": Relation.FROM, "following": Relation.AFTER,
}  # fmt: skip
_COUNTED = re.compile(r"\s+(?:people|men|women|years|miles|metres|meters|soldiers|troops|[a-z]+\s+of\b)", re.IGNORECASE)


def dates(text: str) -> tuple[Date, ...]:
    """Return the dates of ``text`` in order; a number from 1000 to 2099 that counts something is none."""
    found: list[Date] = []
    for precision, form in _FORMS:
        for match in form.finditer(text):
            date = _date(text, match, precision)
            if date and not any(date.span.overlaps(other.span) for other in found):
                found.append(date)
    return tuple(sorted(found, key=lambda date: date.span.start))


def _date(text: str, match: re.Match[str], precision: Precision) -> Date | None:
    given = match.groupdict()
    before = " ".join(text[: match.start()].lower().split()[-2:]).removesuffix(" the").split()
    if precision is Precision.YEAR and not given.get("era") and _COUNTED.match(text, match.end()):
        return None
    first, last = _years(given, precision)
    if last <= first:
        return None
    month = given.get("month")
    day = given.get("day")
    near = before[-1] if before else ""
    return Date(
        span=Span(match.start(), match.end()),
        first=first,
        last=last,
        precision=precision,
        month=MONTHS.index(month.lower()) + 1 if month else None,
        day=int(day) if day else None,
        part={"middle": "mid"}.get((given.get("part") or "").lower(), (given.get("part") or "").lower()),
        relation=_RELATIONS.get(near, Relation.IN),
        is_approximate=near in ("about", "around", "circa", "c.", "roughly", "approximately"),
        is_range=bool(given.get("end")),
    )


def _years(given: dict[str, str | None], precision: Precision) -> tuple[int, int]:
    is_before = (given.get("era") or "").strip().upper().startswith("BC")
    if precision is Precision.CENTURY:
        word = (given["ordinal"] or "").lower()
        number = _CENTURIES.get(word) or int(re.sub(r"\D", "", word))
        return (-100 * number, -100 * number + 100) if is_before else (100 * number - 99, 100 * number + 1)
    year = int(given["year"] or 0)
    if is_before:
        return -year, -year + 1
    if precision is Precision.DECADE:
        return year, year + (100 if year % 100 == 0 else 10)
    end = given.get("end")
    if end:
        last = int(end) if len(end) == 4 else year - year % 100 + int(end)
        return year, last + 1
    return year, year + 1


def _same(one: int | None, other: int | None) -> bool:
    return one is None or other is None or one == other
