"""Unverified: the caution taken off a claim that the passage makes with caution."""

from collections.abc import Iterator

from quizgen.domain.claims.claim import Stance
from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.lexicon import words
from quizgen.generation.makers.maker import Inflect, Maker, Proposal, Setting, unverified
from quizgen.generation.wording import Edit
from quizgen.language.parsed import Token

ADVERBS = words("probably possibly perhaps reportedly allegedly supposedly apparently presumably arguably purportedly")
_NAMED = ("PROPN", "NOUN")


def _propose(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    if claim.stance is not Stance.HEDGED or {"not", "n't", "n’t", "if", "or"} & claim.lowers:
        return
    if any(sign in claim.statement for sign in '"“”'):
        return
    edits, hedge = _unhedged(claim, setting.inflect)
    if edits:
        reason = f"The passage says this only with caution (“{hedge}”), so it leaves open whether it is so."
        yield unverified(claim, claim.with_edits(edits), reason)


def _unhedged(claim: FoundClaim, inflect: Inflect) -> tuple[list[Edit], str]:
    for found in (_it_seems(claim), _seems_to(claim, inflect), _may(claim, inflect), _adverb(claim)):
        if found[0]:
            return found
    return [], ""


def _it_seems(claim: FoundClaim) -> tuple[list[Edit], str]:
    """It seems that S; it is likely (possible, probable) that S."""
    root, sentence = claim.root, claim.sentence
    content = [child for child in sentence.of(root, "ccomp") if child.index > root.index]
    subject = claim.subject or next(iter(sentence.of(root, "expl")), None)
    if not content or not subject or subject.lower != "it":
        return [], ""
    hedged = root.lemma in ("seem", "appear") or any(
        child.lower in ("likely", "possible", "probable") for child in sentence.of(root, "acomp")
    )
    mark = next((child for child in sentence.of(content[0], "mark") if child.lower == "that"), None)
    if not hedged or not mark or root.tag != "VBZ":
        return [], ""
    hedge = " ".join(token.text for token in sentence.tokens[subject.index : mark.index + 1])
    return [Edit(subject.index, mark.index + 1, "")], hedge.lower()


def _seems_to(claim: FoundClaim, inflect: Inflect) -> tuple[list[Edit], str]:
    """X seems to V, with V made finite in the tense and number of "seems"."""
    root, sentence = claim.root, claim.sentence
    inner = [child for child in sentence.of(root, "xcomp") if child.tag == "VB" and child.index > root.index]
    if root.lemma not in ("seem", "appear") or not inner or root.tag not in ("VBZ", "VBP", "VBD"):
        return [], ""
    verb = inner[0]
    to = sentence.tokens[root.index + 1]
    if to.lower != "to" or sentence.of(verb, "aux", "auxpass") != (to,) or sentence.of(verb, "conj"):
        return [], ""
    form = _form_of_be(root.tag) if verb.lemma == "be" else inflect(verb.lemma, root.tag)
    return (
        ([Edit(root.index, to.index + 1, ""), Edit(verb.index, verb.index + 1, form)], f"{root.text} to")
        if form
        else ([], "")
    )


def _may(claim: FoundClaim, inflect: Inflect) -> tuple[list[Edit], str]:
    """X may be V-ing, X may have V-en; never the "may" of permission or of what sometimes happens."""
    root, sentence = claim.root, claim.sentence
    helpers = sentence.of(root, "aux", "auxpass")
    subject = claim.subject
    if len(helpers) != 2 or helpers[0].lower not in ("may", "might") or not subject or subject.pos not in _NAMED:
        return [], ""
    modal, helper = helpers
    if helper.lower == "be" and root.tag == "VBG" and helper.index == modal.index + 1:
        form = "are" if _is_plural(claim, subject) else "is"
        return [Edit(modal.index, helper.index + 1, form)], f"{modal.text} be"
    if helper.lower == "have" and root.tag == "VBN" and root.index == helper.index + 1 == modal.index + 2:
        past = ("were" if _is_plural(claim, subject) else "was") if root.lemma == "be" else inflect(root.lemma, "VBD")
        return ([Edit(modal.index, root.index + 1, past)], f"{modal.text} have") if past else ([], "")
    return [], ""


def _adverb(claim: FoundClaim) -> tuple[list[Edit], str]:
    found = [token for token in claim.tokens if token.lower in ADVERBS and token.dep == "advmod"]
    alone = len(found) == 1 and not claim.sentence.of(found[0]) and claim.sentence.tokens[found[0].head].pos != "ADV"
    if not alone or claim.before(found[0]) in ("but", "and", "though"):
        return [], ""
    adverb = found[0]
    end = adverb.index + (2 if claim.after(adverb) == "," else 1)
    return [Edit(adverb.index, end, "")], adverb.lower


def _form_of_be(tag: str) -> str:
    return {"VBZ": "is", "VBP": "are"}.get(tag, "")


def _is_plural(claim: FoundClaim, subject: Token) -> bool:
    return subject.tag in ("NNS", "NNPS") or bool(claim.sentence.of(subject, "conj"))


HEDGE_REMOVED = Maker("hedge-removed", "verdict", rank=2, hardness=2, propose=_propose)
