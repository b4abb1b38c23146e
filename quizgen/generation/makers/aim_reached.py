"""Unverified: what somebody wants or tries to do, stated as done."""

from collections.abc import Iterator

from quizgen.domain.claims.claim import Stance
from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.lexicon import words
from quizgen.generation.makers.maker import Maker, Proposal, Setting, unverified
from quizgen.generation.wording import Edit

_AIMS = words("seek hope want aim intend plan attempt try wish strive")
# What has no result that could be told from the wish.
_OPEN_ENDED = words("be have know understand like love see learn study work look continue keep become remain make")


def _propose(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    root, sentence = claim.root, claim.sentence
    if root.lemma not in _AIMS or claim.stance is not Stance.ASSERTED or sentence.of(root, "neg", "conj", "auxpass"):
        return
    goals = [child for child in sentence.of(root, "xcomp") if child.tag == "VB" and child.index > root.index]
    if len(goals) != 1 or sentence.of(goals[0], "conj", "neg", "auxpass") or goals[0].lemma in _OPEN_ENDED:
        return
    goal = goals[0]
    to = sentence.tokens[root.index + 1]
    if to.lower != "to" or goal.index not in (to.index + 1, to.index + 2) or sentence.of(goal, "dobj") == ():
        return
    first = next((helper for helper in sentence.of(root, "aux") if helper.index < root.index), root)
    tag = "VBD" if root.tag == "VBD" else "VBN"
    form = setting.inflect(goal.lemma, tag)
    if not form or first.lower not in (root.lower, "has", "have"):
        return
    helper = "" if tag == "VBD" else (first.text if first is not root else ("has" if root.tag == "VBZ" else "have"))
    edits = [Edit(first.index, to.index + 1, helper), Edit(goal.index, goal.index + 1, form)]
    if any(first.index < index < root.index for index in claim.kept):
        return
    reason = f"The passage says what was intended (“{root.text} to {goal.text}”), not whether it came about."
    yield unverified(claim, claim.with_edits(edits), reason)


AIM_REACHED = Maker("aim-reached", "verdict", rank=2, hardness=2, propose=_propose)
