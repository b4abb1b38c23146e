"""Figures said another way: 50% as half, two decades as twenty years, from 1914 to 1918 as between 1914 and 1918."""

import re
from collections.abc import Iterator

from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.lexicon import MAGNITUDES, NUMBER_WORDS
from quizgen.generation.makers.maker import Setting
from quizgen.generation.restating.shape import Change
from quizgen.generation.wording import Edit
from quizgen.language.parsed import Token

_SHARES = {
    "10": "a tenth", "20": "a fifth", "25": "a quarter", "40": "two fifths", "50": "half", "60": "three fifths",
    "75": "three quarters", "80": "four fifths", "90": "nine tenths",
}  # fmt: skip
_YEARS = {"decade": 10, "century": 100, "millennium": 1000}
_IN_WORDS = {10: "ten", 20: "twenty", 30: "thirty", 40: "forty", 50: "fifty", 60: "sixty", 70: "seventy", 80: "eighty"}
_YEAR = re.compile(r"1\d{3}|20\d\d")
_READABLE = 10**10
_CENTURY = re.compile(r"1[2-9]th")
_CENTURY_WORDS = {
    "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19,
}  # fmt: skip
_VISIBLE = 2


def figures_respelled(claim: FoundClaim, setting: Setting) -> Iterator[Change]:  # noqa: ARG001 (the shape of a wording)
    """Yield a change for each figure that can be said another way without saying more or less."""
    for token in claim.tokens:
        for way in (_share, _stretch, _spans, _in_figures, _half_century, _hundreds):
            edits = way(claim, token)
            if edits:
                yield Change(edits, _VISIBLE)
                break


def _share(claim: FoundClaim, token: Token) -> tuple[Edit, ...]:
    """25% of the mills as a quarter of the mills."""
    if token.text not in _SHARES or claim.after(token) not in ("%", "percent") or claim.after(token, 2) != "of":
        return ()
    end = token.index + 2
    free = claim.before(token) not in ("-", "–", "to", "and", "or", "from", "by", "a", "the") and end in claim.kept
    singular = _SHARES[token.text].split()[0] in ("a", "half")
    return (Edit(token.index, end, _SHARES[token.text]),) if free and singular else ()


def _stretch(claim: FoundClaim, token: Token) -> tuple[Edit, ...]:
    """From 1914 to 1918 as between 1914 and 1918."""
    if token.lower != "from" or not _YEAR.fullmatch(claim.after(token)) or claim.after(token, 2) != "to":
        return ()
    inside = {token.index + step for step in range(4)} <= set(claim.kept)
    if not inside or not _YEAR.fullmatch(claim.after(token, 3)) or claim.after(token, 4) in ("-", "–", "and"):
        return ()
    return (Edit(token.index, token.index + 1, "between"), Edit(token.index + 2, token.index + 3, "and"))


def _spans(claim: FoundClaim, token: Token) -> tuple[Edit, ...]:
    """Two decades as twenty years, for a decade as for ten years."""
    length = _YEARS.get(token.lemma)
    before = claim.before(token)
    if not length or token.pos != "NOUN" or claim.sentence.of(token, "amod", "compound"):
        return ()
    if before in ("a", "one") and token.tag == "NN" and claim.before(token, 2) in ("for", "within", "over", "than"):
        text = {10: "ten years", 100: "a hundred years", 1000: "a thousand years"}[length]
        return (Edit(token.index - 1, token.index + 1, text),)
    count = NUMBER_WORDS.get(before, 0)
    if token.tag != "NNS" or count < 2 or claim.before(token, 2) in ("the", "or", "to", "first", "last", "-"):
        return ()
    years = count * length
    return (Edit(token.index - 1, token.index + 1, f"{_IN_WORDS.get(years, f'{years:,}')} years"),)


def _half_century(claim: FoundClaim, token: Token) -> tuple[Edit, ...]:
    found = [claim.before(token, 2), claim.before(token)]
    if token.lower != "century" or found != ["half", "a"] or claim.before(token, 3) in ("and", "first", "-"):
        return ()
    return (Edit(token.index - 2, token.index + 1, "fifty years"),)


def _hundreds(claim: FoundClaim, token: Token) -> tuple[Edit, ...]:
    """The 17th century as the 1600s."""
    before = claim.before(token)
    number = _CENTURY_WORDS.get(before, int(before[:2]) if _CENTURY.fullmatch(before) else 0)
    part = claim.before(token, 2)
    early = part in ("early", "late", "mid")
    opener = claim.before(token, 3) if early else part
    if token.lower != "century" or not number or opener != "the" or claim.after(token) in ("-", "–", "and"):
        return ()
    noun = claim.sentence.tokens[token.head]
    if sum(re.fullmatch(r"\d+(?:st|nd|rd|th)", each.text) is not None for each in claim.tokens) > 1:
        return ()
    if token.dep not in ("pobj", "npadvmod") or noun.lower not in (
        "in",
        "of",
        "since",
        "until",
        "during",
        "by",
        "from",
    ):
        return ()
    return (Edit(token.index - 1, token.index + 1, f"{number - 1}00s"),) if token.index in claim.kept else ()


def _in_figures(claim: FoundClaim, token: Token) -> tuple[Edit, ...]:
    """2.5 million as 2,500,000; one such amount in the claim, so that figures stay alike."""
    size = MAGNITUDES.get(claim.after(token))
    if token.pos != "NUM" or not size or token.index + 1 not in claim.kept or not token.space:
        return ()
    if not token.text.replace(".", "", 1).isdigit() or sum(t.lower in MAGNITUDES for t in claim.tokens) > 1:
        return ()
    value = float(token.text) * size
    following = claim.sentence.tokens[token.index + 1]
    hyphened = not following.space and claim.after(following) in ("-", "–")
    if hyphened or value != round(value) or value >= _READABLE:
        return ()
    return (Edit(token.index, token.index + 2, f"{round(value):,}"),)
