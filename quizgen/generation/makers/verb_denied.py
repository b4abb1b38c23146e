"""False: the plain denial of what the passage asserts. A last resort: "not" is a give-away, so a bank caps it."""

from collections.abc import Iterator

from quizgen.domain.claims.claim import Stance
from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.lexicon import words
from quizgen.generation.makers.maker import Maker, Proposal, Setting, false
from quizgen.generation.wording import Edit

_SCOPE = words(
    "not n't n’t never no none neither nor only until first even all every most many some few both each "
    "several various number variety more less "
    "numerous any often usually sometimes rarely always frequently generally mainly mostly primarily largely "
    "nearly almost "
    "because since unless if despite although though while whether so hardly barely still already once without "
    "at-times "
    "either or too instead initially eventually finally further whatever"
)
_DEFINING = words("include call know name refer comprise consist contain mean define describe represent use involve")
BARE = "A bare “not” is easily seen through, and readers seldom found it natural; use it only if it is needed."
_LONGEST = 18
_SUPPORT = {"VBD": "did", "VBZ": "does", "VBP": "do"}


def _propose(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:  # noqa: ARG001 (the shape of a maker)
    if claim.stance not in (Stance.ASSERTED, Stance.EVALUATIVE, Stance.NORMATIVE) or claim.lowers & _SCOPE:
        return
    if claim.leaning or claim.root.lemma in _DEFINING:
        return
    edits = _denied(claim)
    if edits and len(claim.kept) <= _LONGEST and _is_simple(claim):
        yield false(claim, claim.with_edits(edits), "The statement denies what the passage says.", why=BARE)


def _denied(claim: FoundClaim) -> list[Edit]:
    root = claim.root
    helpers = [token for token in claim.sentence.of(root, "aux", "auxpass") if token.index in claim.kept]
    if helpers:
        place = helpers[0].index + 1
        return [Edit(place, place, "not")] if helpers[0].index < root.index and helpers[0].tag != "TO" else []
    if root.lemma == "be" and root.tag in _SUPPORT:
        # What something is defined as is not worth denying.
        told = [child for child in claim.sentence.of(root, "acomp", "prep") if child.index in claim.kept]
        defined = claim.sentence.of(root, "attr")
        return [Edit(root.index + 1, root.index + 1, "not")] if told and not defined else []
    support = _SUPPORT.get(root.tag) if root.lemma not in ("tend", "succeed", "flock", "manage", "remain") else None
    if not support or root.pos != "VERB":
        return []
    subject = claim.subject
    # "Fundamentally did not alter": an adverb before a plain verb would end up on the wrong side of the denial.
    if claim.sentence.tokens[root.index - 1].dep == "advmod":
        return []
    if root.tag == "VBP" and subject and subject.tag in ("NN", "NNP") and not claim.sentence.of(subject, "conj"):
        return []
    return [Edit(root.index, root.index + 1, f"{support} not {root.lemma}")]


def _is_simple(claim: FoundClaim) -> bool:
    """One verb in the clause, its subject before it, nothing that fights with a denial."""
    sentence, root = claim.sentence, claim.root
    if (
        sentence.of(root, "expl", "advcl", "preconj")
        or not claim.subject
        or claim.subject.pos not in ("NOUN", "PROPN", "PRON")
        or claim.subject.index > root.index
    ):
        return False
    if any(child.pos in ("VERB", "AUX") for child in sentence.of(root, "conj", "parataxis", "ccomp")):
        return False
    if claim.statement.lower().startswith(("at times", "sometimes", "in some", "in many", "in most")):
        return False
    if min(sentence.subtree(claim.subject)) != claim.kept[0] or any(t.lower.endswith("ly") for t in sentence.of(root)):
        return False
    clauses = [t for t in claim.tokens if t.dep in ("relcl", "acl") and t.head != root.index]
    between = sentence.of(root, "advmod")
    return len(clauses) <= 1 and not any(token.index < root.index and token.tag != "RB" for token in between)


VERB_DENIED = Maker("verb-denied", "verdict", rank=8, hardness=-1, propose=_propose)
