"""True: one of several things that a sentence says of its subject, or one of several things that it lists."""

from collections.abc import Iterator
from itertools import pairwise

from quizgen.domain.claims.claim import Stance
from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.lexicon import words
from quizgen.generation.makers.maker import Maker, Proposal, Setting
from quizgen.generation.restating.composing import restated
from quizgen.generation.restating.shape import Shape
from quizgen.generation.wording import Edit
from quizgen.language.parsed import Token

_BARRED = words(
    "not n't n’t no never only both either neither nor or respectively each together combined total all such if unless "
    "first then later also rather instead between among various different many several while although"
)
# Verbs and prepositions that need the whole list.
_COLLECTIVE = words(
    "consist comprise combine divide join meet total separate mix unite merge compose split range differ vary "
    "call name know between among from into"
)
_SHORTEST, _LONGEST = 6, 24
_AGREEING = {"were": "was", "are": "is", "have": "has", "do": "does"}
_SINGULAR_ONLY = ("be", "have", "do")


def _second_act(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    """X did A and did B becomes X did B: only where nothing could be the subject of the second verb but X."""
    verb, sentence = claim.root, claim.sentence
    subject = claim.subject
    seconds = [child for child in sentence.of(verb, "conj") if child.index in claim.kept]
    if not _is_plain(claim) or not subject or len(seconds) != 1 or verb.tag not in ("VBD", "VBZ"):
        return
    second = seconds[0]
    own = [index for index in sentence.subtree(second) if index in claim.kept]
    if second.tag != verb.tag or second.pos != "VERB" or sentence.of(second, "nsubj", "nsubjpass", "aux", "auxpass"):
        return
    before = sentence.tokens[own[0] - 1].lower
    if own[0] != second.index or before != "and" or len(own) < _SHORTEST - 2 or sentence.of(second, "conj", "expl"):
        return
    named = _name(claim, subject)
    # What stands before the subject (a date, a condition) may or may not go on to the second verb.
    if named and named[0] == claim.kept[0] and subject.pos in ("PROPN", "NOUN", "PRON"):
        shape = Shape((named, tuple(own)), "This is one of the two things that the passage says", changes=1)
        yield from restated(claim, setting, shape, needed=3, turned=False)


def _name(claim: FoundClaim, subject: Token) -> tuple[int, ...]:
    """Return the tokens of the subject without what stands between commas; () when it is a clause or a list."""
    own = [index for index in claim.sentence.subtree(subject) if index in claim.kept]
    aside = {index for child in claim.sentence.of(subject, "relcl") for index in claim.sentence.subtree(child)}
    kept = [index for index in own if index not in aside]
    while kept and claim.sentence.tokens[kept[-1]].text == ",":
        kept.pop()
    listed = claim.sentence.of(subject, "conj", "appos") or any(claim.sentence.tokens[i].text == "," for i in kept)
    entity = claim.sentence.entity_at(subject.index)
    if listed or (entity and entity.label in ("DATE", "TIME", "QUANTITY")):
        return ()
    verbs = any(claim.sentence.tokens[index].pos == "VERB" for index in kept)
    return tuple(kept) if kept and subject.index in kept and not verbs else ()


def _member(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    """A, B and C were founded becomes B was founded."""
    if not _is_plain(claim) or claim.lowers & _COLLECTIVE or claim.root.lemma in _COLLECTIVE:
        return
    for token in claim.tokens:
        members = _members(claim, token)
        if len(members) > 2:
            chosen = setting.rng.choice(members[1:])
            start = claim.sentence.subtree(token)[0]
            end = members[-1][1]
            text = " ".join(t.text for t in claim.sentence.tokens[chosen[0] : chosen[1]])
            edits = [Edit(start, end, text), *_agreement(claim, token, setting)]
            stem = claim.with_edits(edits)
            if not _SHORTEST <= len(stem.split()) <= _LONGEST or (
                token.dep == "nsubj" and len(edits) < 2 and claim.root.tag != "VBD"
            ):
                return
            whole = " ".join(t.text for t in claim.sentence.tokens[start:end]).replace(" ,", ",")
            reason = f"The passage names {text} among others (“{whole}”)"
            yield from restated(claim, setting, Shape((claim.kept,), reason, tuple(edits)), needed=3, turned=False)
            return


def _members(claim: FoundClaim, token: Token) -> list[tuple[int, int]]:
    """Return the stretches of a flat list of names or of bare nouns that opens with ``token``."""
    if token.dep not in ("dobj", "pobj", "nsubj", "nsubjpass") or token.pos not in ("PROPN", "NOUN"):
        return []
    heads, current = [token], token
    while True:
        following = claim.sentence.of(current, "conj")
        if len(following) != 1:
            break
        current = following[0]
        heads.append(current)
    if len(heads) < 3 or any(head.tag != token.tag for head in heads):
        return []
    stretches = [stretch for stretch in (_stretch(claim, head) for head in heads) if stretch]
    if len(stretches) < len(heads) or claim.sentence.subtree(token)[-1] != stretches[-1][1] - 1:
        return []
    joined = all(
        claim.sentence.tokens[one[1]].lower in (",", "and") and other[0] - one[1] <= 2
        for one, other in pairwise(stretches)
    )
    return stretches if joined else []


def _stretch(claim: FoundClaim, head: Token) -> tuple[int, int] | None:
    """The head with the rest of its name; a bare noun brings nothing."""
    own = [head.index, *(c.index for c in claim.sentence.of(head, "compound"))]
    others = [c for c in claim.sentence.of(head) if c.dep not in ("compound", "conj", "cc", "punct")]
    start, end = min(own), max(own) + 1
    fine = not others and end - start == len(own) and (head.pos == "PROPN" or head.tag == "NNS")
    return (start, end) if fine and all(index in claim.kept for index in own) else None


def _agreement(claim: FoundClaim, token: Token, setting: Setting) -> list[Edit]:
    """Return the edit that makes the verb agree when one member of a subject remains."""
    if token.dep not in ("nsubj", "nsubjpass") or token.tag in ("NNS", "NNPS"):
        return []
    verb = claim.sentence.tokens[token.head]
    finite = next(iter(claim.sentence.of(verb, "aux", "auxpass")), verb)
    if finite.lower in _AGREEING:
        return [Edit(finite.index, finite.index + 1, _AGREEING[finite.lower])]
    form = setting.inflect(finite.lemma, "VBZ") if finite.tag == "VBP" else None
    return [Edit(finite.index, finite.index + 1, form)] if form else []


def _is_plain(claim: FoundClaim) -> bool:
    return (
        claim.stance is Stance.ASSERTED
        and not claim.lowers & _BARRED
        and not any(sign in claim.statement for sign in '"“”;:—–()')
    )


ACT_TAKEN = Maker("act-taken", "verdict", rank=1, hardness=0, propose=_second_act)
MEMBER_TAKEN = Maker("member-taken", "verdict", rank=1, hardness=0, propose=_member)
