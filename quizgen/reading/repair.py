"""Letters that an earlier program read in the wrong encoding (â€™ for ’) are put right, one for one.

A repaired letter is always beyond ASCII, so that no repair can make mark-up: neither ``<`` nor ``&`` nor ``*``.
"""

import re
from array import array

from quizgen.reading.origin import Traced

# What UTF-8 looks like as Windows-1252: a leading letter, and after it what the bytes 80 to BF stand for.
_TAIL = "[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
_DAMAGED = re.compile(rf"â(?:€{_TAIL}|„¢)|Ã{_TAIL}|Â[\u00a0-\u00bf]|ï»¿")
_BYTES = {bytes([code]).decode("cp1252", "ignore"): code for code in range(0x80, 0xA0)}


def repaired(words: Traced) -> tuple[Traced, tuple[str, ...]]:
    """Return the text with damaged letters put right, each traced to where its damage begins, and a note on them."""
    texts, offsets, place, count = [], array("q"), 0, 0
    for match in _DAMAGED.finditer(words.text):
        letter = _letter(match[0])
        if letter:
            texts += [words.text[place : match.start()], letter]
            offsets.extend(words.offsets[place : match.start() + 1])
            place, count = match.end(), count + 1
    if not count:
        return words, ()
    texts.append(words.text[place:])
    offsets.extend(words.offsets[place:])
    letters = "letter" if count == 1 else "letters"
    note = f"{count} {letters} damaged by an earlier conversion (such as â€™ for an apostrophe): put right."
    return Traced("".join(texts), offsets), (note,)


def _letter(damaged: str) -> str:
    """Return the one character that these stand for, "" when they stand for none or for one that cannot be seen."""
    try:
        letter = bytes(_BYTES.get(char, ord(char)) for char in damaged).decode("utf-8")
    except (ValueError, UnicodeDecodeError):
        return ""
    return letter if len(letter) == 1 and letter > "\u009f" else ""
