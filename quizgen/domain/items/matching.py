"""Two lists: each entry on the left has its partner on the right."""

import random
import re
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any, ClassVar, Self

from quizgen.domain.document import Document, Fields
from quizgen.domain.items.item import InvalidResponse, Item, Samples
from quizgen.domain.items.single_choice import option_id

FEWEST, MOST, MOST_OPTIONS = 3, 8, 10
_PAIR = "o-[0-9a-f]{6,64}=o-[0-9a-f]{6,64}"


@dataclass(frozen=True, slots=True)
class Pair:
    """An entry on the left and its partner."""

    left: str
    right: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchingItem(Item):
    """``key`` holds three to eight pairs; ``options`` is the right side as shown, and may hold texts without a partner.

    A response is ``left=right`` for each entry that was matched, by option ids, divided by blanks.
    """

    kind: ClassVar[str] = "matching"

    key: tuple[Pair, ...]
    options: tuple[str, ...] = ()

    @property
    def shown(self) -> tuple[str, ...]:
        """Return the right side as it is shown: by the alphabet until it is shuffled, never by the key."""
        return self.options or tuple(sorted(pair.right for pair in self.key))

    def _problems(self) -> tuple[str, ...]:
        found = []
        lefts, rights = [pair.left for pair in self.key], [pair.right for pair in self.key]
        if not FEWEST <= len(self.key) <= MOST:
            found.append(f"matching needs three to eight pairs, not {len(self.key)}")
        if any(_repeats(side) for side in (lefts, rights, self.options)):
            found.append("two entries of one side say the same")
        if any(not text.strip() for text in (*lefts, *rights, *self.options)):
            found.append("an entry is empty")
        if self.options and not set(rights) <= set(self.options):
            found.append("the options hold the right side of every pair")
        if len(self.options) > MOST_OPTIONS:
            found.append(f"at most {MOST_OPTIONS} options, not {len(self.options)}")
        return tuple(found)

    def own_document(self) -> Document:
        shown = {"options": list(self.options)} if self.options else {}
        return {"key": [{"left": pair.left, "right": pair.right} for pair in self.key], **shown}

    @classmethod
    def read_own(cls, fields: Fields) -> dict[str, Any]:
        return {"key": tuple(map(_read_pair, fields.children("key"))), "options": fields.texts("options")}

    def shuffled(self, rng: random.Random) -> Self:
        key = tuple(rng.sample(self.key, len(self.key)))
        shown = sorted(self.shown)
        return replace(self, key=key, options=tuple(rng.sample(shown, len(shown))))

    def key_text(self) -> str:
        return "; ".join(f"{pair.left}: {pair.right}" for pair in self.key)

    def read_response(self, raw: str) -> str:
        given = [chosen.partition("=") for chosen in raw.split()]
        lefts = [option_id(pair.left) for pair in self.key]
        chosen = {left: right for left, _, right in given}
        known = set(map(option_id, self.shown))
        if not given or len(chosen) < len(given) or not set(chosen) <= set(lefts) or not set(chosen.values()) <= known:
            raise InvalidResponse("Choose a partner for each entry.")
        return " ".join(f"{left}={chosen[left]}" for left in lefts if left in chosen)

    def credit(self, response: str) -> Fraction:
        """Return the share of pairs that are right."""
        return Fraction(len(set(response.split()) & set(map(pair_id, self.key))), len(self.key))

    def samples(self) -> Samples:
        rights = [pair.right for pair in self.key]
        moved = (Pair(pair.left, right) for pair, right in zip(self.key, (*rights[1:], rights[0]), strict=True))
        return Samples(" ".join(map(pair_id, self.key)), " ".join(map(pair_id, moved)), "o-none=o-none")


def pair_id(pair: Pair) -> str:
    """Return a pair as it stands in a response."""
    return f"{option_id(pair.left)}={option_id(pair.right)}"


def are_pairs(raw: str) -> bool:
    """Tell whether a text could be a response to a matching item at all."""
    lefts = [chosen.partition("=")[0] for chosen in raw.split(" ")]
    shape = re.fullmatch(rf"{_PAIR}(?: {_PAIR}){{0,{MOST - 1}}}", raw)
    return shape is not None and len(set(lefts)) == len(lefts)


def _read_pair(fields: Fields) -> Pair:
    pair = Pair(fields.text("left"), fields.text("right"))
    fields.finish()
    return pair


def _repeats(texts: list[str] | tuple[str, ...]) -> bool:
    return len({text.casefold().strip() for text in texts}) < len(texts)
