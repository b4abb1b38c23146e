"""True: the day or month of a completed act said less exactly: "on 5 May 1950" as "in May 1950"."""

import re
from collections.abc import Iterator

from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.lexicon import MONTHS
from quizgen.generation.makers.maker import Maker, Proposal, Setting
from quizgen.generation.makers.reading_dates import is_act
from quizgen.generation.restating.composing import restated
from quizgen.generation.restating.shape import Shape
from quizgen.generation.wording import Edit
from quizgen.language.parsed import Token

_YEAR = re.compile(r"1[0-9]\d\d|20[0-4]\d")
_DAY = re.compile(r"\d{1,2}(?:st|nd|rd|th)?")


def _propose(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    years = [token for token in claim.tokens if _YEAR.fullmatch(token.text)]
    months = [token for token in claim.tokens if token.text in MONTHS]
    if len(years) != 1 or len(months) != 1:
        return
    edit = _edit(claim, years[0], months[0], setting)
    if edit:
        old = " ".join(t.text for t in claim.sentence.tokens[edit.start : edit.end]).replace(" ,", ",")
        shape = Shape((claim.kept,), f"The passage says {old}, which is {edit.new}", (edit,), changes=2)
        yield from restated(claim, setting, shape, strong=True)


def _edit(claim: FoundClaim, year: Token, month: Token, setting: Setting) -> Edit | None:
    start = _start(claim, year, month)
    if start is None or not {start, year.index} <= set(claim.kept):
        return None
    opener = claim.sentence.tokens[start]
    if opener.dep != "prep" or not is_act(claim, claim.sentence.tokens[opener.head]):
        return None
    if claim.after(year) in ("and", "or", "-", "–", "to", "until"):
        return None
    half = "first" if MONTHS.index(month.text) < 6 else "second"
    ways = [f"in the {half} half of {year.text}"]
    if opener.lower == "on":
        ways.append(f"in {month.text} {year.text}")
    return Edit(start, year.index + 1, setting.rng.choice(ways))


def _start(claim: FoundClaim, year: Token, month: Token) -> int | None:
    """Return where "on 5 May 1950", "on May 5, 1950" or "in May 1950" begins, None for any other wording."""
    tokens, last = claim.sentence.tokens, year.index
    if month.index == last - 1 and last >= 3 and tokens[last - 2].lower == "in":
        return last - 2
    if (
        month.index == last - 1
        and last >= 3
        and _DAY.fullmatch(tokens[last - 2].text)
        and tokens[last - 3].lower == "on"
    ):
        return last - 3
    if month.index == last - 3 and last >= 4 and tokens[last - 1].text == "," and tokens[last - 4].lower == "on":
        return last - 4 if _DAY.fullmatch(tokens[last - 2].text) else None
    return None


DATE_WIDENED = Maker("date-widened", "verdict", rank=0, hardness=1, propose=_propose)
