"""True: a clause of time, reason or condition moved in front of the main clause or behind it."""

from collections.abc import Iterator

from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.lexicon import words
from quizgen.generation.makers.maker import Maker, Proposal, Setting
from quizgen.generation.restating.capitals import lowering
from quizgen.generation.restating.composing import restated
from quizgen.generation.restating.core import versions
from quizgen.generation.restating.shape import Shape
from quizgen.language.parsed import Token

_MARKS = words("when because after before although though once until unless whenever while whereas since")
_POINTING = words(
    "he she it they him her them his its their hers theirs himself itself themselves this that these those such one "
    "there then so both another other others former latter which"
)
_BARRED = words("not n't n’t only even just especially particularly mainly mostly largely than rather")
_REASON = "The passage says the same in another order"
_LONGEST = 30


def _propose(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    for one in versions(claim):
        yield from _movings(one, setting)


def _movings(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    if any(sign in claim.statement for sign in ";:—–(") or len(claim.kept) > _LONGEST:
        return
    found = [clause for clause in claim.of(claim.root, "advcl") if _is_marked(claim, clause)]
    if len(found) != 1 or claim.of(claim.root, "conj", "parataxis"):
        return
    shape = (
        _turned(claim, found[0], setting)
        or _to_the_end(claim, found[0], setting)
        or _to_the_front(claim, found[0], setting)
    )
    if shape:
        yield from restated(claim, setting, shape)


def _is_marked(claim: FoundClaim, clause: Token) -> bool:
    marks = claim.of(clause, "mark", "advmod")
    own = claim.below(clause)
    opened = claim.sentence.tokens[own[0]].lower in _MARKS and any(mark.index == own[0] for mark in marks)
    subject = claim.of(clause, "nsubj", "nsubjpass")
    return opened and bool(subject) and own[-1] - own[0] + 1 == len(own) and set(own) <= set(claim.kept)


def _turned(claim: FoundClaim, clause: Token, setting: Setting) -> Shape | None:
    """Hale left because the river rose becomes The river rose, so Hale left; after turns into before."""
    tokens, own = claim.sentence.tokens, claim.below(clause)
    mark, words_kept = tokens[own[0]], [index for index in claim.kept if tokens[index].is_word]
    rest = [index for index in claim.kept if index < own[0]]
    if mark.lower not in _TURNED or own[-1] != words_kept[-1] or len(rest) < 3 or tokens[rest[-1]].text == ",":
        return None
    stays = _is_plain(claim, rest) and not _points(claim, own) and _begins_with_subject(claim, rest)
    told = mark.lower == "because" or (_is_past(claim, claim.root) and _is_past(claim, clause))
    small = lowering(claim, rest[0], setting.article)
    if not stays or not told or small is None:
        return None
    return Shape(
        (own[1:], *_TURNED[mark.lower], tuple(rest)), "The passage says the same the other way round", small, changes=2
    )


_TURNED = {"because": (",", "so"), "after": ("before",), "before": ("after",)}


def _is_past(claim: FoundClaim, verb: Token) -> bool:
    helpers = [helper.lower for helper in claim.of(verb, "aux", "auxpass")]
    return verb.lemma != "be" and (
        (verb.tag == "VBD" and not helpers) or (helpers in (["was"], ["were"]) and verb.tag == "VBN")
    )


def _to_the_end(claim: FoundClaim, clause: Token, setting: Setting) -> Shape | None:
    """When the war ended, Hale left becomes Hale left when the war ended."""
    tokens, own = claim.sentence.tokens, claim.below(clause)
    if own[0] != claim.kept[0]:
        return None
    rest = [index for index in claim.kept if index > own[-1]]
    if len(rest) < 3 or tokens[rest[0]].text != ",":
        return None
    rest = [index for index in rest[1:] if tokens[index].is_word or index != claim.kept[-1]]
    stays = _is_plain(claim, rest) and not _points(claim, rest) and _begins_with_subject(claim, rest)
    small = lowering(claim, own[0], setting.article)
    if not stays or small is None:
        return None
    contrast = (",",) if tokens[own[0]].lower in ("although", "though", "whereas", "while") else ()
    return Shape((tuple(rest), *contrast, own), _REASON, small)


def _to_the_front(claim: FoundClaim, clause: Token, setting: Setting) -> Shape | None:
    """Hale left when the war ended becomes When the war ended, Hale left."""
    tokens, own = claim.sentence.tokens, claim.below(clause)
    words_kept = [index for index in claim.kept if tokens[index].is_word]
    rest = [index for index in claim.kept if index < own[0]]
    if own[-1] != words_kept[-1] or len(rest) < 3:
        return None
    if tokens[rest[-1]].text == ",":
        rest.pop()
    stays = _is_plain(claim, rest) and not _points(claim, own) and _begins_with_subject(claim, rest)
    small = lowering(claim, rest[0], setting.article)
    return Shape((own, ",", tuple(rest)), _REASON, small) if stays and small is not None else None


def _points(claim: FoundClaim, indexes: tuple[int, ...] | list[int]) -> bool:
    return any(claim.sentence.tokens[index].lower in _POINTING for index in indexes)


def _is_plain(claim: FoundClaim, rest: list[int]) -> bool:
    """The main clause holds nothing that the moved clause could be taken for a part of."""
    tokens = [claim.sentence.tokens[index] for index in rest]
    nested = any(t.dep in ("advcl", "ccomp", "conj") and t.pos in ("VERB", "AUX") for t in tokens)
    return bool(tokens) and not nested and not any(t.lower in _BARRED for t in tokens) and tokens[-1].text != ","


def _begins_with_subject(claim: FoundClaim, rest: list[int]) -> bool:
    subject = claim.subject
    return subject is not None and claim.below(subject)[0] == rest[0]


CLAUSE_MOVED = Maker("clause-moved", "verdict", rank=3, hardness=0, propose=_propose)
