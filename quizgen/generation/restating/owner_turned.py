"""Whose it is, turned: "the capital of Lindry" as "Lindry's capital", and "Hale's death" as "the death of Hale"."""

from collections.abc import Iterator

from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.lexicon import words
from quizgen.generation.makers.maker import Setting
from quizgen.generation.restating.shape import Change
from quizgen.generation.wording import Edit
from quizgen.language.parsed import Token

_OWNED = words(
    "capital population economy government army navy parliament history territory president king queen ruler leader "
    "founder constitution climate culture independence coast border policy industry people currency foreign influence"
)
_TOLD = words("death reign army rule victory defeat arrival return birth marriage conquest coronation execution work")
_VISIBLE = 2


def owner_turned(claim: FoundClaim, setting: Setting) -> Iterator[Change]:  # noqa: ARG001 (the shape of a wording)
    """Yield the change for nouns of a closed list that a name owns."""
    for noun in claim.tokens:
        if noun.pos == "NOUN" and noun.tag in ("NN", "NNS"):
            edit = _to_possessive(claim, noun) or _to_of(claim, noun)
            if edit:
                yield Change((edit,), _VISIBLE)


def _to_possessive(claim: FoundClaim, noun: Token) -> Edit | None:
    """The capital of Lindry: only the noun with its article, and a name of one to three words that ends there."""
    links = claim.sentence.of(noun, "prep")
    children = {child.dep for child in claim.sentence.of(noun)}
    if noun.lemma not in _OWNED or claim.before(noun) != "the" or children - {"det", "prep"} or len(links) != 1:
        return None
    names = claim.sentence.of(links[0], "pobj")
    if links[0].lower != "of" or len(names) != 1 or links[0].index != noun.index + 1:
        return None
    own = claim.sentence.subtree(names[0])
    entity = claim.sentence.entity_at(names[0].index)
    plain = entity is not None and entity.label in ("GPE", "PERSON") and own == tuple(range(entity.first, entity.last))
    whole = own[0] == links[0].index + 1 and len(own) <= 3 and set(own) <= set(claim.kept)
    text = claim.phrase(names[0])
    if not plain or not whole or text.endswith("s") or names[0].tag != "NNP" or text.lower().startswith("the "):
        return None
    return Edit(noun.index - 1, own[-1] + 1, f"{text}’s {noun.text}")


def _to_of(claim: FoundClaim, noun: Token) -> Edit | None:
    """Hale's death: only a name in front, nothing else on the noun."""
    owners = claim.sentence.of(noun, "poss")
    children = {child.dep for child in claim.sentence.of(noun) if child.index < noun.index}
    if noun.lemma not in _TOLD or len(owners) != 1 or owners[0].tag != "NNP" or children != {"poss"}:
        return None
    own = claim.sentence.subtree(owners[0])
    mark = claim.sentence.tokens[own[-1]]
    if mark.tag != "POS" or own[-1] != noun.index - 1 or not set(own) <= set(claim.kept) or len(own) > 4:
        return None
    if claim.sentence.of(noun, "prep") and noun.lemma not in ("death", "birth", "return", "arrival"):
        return None
    return Edit(own[0], noun.index + 1, f"the {noun.text} of {_text(claim, own[:-1])}")


def _text(claim: FoundClaim, own: tuple[int, ...]) -> str:
    return "".join(claim.sentence.tokens[i].text + (" " if claim.sentence.tokens[i].space else "") for i in own).strip()
