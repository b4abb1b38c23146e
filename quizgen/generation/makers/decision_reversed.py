"""False: a decision or an outcome turned round: agreed to becomes refused to, failed to becomes managed to."""

from collections.abc import Iterator

from quizgen.domain.claims.claim import Stance
from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.lexicon import words
from quizgen.generation.makers.maker import Maker, Proposal, Setting, false
from quizgen.generation.wording import Edit

_TO_VERB = {"agree": "refuse", "refuse": "agree", "fail": "manage", "manage": "fail"}
_TO_OBJECT = {"allow": "forbid", "permit": "forbid", "forbid": "allow", "encourage": "discourage"}
_ABLE = {"able": "unable", "unable": "able", "willing": "unwilling", "unwilling": "willing", "free": "not free"}
_FIGHTS = words(
    "not n't n’t never no nor neither because since despite although though while if only instead rather but "
    "unless until "
    "any as while by without either both also thus therefore so"
)


def _propose(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    if claim.stance not in (Stance.ASSERTED, Stance.EVALUATIVE, Stance.NORMATIVE) or claim.lowers & _FIGHTS:
        return
    sentence, root = claim.sentence, claim.root
    if sentence.of(root, "conj", "advcl", "neg", "prt") or _opens_otherwise(claim):
        return
    edit = _to_verb(claim, setting) or _able(claim)
    if edit:
        old = sentence.tokens[edit.start].text
        yield false(claim, claim.with_edits([edit]), f"The passage says {old}, not {edit.new}.")


def _to_verb(claim: FoundClaim, setting: Setting) -> Edit | None:
    root, sentence = claim.root, claim.sentence
    goals = [child for child in sentence.of(root, "xcomp", "ccomp") if child.tag == "VB" and child.index > root.index]
    if len(goals) != 1 or sentence.of(goals[0], "conj"):
        return None
    direct = claim.after(root) == "to" and root.lemma in _TO_VERB
    subject = claim.subject
    willed = subject is not None and (subject.pos == "PRON" or sentence.entity_at(subject.index) is not None)
    through = willed and claim.after(root) != "to" and root.lemma in _TO_OBJECT and "to" in claim.lowers
    new = _TO_VERB[root.lemma] if direct else _TO_OBJECT[root.lemma] if through else ""
    form = setting.inflect(new, root.tag) if new else None
    if form and new == "forbid" and root.tag == "VBD":
        form = "forbade"
    return Edit(root.index, root.index + 1, form) if form else None


def _opens_otherwise(claim: FoundClaim) -> bool:
    """Tell whether something stands before the subject: a circumstance that may speak for what was said."""
    return claim.subject is None or min(claim.sentence.subtree(claim.subject)) != claim.kept[0]


def _able(claim: FoundClaim) -> Edit | None:
    for token in claim.sentence.of(claim.root, "acomp"):
        plain = claim.root.lemma == "be" and not claim.sentence.of(token, "advmod", "conj")
        if plain and token.lower in _ABLE and claim.after(token) == "to":
            return Edit(token.index, token.index + 1, _ABLE[token.lower])
    return None


DECISION_REVERSED = Maker("decision-reversed", "verdict", rank=1, hardness=0, propose=_propose)
