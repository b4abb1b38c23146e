"""Unverified: a century, a decade or a month narrowed down to a part of it that the passage does not name."""

import re
from collections.abc import Iterator

from quizgen.domain.claims.claim import Stance
from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.lexicon import MONTHS, words
from quizgen.generation.makers.maker import Maker, Proposal, Setting, unverified
from quizgen.generation.makers.reading_dates import month_and_year
from quizgen.generation.wording import Edit
from quizgen.language.parsed import Token

_BARRED = words("early late mid half beginning end middle turn first second until till throughout not never since by")
_DECADE = re.compile(r"1\d\d0s|20[0-4]0s")
_ORDINAL = re.compile(r"\d{1,2}(?:st|nd|rd|th)")
_STATIVE = words("be have remain continue exist live last contain include")


def _propose(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    if claim.stance is not Stance.ASSERTED or claim.lowers & _BARRED or claim.root.tag not in ("VBD", "VBN"):
        return
    found = _decade(claim) or _century(claim) or _month(claim)
    # What goes on for the whole time may well take in the part.
    if not found or claim.root.lemma in _STATIVE:
        return
    start, end, named, parts = found
    if _is_told_elsewhere(claim, setting, start, named):
        return
    new = setting.rng.choice(parts)
    stem = claim.with_edits([Edit(start, end, new)])
    reason = f"The passage says only “{named}”, which leaves open whether it was {new}."
    yield unverified(claim, stem, reason)


def _is_told_elsewhere(claim: FoundClaim, setting: Setting, start: int, named: str) -> bool:
    """Any year near by may lie in the period; a month stands for itself, unless it is named again."""
    near = " ".join(sentence.text for sentence in setting.article.near(claim, 2))
    month = claim.sentence.tokens[start + 1].text
    if month in MONTHS:
        return month in near or setting.article.text.count(named.removeprefix("in ").lower()) > 1
    return re.search(r"\b[12]\d{3}\b", near + claim.statement.replace(named, "")) is not None


def _decade(claim: FoundClaim) -> tuple[int, int, str, tuple[str, ...]] | None:
    """Return the stretch of "in the 1950s", its words, and the parts to choose from."""
    for token in claim.tokens:
        ranged = claim.after(token) in ("and", "or", "to", "-", "–")
        if (
            not ranged
            and _DECADE.fullmatch(token.text)
            and (claim.before(token, 2), claim.before(token)) == ("in", "the")
        ):
            parts = (f"in the early {token.text}", f"in the late {token.text}")
            return token.index - 2, token.index + 1, f"in the {token.text}", parts
    return None


def _century(claim: FoundClaim) -> tuple[int, int, str, tuple[str, ...]] | None:
    for token in claim.tokens:
        ordinal = claim.before(token)
        opened = (claim.before(token, 3), claim.before(token, 2)) == ("in", "the")
        if token.lower == "century" and opened and (_ORDINAL.fullmatch(ordinal) or ordinal.endswith("th")):
            named = f"in the {ordinal} century"
            parts = tuple(f"in the {half} half of the {ordinal} century" for half in ("first", "second"))
            return (token.index - 3, token.index + 1, named, parts) if _ends(claim, token) else None
    return None


def _month(claim: FoundClaim) -> tuple[int, int, str, tuple[str, ...]] | None:
    found = month_and_year(claim)
    if not found:
        return None
    month, year = found
    named = f"in {month.text} {year.text}"
    parts = (f"in early {month.text} {year.text}", f"in late {month.text} {year.text}")
    return month.index - 1, year.index + 1, named, parts


def _ends(claim: FoundClaim, token: Token) -> bool:
    return claim.after(token) not in ("and", "to", "-", "–", "ad", "bc", "bce", "ce")


PERIOD_NARROWED = Maker("period-narrowed", "verdict", rank=0, hardness=2, propose=_propose)
