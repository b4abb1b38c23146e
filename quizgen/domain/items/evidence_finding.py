"""A statement, and a few sentences of the passage: which one bears it out."""

import random
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any, ClassVar, Self

from quizgen.domain.document import Document, Fields
from quizgen.domain.items.item import InvalidResponse, Item, Samples
from quizgen.domain.items.single_choice import option_id

FEWEST, MOST = 3, 6


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceFindingItem(Item):
    """The stem is the statement; ``options`` are three to six sentences of the passage, word for word.

    ``key`` lists those that bear the statement out by themselves, the best first: any one of them is a right answer.
    """

    kind: ClassVar[str] = "evidence_finding"

    options: tuple[str, ...]
    key: tuple[str, ...]

    def _problems(self) -> tuple[str, ...]:
        found = []
        if not FEWEST <= len(self.options) <= MOST:
            found.append(f"evidence finding needs three to six sentences, not {len(self.options)}")
        if len(set(self.options)) < len(self.options):
            found.append("two sentences are the same")
        if any(not option.strip() for option in self.options):
            found.append("a sentence is empty")
        if not self.key or not set(self.key) <= set(self.options):
            found.append("the key lists one or more of the sentences, word for word")
        if set(self.options) <= set(self.key):
            found.append("at least one sentence must not bear the statement out")
        return tuple(found)

    def foreign(self, text: str) -> tuple[str, ...]:
        """Return the sentences that do not stand in ``text``, the passage, word for word; line ends are blanks."""
        whole = " ".join(text.split())
        return tuple(option for option in self.options if " ".join(option.split()) not in whole)

    def own_document(self) -> Document:
        return {"options": list(self.options), "key": list(self.key)}

    @classmethod
    def read_own(cls, fields: Fields) -> dict[str, Any]:
        return {"options": fields.texts("options"), "key": fields.texts("key")}

    def shuffled(self, rng: random.Random) -> Self:
        return replace(self, options=tuple(rng.sample(self.options, len(self.options))))

    def key_text(self) -> str:
        return self.key[0]

    def read_response(self, raw: str) -> str:
        if raw not in map(option_id, self.options):
            raise InvalidResponse("Choose one of the sentences.")
        return raw

    def credit(self, response: str) -> Fraction:
        return Fraction(response in map(option_id, self.key))

    def samples(self) -> Samples:
        wrong = next(option for option in self.options if option not in self.key)
        return Samples(option_id(self.key[0]), option_id(wrong), "o-none")
