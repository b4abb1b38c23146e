"""True: the claim in the passage's own words, its hedge or source included."""

from collections.abc import Iterator

from quizgen.domain.claims.claim import Stance
from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.makers.maker import COPY, Maker, Proposal, Setting, true

_MANNER = {
    Stance.ASSERTED: "The passage says so in these words.",
    Stance.EVALUATIVE: "The passage gives this judgement in these words.",
    Stance.REPORTED: "The passage reports this, and the statement names it as a report just as the passage does.",
    Stance.HEDGED: "The passage says this with the same caution as the statement.",
    Stance.PREDICTED: "The passage looks ahead in these words.",
    Stance.NORMATIVE: "The passage says in these words what should be.",
    Stance.CONDITIONAL: "The passage says this on the same condition as the statement.",
}


def _propose(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:  # noqa: ARG001 (the shape of a maker)
    yield true(claim, claim.statement, _MANNER[claim.stance], why=COPY)


AS_STATED = Maker("as-stated", "verdict", rank=9, hardness=-1, propose=_propose)
