"""True: what is included, told from the other side: "The towns include Lindry" as "Lindry is among the towns"."""

from collections.abc import Iterator

from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.lexicon import words
from quizgen.generation.makers.maker import Maker, Proposal, Setting
from quizgen.generation.restating.capitals import lowering
from quizgen.generation.restating.composing import restated
from quizgen.generation.restating.shape import Shape

_REASON = "The passage says the same, told from the other side"
_BARRED = words("not n't n’t no never only also this other these it they he she etc others more")
_LONGEST = 16


def _propose(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    root, subject, sentence = claim.root, claim.subject, claim.sentence
    things = sentence.of(root, "dobj")
    if root.lemma != "include" or root.tag not in ("VBD", "VBP") or not subject or len(things) != 1:
        return
    if claim.lowers & _BARRED or sentence.of(root, "aux", "auxpass", "conj", "advcl", "prep", "advmod"):
        return
    who, what = sentence.subtree(subject), sentence.subtree(things[0])
    last = max(index for index in claim.kept if sentence.tokens[index].is_word)
    bordering = who[0] == claim.kept[0] and who[-1] == root.index - 1 and what[0] == root.index + 1 and what[-1] == last
    flat = all(sentence.tokens[i].dep not in ("relcl", "advcl", "appos", "acl") for i in (*who, *what))
    plural = subject.tag in ("NNS", "NNPS") and not sentence.of(subject, "conj")
    small = lowering(claim, who[0], setting.article)
    whole = set(who) | set(what) <= set(claim.kept)
    if not (bordering and flat and plural and whole) or small is None or len(what) > _LONGEST:
        return
    many = things[0].tag in ("NNS", "NNPS") or bool(sentence.of(things[0], "conj"))
    bare = not sentence.of(subject, "det", "poss", "nummod")
    verb = {"VBD": ("was", "were"), "VBP": ("is", "are")}[root.tag][many]
    yield from restated(
        claim,
        setting,
        Shape((what, f"{verb} among the" if bare else f"{verb} among", who), _REASON, small, changes=2),
        strong=True,
        turned=False,
    )


INCLUDED_SAID = Maker("included-said", "verdict", rank=0, hardness=1, propose=_propose)
