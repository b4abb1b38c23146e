"""True: the year of a completed act said less exactly, as its decade or its part of a century."""

from collections.abc import Iterator

from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.makers.maker import Maker, Proposal, Setting
from quizgen.generation.makers.reading_dates import month_and_year, single_year
from quizgen.generation.restating.composing import restated
from quizgen.generation.restating.shape import Shape
from quizgen.generation.wording import Edit

_ORDINALS = {10: "11th", 11: "12th", 12: "13th", 13: "14th", 14: "15th", 15: "16th", 16: "17th", 17: "18th", 18: "19th"}


def _propose(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    year = single_year(claim)
    if not year or month_and_year(claim):
        return
    # A capital inside of the claim: two sentences that were not told apart.
    if claim.sentence.tokens[year.index - 1].text == "In" and year.index - 1 != claim.kept[0]:
        return
    value = int(year.text)
    ways = _ways(value)
    if not ways:
        return
    new = setting.rng.choice(ways)
    edits = (Edit(year.index - 1, year.index + 1, new),)
    shape = Shape((claim.kept,), f"The passage says {year.text}, which is {new}", edits, changes=2)
    yield from restated(claim, setting, shape, strong=True)


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


YEAR_WIDENED = Maker("year-widened", "verdict", rank=0, hardness=1, propose=_propose)
