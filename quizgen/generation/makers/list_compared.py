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
_MODIFIERS = ("compound", "amod")
_LONGEST = 30


def _propose(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    if claim.stance is not Stance.ASSERTED or claim.lowers & _BARRED or len(claim.kept) > _LONGEST:
        return
    if any(sign in claim.statement for sign in '"“”;:—–()') or claim.sentence.of(claim.root, "neg", "conj"):
        return
    for token in _openers(claim):
        things = _things(claim, token)
        if len(things) >= 2 and not _is_ranked(claim, setting, things):
            first, second = things[0], things[1]
            texts = [_text(claim, one) for one in (first, second)]
            if token.dep.startswith("nsubj"):
                texts[0] = texts[0][:1].lower() + texts[0][1:] if first[2].pos == "NOUN" else texts[0]
            new = f"more {texts[0]} than {texts[1]}"
            stem = claim.with_edits([Edit(first[0], things[-1][1], new)])
            yield unverified(
                claim, stem, f"The passage names {texts[0]} and {texts[1]} side by side; it does not compare them."
            )
            return


def _openers(claim: FoundClaim) -> Iterator[Token]:
    """Yield the first noun of what may be a list: the object of having or making, or what there is."""
    root, sentence = claim.root, claim.sentence
    if root.lemma in _HOLDING:
        yield from sentence.of(root, "dobj")
    if root.lemma == "be" and sentence.of(root, "expl"):
        yield from sentence.of(root, "attr")


def _things(claim: FoundClaim, token: Token) -> list[tuple[int, int, Token]]:
    """Return the stretches of a flat list of plain plural nouns: start, end, head; [] when it is anything else."""
    heads, current = [token], token
    while following := claim.sentence.of(current, "conj"):
        if len(following) != 1:
            return []
        current = following[0]
        heads.append(current)
    found = []
    for head in heads:
        own = [head.index, *(c.index for c in claim.sentence.of(head, *_MODIFIERS))]
        # What follows the list may hang on its first noun: inns and shops in the town.
        behind = ("prep",) if head is token and len(heads) > 1 else ()
        others = [c for c in claim.sentence.of(head) if c.dep not in (*_MODIFIERS, *behind, "conj", "cc", "punct")]
        start, end = min(own), max(own) + 1
        plain = not others and end - start == len(own) and head.index == end - 1 and set(own) <= set(claim.kept)
        if not plain or head.tag != token.tag or head.tag not in ("NN", "NNS") or claim.sentence.entity_at(head.index):
            return []
        if any(claim.sentence.tokens[i].tag in ("JJR", "JJS", "CD", "DT", "PRP$", "VBG") for i in own):
            return []
        found.append((start, end, head))
    joined = all(other[0] - one[1] <= 2 for one, other in pairwise(found))
    return found if joined and len({head.lemma for _, _, head in found}) == len(found) else []


def _text(claim: FoundClaim, thing: tuple[int, int, Token]) -> str:
    return " ".join(token.text for token in claim.sentence.tokens[thing[0] : thing[1]])


def _is_ranked(claim: FoundClaim, setting: Setting, things: list[tuple[int, int, Token]]) -> bool:
    """Tell whether a sentence near by speaks of one of them and of more or less."""
    lemmas = {head.lemma.lower() for _, _, head in things[:2]}
    for sentence in setting.article.near(claim, 2):
        said = {token.lemma.lower() for token in sentence.tokens}
        if said & lemmas and said & _RANKING:
            return True
    return False


LIST_COMPARED = Maker("list-compared", "verdict", rank=1, hardness=2, propose=_propose)
