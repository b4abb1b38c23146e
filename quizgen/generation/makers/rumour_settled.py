"""Unverified: what is only said, thought or alleged of something, stated as done: is said to have left -> left."""

from collections.abc import Iterator

from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.lexicon import words
from quizgen.generation.makers.maker import Inflect, Maker, Proposal, Setting, unverified
from quizgen.generation.wording import Edit
from quizgen.language.parsed import Token

_OPEN = words("say believe think allege rumour rumor report suspect claim suppose reckon")
_LEANING = words("it its their they them he she his her this these those")
_BARRED = words("not n't n’t no never if or")


def _propose(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    """X is believed to be, to have left, to V; X was accused of V-ing."""
    if claim.lowers & _BARRED or any(sign in claim.statement for sign in '"“”;:'):
        return
    found = _rumoured(claim, setting.inflect) or _accused(claim, setting.inflect)
    if found:
        edits, said = found
        reason = f"The passage reports it without settling it (“{said}”), so it leaves open whether it is so."
        yield unverified(claim, claim.with_edits(edits), reason)


def _rumoured(claim: FoundClaim, inflect: Inflect) -> tuple[list[Edit], str] | None:
    root, sentence = claim.root, claim.sentence
    helpers = sentence.of(root, "auxpass")
    inner = [child for child in sentence.of(root, "xcomp") if child.index > root.index]
    if (
        root.lemma not in _OPEN
        or len(helpers) != 1
        or helpers[0].lower not in ("is", "are", "was", "were")
        or not inner
    ):
        return None
    verb, to = inner[0], sentence.tokens[root.index + 1]
    auxiliaries = [t.lower for t in sentence.of(verb, "aux", "auxpass")]
    subject = claim.subject
    if to.lower != "to" or not subject or sentence.of(root, "aux", "conj") or sentence.of(verb, "conj"):
        return None
    plural = subject.tag in ("NNS", "NNPS") or bool(sentence.of(subject, "conj")) or helpers[0].lower in ("are", "were")
    said = " ".join(t.text for t in sentence.tokens[helpers[0].index : to.index + 1])
    new = _finite(verb, auxiliaries, plural=plural, inflect=inflect)
    return ([Edit(helpers[0].index, verb.index + 1, new)], said) if new and _is_tight(to, verb, auxiliaries) else None


def _is_tight(to: Token, verb: Token, auxiliaries: list[str]) -> bool:
    return verb.index - to.index == len(auxiliaries)


def _finite(verb: Token, auxiliaries: list[str], *, plural: bool, inflect: Inflect) -> str | None:
    """Return the finite form of "to be", "to V", "to have V-en", "to have been V-en"."""
    be = ("are", "were") if plural else ("is", "was")
    if auxiliaries == ["to"]:
        return be[0] if verb.lemma == "be" else inflect(verb.lemma, "VBP" if plural else "VBZ")
    if auxiliaries == ["to", "have"]:
        return be[1] if verb.lemma == "be" else inflect(verb.lemma, "VBD")
    if auxiliaries == ["to", "have", "been"]:
        return f"{be[1]} {verb.text}"
    return f"{be[0]} {verb.text}" if auxiliaries == ["to", "be"] else None


def _accused(claim: FoundClaim, inflect: Inflect) -> tuple[list[Edit], str] | None:
    """Y accused X of V-ing becomes X V-ed."""
    root, sentence = claim.root, claim.sentence
    things = sentence.of(root, "dobj")
    charges = [p for p in sentence.of(root, "prep") if p.lower == "of"]
    if root.lemma != "accuse" or len(things) != 1 or len(charges) != 1 or sentence.of(root, "conj", "neg"):
        return None
    deeds = [d for d in sentence.of(charges[0], "pcomp") if d.tag == "VBG" and d.index == charges[0].index + 1]
    named = things[0].pos == "PROPN" and things[0].index < charges[0].index
    form = inflect(deeds[0].lemma, "VBD") if deeds and deeds[0].lemma not in ("be", "have") else None
    if not named or not form or sentence.of(deeds[0], "conj"):
        return None
    if {sentence.tokens[i].lower for i in sentence.subtree(deeds[0])} & _LEANING:
        return None
    own = set(sentence.subtree(things[0])) | {i for i in sentence.subtree(deeds[0]) if i in claim.kept}
    dropped = [Edit(i, i + 1, "") for i in claim.kept if i not in own and i != charges[0].index]
    return [*dropped, Edit(charges[0].index, deeds[0].index + 1, form)], f"{root.text} of"


RUMOUR_SETTLED = Maker("rumour-settled", "verdict", rank=1, hardness=2, propose=_propose)
