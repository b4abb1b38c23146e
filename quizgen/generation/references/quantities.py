"""Amounts in a sentence as ranges with a unit that can be compared."""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizgen.generation.lexicon import MAGNITUDES, NUMBER_WORDS, words
from quizgen.generation.references.dates import When
from quizgen.language.parsed import ParsedSentence, Token

_FIGURES = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_TEENS = {
    "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
NUMBERS = {**NUMBER_WORDS, **_TEENS, **_TENS, "hundred": 100, "dozen": 12}
CURRENCIES = {"$": "dollar", "£": "pound", "€": "euro"}
_ABOUT = words("about around approximately roughly some nearly almost circa")
_MORE = (("more", "than"), ("at", "least"), ("over",), ("no", "fewer", "than"), ("no", "less", "than"), ("above",))
_LESS = (("less", "than"), ("fewer", "than"), ("at", "most"), ("under",), ("up", "to"), ("no", "more", "than"))
_NEAR = 0.1
# How many of the first unit of its kind each unit of measure is.
_MEASURES: dict[str, dict[str, float]] = {
    "length": {
        "metre meter m": 1, "kilometre kilometer km": 1000, "centimetre centimeter cm": 0.01,
        "millimetre millimeter mm": 0.001, "mile": 1609.344, "foot ft": 0.3048, "inch": 0.0254, "yard": 0.9144,
    },
    "weight": {"kilogram kilo kg": 1, "gram g": 0.001, "tonne": 1000, "ton": 1000},
    "duration": {"second": 1, "minute": 60, "hour": 3600},
    "area": {"hectare ha": 1, "acre": 0.4047},
    "volume": {"litre liter": 1},
    "share": {"% percent percentage": 1},
}  # fmt: skip
_UNITS = {
    name: (kind, factor)
    for kind, names in _MEASURES.items()
    for spelt, factor in names.items()
    for name in spelt.split()
}


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount from ``low`` to ``high`` of ``unit``; ``at`` is the token of its unit, or of its last figure.

    ``is_exact`` is false for *about*, for bounds and for ranges; ``step`` is the worth of its last figure.
    """

    low: float
    high: float
    unit: str
    at: int
    tokens: frozenset[int]
    is_exact: bool
    step: float
    said: str

    def agrees_with(self, source: "Quantity") -> bool:
        """Tell whether what the source says is an amount that this one allows, rounded as this one is."""
        if self.unit != source.unit:
            return False
        slack = self.step / 2 if self.is_exact and source.step < self.step else source.low * 1e-9
        return self.low - slack <= source.low and source.high <= self.high + slack

    def is_far_from(self, source: "Quantity") -> bool:
        """Tell whether both are exact, of one unit, and more than a tenth apart."""
        return (
            self.unit == source.unit
            and self.is_exact
            and source.is_exact
            and abs(self.low - source.low) > _NEAR * max(self.low, source.low)
        )


def kind_of_unit(lemma: str) -> str:
    """Return what a unit of measure measures ("length"), or "" for any other word."""
    return _UNITS.get(lemma, ("", 1))[0]


def quantities(sentence: ParsedSentence, times: tuple[When, ...]) -> tuple[Quantity, ...]:
    """Return the amounts of a sentence in order, without its dates ``times``."""
    dated = {index for when in times for index in range(when.start, when.end)}
    return tuple(_quantities(sentence, dated))


def _quantities(sentence: ParsedSentence, dated: set[int]) -> Iterator[Quantity]:
    tokens, index = sentence.tokens, 0
    while index < len(tokens):
        end = index
        while end < len(tokens) and end not in dated and (end == index or tokens[end].lower != "one"):
            if _value(tokens[end]) is None and not (tokens[end].text == "-" and end > index and _is_part(tokens, end)):
                break
            end += 1
        if end > index and _is_amount(tokens, index, end):
            yield _quantity(sentence, index, end)
        index = max(end, index + 1)


def _is_part(tokens: tuple[Token, ...], dash: int) -> bool:
    return tokens[dash - 1].lower in _TENS and dash + 1 < len(tokens) and tokens[dash + 1].lower in NUMBER_WORDS


def _is_amount(tokens: tuple[Token, ...], start: int, end: int) -> bool:
    """ "One" is too often no number, and a figure within a name is none."""
    if end - start == 1 and tokens[start].lower == "one":
        return False
    return any(token.pos == "NUM" or token.tag == "CD" for token in tokens[start:end]) and not (
        start and tokens[start - 1].pos == "PROPN" and tokens[end - 1].dep != "nummod"
    )


def _value(token: Token) -> float | None:
    if _FIGURES.fullmatch(token.text):
        return float(token.text.replace(",", ""))
    return {**NUMBERS, **MAGNITUDES}.get(token.lower)


def _quantity(sentence: ParsedSentence, start: int, end: int) -> Quantity:
    tokens = sentence.tokens
    value, step = _read(tokens[start:end])
    unit, at, factor = _unit(sentence, start, end)
    value, step = value * factor, step * factor
    before = [token.lower for token in tokens[max(start - 4, 0) : start] if token.text not in CURRENCIES]
    low, high, opened = _bounds(value, before, tokens, end)
    opening = start - 1 if start and tokens[start - 1].text in CURRENCIES else start
    closing = at + 1 if end <= at <= end + 1 else end
    said = " ".join("".join(t.text + " " * t.space for t in tokens[opening:closing]).split())
    opening -= opened
    used = frozenset(range(opening, end))
    return Quantity(low, high, unit, at, used, low == high and not _is_ranged(tokens, start, end), step, said)


def _read(tokens: tuple[Token, ...]) -> tuple[float, float]:
    """Return the value of number words and figures that stand together, and the worth of the last figure."""
    value, step, magnitude = 0.0, 1.0, 1.0
    for token in tokens:
        number = _value(token)
        if number is None:
            continue
        if token.lower in MAGNITUDES or token.lower in ("hundred", "dozen"):
            value, magnitude = max(value, 1) * number, magnitude * number
        else:
            value += number
            decimals = len(token.text.partition(".")[2]) if _FIGURES.fullmatch(token.text) else 0
            step = 10.0**-decimals
    return value, step * magnitude


def _unit(sentence: ParsedSentence, start: int, end: int) -> tuple[str, int, float]:
    """Return the unit, its token, and its worth in the first unit of its kind."""
    tokens = sentence.tokens
    if start and tokens[start - 1].text in CURRENCIES:
        return CURRENCIES[tokens[start - 1].text], end - 1, 1
    following = tokens[end] if end < len(tokens) else None
    if following and following.text == "-" and end + 1 < len(tokens):
        following = tokens[end + 1]
    for noun in (following, tokens[tokens[end - 1].head]):
        if noun and noun.index >= end and (noun.pos in ("NOUN", "PROPN") or noun.text == "%"):
            lemma = noun.lemma.lower()
            kind, factor = _UNITS.get(lemma, (lemma, 1))
            # The head of a phrase is what is counted: "three large stones".
            if noun.index == end or kind != lemma or tokens[end - 1].head == noun.index:
                head = tokens[noun.head] if noun.dep == "compound" and kind == lemma else noun
                return (kind if head is noun else head.lemma.lower()), head.index, factor
    return "", end - 1, 1


def _bounds(value: float, before: list[str], tokens: tuple[Token, ...], end: int) -> tuple[float, float, int]:
    """Return the least and the most, and how many words before the number say so."""
    ranges = ((_LESS, (0.0, value)), (_MORE, (value, math.inf)))
    found = [
        (phrase, least) for phrases, least in ranges for phrase in phrases if tuple(before[-len(phrase) :]) == phrase
    ]
    if found:
        phrase, (low, high) = max(found, key=lambda entry: len(entry[0]))
        return low, high, len(phrase)
    if end + 1 < len(tokens) and (tokens[end].lower, tokens[end + 1].lower) == ("or", "more"):
        return value, math.inf, 0
    if before and before[-1] in _ABOUT:
        return value * (1 - _NEAR), value * (1 + _NEAR), 1
    return value, value, 0


def _is_ranged(tokens: tuple[Token, ...], start: int, end: int) -> bool:
    """Tell whether the number is one end of a range: "10 to 20", "between 10 and 20", "10–20"."""
    before = [token.lower for token in tokens[max(start - 3, 0) : start]]
    follows = end + 1 < len(tokens) and _value(tokens[end + 1]) is not None
    opens = follows and tokens[end].lower in ("to", "-", "–", "or")
    closes = len(before) > 1 and before[-1] in ("to", "-", "–", "or") and _value(tokens[start - 2]) is not None
    return opens or closes or "between" in before
