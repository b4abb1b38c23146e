"""False: the month of a date moved to another one."""

from collections.abc import Iterator

from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.lexicon import MONTHS
from quizgen.generation.makers.maker import Maker, Proposal, Setting, false
from quizgen.generation.makers.reading_dates import is_act, month_and_year
from quizgen.generation.wording import Edit


def _propose(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    found = month_and_year(claim)
    if not found or not is_act(claim, claim.root):
        return
    month, year = found
    place = MONTHS.index(month.text)
    far = [name for index, name in enumerate(MONTHS) if abs(index - place) >= 2]
    candidates = [name for name in far if not setting.article.mentions(f"{name} {year.text}")]
    if candidates:
        new = setting.rng.choice(candidates)
        stem = claim.with_edits([Edit(month.index, month.index + 1, new)])
        yield false(claim, stem, f"The passage says {month.text} {year.text}, not {new} {year.text}.")


MONTH_MOVED = Maker("month-moved", "verdict", rank=0, hardness=0, propose=_propose)
