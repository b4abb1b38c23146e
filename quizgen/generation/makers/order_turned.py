"""False: before turned into after, and the place in a row moved: the first becomes the second."""

import re
from collections.abc import Iterator

from quizgen.domain.claims.claim import Stance
from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.lexicon import words
from quizgen.generation.makers.maker import Maker, Proposal, Setting, false
from quizgen.generation.makers.soon_added import EVENTS
from quizgen.generation.wording import Edit
from quizgen.language.parsed import Token

_TURNED = {"before": "after", "after": "before"}
_BARRED = words(
    "not n't n’t never until since still again then later finally eventually continue however only even until"
)
_NEXT = {"first": "second", "second": "third", "third": "second"}


def _order(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:  # noqa: ARG001 (the shape of a maker)
    if claim.stance is not Stance.ASSERTED or claim.root.tag not in ("VBD", "VBN") or claim.lowers & _BARRED:
        return
    found = [token for token in claim.tokens if token.lower in _TURNED and _is_of_an_event(claim, token)]
    if len(found) != 1 or sum(token.lower in _TURNED for token in claim.tokens) > 1:
        return
    token = found[0]
    new = _TURNED[token.lower]
    stem = claim.with_edits([Edit(token.index, token.index + 1, new)])
    yield false(claim, stem, f"The passage says {token.lower}, not {new}.")


def _is_of_an_event(claim: FoundClaim, token: Token) -> bool:
    above = claim.sentence.tokens[token.head]
    if token.dep != "prep" or above.index != claim.head or claim.before(token) in ("long", "years", "only", "and"):
        return False
    nouns = claim.sentence.of(token, "pobj")
    dated = any(re.fullmatch(r"1\d{3}|20\d\d", each.text) for each in claim.tokens)
    return bool(nouns) and nouns[0].lemma.lower() in EVENTS and not dated


def _place(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:  # noqa: ARG001 (the shape of a maker)
    """X was the first bridge of the town becomes X was the second bridge of the town."""
    if claim.stance is not Stance.ASSERTED or claim.root.lemma not in ("be", "become") or claim.lowers & _BARRED:
        return
    for noun in claim.sentence.of(claim.root, "attr"):
        for token in claim.sentence.of(noun, "amod"):
            plain = noun.tag == "NN" and claim.before(token) == "the" and claim.sentence.entity_at(noun.index) is None
            further = claim.sentence.of(noun, "prep", "relcl", "acl")
            if token.lower in _NEXT and plain and further and claim.subject and claim.after(token) not in ("-", ","):
                new = _NEXT[token.lower]
                stem = claim.with_edits([Edit(token.index, token.index + 1, new)])
                yield false(claim, stem, f"The passage says the {token.lower} {noun.text}, not the {new}.")
                return


ORDER_TURNED = Maker("order-turned", "verdict", rank=1, hardness=1, propose=_order)
PLACE_MOVED = Maker("place-moved", "verdict", rank=0, hardness=0, propose=_place)
