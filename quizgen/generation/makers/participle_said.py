"""True: an opening participle said as a sentence: "Built in 1850, the mill ..." as "The mill was built in 1850"."""

from collections.abc import Iterator

from quizgen.domain.claims.claim import Stance
from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.lexicon import words
from quizgen.generation.makers.maker import Maker, Proposal, Setting
from quizgen.generation.restating.capitals import lowering
from quizgen.generation.restating.composing import restated
from quizgen.generation.restating.shape import Shape
from quizgen.language.parsed import Token

_REASON = "The passage says so by the way, at the start of a longer sentence"
_LASTING = words("locate situate know base call surround regard consider make compose compare")
_BARRED = words(
    "not n't n’t it he she they this these its his her their adjusted viewed seen asked measured used combined "
    "state put speak stated spoken told coupled forced faced followed"
)


def _propose(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    subject, sentence = claim.subject, claim.sentence
    if claim.stance is not Stance.ASSERTED or not subject or any(sign in claim.statement for sign in ";:—–("):
        return
    first = sentence.tokens[claim.kept[0]]
    found = [token for token in sentence.of(claim.root, "advcl", "acl") if token.tag == "VBN"]
    verb = next((token for token in found if token.index == first.index), None)
    if verb is None or sentence.of(verb, "conj", "aux", "auxpass", "mark", "nsubj"):
        return
    shape = _shape(claim, subject, verb, setting)
    if shape:
        yield from restated(claim, setting, shape, needed=1, strong=True)


def _shape(claim: FoundClaim, subject: Token, verb: Token, setting: Setting) -> Shape | None:
    sentence = claim.sentence
    own, who = sentence.subtree(verb), sentence.subtree(subject)
    after = own[-1] + 1
    bordering = own == tuple(range(own[0], after)) and sentence.tokens[after].text == "," and who[0] == after + 1
    plain = all(sentence.tokens[i].dep not in ("relcl", "acl", "appos", "conj", "punct") for i in who)
    lowers = {sentence.tokens[index].lower for index in own}
    if not bordering or not plain or subject.pos == "PRON" or lowers & _BARRED or len(own) < 3:
        return None
    if verb.lemma in _LASTING:
        helper = {"VBZ": "is", "VBP": "are", "VBD": "was"}.get(claim.root.tag, "")
        helper = "were" if helper == "was" and _is_plural(claim, subject) else helper
        if sentence.of(claim.root, "aux", "auxpass"):
            return None
    else:
        helper = "were" if _is_plural(claim, subject) else "was"
    small = lowering(claim, verb.index, setting.article)
    if not helper or small is None or verb.lemma in ("compare", "give", "take"):
        return None
    return Shape((who, helper, own), _REASON, small, changes=2)


def _is_plural(claim: FoundClaim, subject: Token) -> bool:
    return subject.tag in ("NNS", "NNPS") or bool(claim.sentence.of(subject, "conj"))


PARTICIPLE_SAID = Maker("participle-said", "verdict", rank=0, hardness=1, propose=_propose)
