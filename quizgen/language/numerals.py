"""Numbers in a text as exact values: figures, words, magnitudes, ranges, and how exactly they are meant."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from quizgen.domain.passages.span import Span

_SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
WORD_VALUES = {word: value for value, word in enumerate(_SMALL)} | {
    word: 10 * (place + 2) for place, word in enumerate(_TENS)
}
MAGNITUDES = {"hundred": 10**2, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12,
}  # fmt: skip


class Comparator(StrEnum):
    """Which side of the value the true one lies on."""

    EXACTLY = "exactly"
    MORE_THAN = "more than"
    LESS_THAN = "less than"
    AT_LEAST = "at least"
    AT_MOST = "at most"


_COMPARED = (
    (Comparator.AT_LEAST, r"at\s+least|no\s+fewer\s+than|not\s+less\s+than|no\s+less\s+than|a\s+minimum\s+of"),
    (Comparator.AT_MOST, r"at\s+most|up\s+to|no\s+more\s+than|not\s+more\s+than|a\s+maximum\s+of|as\s+many\s+as"),
    (Comparator.MORE_THAN, r"more\s+than|over|above|greater\s+than|upwards\s+of|exceeding"),
    (Comparator.LESS_THAN, r"less\s+than|fewer\s+than|under|below|almost|nearly|just\s+under"),
)
_ABOUT = r"about|around|approximately|roughly|some|circa|an\s+estimated|estimated|close\s+to|nearly|almost"
_SIGNS = {"$": "dollar", "£": "pound", "€": "euro", "¥": "yen"}

_WORD = "|".join(sorted({*WORD_VALUES, *MAGNITUDES}, key=len, reverse=True))
_WORDED = (
    rf"(?:(?:an?\s+)(?=hundred|thousand|million|billion|trillion))?(?:{_WORD})(?:(?:\s+and\s+|[\s-]+)(?:{_WORD}))*"
)
_FIGURE = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_AMOUNT = rf"(?:(?:{_FIGURE})(?:\s+(?:{'|'.join(MAGNITUDES)}))?|{_WORDED})"
_NUMERAL = re.compile(
    r"(?<![\w.,])"
    rf"(?P<before>(?:(?:{_ABOUT}|{'|'.join(pattern for _, pattern in _COMPARED)})\s+)*)"
    r"(?P<sign>[$£€¥])?"
    rf"(?P<amount>{_AMOUNT})"
    rf"(?:\s*(?:[-–]|to(?=\s))\s*(?(sign)[$£€¥]?)(?P<upper>{_AMOUNT}))?"
    r"(?P<ordinal>st|nd|rd|th)?"
    r"(?P<percent>\s*%|\s+per\s?cent\b)?"
    r"(?![\w]|[.,]\d)",
    re.IGNORECASE,
)
_ORDINAL = re.compile(rf"\b(?:{'|'.join(ORDINALS)})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number where it stands: ``span`` in the text, from the words that qualify it to its unit sign.

    ``upper`` is the end of a range, or None. ``step`` is the place of its last figure that is not zero by chance:
    1,000,000 for "25 million", 0.1 for "3.5". ``unit`` is a currency, "percent", or "" for a mere number.
    """

    span: Span
    value: Decimal
    upper: Decimal | None = None
    step: Decimal = Decimal(1)
    unit: str = ""
    comparator: Comparator = Comparator.EXACTLY
    is_approximate: bool = False
    is_ordinal: bool = False

    def agrees_with(self, other: "Numeral") -> bool:
        """Tell whether one true value can lie behind both; an approximate one is good for a tenth either way."""
        low, high = self.bounds()
        other_low, other_high = other.bounds()
        return max(low, other_low) <= min(high, other_high)

    def bounds(self) -> tuple[Decimal, Decimal]:
        """Return the least and the greatest value that it allows, both included."""
        low, high = self.value, self.upper if self.upper is not None else self.value
        slack = abs(high) / 10 if self.is_approximate else Decimal(0)
        low, high = low - slack, high + slack
        if self.comparator in (Comparator.MORE_THAN, Comparator.AT_LEAST):
            return low, Decimal("Infinity")
        if self.comparator in (Comparator.LESS_THAN, Comparator.AT_MOST):
            # "Nearly 40" is a little less than 40; "fewer than 40" may be any number below.
            return (low if self.is_approximate else Decimal("-Infinity")), high
        return low, high


def numerals(text: str) -> tuple[Numeral, ...]:
    """Return the numbers of ``text`` in order; a figure inside a word or a version ("B2", "1.2.3") is none."""
    return tuple(sorted((*_cardinals(text), *_ordinals(text)), key=lambda each: each.span.start))


def value_of(words: str) -> Decimal:
    """Return the value of a number as written: "1,200", "25 million", "three hundred and five".

    Raises ValueError when it is none.
    """
    plain = words.lower().replace("-", " ").split()
    total, group, seen = Decimal(0), Decimal(0), False
    for word in plain:
        if word in ("and", "a", "an"):
            group = group if seen or word == "and" else Decimal(1)
        elif word == "hundred":
            group = (group or Decimal(1)) * 100
        elif word in MAGNITUDES:
            total, group = total + (group or Decimal(1)) * MAGNITUDES[word], Decimal(0)
        elif word in WORD_VALUES:
            group += WORD_VALUES[word]
        elif re.fullmatch(_FIGURE, word):
            group += Decimal(word.replace(",", ""))
        else:
            raise ValueError(f"{words!r} is not a number")
        seen = seen or word not in ("and", "a", "an")
    if not seen:
        raise ValueError(f"{words!r} is not a number")
    return total + group


def _cardinals(text: str) -> Iterator[Numeral]:
    for match in _NUMERAL.finditer(text):
        value = value_of(match["amount"])
        upper = value_of(match["upper"]) if match["upper"] else None
        if (
            upper is not None
            and value < 100 <= upper
            and _magnitude(match["upper"])
            and not _magnitude(match["amount"])
        ):
            value *= _magnitude(match["upper"])
        if upper is not None and upper <= value:
            upper = None
        before = " ".join(match["before"].lower().split())
        yield Numeral(
            span=Span(match.start(), match.end()),
            value=value,
            upper=upper,
            step=_step(match["amount"], value),
            unit=_SIGNS.get(match["sign"], "percent" if match["percent"] else ""),
            comparator=_comparator(before),
            is_approximate=re.search(rf"\b(?:{_ABOUT})\b", before) is not None,
            is_ordinal=bool(match["ordinal"]),
        )


def _ordinals(text: str) -> Iterator[Numeral]:
    for match in _ORDINAL.finditer(text):
        yield Numeral(Span(match.start(), match.end()), Decimal(ORDINALS[match[0].lower()]), is_ordinal=True)


def _comparator(before: str) -> Comparator:
    for comparator, pattern in _COMPARED:
        if re.search(rf"\b(?:{pattern})\b", before):
            return comparator
    return Comparator.EXACTLY


def _magnitude(words: str) -> int:
    return MAGNITUDES.get(words.lower().split()[-1], 0)


def _step(words: str, value: Decimal) -> Decimal:
    figure = re.match(_FIGURE, words)
    places = len(figure[0].partition(".")[2]) if figure else 0
    if places:
        return Decimal(_magnitude(words) or 1).scaleb(-places)
    whole = int(value)
    zeros = len(str(whole)) - len(str(whole).rstrip("0")) if whole else 0
    return Decimal(1).scaleb(zeros)
