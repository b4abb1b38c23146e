"""False: the end of a span of years moved: from 1870 to 1939 becomes from 1870 to 1934."""

from collections.abc import Iterator

from quizgen.domain.claims.claim import Stance
from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.makers.maker import Maker, Proposal, Setting, false
from quizgen.generation.makers.reading_dates import is_year, other_years
from quizgen.generation.wording import Edit
from quizgen.language.parsed import Token

_BARRED = frozenset({"about", "around", "roughly", "approximately", "circa", "not", "or", "years", "per", "had"})


def _propose(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    if claim.stance not in (Stance.ASSERTED, Stance.EVALUATIVE) or claim.lowers & _BARRED:
        return
    years = [token for token in claim.tokens if is_year(token)]
    end = _end(claim, years)
    if end is None:
        return
    start = int(years[0].text) if len(years) > 1 else 0
    others = [year for year in other_years(int(end.text), setting.article.years) if year > start]
    if others:
        new = str(setting.rng.choice(others[:4]))
        stem = claim.with_edits([Edit(end.index, end.index + 1, new)])
        yield false(claim, stem, f"The passage says {claim.before(end)} {end.text}, not {claim.before(end)} {new}.")


def _end(claim: FoundClaim, years: list[Token]) -> Token | None:
    """Return the second year of "from 1870 to 1939", or the one year of "until 1939"."""
    if len(years) == 2 and claim.before(years[0]) == "from" and claim.before(years[1]) in ("to", "until"):
        return years[1] if years[1].index == years[0].index + 2 else None
    if len(years) == 1 and claim.before(years[0]) == "until" and claim.root.tag in ("VBD", "VBN"):
        return years[0]
    return None


RANGE_MOVED = Maker("range-moved", "verdict", rank=0, hardness=0, propose=_propose)
