"""True: what something is, told from the other side: "Strelsau is the capital" as "The capital is Strelsau"."""

from collections.abc import Iterator

from quizgen.domain.claims.claim import Stance
from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.lexicon import words
from quizgen.generation.makers.maker import Maker, Proposal, Setting
from quizgen.generation.restating.capitals import lowering
from quizgen.generation.restating.composing import restated
from quizgen.generation.restating.core import versions
from quizgen.generation.restating.shape import Shape
from quizgen.language.parsed import Token

_REASON = "The passage says the same, told from the other side"
_BARRED = words("not n't n’t no never only also still one part result case same one of such both")
# Nouns that several things can be at once, though the passage says "the".
_LOOSE = words("way reason fact case time place kind type example thing point idea only result number member study")
_LONGEST = 6


def _propose(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    for one in versions(claim):
        yield from _turnings(one, setting)


def _turnings(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    root, subject = claim.root, claim.subject
    if claim.stance is not Stance.ASSERTED or root.lemma != "be" or not subject or root.tag not in ("VBZ", "VBD"):
        return
    said = claim.of(root, "attr")
    if len(said) != 1 or (claim.lowers - {"of", "one"}) & _BARRED or claim.of(root, "advcl", "conj", "aux", "advmod"):
        return
    shape = _turned(claim, subject, said[0], setting)
    if shape:
        yield from restated(claim, setting, shape, needed=1, strong=True)


def _turned(claim: FoundClaim, subject: Token, said: Token, setting: Setting) -> Shape | None:
    sentence, root = claim.sentence, claim.root
    who, what = claim.below(subject), claim.below(said)
    end = max(index for index in claim.kept if sentence.tokens[index].is_word)
    bordering = who[0] == claim.kept[0] and who[-1] == root.index - 1 and what[0] == root.index + 1 and what[-1] == end
    if not bordering or not set(who) | set(what) <= set(claim.kept) or len(what) > _LONGEST:
        return None
    if not _is_name(claim, subject, who) or not _is_unique(claim, said, what):
        return None
    small = lowering(claim, who[0], setting.article)
    return Shape((what, (root.index,), who), _REASON, small) if small is not None else None


def _is_name(claim: FoundClaim, subject: Token, who: tuple[int, ...]) -> bool:
    entity = claim.sentence.entity_at(subject.index)
    plain = all(
        claim.sentence.tokens[i].dep in ("compound", "det", "amod", "nmod", "case", "poss", "nummod", "nsubj")
        for i in who
    )
    dated = entity is not None and entity.label in ("DATE", "TIME", "CARDINAL", "ORDINAL")
    return subject.tag == "NNP" and plain and not dated and not claim.of(subject, "conj")


def _is_unique(claim: FoundClaim, said: Token, what: tuple[int, ...]) -> bool:
    """The first mayor of Lindry, the largest lake in the county: behind "the", with what makes it the only one."""
    first = claim.sentence.tokens[what[0]]
    narrowed = claim.of(said, "prep", "relcl", "acl")
    listed = any(claim.sentence.tokens[i].dep in ("conj", "appos", "advcl") for i in what)
    commas = any(claim.sentence.tokens[i].text == "," for i in what)
    if first.lower != "the" or said.tag != "NN" or not narrowed or listed or commas or said.lemma in _LOOSE:
        return False
    return said.index - what[0] <= 5


IDENTITY_TURNED = Maker("identity-turned", "verdict", rank=0, hardness=1, propose=_propose)
