"""Events, steps or sizes to be put into their order."""

import random
import re
from collections import Counter
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise
from typing import Any, ClassVar, Self

from quizgen.domain.document import Document, Fields
from quizgen.domain.items.item import InvalidResponse, Item, Samples
from quizgen.domain.items.single_choice import option_id

FEWEST, MOST = 3, 8
NOWHERE = "-"
_PLACE = "(?:-|o-[0-9a-f]{6,64})"


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderingItem(Item):
    """``key`` holds three to eight texts in their right order; ``options`` is the order in which a student sees them.

    A response is an option id a place, divided by blanks; a hyphen stands for a place that is still empty.
    """

    kind: ClassVar[str] = "ordering"

    key: tuple[str, ...]
    options: tuple[str, ...] = ()

    @property
    def shown(self) -> tuple[str, ...]:
        """Return the texts as they are shown: by the alphabet until they are shuffled, never by the key."""
        return self.options or tuple(sorted(self.key))

    def _problems(self) -> tuple[str, ...]:
        found = []
        if not FEWEST <= len(self.key) <= MOST:
            found.append(f"ordering needs three to eight texts, not {len(self.key)}")
        if len({text.casefold().strip() for text in self.key}) < len(self.key):
            found.append("two texts say the same")
        if any(not text.strip() for text in self.key):
            found.append("a text is empty")
        if self.options and sorted(self.options) != sorted(self.key):
            found.append("the options are the texts of the key in the order in which they are shown")
        return tuple(found)

    def own_document(self) -> Document:
        shown = {"options": list(self.options)} if self.options else {}
        return {"key": list(self.key), **shown}

    @classmethod
    def read_own(cls, fields: Fields) -> dict[str, Any]:
        return {"key": fields.texts("key"), "options": fields.texts("options")}

    def shuffled(self, rng: random.Random) -> Self:
        # From the alphabet, so that the order in the file has no part in what is shown.
        return replace(self, options=tuple(rng.sample(sorted(self.key), len(self.key))))

    def key_text(self) -> str:
        return "; ".join(f"{place}. {text}" for place, text in enumerate(self.key, start=1))

    def read_response(self, raw: str) -> str:
        places = raw.split()
        known = {NOWHERE, *map(option_id, self.key)}
        if len(places) != len(self.key) or not set(places) <= known or set(places) == {NOWHERE}:
            raise InvalidResponse("Give each text its place.")
        return " ".join(places)

    def credit(self, response: str) -> Fraction:
        """Return the share of neighbours in the key that stand one right behind the other in the response.

        A text at two places counts at neither.
        """
        places = response.split()
        times = Counter(places)
        given = {pair for pair in pairwise(places) if all(times[name] == 1 for name in pair)}
        wanted = list(pairwise(map(option_id, self.key)))
        return Fraction(sum(pair in given for pair in wanted), len(wanted))

    def samples(self) -> Samples:
        names = list(map(option_id, self.key))
        return Samples(" ".join(names), " ".join(reversed(names)), " ".join(["o-none", *names[1:]]))


def is_order(raw: str) -> bool:
    """Tell whether a text could be a response to an ordering item at all."""
    return re.fullmatch(rf"{_PLACE}(?: {_PLACE}){{{FEWEST - 1},{MOST - 1}}}", raw) is not None
