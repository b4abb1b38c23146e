"""What a response of each kind can look like at all: known from the kind alone, without the item."""

import re
from collections.abc import Callable

from quizgen.domain.claims.claim import Verdict
from quizgen.domain.items.cloze import LONGEST_RESPONSE, ClozeItem
from quizgen.domain.items.item import InvalidResponse
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
    response = raw.strip()
    if len(response) > LONGEST_RESPONSE or _UNSEEN.search(response):
        raise InvalidResponse(f"Fill the gap with 1 to {LONGEST_RESPONSE} characters.")
    return response


SHAPES: dict[str, Callable[[str], str]] = {
    VerdictItem.kind: _verdict,
    SingleChoiceItem.kind: _single_choice,
    ClozeItem.kind: _cloze,
}
