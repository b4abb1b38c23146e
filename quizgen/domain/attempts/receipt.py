"""A receipt: a short sealed text that says what was received of an attempt, and that nobody else could have written."""

import hmac
import json
import re
from base64 import b32encode
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256

_DIGEST_LETTERS, _SEAL_LETTERS = 10, 16  # 50 and 80 bits
_CODE = re.compile(
    r"([0-9]{1,10})-([0-9]{1,4})-([0-9]{1,16})-([0-9A-F]{1,10})"
    rf"-([A-Z2-7]{{{_DIGEST_LETTERS}}})-([A-Z2-7]{{{_SEAL_LETTERS}}})"
)
_PURPOSE = b"quizgen receipt 1"


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was received at the second ``at``: one answer, or with ``question`` 0 the whole attempt as it was handed in.

    ``question`` counts from 1. ``number`` is the sequence of the change, and for the whole how many answers there were.
    ``digest`` stands for the words of the answer, or of all of them.
    """

    attempt: int
    question: int
    number: int
    at: datetime
    digest: str


def receipt_of_answer(attempt: int, position: int, response: str, sequence: int, at: datetime) -> Receipt:
    """Return the receipt of one saved response to the question at ``position``, from 0."""
    return Receipt(
        attempt, position + 1, sequence, _second(at), _letters(sha256(response.encode()).digest(), _DIGEST_LETTERS)
    )


def receipt_of_attempt(attempt: int, responses: dict[int, str], at: datetime) -> Receipt:
    """Return the receipt of all responses by position with which an attempt ended; empty ones are none."""
    given = sorted((position, response) for position, response in responses.items() if response)
    digest = _letters(sha256(json.dumps(given).encode()).digest(), _DIGEST_LETTERS)
    return Receipt(attempt, 0, len(given), _second(at), digest)


def sealed(receipt: Receipt, key: str) -> str:
    """Return the code of a receipt, in capitals, digits and hyphens, sealed with a secret key."""
    said = "-".join(
        (
            f"{receipt.attempt}",
            f"{receipt.question}",
            f"{receipt.number}",
            f"{int(receipt.at.timestamp()):X}",
            receipt.digest,
        )
    )
    return f"{said}-{_seal(said, key)}"


def opened(code: str, key: str) -> Receipt | None:
    """Return the receipt that a code stands for, or None when it was not sealed with this key.

    Blanks, line ends and the size of letters do not matter, so that a code may come from paper.
    """
    text = "".join(code.split()).upper()
    found = _CODE.fullmatch(text)
    if found is None or not hmac.compare_digest(_seal(text.rpartition("-")[0], key), found[6]):
        return None
    at = datetime.fromtimestamp(int(found[4], 16), UTC)
    return Receipt(int(found[1]), int(found[2]), int(found[3]), at, found[5])


def _second(at: datetime) -> datetime:
    return at.astimezone(UTC).replace(microsecond=0)


def _seal(said: str, key: str) -> str:
    return _letters(hmac.digest(key.encode(), _PURPOSE + said.encode(), "sha256"), _SEAL_LETTERS)


def _letters(digest: bytes, count: int) -> str:
    return b32encode(digest).decode()[:count]
