"""Amounts of a sentence as ranges with a unit that can be compared, with the tokens that say them."""

from collections.abc import Iterator
from dataclasses import dataclass

from quizgen.generation.references.dates import When
from quizgen.language.numerals import MAGNITUDES, WORD_VALUES, Comparator, Numeral
from quizgen.language.parsed import ParsedSentence, Token
from quizgen.language.quantities import Quantity as Counted
from quizgen.language.quantities import quantities_in

_NEAR, _HAIR = 0.1, 1e-9
_SIGNS = "$£€¥"
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
    "percent": {"% percent percentage": 1},
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
        slack = (self.step / 2 if source.step < self.step else self.low * _HAIR) if self.is_exact else 0.0
        return self.low - slack <= source.low and source.high <= self.high + slack

    def is_far_from(self, source: "Quantity") -> bool:
        """Tell whether both are exact, of one unit, and more than a tenth apart."""
        exact = self.unit == source.unit and self.is_exact and source.is_exact
        return exact and abs(self.low - source.low) > _NEAR * max(self.low, source.low)


def kind_of_unit(lemma: str) -> str:
    """Return what a unit of measure measures ("length"), or "" for any other word."""
    return _UNITS.get(lemma, ("", 1))[0]


def quantities(sentence: ParsedSentence, times: tuple[When, ...]) -> tuple[Quantity, ...]:
    """Return the amounts of a sentence in order, without its dates ``times``, ordinals and figures within names."""
    dated = {index for when in times for index in range(when.start, when.end)}
    return tuple(_quantities(sentence, dated))


def _quantities(sentence: ParsedSentence, dated: set[int]) -> Iterator[Quantity]:
    for counted in quantities_in(sentence):
        numeral = counted.numeral
        inside = [t for t in sentence.tokens if t.start < numeral.span.end and numeral.span.start < t.end]
        figures = [token for token in inside if _is_figure(token)]
        if figures and not numeral.is_ordinal and not _is_no_amount(sentence, figures, dated):
            yield _quantity(sentence, counted, inside, figures)


def _is_figure(token: Token) -> bool:
    return token.text[:1].isdigit() or token.lower in WORD_VALUES or token.lower in MAGNITUDES


def _is_no_amount(sentence: ParsedSentence, figures: list[Token], dated: set[int]) -> bool:
    """ "One" is too often no number, and a figure behind a name belongs to it: Apollo 11."""
    first, last = figures[0], figures[-1]
    before = sentence.tokens[first.index - 1] if first.index else None
    named = before is not None and before.pos == "PROPN" and last.dep != "nummod"
    return named or first.index in dated or (first is last and first.lower == "one")


def _quantity(sentence: ParsedSentence, counted: Counted, inside: list[Token], figures: list[Token]) -> Quantity:
    numeral, tokens = counted.numeral, sentence.tokens
    unit, at, factor = _unit(sentence, counted, figures[-1])
    low, high = _bounds(numeral)
    exact = numeral.comparator is Comparator.EXACTLY and not numeral.is_approximate and numeral.upper is None
    big = any(token.lower in MAGNITUDES for token in figures)
    step = float(numeral.step) if big else min(float(numeral.step), 1.0)
    first = inside[0].index
    end = at + 1 if at == figures[-1].index + 1 else figures[-1].index + 1
    return Quantity(
        low=low * factor,
        high=high * factor,
        unit=unit,
        at=at,
        tokens=frozenset(token.index for token in inside),
        is_exact=exact,
        step=step * factor,
        said=" ".join("".join(token.text + " " * token.space for token in tokens[first:end]).split()),
    )


def _bounds(numeral: Numeral) -> tuple[float, float]:
    """Return the least and the most; what is *more than* 40 is not 40."""
    low, high = map(float, numeral.bounds())
    if numeral.comparator is Comparator.MORE_THAN:
        return low * (1 + 2 * _HAIR), high
    if numeral.comparator is Comparator.LESS_THAN:
        return low, high * (1 - 2 * _HAIR)
    return low, high


def _unit(sentence: ParsedSentence, counted: Counted, last: Token) -> tuple[str, int, float]:
    """Return the unit, its token, and its worth in the first unit of its kind."""
    tokens = sentence.tokens
    following = tokens[last.index + 1] if last.index + 1 < len(tokens) else None
    if counted.numeral.unit and counted.numeral.unit != "percent":
        return counted.numeral.unit, last.index, 1
    if following and following.text == "-" and last.index + 2 < len(tokens):
        following = tokens[last.index + 2]
    if following and following.lemma.lower() in _UNITS:
        return (*_measured(following), _UNITS[following.lemma.lower()][1])
    above = (token for token in sentence.ancestors(last) if token.pos in ("NOUN", "PROPN"))
    noun = next(above, None) if counted.unit or last.dep == "nummod" else None
    if noun is None or noun.index < last.index:
        return "", last.index, 1
    return noun.lemma.lower(), noun.index, 1


def _measured(noun: Token) -> tuple[str, int]:
    return _UNITS[noun.lemma.lower()][0], noun.index
