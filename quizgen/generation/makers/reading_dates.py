"""Years in a claim that an edit may touch: one year, behind "in", told of a completed act."""

import re
from collections.abc import Iterator

from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.lexicon import MONTHS, words
from quizgen.language.parsed import Token

_YEAR = re.compile(r"1[0-9]\d\d|20[0-4]\d")
# What may have happened in other years as well.
RECURRING = words(
    "win host top lead rank defeat lose visit celebrate publish release meet play tour flood earn receive"
)
_STATES = words(
    "be have remain stay include contain consist exist live know seem appear lie stand belong represent mean "
    "equal total "
    "amount cover own hold reside serve work rule reign control last continue become begin"
)
_BLURRED = words(
    "by until since after before from to between about around early late mid throughout during till circa over"
)


def single_year(claim: FoundClaim) -> Token | None:
    """Return the one year of the claim when it stands as "in 1999" or "in May 1999" with an act in the past."""
    years = [token for token in claim.tokens if is_year(token)]
    if len(years) != 1 or any(re.search(r"\d{3,4}s$|centur|decade", token.lower) for token in claim.tokens):
        return None
    year = years[0]
    preposition = claim.sentence.tokens[year.head]
    if claim.before(year) != "in" or preposition.lower != "in" or claim.before(year, 2) in _BLURRED:
        return None
    verb = claim.sentence.tokens[preposition.head]
    return year if is_act(claim, verb) and claim.after(year) not in ("and", "or", "-", "–", "to") else None


def month_and_year(claim: FoundClaim) -> tuple[Token, Token] | None:
    """Return month and year of the one date "in May 1999" in the claim."""
    years = [token for token in claim.tokens if is_year(token)]
    if len(years) != 1:
        return None
    month = claim.sentence.tokens[years[0].index - 1] if years[0].index else years[0]
    if month.text in MONTHS and month.index in claim.kept and claim.before(month) == "in":
        return month, years[0]
    return None


def is_year(token: Token) -> bool:
    """Tell whether the token is a plain year from 1000 to 2049."""
    return (
        token.pos == "NUM" and _YEAR.fullmatch(token.text) is not None and token.dep in ("pobj", "nummod", "npadvmod")
    )


def is_act(claim: FoundClaim, verb: Token) -> bool:
    """Tell whether ``verb`` tells of something done and over: simple past or its passive, and no state."""
    if verb.lemma in _STATES or claim.sentence.of(verb, "neg"):
        return False
    helpers = claim.sentence.of(verb, "aux", "auxpass")
    if verb.tag == "VBD":
        return not helpers
    return verb.tag == "VBN" and [helper.lower for helper in helpers] in (["was"], ["were"])


def other_years(year: int, taken: frozenset[int]) -> Iterator[int]:
    """Yield years near enough to be believed that the passage does not name, nearest first."""
    reach = (2, 3, 4, 5, 6, 7) if year > 1900 else (3, 5, 7, 9, 11, 12)
    for step in reach:
        for candidate in (year + step, year - step):
            if candidate not in taken and candidate <= 2025:
                yield candidate
