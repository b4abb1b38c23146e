"""Unverified: a vague amount made sharper than the passage has it: hundreds of, several, about forty."""

import re
from collections.abc import Iterator

from quizgen.domain.claims.claim import Stance
from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.lexicon import words
from quizgen.generation.makers.maker import Maker, Proposal, Setting, unverified
from quizgen.generation.wording import Edit
from quizgen.language.parsed import Token

_CROWDS = {
    "dozens": "more than sixty", "hundreds": "more than six hundred", "thousands": "more than five thousand",
    "millions": "more than three million",
}  # fmt: skip
_COUNTS = ("five", "six", "seven")
_BARRED = words("not n't n’t no never including include such examples example following namely e.g.")
_UNCOUNTED = words(
    "way reason factor form type kind example case time other aspect area issue problem theory element method level "
    "step variety feature characteristic variation property source purpose hundred thousand million"
)
_BEHIND = words("of more less or to hundred thousand million and")


def _propose(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    if claim.stance is not Stance.ASSERTED or claim.lowers & _BARRED or re.search(r"[:;—–(]", claim.statement):
        return
    for token in claim.tokens:
        edit = _crowd(claim, token) or _several(claim, setting, token) or _about(claim, token)
        if edit:
            old = " ".join(t.text for t in claim.sentence.tokens[edit.start : edit.end])
            stem = claim.with_edits([edit])
            yield unverified(claim, stem, f"The passage says “{old}”, which leaves open whether it is “{edit.new}”.")
            return


def _crowd(claim: FoundClaim, token: Token) -> Edit | None:
    """Hundreds of ships becomes more than six hundred ships."""
    loose = claim.before(token) in ("of", "many", "several", "some", "the", "or", "and", "in", "tens", "by")
    if token.lower not in _CROWDS or claim.after(token) != "of" or loose or claim.after(token, 2) in ("years", "the"):
        return None
    following = claim.after(token, 2)
    return Edit(token.index, token.index + 2, _CROWDS[token.lower]) if following not in _CROWDS else None


def _several(claim: FoundClaim, setting: Setting, token: Token) -> Edit | None:
    """Several mills becomes six mills, where the passage holds no count of them."""
    noun = claim.sentence.tokens[token.head]
    if token.lower != "several" or token.dep != "amod" or noun.tag != "NNS" or noun.lemma in _UNCOUNTED:
        return None
    plain = claim.sentence.subtree(noun)[0] == token.index and not claim.sentence.of(noun, "conj", "appos")
    if not plain or noun.dep not in ("dobj", "nsubj", "nsubjpass", "pobj") or claim.after(token) in _BEHIND:
        return None
    # A list in one of the next sentences may let the reader count.
    counts = [count for count in _COUNTS if not setting.article.mentions(f"{count} {noun.lower}")]
    listed = any(noun.lemma in {t.lemma for t in near.tokens} for near in setting.article.near(claim, 2))
    return None if listed or not counts else Edit(token.index, token.index + 1, setting.rng.choice(counts))


def _about(claim: FoundClaim, token: Token) -> Edit | None:
    """About 40 arches becomes slightly more than 40 arches."""
    if token.lower not in ("about", "approximately", "roughly", "around") or token.dep == "prep":
        return None
    number = claim.sentence.tokens[token.index + 1] if claim.after(token) else token
    if number.pos != "NUM" and number.text not in ("$", "£", "€"):
        return None
    ranged = claim.after(number) in ("-", "–", "to", "or", ":", "st", "nd", "th") or claim.before(token) in (
        "at",
        "of",
        "by",
    )
    if not _counts(claim, number):
        return None
    year = re.fullmatch(r"1\d{3}|20\d\d|\d{1,2}:\d\d|one|a|half", number.lower) is not None
    return None if ranged or year else Edit(token.index, token.index + 1, "slightly more than")


def _counts(claim: FoundClaim, number: Token) -> bool:
    """Tell whether a noun behind the number says what it counts, or a sign before it."""
    if {"every", "per", "loss", "ratio"} & claim.lowers:
        return False
    return number.text in ("$", "£", "€") or claim.sentence.tokens[number.head].tag in ("NNS", "NN", "CD")


AMOUNT_SHARPENED = Maker("amount-sharpened", "verdict", rank=0, hardness=2, propose=_propose)
