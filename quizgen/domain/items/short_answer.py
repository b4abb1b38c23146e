"""A question to be answered in a few words of one's own."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any, ClassVar

from quizgen.domain.document import Document, Fields
from quizgen.domain.items.cloze import folded
from quizgen.domain.items.item import InvalidResponse, Item, Samples

LONGEST_RESPONSE = 200
LONGEST_ANSWER = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortAnswerItem(Item):
    """``key`` lists every answer that counts, the best first; case, spacing and outer punctuation do not matter."""

    kind: ClassVar[str] = "short_answer"

    key: tuple[str, ...]

    def _problems(self) -> tuple[str, ...]:
        found = []
        if not self.key or any(not folded(answer) for answer in self.key):
            found.append("the key lists at least one answer, none of them empty")
        if any(len(answer) > LONGEST_ANSWER for answer in self.key):
            found.append(f"an answer has at most {LONGEST_ANSWER} characters")
        return tuple(found)

    def own_document(self) -> Document:
        return {"key": list(self.key)}

    @classmethod
    def read_own(cls, fields: Fields) -> dict[str, Any]:
        return {"key": fields.texts("key")}

    def key_text(self) -> str:
        return self.key[0]

    def read_response(self, raw: str) -> str:
        response = raw.strip()
        if not response or len(response) > LONGEST_RESPONSE:
            raise InvalidResponse(f"Answer with 1 to {LONGEST_RESPONSE} characters.")
        return response

    def credit(self, response: str) -> Fraction:
        return Fraction(folded(response) in map(folded, self.key))

    def samples(self) -> Samples:
        return Samples(f" {self.key[0].upper()} ", f"not {self.key[0]}", " ")
