"""A date of a completed act said less exactly: 1958 as the 1950s, 5 May 1950 as May 1950."""

import re
from collections.abc import Iterator

from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.lexicon import MONTHS
from quizgen.generation.makers.maker import Setting
from quizgen.generation.makers.reading_dates import is_act, month_and_year, single_year
from quizgen.generation.restating.shape import Change
from quizgen.generation.wording import Edit
from quizgen.language.parsed import Token

_ORDINALS = {10: "11th", 11: "12th", 12: "13th", 13: "14th", 14: "15th", 15: "16th", 16: "17th", 17: "18th", 18: "19th"}
_YEAR = re.compile(r"1[0-9]\d\d|20[0-4]\d")
_DAY = re.compile(r"\d{1,2}(?:st|nd|rd|th)?")


def period_widened(claim: FoundClaim, setting: Setting) -> Iterator[Change]:
    """Yield the one change that takes precision from the claim's one date."""
    edit = _year(claim, setting) or _date(claim, setting)
    if edit:
        yield Change((edit,), worth=2)


def _year(claim: FoundClaim, setting: Setting) -> Edit | None:
    year = single_year(claim)
    if not year or month_and_year(claim):
        return None
    # A capital inside of the claim: two sentences that were not told apart.
    if claim.sentence.tokens[year.index - 1].text == "In" and year.index - 1 != claim.kept[0]:
        return None
    ways = _ways(int(year.text))
    return Edit(year.index - 1, year.index + 1, setting.rng.choice(ways)) if ways else None


def _date(claim: FoundClaim, setting: Setting) -> Edit | None:
    years = [token for token in claim.tokens if _YEAR.fullmatch(token.text)]
    months = [token for token in claim.tokens if token.text in MONTHS]
    return _edit(claim, years[0], months[0], setting) if len(years) == 1 and len(months) == 1 else None


def _ways(value: int) -> list[str]:
    decade, place = f"{value - value % 10}s", value % 10
    part = value % 100
    ways = []
    # "The 1200s" may mean the decade or the century.
    if part >= 10:
        ways.append(f"in the {decade}")
        if place < 3 or place > 6:
            ways.append(f"in the {'early' if place < 3 else 'late'} {decade}")
    if value // 100 in _ORDINALS and (0 < part < 49 or part > 51):
        ways.append(f"in the {'first' if part < 50 else 'second'} half of the {_ORDINALS[value // 100]} century")
    return ways


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
