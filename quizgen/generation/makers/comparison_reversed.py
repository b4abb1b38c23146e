"""False: a comparison turned round: larger becomes smaller, most becomes least."""

from collections.abc import Iterator

from quizgen.domain.claims.claim import Stance
from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.lexicon import pairs, words
from quizgen.generation.makers.maker import Maker, Proposal, Setting, false
from quizgen.generation.wording import Edit
from quizgen.language.parsed import Token

_FORWARD = pairs(
    "larger:smaller largest:smallest higher:lower highest:lowest older:younger longer:shorter longest:shortest "
    "greater:smaller greatest:smallest better:worse stronger:weaker strongest:weakest earlier:later "
    "faster:slower fastest:slowest harder:softer richer:poorer richest:poorest heavier:lighter heaviest:lightest "
    "wider:narrower widest:narrowest warmer:cooler warmest:coldest bigger:smaller biggest:smallest cheaper:dearer "
    "deeper:shallower deepest:shallowest oldest:newest tallest:shortest taller:shorter"
)
_BACK = {"smaller": "larger", "smallest": "largest", "lower": "higher", "lowest": "highest", "shorter": "longer",
         "shortest": "longest", "worse": "better", "weaker": "stronger", "later": "earlier", "slower": "faster",
         "younger": "older", "poorest": "richest", "lighter": "heavier", "colder": "warmer"}  # fmt: skip
_GRADED = words(
    "common important popular populous likely abundant expensive frequent successful widespread powerful "
    "active reliant "
    "dependent complicated sophisticated diverse cautious complex efficient effective stable visible densely "
    "frequently "
    "valuable difficult dangerous severe developed advanced influential intense productive closely rapidly quickly"
)
_RANKED = words("common popular populous expensive frequent likely densely important successful widespread")
_BARRED = words("not n't n’t no never first last even still ever world can could")
_DEGREE = {"more": "less", "most": "least", "less": "more", "least": "most"}


def _propose(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:  # noqa: ARG001 (the shape of a maker)
    if claim.stance not in (Stance.ASSERTED, Stance.EVALUATIVE, Stance.NORMATIVE) or _BARRED & claim.lowers:
        return
    if claim.gives_reason or ", with " in claim.statement:
        return
    found = [(token, new) for token in claim.tokens if (new := _opposite(claim, token))]
    if len(found) == 1:
        token, new = found[0]
        if not _is_natural(claim, token):
            return
        stem = claim.with_edits([Edit(token.index, token.index + 1, new)])
        compared = claim.sentence.tokens[token.head].text if token.lower in _DEGREE else ""
        yield false(
            claim,
            stem,
            f"The passage says {token.lower} {compared}".rstrip() + f", not {new} {compared}".rstrip() + ".",
        )


def _opposite(claim: FoundClaim, token: Token) -> str:
    if token.tag in ("RBR", "RBS") and token.lower in _DEGREE and token.dep == "advmod":
        head = claim.sentence.tokens[token.head]
        if head.tag in ("JJ", "RB") and head.index == token.index + 1 and _is_said(claim, head):
            return _DEGREE[token.lower]
        return ""
    new = _FORWARD.get(token.lower) or _BACK.get(token.lower, "")
    return new if token.tag in ("JJR", "JJS") and new and _is_said(claim, token) and claim.before(token) != "at" else ""


def _is_natural(claim: FoundClaim, token: Token) -> bool:
    """Adjectives often said with "least" or "less"; another superlative only where it says what something is.

    A comparative needs its "than": without it nobody knows what is compared.
    """
    head = claim.sentence.tokens[token.head]
    if claim.before(token) in ("-", "second", "third") or head.lemma in ("court", "body", "rank", "order"):
        return False
    if token.tag in ("JJR", "RBR") and "than" not in claim.lowers:
        return False
    if token.lower in _DEGREE:
        return head.lower in (_GRADED if token.tag == "RBR" else _RANKED)
    return token.tag == "JJR" or token.dep == "acomp" or head.dep == "attr" or head.lemma in ("have", "number", "share")


def _is_said(claim: FoundClaim, token: Token) -> bool:
    """The comparison is what the clause says, not what picks out the thing it speaks of."""
    if token.dep in ("acomp", "attr"):
        return token.head == claim.head
    head = claim.sentence.tokens[token.head]
    if token.dep == "amod" and head.dep in ("attr", "dobj") and head.head == claim.head:
        return claim.sentence.tokens[claim.sentence.subtree(head)[0]].lower != "the" or token.tag in ("JJS", "JJ")
    return False


COMPARISON_REVERSED = Maker("comparison-reversed", "verdict", rank=1, hardness=0, propose=_propose)
