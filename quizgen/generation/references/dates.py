"""Dates of a sentence as stretches of days that can be compared, with the tokens that say them."""

from collections.abc import Iterator
from dataclasses import dataclass

from quizgen.generation.lexicon import words
from quizgen.language.dates import Relation
from quizgen.language.parsed import ParsedSentence
from quizgen.language.quantities import dates_in

_BLURS = words("perhaps nearly almost probably possibly")
_ENDS = words("between to through")
_LINKS = words("to - – and or until")
_LONGEST_MONTH = 31

Day = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class When:
    """A time from the day ``first`` to the day ``last``, both included; tokens ``start <= i < end`` say it.

    ``bound`` is *since, until, between ...* where the date limits instead of telling, "" else; ``part`` is *early,
    mid, late* or "". ``is_exact`` is false for a part, and behind *about, perhaps*.
    """

    first: Day
    last: Day
    start: int
    end: int
    bound: str
    part: str
    is_exact: bool
    said: str

    def within(self, other: "When") -> bool:
        """Tell whether it lies wholly in ``other``; what is bounded, or a part of a time, only lies in its like."""
        if self.bound != other.bound or (self.bound and (self.first, self.last) != (other.first, other.last)):
            return False
        return other.part in ("", self.part) and other.first <= self.first and self.last <= other.last

    def apart_from(self, other: "When") -> bool:
        """Tell whether the two share no day."""
        return self.last < other.first or other.last < self.first


def dates(sentence: ParsedSentence) -> tuple[When, ...]:
    """Return the dates of a sentence in order."""
    return tuple(_dates(sentence))


def _dates(sentence: ParsedSentence) -> Iterator[When]:
    tokens = sentence.tokens
    for date in dates_in(sentence):
        said = [token.index for token in tokens if token.start < date.span.end and date.span.start < token.end]
        if not said:
            continue
        start, end = said[0], said[-1] + 1
        before = [token.lower for token in tokens[max(start - 2, 0) : start] if token.lower != "the"][-1:]
        bound = "" if date.relation is Relation.IN else date.relation.value
        if date.is_range or _ENDS.intersection(before) or _goes_on(sentence, end):
            bound = bound or "between"
        yield When(
            first=(date.first, date.month or 0, date.day or 0),
            last=(date.last - 1, date.month or 12, date.day or _LONGEST_MONTH),
            start=start,
            end=end,
            bound=bound,
            part=date.part,
            is_exact=not (date.is_approximate or date.part or _BLURS.intersection(before)),
            said=" ".join("".join(token.text + " " * token.space for token in tokens[start:end]).split()),
        )


def _goes_on(sentence: ParsedSentence, end: int) -> bool:
    """Tell whether another year follows: the first end of "1914 and 1918"."""
    following = sentence.tokens[end : end + 2]
    return len(following) > 1 and following[0].lower in _LINKS and following[1].text[:4].isdigit()
