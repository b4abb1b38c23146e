"""Multiple choice with exactly one right option."""

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any, ClassVar, Self

from quizgen.domain.document import Document, Fields
from quizgen.domain.identity import content_id
from quizgen.domain.items.item import InvalidResponse, Item, Samples

_FIGURE = re.compile(r"(?P<before>[$£€]?)(?P<number>[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?)(?P<behind>%| ?[a-z ]*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class SingleChoiceItem(Item):
    """A question, two to eight options, and the one that is right (``key`` is its text).

    Options that are all numbers are shown by size, which tells nothing of the key; any others are shuffled.
    """

    kind: ClassVar[str] = "single_choice"

    options: tuple[str, ...]
    key: str

    def _problems(self) -> tuple[str, ...]:
        found = []
        if not 2 <= len(self.options) <= 8:
            found.append(f"single choice needs two to eight options, not {len(self.options)}")
        if len({option.casefold().strip() for option in self.options}) < len(self.options):
            found.append("two options say the same")
        if any(not option.strip() for option in self.options):
            found.append("an option is empty")
        if self.key not in self.options:
            found.append("the key must be the text of one of the options")
        return tuple(found)

    def own_document(self) -> Document:
        return {"options": list(self.options), "key": self.key}

    @classmethod
    def read_own(cls, fields: Fields) -> dict[str, Any]:
        return {"options": fields.texts("options"), "key": fields.text("key")}

    def shuffled(self, rng: random.Random) -> Self:
        options = rng.sample(self.options, len(self.options))
        if is_row_of_numbers(self.options):
            options.sort(key=_value)
        return replace(self, options=tuple(options))

    def key_text(self) -> str:
        return self.key

    def read_response(self, raw: str) -> str:
        if raw not in map(option_id, self.options):
            raise InvalidResponse("Choose one of the options.")
        return raw

    def credit(self, response: str) -> Fraction:
        return Fraction(response == option_id(self.key))

    def samples(self) -> Samples:
        wrong = next(option for option in self.options if option != self.key)
        return Samples(option_id(self.key), option_id(wrong), "o-none")


def is_row_of_numbers(options: Sequence[str]) -> bool:
    """Tell whether all options are numbers with the same unit, which have an order of their own."""
    found = [_FIGURE.fullmatch(option) for option in options]
    units = {(each["before"], each["behind"]) if each else None for each in found}
    return len(units) == 1 and None not in units


def _value(option: str) -> Fraction:
    return Fraction(re.sub(r"[^0-9.]", "", option))


def option_id(option: str) -> str:
    """Return the name of an option: it follows from the text alone, so it tells nothing of order or key."""
    return content_id("o", option)
