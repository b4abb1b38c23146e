"""Unverified: a length of time added to something that has gone on, which the passage does not give."""

import re
from collections.abc import Iterator

from quizgen.domain.claims.claim import Stance
from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.lexicon import words
from quizgen.generation.makers.maker import Maker, Proposal, Setting, unverified
from quizgen.generation.wording import Edit

_LASTING = words(
    "provide supply support work serve rely use share oppose maintain teach sell export import trade train own "
    "operate host "
    "produce advocate play study cooperate fund finance run manage publish compete collaborate campaign export "
    "rule govern"
)
_TIMED = words(
    "since for ago recently already now become just once ever never always long today currently first yet still until "
    "traditionally historically decade decades year years century centuries month months week weeks day days "
    "times time past often newly new"
)
_NEAR = re.compile(
    r"\b(?:since|for (?:many|several|more|over|a few|the past|\w+) ?\w* (?:years|decades)|began|started|founded)\b"
)
_LENGTHS = ("more than a decade", "more than twenty years", "nearly thirty years")


def _propose(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    root, sentence = claim.root, claim.sentence
    if claim.stance is not Stance.ASSERTED or root.lemma not in _LASTING or claim.leaning or claim.lowers & _TIMED:
        return
    helpers = [helper.lower for helper in sentence.of(root, "aux")]
    if helpers not in (["has"], ["have"], ["has", "been"], ["have", "been"]) or sentence.of(
        root, "neg", "conj", "auxpass"
    ):
        return
    subject = claim.subject
    if not subject or subject.pos != "PROPN" or any(claim.entities("DATE", "TIME")):
        return
    if any(_NEAR.search(near.text) for near in (*setting.article.near(claim, 2), sentence)):
        return
    if min(sentence.subtree(subject)) != claim.kept[0]:
        return
    first = sentence.tokens[claim.kept[0]]
    length = setting.rng.choice(_LENGTHS)
    opening = f"For {length}," if first.pos == "PROPN" else f"For {length}, {first.lower}"
    end = first.index if first.pos == "PROPN" else first.index + 1
    stem = claim.with_edits([Edit(first.index, end, opening)])
    yield unverified(claim, stem, "The passage does not say for how long this has gone on.")


DURATION_ADDED = Maker("duration-added", "verdict", rank=3, hardness=1, propose=_propose)
