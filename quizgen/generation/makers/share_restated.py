"""True: how much of the subject said in other words: most states as the majority of states."""

from collections.abc import Iterator

from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.makers.maker import Maker, Proposal, Setting
from quizgen.generation.makers.reading_subjects import quantified_subject
from quizgen.generation.restating.composing import restated
from quizgen.generation.restating.shape import Shape
from quizgen.generation.wording import Edit


def _propose(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    found = quantified_subject(claim)
    if found and found[0].lower == "most" and found[0].index == claim.kept[0]:
        edit = Edit(found[0].index, found[0].index + 1, "The majority of")
        reason = f"The passage says most {found[1].text}, which is the majority of them"
        yield from restated(claim, setting, Shape((claim.kept,), reason, (edit,), changes=2), strong=True, turned=False)


SHARE_RESTATED = Maker("share-restated", "verdict", rank=2, hardness=0, propose=_propose)
