"""The quantities, dates and quotations of a parsed sentence, with their places in the passage."""

import re
from dataclasses import dataclass, replace

from quizgen.domain.passages.span import Span
from quizgen.language.dates import Date, dates
from quizgen.language.numerals import Numeral, numerals
from quizgen.language.parsed import ParsedSentence, Token

_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number and what it counts or measures: a currency, "percent", or the lemma of a noun ("" when none)."""

    numeral: Numeral
    unit: str
    token: int

    def contradicts(self, other: "Quantity") -> bool:
        """Tell whether both cannot be the number of the same thing."""
        same_sort = self.unit == other.unit and self.numeral.is_ordinal == other.numeral.is_ordinal
        return same_sort and not self.numeral.agrees_with(other.numeral)


def dates_in(sentence: ParsedSentence) -> tuple[Date, ...]:
    """Return the dates of a sentence; their spans are those of the passage."""
    shift = sentence.span.start
    return tuple(replace(date, span=_moved(date.span, shift)) for date in dates(sentence.text))


def quantities_in(sentence: ParsedSentence) -> tuple[Quantity, ...]:
    """Return the numbers of a sentence that are no dates; their spans are those of the passage."""
    taken = [date.span for date in dates(sentence.text)]
    found = []
    for numeral in numerals(sentence.text):
        if any(numeral.span.overlaps(span) for span in taken):
            continue
        moved = replace(numeral, span=_moved(numeral.span, sentence.span.start))
        token = next((t for t in reversed(sentence.tokens) if t.start < moved.span.end and t.pos != "SYM"), None)
        if token is not None:
            found.append(Quantity(moved, numeral.unit or _counted(sentence, token), token.index))
    return tuple(found)


def quotations_in(sentence: ParsedSentence) -> tuple[Span, ...]:
    """Return the stretches of a sentence between quotation marks, the marks included, as spans of the passage."""
    return tuple(_moved(Span(*match.span()), sentence.span.start) for match in _QUOTED.finditer(sentence.text))


def _counted(sentence: ParsedSentence, token: Token) -> str:
    """Return the lemma of the noun that the number belongs to."""
    for above in sentence.ancestors(token):
        if above.pos in ("NOUN", "PROPN"):
            return above.lemma.lower() if above.index > token.index else ""
        if above.pos not in ("NUM", "SYM", "ADJ"):
            return ""
    return ""


def _moved(span: Span, shift: int) -> Span:
    return Span(span.start + shift, span.end + shift)
