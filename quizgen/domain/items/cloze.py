"""A sentence with one gap to fill, by typing or from a word bank."""

import random
import re
import unicodedata
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any, ClassVar, Self

from quizgen.domain.document import Document, Fields
from quizgen.domain.items.item import InvalidResponse, Item, Samples

GAP = "____"
LONGEST_RESPONSE = 200
LONGEST_FILLING = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class ClozeItem(Item):
    """A stem with one gap (four underscores); ``key`` lists every accepted filling, the best first.

    ``options`` is an optional word bank; without one the student types.
    """

    kind: ClassVar[str] = "cloze"

    key: tuple[str, ...]
    options: tuple[str, ...] = ()

    def _problems(self) -> tuple[str, ...]:
        found = []
        if self.stem.count(GAP) != 1:
            found.append(f"the stem needs exactly one gap, written {GAP}")
        if not self.key or any(not folded(answer) for answer in self.key):
            found.append("the key lists at least one filling, none of them empty")
        if any(len(answer) > LONGEST_FILLING for answer in self.key):
            found.append(f"a filling has at most {LONGEST_FILLING} characters")
        if self.options and not any(self._is_right(option) for option in self.options):
            found.append("the word bank must hold a right filling")
        return tuple(found)

    def own_document(self) -> Document:
        bank = {"options": list(self.options)} if self.options else {}
        return {"key": list(self.key), **bank}

    @classmethod
    def read_own(cls, fields: Fields) -> dict[str, Any]:
        return {"key": fields.texts("key"), "options": fields.texts("options")}

    def shuffled(self, rng: random.Random) -> Self:
        return replace(self, options=tuple(rng.sample(self.options, len(self.options))))

    def key_text(self) -> str:
        return self.key[0]

    def read_response(self, raw: str) -> str:
        response = raw.strip()
        if not response or len(response) > LONGEST_RESPONSE:
            raise InvalidResponse(f"Fill the gap with 1 to {LONGEST_RESPONSE} characters.")
        return response

    def credit(self, response: str) -> Fraction:
        return Fraction(self._is_right(response))

    def samples(self) -> Samples:
        return Samples(f" {self.key[0].upper()} ", f"not {self.key[0]}", " ")

    def _is_right(self, response: str) -> bool:
        return folded(response) in map(folded, self.key)


def folded(text: str) -> str:
    """Return what counts of a typed answer: compatibility form, case, spacing and outer punctuation ignored."""
    plain = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold()).replace("’", "'")
    plain = re.sub(r"(?<=\d),(?=\d{3}\b)", "", plain)
    return re.sub(r"\s+", " ", plain).strip(" .,;:!?\"'“”‘()")
