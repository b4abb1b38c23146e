"""Dates in a sentence as stretches of days that can be compared."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizgen.generation.lexicon import MONTHS, words
from quizgen.language.parsed import ParsedSentence, Token

_YEAR = re.compile(r"1[0-9]\d\d|20[0-4]\d")
_DECADE = re.compile(r"(1[0-9]\d|20[0-4])0['’]?s")
_CENTURY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)")
_CENTURY_WORDS = {
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20,
}  # fmt: skip
_BLURS = words("about around circa c. ca. approximately roughly perhaps early late mid nearly almost")
_BOUNDS = words("since until till by before after from to between through")
_LONGEST_MONTH = 31

Day = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class When:
    """A time from the day ``first`` to the day ``last``, both included; tokens ``start <= i < end`` say it.

    ``bound`` is *since, until, by ...* when it limits instead of telling, "" else. ``is_exact`` is false behind
    *about, early ...*.
    """

    first: Day
    last: Day
    start: int
    end: int
    bound: str
    is_exact: bool
    said: str

    def within(self, other: "When") -> bool:
        """Tell whether it lies wholly in ``other``."""
        return other.first <= self.first and self.last <= other.last

    def apart_from(self, other: "When") -> bool:
        """Tell whether the two share no day."""
        return self.last < other.first or other.last < self.first


def dates(sentence: ParsedSentence) -> tuple[When, ...]:
    """Return the dates of a sentence in order; weekdays and years without four figures are not dates."""
    return tuple(_dates(sentence))


def _dates(sentence: ParsedSentence) -> Iterator[When]:
    index = 0
    while index < len(sentence.tokens):
        found = _date_at(sentence, index)
        if found is None:
            index += 1
            continue
        yield found
        index = found.end


def _date_at(sentence: ParsedSentence, start: int) -> When | None:
    tokens = sentence.tokens
    texts = [token.text for token in tokens[start : start + 5]]
    first = texts[0]
    for length, day in _readings(texts):
        return _when(sentence, start, length, day, (day[0], day[1] or 12, day[2] or _LONGEST_MONTH))
    decade = _DECADE.fullmatch(first)
    if decade:
        year = int(decade[1]) * 10
        return _when(sentence, start, 1, (year, 0, 0), (year + 9, 12, _LONGEST_MONTH))
    if len(texts) > 1 and texts[1].lower() in ("century", "-") and "century" in " ".join(texts[1:3]).lower():
        match = _CENTURY.fullmatch(first)
        number = int(match[1]) if match else _CENTURY_WORDS.get(first.lower(), 0)
        if number:
            length = 2 if texts[1].lower() == "century" else 3
            return _when(sentence, start, length, (number * 100 - 99, 0, 0), (number * 100, 12, _LONGEST_MONTH))
    return None


def _readings(texts: list[str]) -> Iterator[tuple[int, Day]]:
    """Yield how many tokens a plain date has and its year, month and day, 0 where one is not said; longest first."""
    months = {month: number for number, month in enumerate(MONTHS, start=1)}
    one, two, three, four, *_ = [*texts, "", "", "", ""]
    if one.isdigit() and two in months and _is_year(three) and 1 <= int(one) <= _LONGEST_MONTH:
        yield 3, (int(three), months[two], int(one))
    if one in months and two.isdigit() and three == "," and _is_year(four) and 1 <= int(two) <= _LONGEST_MONTH:
        yield 4, (int(four), months[one], int(two))
    if one in months and _is_year(two):
        yield 2, (int(two), months[one], 0)
    if _is_year(one):
        yield 1, (int(one), 0, 0)


def _is_year(text: str) -> bool:
    return _YEAR.fullmatch(text) is not None


def _when(sentence: ParsedSentence, start: int, length: int, first: Day, last: Day) -> When | None:
    tokens, end = sentence.tokens, start + length
    if length == 1 and not _is_told_as_a_date(tokens, start):
        return None
    blurs, place = set(), start - 1
    while place >= 0 and tokens[place].lower in _BLURS | {"the", "year", "spring", "summer", "autumn", "winter", "-"}:
        blurs.add(tokens[place].lower)
        place -= 1
    bound = tokens[place].lower if place >= 0 and tokens[place].lower in _BOUNDS else ""
    after = tokens[end].lower if end < len(tokens) else ""
    follows = end + 1 < len(tokens) and _is_year(tokens[end + 1].text)
    if not bound and (after == "until" or (follows and after in ("to", "-", "–", "and", "or"))):
        bound = after
    said = " ".join("".join(token.text + " " * token.space for token in tokens[start:end]).split())
    return When(first, last, start, end, bound, not blurs - {"the", "year"}, said)


def _is_told_as_a_date(tokens: tuple[Token, ...], start: int) -> bool:
    """A figure that counts something ("1950 boats") or follows a currency sign is no year."""
    token = tokens[start]
    counted = token.dep == "nummod" and tokens[token.head].index > start and tokens[token.head].tag == "NNS"
    return not counted and not (start and tokens[start - 1].text in ("$", "£", "€"))
