"""Multiple choice with any number of right options."""

import random
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any, ClassVar, Self

from quizgen.domain.document import Document, Fields
from quizgen.domain.items.item import InvalidResponse, Item, Samples
from quizgen.domain.items.single_choice import option_id

FEWEST, MOST = 3, 9


@dataclass(frozen=True, slots=True, kw_only=True)
class MultipleResponseItem(Item):
    """A question, three to nine options, and those that are right (``key`` holds their texts); one at least is wrong.

    A response is the ids of the chosen options, in the order of the options, divided by blanks.
    """

    kind: ClassVar[str] = "multiple_response"

    options: tuple[str, ...]
    key: tuple[str, ...]

    def _problems(self) -> tuple[str, ...]:
        found = []
        if not FEWEST <= len(self.options) <= MOST:
            found.append(f"multiple response needs three to nine options, not {len(self.options)}")
        if len({option.casefold().strip() for option in self.options}) < len(self.options):
            found.append("two options say the same")
        if any(not option.strip() for option in self.options):
            found.append("an option is empty")
        if not self.key or not set(self.key) <= set(self.options) or len(set(self.key)) < len(self.key):
            found.append("the key lists one or more of the options, each once, by its text")
        if set(self.options) <= set(self.key):
            found.append("at least one option must be wrong")
        return tuple(found)

    def own_document(self) -> Document:
        return {"options": list(self.options), "key": list(self.key)}

    @classmethod
    def read_own(cls, fields: Fields) -> dict[str, Any]:
        return {"options": fields.texts("options"), "key": fields.texts("key")}

    def shuffled(self, rng: random.Random) -> Self:
        return replace(self, options=tuple(rng.sample(self.options, len(self.options))))

    def key_text(self) -> str:
        return "; ".join(self.key)

    def read_response(self, raw: str) -> str:
        known = list(map(option_id, self.options))
        chosen = raw.split()
        if not chosen or not set(chosen) <= set(known) or len(set(chosen)) < len(chosen):
            raise InvalidResponse("Choose one or more of the options.")
        return " ".join(name for name in known if name in chosen)

    def credit(self, response: str) -> Fraction:
        """Return right choices minus wrong ones, over the number of right options, and never less than 0."""
        chosen, right = set(response.split()), set(map(option_id, self.key))
        return max(Fraction(0), Fraction(len(chosen & right) - len(chosen - right), len(right)))

    def samples(self) -> Samples:
        wrong = next(option for option in self.options if option not in self.key)
        return Samples(" ".join(map(option_id, self.key)), option_id(wrong), "o-none")
