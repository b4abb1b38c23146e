"""True: what a long sentence puts forward, without what it adds by the way, and in other words."""

from collections.abc import Iterator

from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.makers.maker import Maker, Proposal, Setting
from quizgen.generation.restating.composing import restated
from quizgen.generation.restating.core import core_of
from quizgen.generation.restating.shape import Shape

_REASON = "The passage says this, and adds more by the way"


def _propose(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    shorter = core_of(claim)
    if shorter:
        yield from restated(shorter, setting, Shape((shorter.kept,), _REASON), needed=3, turned=False)


CORE_KEPT = Maker("core-kept", "verdict", rank=4, hardness=0, propose=_propose)
