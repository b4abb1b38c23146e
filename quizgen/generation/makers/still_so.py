"""False: what the passage says is no longer so said to be still so, and the other way round."""

from collections.abc import Iterator

from quizgen.domain.claims.claim import Stance
from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.lexicon import words
from quizgen.generation.makers.maker import Maker, Proposal, Setting, false
from quizgen.generation.wording import Edit

_FIGHTS = words("not n't n’t although though despite while but because since than even if unless never")


def _propose(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:  # noqa: ARG001 (the shape of a maker)
    if (
        claim.stance is not Stance.ASSERTED
        or claim.lowers & _FIGHTS
        or claim.gives_reason
        or claim.sentence.of(claim.root, "expl")
    ):
        return
    sentence, root = claim.sentence, claim.root
    for token in sentence.of(root, "advmod"):
        beside_be = token.index == root.index + 1 if root.lemma == "be" else _follows_be(claim, token.index)
        if token.lower == "still" and beside_be and root.tag in ("VBZ", "VBP", "VBN"):
            stem = claim.with_edits([Edit(token.index, token.index + 1, "no longer")])
            yield false(claim, stem, "The passage says still, not no longer.")
            return
        if token.lower == "longer" and claim.before(token) == "no" and root.tag in ("VBZ", "VBP", "VBN"):
            stem = claim.with_edits([Edit(token.index - 1, token.index + 1, "still")])
            yield false(claim, stem, "The passage says no longer, not still.")
            return


def _follows_be(claim: FoundClaim, index: int) -> bool:
    before = claim.sentence.tokens[index - 1].lower if index else ""
    return before in ("is", "are") and claim.root.tag == "VBN"


STILL_SO = Maker("still-so", "verdict", rank=1, hardness=0, propose=_propose)
