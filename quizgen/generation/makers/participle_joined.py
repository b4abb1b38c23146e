"""True: a participle behind a comma told as a second statement: ", burning the mill" as "and burned the mill"."""

from collections.abc import Iterator

from quizgen.domain.claims.claim import Stance
from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.lexicon import words
from quizgen.generation.makers.maker import Maker, Proposal, Setting
from quizgen.generation.restating.composing import restated
from quizgen.generation.restating.shape import Shape
from quizgen.generation.wording import Edit
from quizgen.language.parsed import Token

_REASON = "The passage says the same, joined in another way"
# What the whole of the main clause does, not its subject.
_OF_THE_WHOLE = words(
    "cause make leave allow lead force result create mark bring end ensure enable prevent trigger "
    "prompt spark reduce increase raise strengthen weaken affect mean show prove reflect suggest"
)
_BARRED = words(
    "include follow accord be have begin depend concern regard consider exclude involve range start base contain "
    "comprise seem know hope believe wish fear sit stand lie number total date see think say use become run ride rid"
)
_SCOPE = words("not n't n’t no never only if unless may might could would should")
_LONGEST = 30


def _propose(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    if claim.stance is not Stance.ASSERTED or claim.lowers & _SCOPE or len(claim.kept) > _LONGEST:
        return
    if any(sign in claim.statement for sign in ";:—–(") or claim.root.tag not in ("VBD", "VBZ", "VBP", "VBN"):
        return
    found = [token for token in claim.of(claim.root, "advcl") if token.tag == "VBG" and token.index > claim.root.index]
    if len(found) != 1 or claim.of(claim.root, "conj", "xcomp", "ccomp") or claim.of(found[0], "nsubj", "mark", "aux"):
        return
    edits = _edits(claim, found[0], setting)
    if edits:
        yield from restated(claim, setting, Shape((claim.kept,), _REASON, edits), turned=False)


def _edits(claim: FoundClaim, verb: Token, setting: Setting) -> tuple[Edit, ...]:
    own, subject = claim.below(verb), claim.subject
    last = max(index for index in claim.kept if claim.sentence.tokens[index].is_word)
    comma = own[0] - 1
    ends = own[0] == verb.index and own[-1] == last and claim.sentence.tokens[comma].text == ","
    if not ends or subject is None or verb.lemma in _BARRED or claim.before(verb, 2) in ("and", "or"):
        return ()
    if any(claim.root.index < token.index < own[0] and token.dep in ("relcl", "acl") for token in claim.tokens):
        return ()
    if any(claim.sentence.tokens[i].dep == "conj" and claim.sentence.tokens[i].tag == "VBG" for i in own):
        return ()
    helpers = claim.of(claim.root, "aux", "auxpass")
    tense = helpers[0].tag if helpers else claim.root.tag
    if tense not in ("VBD", "VBZ", "VBP") or (helpers and helpers[0].lemma != "be") or len(helpers) > 1:
        return ()
    whole = verb.lemma in _OF_THE_WHOLE
    form = setting.inflect(verb.lemma, "VBZ" if whole and tense != "VBD" else tense)
    # Two statements about a thing that undergoes the first act would have two kinds of subject.
    if not form or (helpers and not whole):
        return ()
    if whole:
        return (Edit(verb.index, verb.index + 1, f"which {form}"),)
    return Edit(comma, comma + 1, ""), Edit(verb.index, verb.index + 1, f"and {form}")


PARTICIPLE_JOINED = Maker("participle-joined", "verdict", rank=2, hardness=0, propose=_propose)
