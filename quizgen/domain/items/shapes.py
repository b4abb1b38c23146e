"""What a response of each kind can look like at all: known from the kind alone, without the item."""

import re
from collections.abc import Callable

from quizgen.domain.claims.claim import Verdict
from quizgen.domain.items import cloze, multiple_response, numeric, short_answer
from quizgen.domain.items.cloze import ClozeItem
from quizgen.domain.items.evidence_finding import EvidenceFindingItem
from quizgen.domain.items.item import InvalidResponse
from quizgen.domain.items.matching import MatchingItem, are_pairs
from quizgen.domain.items.multiple_response import MultipleResponseItem
from quizgen.domain.items.numeric import NumericItem
from quizgen.domain.items.ordering import OrderingItem, is_order
from quizgen.domain.items.short_answer import ShortAnswerItem
from quizgen.domain.items.single_choice import SingleChoiceItem
from quizgen.domain.items.verdict import VerdictItem

_OPTION = re.compile(r"o-[0-9a-f]{6,64}")
_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


def plausible_response(kind: str, raw: str) -> str:
    """Return the response as it is stored, "" when it clears the answer; the item itself judges it when marking.

    Raises InvalidResponse for what no control of this kind could give.
    """
    return raw if raw == "" else SHAPES[kind](raw)


def _verdict(raw: str) -> str:
    if raw not in tuple(Verdict):
        raise InvalidResponse("Choose true, false or unverified.")
    return raw


def _single_choice(raw: str) -> str:
    if not _OPTION.fullmatch(raw):
        raise InvalidResponse("Choose one of the options.")
    return raw


def _cloze(raw: str) -> str:
    return _typed(raw, cloze.LONGEST_RESPONSE, "Fill the gap with")


def _numeric(raw: str) -> str:
    return _typed(raw, numeric.LONGEST_RESPONSE, "Answer with a number in")


def _multiple_response(raw: str) -> str:
    chosen = raw.split(" ")
    if (
        len(set(chosen)) < len(chosen)
        or len(chosen) > multiple_response.MOST
        or not all(map(_OPTION.fullmatch, chosen))
    ):
        raise InvalidResponse("Choose one or more of the options.")
    return raw


def _ordering(raw: str) -> str:
    if not is_order(raw):
        raise InvalidResponse("Give each text its place.")
    return raw


def _matching(raw: str) -> str:
    if not are_pairs(raw):
        raise InvalidResponse("Choose a partner for each entry.")
    return raw


def _short_answer(raw: str) -> str:
    return _typed(raw, short_answer.LONGEST_RESPONSE, "Answer with")


def _typed(raw: str, longest: int, words: str) -> str:
    """Return a typed response; whether it can be read is for the item to say, since it is saved while it grows."""
    response = raw.strip()
    if len(response) > longest or _UNSEEN.search(response):
        raise InvalidResponse(f"{words} 1 to {longest} characters.")
    return response


SHAPES: dict[str, Callable[[str], str]] = {
    VerdictItem.kind: _verdict,
    SingleChoiceItem.kind: _single_choice,
    ClozeItem.kind: _cloze,
    NumericItem.kind: _numeric,
    MultipleResponseItem.kind: _multiple_response,
    EvidenceFindingItem.kind: _single_choice,
    OrderingItem.kind: _ordering,
    MatchingItem.kind: _matching,
    ShortAnswerItem.kind: _short_answer,
}
