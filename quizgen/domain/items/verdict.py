"""The signature item: a statement to be judged true, false or unverified."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any, ClassVar

from quizgen.domain.claims.claim import Verdict
from quizgen.domain.document import Document, Fields
from quizgen.domain.items.item import InvalidResponse, Item, Samples


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictItem(Item):
    """A statement (the stem) and the verdict that its basis allows."""

    kind: ClassVar[str] = "verdict"

    key: Verdict

    def _problems(self) -> tuple[str, ...]:
        return () if self.claims else ("a verdict item names the claim it is about",)

    def own_document(self) -> Document:
        return {"key": self.key.value}

    @classmethod
    def read_own(cls, fields: Fields) -> dict[str, Any]:
        return {"key": fields.choice("key", Verdict)}

    def key_text(self) -> str:
        return self.key.value.capitalize()

    def read_response(self, raw: str) -> str:
        try:
            return Verdict(raw).value
        except ValueError:
            raise InvalidResponse("Choose true, false or unverified.") from None

    def credit(self, response: str) -> Fraction:
        return Fraction(response == self.key.value)

    def samples(self) -> Samples:
        wrong = next(verdict for verdict in Verdict if verdict is not self.key)
        return Samples(self.key.value, wrong.value, "perhaps")
