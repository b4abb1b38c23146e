"""Lines become paragraphs: which hyphens at line ends belong to the word, and which were the printer's."""

import re
from collections.abc import Sequence

from quizgen.reading.blocks import one_line
from quizgen.reading.origin import Traced

# Each begins where a word does, so that one endless word costs no more than many short ones.
_HYPHEN = re.compile(r"(?<![A-Za-z])([A-Za-z]+)-$")
_WORD = re.compile(r"[A-Za-z]+")
_COMPOUND = re.compile(r"(?<![A-Za-z])[A-Za-z]+(?:-[A-Za-z]+)+")
_DIVIDED = re.compile(r"(?<![A-Za-z])[A-Za-z]+-\n[ \t]*[A-Za-z]+")
# What opens or ends a compound is a word of its own; halves of a divided word seldom are.
_OPENER = re.compile(
    r"all|anti|co|cross|ex|half|high|long|low|mid|multi|non|one|post|pre|pro|self|semi|short|two|three|vice|well",
    re.IGNORECASE,
)
_CLOSER = re.compile(
    r"based|born|built|called|class|day|driven|eyed|facing|free|friendly|in|known|law|led|level|like|long|looking|made|"
    r"making|man|minded|off|old|on|out|owned|rate|related|run|scale|shaped|sized?|speaking|specific|style|term|time|to|up|"
    r"way|wide|year|years"
)
_TAIL = re.compile(
    r"[a-z]{0,2}(?:ations?|tions?|sions?|ments?|ness|ings?|it(?:y|ies)|ally|edly|ingly|ances?|ences?|ational|tional|"
    r"ious|eous|ical|ism|ists?|i[sz]ed?|i[sz]ing|ively|ive|tures?|bly|logy|graphy)"
)
# "Pre- and post-war" keeps its blank.
_BETWEEN = ("and", "or", "to", "nor")
_ENOUGH_WORDS = 60


def words_of(text: str) -> frozenset[str]:
    """Return the words of a text, and its compounds with their hyphens; what a line end divides tells nothing."""
    settled = _DIVIDED.sub(" ", text)
    return frozenset(_WORD.findall(settled)) | frozenset(_COMPOUND.findall(settled))


def unwrapped(lines: Sequence[Traced], words: frozenset[str]) -> Traced:
    """Return one paragraph; ``words`` are those of the whole text, which tell whether a hyphen belongs to a word."""
    parts: list[Traced] = []
    for line in lines:
        bare = line.stripped()
        if parts:
            hyphen = _HYPHEN.search(parts[-1].text)
            following = re.match(r"[A-Za-z]+", bare.text)
            if hyphen and following and following[0] not in _BETWEEN:
                if _is_printers(hyphen[1], following[0], words):
                    parts[-1] = parts[-1].cut(0, len(parts[-1].text) - 1)
            else:
                parts.append(Traced.inserted(" "))
        parts.append(bare)
    return one_line(Traced.joined(parts))


def _is_printers(first: str, second: str, words: frozenset[str]) -> bool:
    """The text itself tells by writing the word elsewhere; else halves that are no words of it do."""
    whole = first + second
    if second[0].isupper() and not first.isupper():
        return False
    if whole in words or whole.lower() in words:
        return True
    if f"{first}-{second}" in words or _OPENER.fullmatch(first) or _CLOSER.fullmatch(second) or second in words:
        return False
    is_known = len(words) < _ENOUGH_WORDS or first in words or first.lower() in words
    return not is_known or bool(_TAIL.fullmatch(second))
