"""False: the year of a completed act moved to a near one that the passage does not name."""

from collections.abc import Iterator

from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.lexicon import words
from quizgen.generation.makers.maker import Maker, Proposal, Setting, false
from quizgen.generation.makers.reading_dates import other_years, single_year
from quizgen.generation.wording import Edit
from quizgen.language.parsed import Token

_REPEATABLE = words(
    "acclaim praise criticise criticize meet visit travel use play perform say write win lose attack raid"
)


def _propose(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    year = single_year(claim)
    if not year or not _is_of_the_main_verb(claim, year):
        return
    candidates = list(other_years(int(year.text), setting.article.years))[:6]
    if candidates:
        new = str(setting.rng.choice(candidates))
        stem = claim.with_edits([Edit(year.index, year.index + 1, new)])
        yield false(claim, stem, f"The passage says {year.text}, not {new}.")


def _is_of_the_main_verb(claim: FoundClaim, year: Token) -> bool:
    """The clause itself tells of an act that happens once; a date inside a modifier would only be supposed."""
    preposition = claim.sentence.tokens[year.head]
    return preposition.head == claim.head and claim.root.lemma not in _REPEATABLE


YEAR_MOVED = Maker("year-moved", "verdict", rank=0, hardness=0, propose=_propose)
