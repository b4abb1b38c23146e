"""Unverified: a country narrowed down to a part of it that the passage does not name."""

from collections.abc import Iterator

from quizgen.domain.claims.claim import Stance
from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.lexicon import words
from quizgen.generation.makers.maker import Maker, Proposal, Setting, unverified
from quizgen.generation.makers.reading_dates import is_act
from quizgen.generation.wording import Edit

_COUNTRIES = words(
    "France Germany Italy Spain Portugal England Scotland Ireland Wales Poland Russia Ukraine Norway Sweden Finland "
    "Denmark Austria Hungary Romania Bulgaria Greece Turkey Egypt Morocco Algeria Nigeria Kenya Ethiopia Iran Iraq "
    "Syria India Pakistan China Japan Korea Vietnam Thailand Indonesia Mexico Brazil Argentina Chile Peru Canada "
    "Australia Africa Europe Asia Bohemia Siberia Anatolia Mongolia Afghanistan Sudan Ghana Sicily"
)
# Acts that happen at one place; a law or an election belongs to the whole country.
_ACTS = words(
    "bear die settle emigrate flee move travel arrive land build erect construct discover find establish found open "
    "fight train meet marry escape retire return migrate serve station film manufacture produce mine resettle kill "
    "capture raise educate grow work teach study crash wander march advance retreat emerge originate begin live own"
)
_BARRED = words(
    "not n't n’t no never only throughout across whole entire all north south east west northern southern eastern "
    "western central coast coastal region province near every part parts"
)
_PARTS = ("northern", "southern", "eastern", "western")
_LONGEST = 26


def _propose(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    verb, sentence = claim.root, claim.sentence
    if claim.stance is not Stance.ASSERTED or claim.lowers & _BARRED or len(claim.kept) > _LONGEST:
        return
    if verb.lemma not in _ACTS or not (is_act(claim, verb) or verb.tag == "VBD"):
        return
    for token in claim.tokens:
        preposition = sentence.tokens[token.head]
        if token.text not in _COUNTRIES or token.dep != "pobj" or preposition.lower not in ("in", "to", "from"):
            continue
        if preposition.head != verb.index or claim.before(token) != preposition.lower or sentence.of(token):
            continue
        if _is_placed(claim, setting, token.text):
            return
        part = setting.rng.choice(_PARTS)
        stem = claim.with_edits([Edit(token.index, token.index, part)])
        reason = f"The passage says “{preposition.text.lower()} {token.text}”, but not which part of it."
        yield unverified(claim, stem, reason)
        return


def _is_placed(claim: FoundClaim, setting: Setting, country: str) -> bool:
    """Tell whether a place or a direction near by may settle it."""
    own = [entity for entity in claim.entities("GPE", "LOC", "FAC") if entity.text.removeprefix("the ") != country]
    near = setting.article.near(claim)
    said = {token.lower for sentence in near for token in sentence.tokens}
    parts = (f"{part} {country}" for part in _PARTS)
    return bool(own or said & _BARRED - {"not", "no"}) or any(map(setting.article.mentions, parts))


PLACE_NARROWED = Maker("place-narrowed", "verdict", rank=1, hardness=2, propose=_propose)
