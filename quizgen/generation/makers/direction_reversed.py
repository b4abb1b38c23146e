"""False: the verb turned into its opposite, each pair only in the frame where it is a plain contradiction."""

from collections.abc import Iterator
from dataclasses import dataclass

from quizgen.domain.claims.claim import Stance
from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.lexicon import words
from quizgen.generation.makers.maker import Maker, Proposal, Setting, false
from quizgen.generation.wording import Edit

_CAUSES = words(
    "decision policy war plan proposal bill idea measure reform law treaty independence intervention sanction "
    "motion union "
    "candidate amendment bid project abolition annexation"
)
_CONTESTS = words("election war battle match game case majority referendum championship title seat series race")
_RATES = words("tax price rate age level wage salary cost temperature risk speed duty fee pressure number amount")


@dataclass(frozen=True, slots=True)
class _Frame:
    """``takes`` is "object", "none" or "either"; ``objects`` restricts the head noun of the object."""

    opposite: str
    takes: str
    objects: frozenset[str] = frozenset()


_FRAMES = {
    "increase": _Frame("decrease", "either"),
    "decrease": _Frame("increase", "either"),
    "rise": _Frame("fall", "none"),
    "grow": _Frame("shrink", "none"),
    "decline": _Frame("grow", "none"),
    "strengthen": _Frame("weaken", "object"),
    "bolster": _Frame("weaken", "object"),
    "cement": _Frame("weaken", "object"),
    "weaken": _Frame("strengthen", "object"),
    "accept": _Frame("reject", "object"),
    "reject": _Frame("accept", "object"),
    "approve": _Frame("reject", "object"),
    "oppose": _Frame("support", "object"),
    "support": _Frame("oppose", "object", _CAUSES),
    "praise": _Frame("criticise", "object"),
    "criticize": _Frame("praise", "object"),
    "criticise": _Frame("praise", "object"),
    "win": _Frame("lose", "object", _CONTESTS),
    "lose": _Frame("win", "object", _CONTESTS),
    "raise": _Frame("lower", "object", _RATES),
    "lower": _Frame("raise", "object", _RATES),
    "reduce": _Frame("increase", "object"),
    "improve": _Frame("worsen", "either"),
    "worsen": _Frame("improve", "either"),
    "widen": _Frame("narrow", "either"),
}
_FIGHTS = words(
    "resulting exactly this to but "
    "further not n't n’t never no only because since to-date despite although while whereas from instead rather than"
)


def _propose(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    frame = _FRAMES.get(claim.root.lemma)
    if (
        not frame
        or claim.stance not in (Stance.ASSERTED, Stance.EVALUATIVE, Stance.NORMATIVE)
        or claim.lowers & _FIGHTS
        or not _fits(claim, frame)
    ):
        return
    new = setting.inflect(frame.opposite, claim.root.tag)
    if new:
        stem = claim.with_edits([Edit(claim.head, claim.head + 1, new)])
        yield false(claim, stem, f"The passage says {claim.root.text}, not {new}.")


def _fits(claim: FoundClaim, frame: _Frame) -> bool:
    sentence, root = claim.sentence, claim.root
    # A second verb, a purpose or a manner would go on speaking of the first direction.
    if sentence.of(root, "conj", "advcl", "xcomp", "acomp", "prt", "oprd", "ccomp"):
        return False
    objects = sentence.of(root, "dobj") or sentence.of(root, "nsubjpass")
    if frame.takes == "object" and not objects:
        return False
    if frame.takes == "none" and (
        objects or any(p.lower in ("to", "into", "in", "from", "on") for p in sentence.of(root, "prep"))
    ):
        return False
    return not frame.objects or any(token.lemma in frame.objects for token in objects)


DIRECTION_REVERSED = Maker("direction-reversed", "verdict", rank=1, hardness=0, propose=_propose)
