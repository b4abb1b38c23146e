"""Unverified: a month or a half of the year added to a year, which the passage does not give."""

import re
from collections.abc import Iterator

from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.lexicon import MONTHS, words
from quizgen.generation.makers.maker import Maker, Proposal, Setting, unverified
from quizgen.generation.makers.reading_dates import month_and_year, single_year
from quizgen.generation.wording import Edit

_SEASONS = words("spring summer autumn fall winter half quarter christmas easter")


def _propose(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    year = single_year(claim)
    if not year or month_and_year(claim) or _is_dated_elsewhere(claim, setting, year.text):
        return
    month = setting.rng.choice(MONTHS)
    ways = [f"in {month} {year.text}", f"in the {setting.rng.choice(('first', 'second'))} half of {year.text}"]
    new = setting.rng.choice(ways)
    stem = claim.with_edits([Edit(year.index - 1, year.index + 1, new)])
    yield unverified(claim, stem, f"The passage gives the year {year.text}, but does not say when in that year it was.")


def _is_dated_elsewhere(claim: FoundClaim, setting: Setting, year: str) -> bool:
    """A month beside the same year, or any month or season close by, might settle it."""
    near = " ".join(sentence.text for sentence in (*setting.article.near(claim, 2), claim.sentence))
    if any(re.search(rf"\b{month}\b", near) for month in MONTHS) or words(near.lower()) & _SEASONS:
        return True
    dated = " ".join(setting.article.sentences[number].text for number in setting.article.dated.get(int(year), ()))
    return any(f"{month} {year}" in dated for month in (*MONTHS, *_SEASONS)) or f"of {year}" in dated


MONTH_ADDED = Maker("month-added", "verdict", rank=0, hardness=2, propose=_propose)
