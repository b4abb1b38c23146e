"""Line ends, control characters and invisible ones: the quiet differences between files that look alike."""

import re
from array import array

from quizgen.reading.origin import Traced
from quizgen.reading.repair import repaired

_LINE_END = re.compile(r"\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_MARK = re.compile(r"\[(?:\d{1,3}|note \d{1,3}|edit|update|(?:[a-z]+ ){1,4}needed|who\?|when\?|which\?)\](?!\()")
_BLANK = re.compile(r"[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_SOFT_BREAK = re.compile(r"\u00ad[ \t]*\n[ \t]*(?=[a-z])")
_INVISIBLE = re.compile(
    r"[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)


def plain_characters(original: str) -> tuple[Traced, tuple[str, ...]]:
    """Return the text with letters and line ends put right and without what is invisible, and notes on what was odd."""
    # Some of what a damaged letter is made of would be taken for invisible characters below.
    traced, mended = repaired(Traced.whole(original))
    notes = list(mended)
    if "\r" in original:
        notes.append("Line ends were made plain.")
    traced = _single_line_ends(traced)
    traced = traced.without(match.span() for match in _SOFT_BREAK.finditer(traced.text))
    text = _BLANK.sub(" ", traced.text)
    cuts = [match.span() for match in _INVISIBLE.finditer(text)]
    if cuts:
        notes.append(f"{len(cuts)} invisible or control characters were taken out.")
    return Traced(text, traced.offsets).without(cuts), tuple(notes)


def without_marks(words: Traced) -> tuple[Traced, tuple[str, ...]]:
    """Take out the reference marks and editors' notes of encyclopedias: [12], [citation needed]."""
    cuts = [match.span() for match in _MARK.finditer(words.text)]
    notes = (f"{len(cuts)} reference marks such as [1] were taken out.",) if cuts else ()
    return words.without(cuts), notes


def _single_line_ends(traced: Traced) -> Traced:
    text = traced.text
    if not _LINE_END.search(text):
        return traced
    texts, offsets, position = [], array("q"), 0
    for match in _LINE_END.finditer(text):
        texts.append(text[position : match.start()] + "\n")
        offsets.extend(traced.offsets[position : match.start() + 1])
        position = match.end()
    texts.append(text[position:])
    offsets.extend(traced.offsets[position:])
    return Traced("".join(texts), offsets)
