"""Unverified: a year, a month or a day narrowed down to a part of it, which the passage does not give."""

import re
from collections.abc import Iterator

from quizgen.domain.claims.claim import Stance
from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.lexicon import MONTHS, words
from quizgen.generation.makers.maker import Maker, Proposal, Setting, unverified
from quizgen.generation.makers.reading_dates import is_act, is_year, single_year
from quizgen.generation.wording import Edit
from quizgen.language.parsed import Token

_SEASONS = words("spring summer autumn fall winter half quarter christmas easter")
_HOURS = words("morning evening afternoon night noon midnight dawn dusk hour day week")
# Figures that belong to a year as a whole.
_YEARLY = words(
    "% percent per average total income budget sales endowment ranking rank ranked census season fiscal annual gdp "
    "population year yearly edition rate"
)
_BARRED = words("not n't n’t until early late mid beginning end middle first second by before after throughout")


def _month(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    """In 1954 becomes in May 1954, in the second half of 1954, in the summer of 1954."""
    year = single_year(claim) or _loose_year(claim)
    if not year or _is_dated_elsewhere(claim, setting, year.text):
        return
    month, part = setting.rng.choice(MONTHS), setting.rng.choice(("first", "second"))
    ways = [f"in {month} {year.text}", f"in the {part} half of {year.text}", f"in the summer of {year.text}"]
    new = setting.rng.choice(ways)
    stem = claim.with_edits([Edit(year.index - 1, year.index + 1, new)])
    yield unverified(claim, stem, f"The passage gives the year {year.text}, but does not say when in that year it was.")


def _loose_year(claim: FoundClaim) -> Token | None:
    """Return the one year of an act told on the side: founded in 1850, which burned in 1850."""
    years = [token for token in claim.tokens if is_year(token)]
    if len(years) != 1 or claim.stance is not Stance.ASSERTED or claim.lowers & _YEARLY:
        return None
    year = years[0]
    preposition = claim.sentence.tokens[year.head]
    plain = claim.before(year) == "in" and claim.after(year) not in ("and", "or", "-", "–", "to", ",000")
    verb = claim.sentence.tokens[preposition.head]
    told = verb.dep in ("acl", "relcl", "advcl", "conj", "ccomp") and (is_act(claim, verb) or _is_participle(verb))
    return year if plain and preposition.lower == "in" and told and claim.before(year, 2) not in _BARRED else None


def _is_participle(verb: Token) -> bool:
    return verb.tag == "VBN" and verb.dep == "acl"


def _day(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    """On May 18, 1954 becomes on the evening of May 18, 1954."""
    if claim.stance is not Stance.ASSERTED or not is_act(claim, claim.root) or claim.lowers & (_HOURS | _BARRED):
        return
    dates = [
        e
        for e in claim.entities("DATE")
        if any(claim.sentence.tokens[i].text in MONTHS for i in range(e.first, e.last))
    ]
    if len(dates) != 1 or not re.search(r"\b\d{1,2}\b(?!\d)", dates[0].text) or "–" in dates[0].text:
        return
    date = dates[0]
    opener = claim.sentence.tokens[date.first - 1] if date.first else None
    if not opener or opener.lower != "on" or opener.head != claim.head:
        return
    near = {token.lower for sentence in setting.article.near(claim) for token in sentence.tokens}
    if near & _HOURS:
        return
    part = setting.rng.choice(("morning", "evening"))
    stem = claim.with_edits([Edit(date.first, date.first, f"the {part} of")])
    yield unverified(claim, stem, f"The passage gives the day, but does not say that it was in the {part}.")


def _is_dated_elsewhere(claim: FoundClaim, setting: Setting, year: str) -> bool:
    """A month beside the same year, or any month or season close by, might settle it."""
    near = " ".join(sentence.text for sentence in (*setting.article.near(claim, 2), claim.sentence))
    if any(re.search(rf"\b{month}\b", near) for month in MONTHS) or words(near.lower()) & _SEASONS:
        return True
    dated = " ".join(setting.article.sentences[number].text for number in setting.article.dated.get(int(year), ()))
    return any(f"{month} {year}" in dated for month in (*MONTHS, *_SEASONS)) or f"of {year}" in dated


MONTH_ADDED = Maker("month-added", "verdict", rank=0, hardness=2, propose=_month)
HOUR_ADDED = Maker("hour-added", "verdict", rank=0, hardness=2, propose=_day)
