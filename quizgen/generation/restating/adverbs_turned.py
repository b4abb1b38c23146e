"""Still, first and both said otherwise: "is still used" as "continues to be used"."""

from collections.abc import Iterator

from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.makers.maker import Setting
from quizgen.generation.restating.shape import Change
from quizgen.generation.wording import Edit
from quizgen.language.parsed import Token

_VISIBLE = 2
_CONTINUE = {"VBZ": "continues", "VBP": "continue", "VBD": "continued"}


def adverbs_turned(claim: FoundClaim, setting: Setting) -> Iterator[Change]:  # noqa: ARG001 (the shape of a wording)
    """Yield the change for each such word that stands at its verb, or in front of its pair."""
    for token in claim.tokens:
        edits: tuple[Edit, ...] = ()
        if token.lower == "still" and token.dep == "advmod":
            edits = _still(claim, token)
        elif token.lower == "first" and token.dep == "advmod":
            edits = _first(claim, token)
        elif token.lower == "both" and token.dep == "preconj" and token.index != claim.kept[0]:
            edits = (Edit(token.index, token.index + 1, ""),)
        if edits:
            yield Change(edits, 1 if token.lower == "both" else _VISIBLE)


def _still(claim: FoundClaim, token: Token) -> tuple[Edit, ...]:
    """Is still used as continues to be used, still stands as continues to stand; in a finite clause, not denied."""
    verb = claim.sentence.tokens[token.head]
    if claim.of(verb, "neg", "conj") or verb.dep == "conj" or verb.tag == "VBG":
        return ()
    helpers = claim.of(verb, "aux", "auxpass")
    if not helpers and verb.index == token.index + 1 and verb.tag in _CONTINUE and verb.lemma != "be":
        return (Edit(token.index, verb.index + 1, f"{_CONTINUE[verb.tag]} to {verb.lemma}"),)
    be = helpers[0] if len(helpers) == 1 else verb
    if be.lemma != "be" or be.tag not in _CONTINUE or be.index != token.index - 1 or (helpers and verb.tag != "VBN"):
        return ()
    return (Edit(be.index, token.index + 1, f"{_CONTINUE[be.tag]} to be"),)


def _first(claim: FoundClaim, token: Token) -> tuple[Edit, ...]:
    """Was first used as was used for the first time."""
    verb = claim.sentence.tokens[token.head]
    helpers = claim.of(verb, "auxpass")
    alone = not claim.of(verb, "conj", "oprd", "xcomp", "prt", "dobj") and verb.dep != "conj"
    if not helpers or token.index != verb.index - 1 or verb.tag != "VBN" or not alone:
        return ()
    return Edit(token.index, token.index + 1, ""), Edit(verb.index, verb.index + 1, f"{verb.text} for the first time")
