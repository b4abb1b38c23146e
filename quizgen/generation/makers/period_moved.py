"""False: a century or a decade moved to another one that the passage does not name."""

import re
from collections.abc import Iterator

from quizgen.domain.claims.claim import Stance
from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.lexicon import words
from quizgen.generation.makers.maker import Maker, Proposal, Setting, false
from quizgen.generation.makers.reading_dates import is_act
from quizgen.generation.wording import Edit
from quizgen.language.parsed import Token

_BARRED = words("until since by from between throughout not never continued to some many others")
_LAST_CENTURY = 20


def _propose(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    if claim.stance is not Stance.ASSERTED or not is_act(claim, claim.root) or {"century", "centuries"} <= claim.lowers:
        return
    found = [(token, new) for token in claim.tokens if (new := _moved(claim, setting, token))]
    years = re.findall(r"\b[12]\d{3}\b", claim.statement)
    if len(found) == 1 and not years:
        token, new = found[0]
        old = token.text + (" century" if claim.after(token) == "century" else "")
        named = new + (" century" if claim.after(token) == "century" else "")
        stem = claim.with_edits([Edit(token.index, token.index + 1, new)])
        yield false(claim, stem, f"The passage says the {old}, not the {named}.")


def _moved(claim: FoundClaim, setting: Setting, token: Token) -> str:
    if claim.after(token) in ("and", "or", "to", "-", "–"):
        return ""
    opening = {claim.before(token), claim.before(token, 2), claim.before(token, 3)}
    if "in" not in opening or opening & _BARRED or claim.after(token, 2) in ("and", "to", "bc", "bce"):
        return ""
    if re.fullmatch(r"1[0-9]\d0s", token.text) and claim.before(token) in ("the", "early", "late", "mid"):
        decade = int(token.text[:4])
        others = [f"{decade + step}s" for step in (20, -20, 30, -30) if decade + step <= 2000]
        others = [other for other in others if other not in setting.article.text and other[2:4] != "00"]
        return setting.rng.choice(others) if others else ""
    number = re.fullmatch(r"(\d{1,2})th", token.text)
    if number and claim.after(token) == "century":
        value = int(number[1])
        others = [f"{value + step}th" for step in (1, -1) if 4 <= value + step <= _LAST_CENTURY]
        others = [other for other in others if f"{other} cent" not in setting.article.text]
        return setting.rng.choice(others) if others else ""
    return ""


PERIOD_MOVED = Maker("period-moved", "verdict", rank=0, hardness=0, propose=_propose)
