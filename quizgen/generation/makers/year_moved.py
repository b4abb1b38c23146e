"""False: the year of a completed act moved to a near one that the passage does not name."""

from collections.abc import Iterator

from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.lexicon import MONTHS, words
from quizgen.generation.makers.maker import Maker, Proposal, Setting, false
from quizgen.generation.makers.reading_dates import other_years, single_year
from quizgen.generation.wording import Edit
from quizgen.language.parsed import Token

_REPEATABLE = words(
    "acclaim praise criticise criticize meet visit travel use play perform say write win lose attack raid"
)

_PARTS = words("spring summer autumn fall winter half quarter") | {month.lower() for month in MONTHS}


def _propose(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    year = single_year(claim)
    if not year or not _is_of_the_main_verb(claim, year):
        return
    candidates = list(other_years(int(year.text), setting.article.years))[:6]
    if candidates:
        new = str(setting.rng.choice(candidates))
        stem = claim.with_edits([Edit(year.index - 1, year.index + 1, _told(claim, setting, new))])
        yield false(claim, stem, f"The passage says {year.text}, not {new}.")


def _told(claim: FoundClaim, setting: Setting, year: str) -> str:
    """Return the year plain, or as precise as what is keyed unverified: else such words would tell that key."""
    if claim.lowers & _PARTS:
        return f"in {year}"
    month, part = setting.rng.choice(MONTHS), setting.rng.choice(("first", "second"))
    precise = (f"in {month} {year}", f"in the {part} half of {year}", f"in the summer of {year}")
    return setting.rng.choice((*[f"in {year}"] * len(precise), *precise))


def _is_of_the_main_verb(claim: FoundClaim, year: Token) -> bool:
    """The clause itself tells of an act that happens once; a date inside a modifier would only be supposed."""
    preposition = claim.sentence.tokens[year.head]
    return preposition.head == claim.head and claim.root.lemma not in _REPEATABLE


YEAR_MOVED = Maker("year-moved", "verdict", rank=0, hardness=0, propose=_propose)
