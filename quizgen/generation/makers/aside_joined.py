"""True: who somebody was and what they did, in one: "Hale, a farmer, left" as "Hale was a farmer who left"."""

from collections.abc import Iterator

from quizgen.domain.claims.claim import Stance
from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.lexicon import words
from quizgen.generation.makers.maker import Maker, Proposal, Setting
from quizgen.generation.restating.composing import restated
from quizgen.generation.restating.shape import Shape
from quizgen.language.parsed import Token

_REASON = "The passage says both, one of them by the way"
_BARRED = words("not n't n’t no never only also then later however former late respectively")
_LONGEST = 26
_LINKS = {"PERSON": "who", "ORG": "that", "GPE": "that", "LOC": "that", "FAC": "that", "PRODUCT": "that"}


def _propose(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    subject, verb = claim.subject, claim.root
    if claim.stance is not Stance.ASSERTED or not subject or claim.lowers & _BARRED or len(claim.kept) > _LONGEST:
        return
    asides = claim.of(subject, "appos")
    if subject.tag != "NNP" or len(asides) != 1 or claim.of(verb, "conj") or any(s in claim.statement for s in ";:—–("):
        return
    shape = _joined(claim, subject, asides[0])
    if shape:
        yield from restated(claim, setting, shape, strong=True)


def _joined(claim: FoundClaim, subject: Token, aside: Token) -> Shape | None:
    tokens, own = claim.sentence.tokens, claim.below(aside)
    who = tuple(index for index in claim.below(subject) if index < own[0] - 1)
    finite = next(iter(claim.of(claim.root, "aux", "auxpass")), claim.root)
    first = tokens[own[0]].lower
    whole = own[-1] - own[0] + 1 == len(own) and tokens[own[0] - 1].text == "," and tokens[own[-1] + 1].text == ","
    plain = not any(tokens[i].text == "," or tokens[i].dep in ("relcl", "conj", "acl") for i in (*who, *own))
    bordering = bool(who) and who[0] == claim.kept[0] and own[-1] + 2 == finite.index
    if aside.tag != "NN" or first not in ("a", "an") or not whole or not plain or not bordering:
        return None
    helper = {"VBD": "was", "VBZ": "is"}.get(finite.tag)
    entity = claim.sentence.entity_at(subject.index)
    link = _LINKS.get(entity.label, "") if entity else ""
    rest = tuple(index for index in claim.kept if index >= finite.index)
    return Shape((who, helper, own, link, rest), _REASON, changes=2) if helper and link else None


ASIDE_JOINED = Maker("aside-joined", "verdict", rank=0, hardness=1, propose=_propose)
