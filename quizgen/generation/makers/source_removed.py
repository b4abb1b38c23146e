"""Unverified: what somebody is reported to hold, stated as if it were so."""

from collections.abc import Iterator

from quizgen.domain.claims.claim import Stance
from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.lexicon import words
from quizgen.generation.makers.maker import Maker, Proposal, Setting, unverified
from quizgen.generation.wording import Edit

# Verbs that leave open whether it is so; never note, know, show, find, confirm, realise, reveal.
_OPEN = words("claim argue believe suggest allege predict insist contend assert think maintain speculate say warn")
_LEANING = words("he she it they this these those such i we you his her its their there here that's")
_SHORTEST = 5


def _propose(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:  # noqa: ARG001 (the shape of a maker)
    root, sentence = claim.root, claim.sentence
    if claim.stance is not Stance.REPORTED or root.lemma not in _OPEN or sentence.of(root, "neg", "conj", "auxpass"):
        return
    content = [child for child in sentence.of(root, "ccomp") if child.index > root.index]
    mark = next((m for c in content for m in sentence.of(c, "mark") if m.lower == "that"), None)
    if not mark or sentence.of(content[0], "conj") or any(quote in claim.statement for quote in '"“”'):
        return
    inner = [index for index in sentence.subtree(content[0]) if index > mark.index and index in claim.kept]
    lowers = {sentence.tokens[index].lower for index in inner}
    finite = sentence.of(content[0], "nsubj", "nsubjpass", "expl")
    if len(inner) < _SHORTEST or lowers & _LEANING or not finite or lowers & {"not", "n't", "would", "could", "should"}:
        return
    dropped = [Edit(index, index + 1, "") for index in claim.kept if index not in inner]
    who = claim.phrase(claim.subject) if claim.subject else "Somebody"
    reason = f"The passage says that this is what {who} {root.text}; it does not say whether it is so."
    yield unverified(claim, claim.with_edits(dropped), reason)


SOURCE_REMOVED = Maker("source-removed", "verdict", rank=2, hardness=2, propose=_propose)
