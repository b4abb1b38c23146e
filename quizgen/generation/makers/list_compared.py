"""Unverified: of two things that a sentence lists side by side, one said to be more than the other."""

from collections.abc import Iterator
from itertools import pairwise

from quizgen.domain.claims.claim import Stance
from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.lexicon import words
from quizgen.generation.makers.maker import Maker, Proposal, Setting, unverified
from quizgen.generation.wording import Edit
from quizgen.language.parsed import Token

_HOLDING = words(
    "have contain include offer house produce export import sell grow supply employ host teach attract provide build "
    "construct manufacture train trade carry transport collect own lose capture kill publish write compose receive "
    "send bring buy purchase use need require operate run serve plant catch raise breed design emit absorb consume "
    "release store eat drink burn"
)
_BARRED = words(
    "not n't n’t no never nor neither more most less fewer mainly mostly primarily chiefly largely both either only "
    "equal equally than such different common "
    "respectively between as other various all each every many few several some same number "
    "numbers majority or e.g. etc like namely similar similarly same"
)
_RANKING = words("more most less fewer majority mainly mostly percent % half outnumber dominate equal")
_LONGEST = 30


def _propose(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    if claim.stance is not Stance.ASSERTED or claim.lowers & _BARRED or len(claim.kept) > _LONGEST:
        return
    if any(sign in claim.statement for sign in '"“”;:—–()') or claim.sentence.of(claim.root, "neg", "conj"):
        return
    for token in _openers(claim):
        things = _things(claim, token)
        if len(things) >= 2 and not _is_ranked(claim, setting, things):
            first, second = things[0].text, things[1].text
            stem = claim.with_edits([Edit(things[0].index, things[-1].index + 1, f"more {first} than {second}")])
            yield unverified(
                claim, stem, f"The passage names {first} and {second} side by side; it does not compare them."
            )
            return


def _openers(claim: FoundClaim) -> Iterator[Token]:
    """Yield the first noun of what may be a list: the object of having or making, or what there is."""
    root, sentence = claim.root, claim.sentence
    if root.lemma in _HOLDING:
        yield from sentence.of(root, "dobj")
    if root.lemma == "be" and sentence.of(root, "expl"):
        yield from sentence.of(root, "attr")


def _things(claim: FoundClaim, token: Token) -> list[Token]:
    """Return the nouns of a flat list of bare nouns; [] when it is anything else."""
    nouns, current = [token], token
    while following := claim.sentence.of(current, "conj"):
        if len(following) != 1:
            return []
        current = following[0]
        nouns.append(current)
    plain = all(_is_bare(claim, noun, token) for noun in nouns)
    joined = all(other.index - one.index <= 3 for one, other in pairwise(nouns))
    return nouns if plain and joined and len({noun.lemma for noun in nouns}) == len(nouns) else []


def _is_bare(claim: FoundClaim, noun: Token, opener: Token) -> bool:
    # What follows the list may hang on its first noun: inns and shops in the town.
    allowed = ("conj", "cc", "punct", "prep") if noun is opener else ("conj", "cc", "punct")
    alone = all(child.dep in allowed for child in claim.sentence.of(noun)) and noun.index in claim.kept
    return alone and noun.tag == opener.tag and noun.tag in ("NN", "NNS") and not claim.sentence.entity_at(noun.index)


def _is_ranked(claim: FoundClaim, setting: Setting, things: list[Token]) -> bool:
    """Tell whether a sentence near by speaks of one of them and of more or less."""
    lemmas = {noun.lemma.lower() for noun in things[:2]}
    for sentence in setting.article.near(claim, 2):
        said = {token.lemma.lower() for token in sentence.tokens}
        if said & lemmas and said & _RANKING:
            return True
    return False


LIST_COMPARED = Maker("list-compared", "verdict", rank=1, hardness=2, propose=_propose)
