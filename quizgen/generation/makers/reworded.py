"""True: several words of a claim said with others of the same meaning, from a closed list."""

from collections.abc import Iterator

from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.makers.maker import SAME_ORDER, Maker, Proposal, Setting
from quizgen.generation.restating.composing import restated
from quizgen.generation.restating.shape import whole

_LONGEST = 30


def _propose(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    if len(claim.kept) <= _LONGEST:
        proposals = restated(claim, setting, whole(claim), turned=False)
        yield from (proposal for proposal in proposals if proposal.why == SAME_ORDER)


REWORDED = Maker("reworded", "verdict", rank=2, hardness=1, propose=_propose)
