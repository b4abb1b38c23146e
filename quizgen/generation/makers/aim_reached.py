"""Unverified: what somebody wants or tries to do, stated as done."""

from collections.abc import Iterator

from quizgen.domain.claims.claim import Stance
from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.lexicon import words
from quizgen.generation.makers.maker import Maker, Proposal, Setting, unverified
from quizgen.generation.wording import Edit
from quizgen.language.parsed import Token

_AIMS = words("seek hope want aim intend plan wish threaten promise pledge offer vow propose")
# What has no result that could be told from the wish.
_OPEN_ENDED = words("be have know understand like love see learn study work look continue keep become remain make")


def _propose(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    root, sentence = claim.root, claim.sentence
    if root.lemma not in _AIMS or claim.stance is not Stance.ASSERTED or sentence.of(root, "neg", "conj", "auxpass"):
        return
    goals = [child for child in sentence.of(root, "xcomp") if child.tag == "VB" and child.index > root.index]
    if len(goals) != 1 or not _has_result(claim, goals[0]):
        return
    opening = _opening(claim, goals[0])
    if opening:
        edit, tag = opening
        verbs = (goals[0], *sentence.of(goals[0], "conj"))
        forms = [setting.inflect(verb.lemma, tag) for verb in verbs]
        edits = [Edit(verb.index, verb.index + 1, form) for verb, form in zip(verbs, forms, strict=True) if form]
        if len(edits) == len(verbs):
            reason = (
                f"The passage says what was intended (“{root.text} to {goals[0].text}”), not whether it came about."
            )
            yield unverified(claim, claim.with_edits([edit, *edits]), reason)


def _has_result(claim: FoundClaim, goal: Token) -> bool:
    sentence = claim.sentence
    verbs = (goal, *sentence.of(goal, "conj"))
    plain = all(verb.tag == "VB" and verb.lemma not in _OPEN_ENDED and sentence.of(verb, "dobj") for verb in verbs)
    return plain and not sentence.of(goal, "neg", "auxpass")


def _opening(claim: FoundClaim, goal: Token) -> tuple[Edit, str] | None:
    """Return the edit of "seeks to", "has sought to" or "is seeking to", and the form that the goal takes."""
    root, sentence = claim.root, claim.sentence
    to = sentence.tokens[root.index + 1]
    helpers = [helper for helper in sentence.of(root, "aux") if helper.index < root.index]
    first = helpers[0] if helpers else root
    unbroken = root.index - first.index == len(helpers) and goal.index in (to.index + 1, to.index + 2)
    if to.lower != "to" or not unbroken:
        return None
    if root.tag == "VBD":
        return (Edit(first.index, to.index + 1, ""), "VBD") if not helpers else None
    words_before = tuple(helper.lower for helper in helpers)
    have = {
        (): "has" if root.tag == "VBZ" else "have",
        ("has",): "has", ("is",): "has", ("has", "been"): "has",
        ("have",): "have", ("are",): "have", ("have", "been"): "have",
    }.get(words_before)  # fmt: skip
    return (Edit(first.index, to.index + 1, have), "VBN") if have else None


AIM_REACHED = Maker("aim-reached", "verdict", rank=2, hardness=2, propose=_propose)
