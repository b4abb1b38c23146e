"""True: two acts of one subject joined otherwise: "built A and sold B" as "As well as building A, ... sold B"."""

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

_REASON = "The passage says both of the same subject"
_OPENINGS = {"and": "As well as", "but": "Despite"}
_BARRED = words(
    "not n't n’t no never only then later finally eventually first so thus therefore thereby both either neither "
    "respectively yet until before after when while because if his her its their himself herself itself themselves "
    "he she it they who which that instead still also"
)
# What hardly reads as one of two things done: states, and a first step towards the second.
_STATES = words(
    "be have become go come return arrive turn try begin start seem remain lie stand know include move rise fall"
)
_LONGEST = 28


def _propose(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    subject = claim.subject
    if claim.stance is not Stance.ASSERTED or not subject or len(claim.kept) > _LONGEST or claim.lowers & _BARRED:
        return
    if any(sign in claim.statement for sign in ";:—–(") or claim.root.tag not in ("VBD", "VBZ", "VBP"):
        return
    seconds = claim.of(claim.root, "conj")
    joints = [joint for joint in claim.of(claim.root, "cc") if joint.lower in _OPENINGS]
    if len(seconds) == len(joints) == 1:
        shape = _joined(claim, subject, seconds[0], joints[0], setting)
        if shape:
            yield from restated(claim, setting, shape, strong=True)


def _joined(claim: FoundClaim, subject: Token, second: Token, joint: Token, setting: Setting) -> Shape | None:
    own = claim.below(second)
    who = claim.below(subject)
    plain = second.tag == claim.root.tag and not claim.of(claim.root, "aux", "auxpass", "prt", "ccomp")
    plain = plain and not claim.of(second, "aux", "auxpass", "nsubj", "nsubjpass", "conj", "ccomp")
    last = max(index for index in claim.kept if claim.sentence.tokens[index].is_word)
    bordering = own[0] == second.index == joint.index + 1 and own[-1] == last and who[0] == claim.kept[0]
    bordering = bordering and who[-1] == claim.root.index - 1 and subject.pos in ("NOUN", "PROPN")
    if not plain or not bordering or {claim.root.lemma, second.lemma} & _STATES:
        return None
    first = [index for index in claim.kept if claim.root.index <= index < joint.index]
    if claim.sentence.tokens[first[-1]].text == ",":
        first.pop()
    form, small = setting.inflect(claim.root.lemma, "VBG"), lowering(claim, who[0], setting.article)
    things = claim.of(claim.root, "dobj") and claim.of(second, "dobj")
    if not form or small is None or not things or any(claim.sentence.tokens[i].text == "," for i in (*who, *first)):
        return None
    edit = Edit(claim.root.index, claim.root.index + 1, form)
    return Shape((_OPENINGS[joint.lower], tuple(first), ",", who, own), _REASON, (*small, edit), changes=2)


ACTS_JOINED = Maker("acts-joined", "verdict", rank=1, hardness=1, propose=_propose)
