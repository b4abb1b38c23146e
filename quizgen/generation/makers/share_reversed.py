"""False: how much of the subject turned round: many becomes few, all becomes no, both becomes neither."""

from collections.abc import Iterator

from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.makers.maker import Maker, Proposal, Setting, false
from quizgen.generation.makers.reading_subjects import quantified_subject
from quizgen.generation.wording import Edit

_OPPOSITES = {"most": "few", "many": "few", "few": "many", "numerous": "few"}


def _propose(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    found = quantified_subject(claim)
    if not found or found[0].index != claim.kept[0] or any(sign in claim.statement for sign in "—–;:"):
        return
    quantifier, noun = found
    old, new = quantifier.lower, _OPPOSITES.get(quantifier.lower, "")
    if new:
        edits = [Edit(quantifier.index, quantifier.index + 1, new)]
    elif old == "both" and claim.root.tag == "VBP" and not claim.sentence.of(claim.root, "conj", "aux"):
        new = f"neither {noun.lemma}"
        verb = setting.inflect(claim.root.lemma, "VBZ") if claim.root.lemma != "be" else "is"
        if not verb or noun.index != quantifier.index + 1:
            return
        edits = [Edit(quantifier.index, noun.index + 1, new), Edit(claim.head, claim.head + 1, verb)]
    else:
        return
    yield false(
        claim,
        claim.with_edits(edits),
        f"The passage says {old} {noun.text}, not {new}{'' if ' ' in new else ' ' + noun.text}.",
    )


SHARE_REVERSED = Maker("share-reversed", "verdict", rank=1, hardness=0, propose=_propose)
