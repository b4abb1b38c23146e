"""True: a reported claim with its source, told the other way: "Hale said that S" as "According to Hale, S"."""

from collections.abc import Iterator

from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.lexicon import words
from quizgen.generation.makers.maker import Maker, Proposal, Setting
from quizgen.generation.restating.capitals import lowering
from quizgen.generation.restating.composing import restated
from quizgen.generation.restating.shape import Shape

_REASON = "The passage reports this from the same source"
_SAYING = words("say state claim argue believe maintain contend assert report estimate write conclude hold think")
_BARRED = words("not n't n’t if whether")
_LEANING = words("he she it they we i who which this these those some others many one")


def _propose(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    if claim.lowers & _BARRED or any(sign in claim.statement for sign in ";:—–"):
        return
    shape = _to_according(claim, setting) or _to_the_end(claim, setting)
    if shape:
        yield from restated(claim, setting, shape)


def _to_according(claim: FoundClaim, setting: Setting) -> Shape | None:
    root, sentence, subject = claim.root, claim.sentence, claim.subject
    inner = sentence.of(root, "ccomp")
    if root.lemma not in _SAYING or len(inner) != 1 or not subject or sentence.of(root, "conj", "aux", "prep", "advcl"):
        return None
    if claim.after(root) != "that" or root.tag not in ("VBD", "VBZ", "VBP") or sentence.of(root, "advmod", "dobj"):
        return None
    if subject.lower in _LEANING or sentence.of(inner[0], "conj") or (root.tag == "VBD" and inner[0].tag == "VB"):
        return None
    who = sentence.subtree(subject)
    what = tuple(index for index in claim.kept if index > root.index + 1)
    first = sentence.tokens[what[0]]
    commas = any(sentence.tokens[index].text == "," for index in who)
    if who[-1] != root.index - 1 or who[0] != claim.kept[0] or commas or first.lower in _LEANING | {"there"}:
        return None
    small = lowering(claim, who[0], setting.article)
    return Shape(("According to", who, ",", what), _REASON, small) if small is not None else None


def _to_the_end(claim: FoundClaim, setting: Setting) -> Shape | None:
    """According to Hale, S becomes S, according to Hale."""
    tokens, kept = claim.sentence.tokens, claim.kept
    if [tokens[index].lower for index in kept[:2]] != ["according", "to"]:
        return None
    opener = tokens[kept[0]]
    own = claim.sentence.subtree(opener)
    rest = [index for index in kept if index > own[-1]]
    if own[0] != kept[0] or own[-1] - own[0] + 1 != len(own) or not rest or tokens[rest[0]].text != ",":
        return None
    rest = rest[1:]
    while rest and not tokens[rest[-1]].is_word:
        rest.pop()
    starts = claim.subject is not None and claim.sentence.subtree(claim.subject)[0] == rest[0]
    plain = len(own) <= 10 and not any(tokens[index].text == "," for index in rest)
    small = lowering(claim, own[0], setting.article)
    if not starts or not plain or small is None:
        return None
    return Shape((tuple(rest), ",", own), _REASON, small)


REPORT_RESTATED = Maker("report-restated", "verdict", rank=0, hardness=1, propose=_propose)
