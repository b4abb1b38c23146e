"""True: the year of a completed act said less exactly, as its decade or as a stretch of years."""

from collections.abc import Iterator

from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.makers.maker import Maker, Proposal, Setting, true
from quizgen.generation.makers.reading_dates import month_and_year, single_year
from quizgen.generation.wording import Edit


def _propose(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    year = single_year(claim)
    if not year or month_and_year(claim):
        return
    value = int(year.text)
    # "The 1200s" may mean the decade or the century.
    if value % 100 < 10:
        return
    decade, place = f"{value - value % 10}s", value % 10
    ways = [f"in the {decade}"]
    if place < 3 or place > 6:
        ways.append(f"in the {'early' if place < 3 else 'late'} {decade}")
    new = setting.rng.choice(ways)
    stem = claim.with_edits([Edit(year.index - 1, year.index + 1, new)])
    yield true(claim, stem, f"The passage says {year.text}, which is {new}.")


YEAR_WIDENED = Maker("year-widened", "verdict", rank=1, hardness=1, propose=_propose)
