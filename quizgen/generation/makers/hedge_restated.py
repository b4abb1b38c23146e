"""True: a cautious claim in other words and as cautious: "may have left" as "It is possible that ... left"."""

from collections.abc import Iterator

from quizgen.domain.claims.claim import Stance
from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.lexicon import words
from quizgen.generation.makers.maker import Maker, Proposal, Setting
from quizgen.generation.restating.capitals import lowering
from quizgen.generation.restating.composing import restated
from quizgen.generation.restating.shape import Shape
from quizgen.generation.wording import Edit
from quizgen.language.parsed import Token

_REASON = "The passage says this with the same caution"
_ADVERBS = {
    "probably": "It is likely that", "possibly": "It is possible that", "perhaps": "It is possible that",
    "likely": "It is likely that", "reportedly": "It is reported that", "allegedly": "It is alleged that",
    "presumably": "It is presumed that",
}  # fmt: skip
_PASSIVES = {
    "believe": "It is thought that", "think": "It is believed that", "say": "It is said that",
    "estimate": "It is estimated that", "allege": "It is alleged that", "suppose": "It is supposed that",
    "report": "It is reported that", "assume": "It is assumed that",
}  # fmt: skip
_BARRED = words("not n't n’t if or unless either whether neither")


def _propose(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    # A generic "may" is permission or what happens at times; only "may have left" and "may be leaving" are cautious.
    if claim.lowers & _BARRED or any(sign in claim.statement for sign in ";:—–"):
        return
    for way in (_may, _seems, _adverb, _said_to, _is_likely):
        shape = way(claim, setting)
        if shape:
            yield from restated(claim, setting, shape, needed=1, strong=True)
            return


def _opened(claim: FoundClaim, setting: Setting, opening: str, edits: tuple[Edit, ...]) -> Shape | None:
    """Return "It is possible that" and the claim with its first word small."""
    small = lowering(claim, claim.kept[0], setting.article)
    starts = claim.subject is not None and claim.sentence.subtree(claim.subject)[0] == claim.kept[0]
    if small is None or not starts or claim.sentence.of(claim.root, "conj"):
        return None
    return Shape((opening, claim.kept), _REASON, (*small, *edits))


def _may(claim: FoundClaim, setting: Setting) -> Shape | None:
    root, sentence = claim.root, claim.sentence
    helpers = sentence.of(root, "aux", "auxpass")
    if claim.stance is not Stance.HEDGED or len(helpers) < 2 or helpers[0].lower not in ("may", "might", "could"):
        return None
    modal, helper = helpers[0], helpers[1]
    last = helpers[-1]
    if helper.lower != "have" or helper.index != modal.index + 1:
        return None
    if len(helpers) == 3 and last.lower == "been" and last.index == helper.index + 1:
        form: str | None = "were" if _is_plural(claim) else "was"
        return (
            _opened(claim, setting, "It is possible that", (Edit(modal.index, last.index + 1, form),)) if form else None
        )
    if len(helpers) != 2 or root.index != helper.index + 1:
        return None
    form = ("were" if _is_plural(claim) else "was") if root.lemma == "be" else setting.inflect(root.lemma, "VBD")
    return _opened(claim, setting, "It is possible that", (Edit(modal.index, root.index + 1, form),)) if form else None


def _seems(claim: FoundClaim, setting: Setting) -> Shape | None:
    """The council seems to favour becomes It seems that the council favours."""
    root, sentence = claim.root, claim.sentence
    inner = [child for child in sentence.of(root, "xcomp") if child.tag == "VB" and child.index == root.index + 2]
    if root.lemma not in ("seem", "appear") or len(inner) != 1 or root.tag not in ("VBZ", "VBP"):
        return None
    if claim.after(root) != "to" or sentence.of(inner[0], "conj", "auxpass"):
        return None
    other = "It appears that" if root.lemma == "seem" else "It seems that"
    form = (
        {"VBZ": "is", "VBP": "are"}[root.tag] if inner[0].lemma == "be" else setting.inflect(inner[0].lemma, root.tag)
    )
    return _opened(claim, setting, other, (Edit(root.index, inner[0].index + 1, form),)) if form else None


def _adverb(claim: FoundClaim, setting: Setting) -> Shape | None:
    found = [token for token in claim.sentence.of(claim.root, "advmod") if token.lower in _ADVERBS]
    if claim.stance is not Stance.HEDGED or len(found) != 1 or found[0].index not in claim.kept:
        return None
    adverb = found[0]
    bare = not claim.sentence.of(adverb) and claim.after(adverb) != "," and adverb.index < claim.root.index
    if not bare or adverb.index == claim.kept[0] or claim.before(adverb) in ("most", "very", "more", "and", ","):
        return None
    return _opened(claim, setting, _ADVERBS[adverb.lower], (Edit(adverb.index, adverb.index + 1, ""),))


def _said_to(claim: FoundClaim, setting: Setting) -> Shape | None:
    """The king is believed to have died becomes It is thought that the king died."""
    root, sentence = claim.root, claim.sentence
    helpers, inner = sentence.of(root, "aux", "auxpass"), sentence.of(root, "xcomp")
    if root.lemma not in _PASSIVES or len(helpers) != 1 or helpers[0].lower not in ("is", "are") or len(inner) != 1:
        return None
    verb = inner[0]
    between = sentence.tokens[root.index + 1 : verb.index]
    lowers = [token.lower for token in between]
    if helpers[0].index != root.index - 1 or not lowers or lowers[0] != "to" or sentence.of(verb, "conj"):
        return None
    form = _finite_behind_to(claim, verb, lowers, setting)
    return (
        _opened(claim, setting, _PASSIVES[root.lemma], (Edit(helpers[0].index, verb.index + 1, form),))
        if form
        else None
    )


def _finite_behind_to(claim: FoundClaim, verb: Token, lowers: list[str], setting: Setting) -> str:
    plural = _is_plural(claim)
    if lowers == ["to"] and verb.tag == "VB":
        if verb.lemma == "be":
            return "are" if plural else "is"
        return setting.inflect(verb.lemma, "VBP" if plural else "VBZ") or ""
    if lowers == ["to", "have"] and verb.tag == "VBN":
        if verb.lemma == "be":
            return "were" if plural else "was"
        return setting.inflect(verb.lemma, "VBD") or ""
    if lowers == ["to", "have", "been"] and verb.tag == "VBN":
        return f"{'were' if plural else 'was'} {verb.text}"
    return ""


def _is_likely(claim: FoundClaim, setting: Setting) -> Shape | None:
    """The ferry is likely to close becomes It is likely that the ferry will close."""
    root, sentence = claim.root, claim.sentence
    likely = [child for child in sentence.of(root, "acomp") if child.lower == "likely"]
    if root.lemma != "be" or root.tag not in ("VBZ", "VBP") or len(likely) != 1 or sentence.of(root, "advmod", "aux"):
        return None
    inner = sentence.of(likely[0], "xcomp")
    if len(inner) != 1 or inner[0].tag != "VB" or inner[0].index != likely[0].index + 2:
        return None
    if sentence.of(likely[0], "advmod") or likely[0].index != root.index + 1:
        return None
    edit = Edit(root.index, inner[0].index, "will")
    return _opened(claim, setting, "It is likely that", (edit,))


def _is_plural(claim: FoundClaim) -> bool:
    subject = claim.subject
    plural = subject is not None and (subject.tag in ("NNS", "NNPS") or subject.lower in ("they", "these", "those"))
    return plural or (subject is not None and bool(claim.sentence.of(subject, "conj")))


HEDGE_RESTATED = Maker("hedge-restated", "verdict", rank=0, hardness=1, propose=_propose)
