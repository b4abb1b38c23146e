"""The same thing told with another number, another date, or the other way round."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from quizgen.domain.claims.claim import Polarity, Quantifier, Stance
from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.lexicon import pairs, words
from quizgen.language.dates import Date, Relation
from quizgen.language.parsed import Token
from quizgen.language.quantities import Quantity

_SAID = (Stance.ASSERTED, Stance.EVALUATIVE)
_ALIKE = 0.75
_ONCE = words(
    "build construct erect found establish bear die open inaugurate create publish sign complete finish begin start "
    "commence end invent "
    "adopt abolish destroy introduce launch marry crown elect dissolve incorporate ratify discover"
)
_APART = {
    frozenset(pair)
    for pair in (
        (Quantifier.ALL, Quantifier.NO), (Quantifier.ALL, Quantifier.FEW), (Quantifier.MOST, Quantifier.FEW),
        (Quantifier.MOST, Quantifier.NO), (Quantifier.MANY, Quantifier.NO), (Quantifier.SOME, Quantifier.NO),
    )
}  # fmt: skip
_SAME_ACT = pairs(
    "start:begin commence:begin finish:complete establish:found construct:build erect:build inaugurate:open"
)
_POINTING = words("this that these those such both either each its their his her another other")
_OWNERS = words("its their his her")
_INDEFINITE = words("a an another some several many any no other")
_ELSEWHERE = ("relcl", "advcl", "acl", "appos", "ccomp", "csubj", "parataxis")
_AUXILIARY = frozenset({"be", "have", "do"})


@dataclass(frozen=True, slots=True)
class _Told:
    """A claim, what it is about, and what it says: the lemmas of its thing, and all of its content lemmas."""

    index: int
    claim: FoundClaim
    thing: frozenset[str]
    content: frozenset[str]
    numbers: tuple[Quantity, ...]
    times: tuple[Date, ...]


def disagreeing(claims: Sequence[FoundClaim]) -> Iterator[tuple[int, int]]:
    """Yield pairs of indexes of claims about one thing that differ in a number, a date, or in being so at all."""
    groups: dict[tuple[str, str], list[_Told]] = defaultdict(list)
    for index, claim in enumerate(claims):
        thing = _thing(claim)
        if thing is not None and claim.stance in _SAID and _is_clear(claim, thing):
            act = _SAME_ACT.get(claim.root.lemma, claim.root.lemma)
            groups[thing.lemma.lower(), act].append(_told(index, claim, thing))
    for group in groups.values():
        for one, other in combinations(group, 2):
            if (
                _same_thing(one, other)
                and _alike(one, other)
                and (_denied(one, other) or _numbered(one, other) or _dated(one, other))
            ):
                yield one.index, other.index


def _thing(claim: FoundClaim) -> Token | None:
    """Return what it happened to: the object of an act, else the subject; None when that is a pronoun."""
    root, sentence = claim.root, claim.sentence
    if root.lemma in _ONCE:
        thing = next(iter((*sentence.of(root, "nsubjpass", "dobj"), *sentence.of(root, "nsubj"))), None)
    else:
        thing = next(iter(sentence.of(root, "nsubj", "nsubjpass")), None)
    return thing if thing is not None and thing.index in claim.kept and thing.pos in ("NOUN", "PROPN") else None


def _is_clear(claim: FoundClaim, thing: Token) -> bool:
    """The thing is named by its noun, and nothing else in the statement is a mere pronoun."""
    if any(child.lower in _POINTING for child in claim.sentence.of(thing, "det", "amod", "poss", "predet")):
        return False
    return claim.leaning.lower() in ("", thing.lower, *_OWNERS)


def _told(index: int, claim: FoundClaim, thing: Token) -> _Told:
    times = claim.dates
    dated = [token.index for token in claim.tokens for time in times if time.span.start <= token.start < time.span.end]
    below = [claim.sentence.tokens[place] for place in claim.sentence.subtree(thing) if place in claim.kept]
    return _Told(
        index=index,
        claim=claim,
        thing=_content(below),
        content=_content([token for token in claim.tokens if token.index not in dated]),
        numbers=tuple(one for one in claim.quantities if not one.numeral.is_ordinal),
        times=times,
    )


def _content(tokens: Sequence[Token]) -> frozenset[str]:
    named = (token.lemma.lower() for token in tokens if token.pos in ("NOUN", "PROPN", "VERB", "ADJ", "ADV"))
    return frozenset(_SAME_ACT.get(lemma, lemma) for lemma in named if lemma not in _AUXILIARY)


def _same_thing(one: _Told, other: _Told) -> bool:
    if one.claim.passage != other.claim.passage and (one.claim.leaning or other.claim.leaning):
        return False
    return one.thing <= other.thing or other.thing <= one.thing


def _alike(one: _Told, other: _Told) -> bool:
    """Three quarters of what the shorter one says are in the longer one, dates aside."""
    both, shorter = len(one.content & other.content), min(len(one.content), len(other.content))
    return both >= max(2, _ALIKE * shorter)


def _at_one_time(one: _Told, other: _Told) -> bool:
    if not one.times or not other.times:
        return not one.times and not other.times
    return all(first.agrees_with(second) for first in one.times for second in other.times)


def _denied(one: _Told, other: _Told) -> bool:
    """Said and denied, or said of all and of none, of the same time."""
    if not _at_one_time(one, other):
        return False
    shares = {one.claim.quantifier, other.claim.quantifier} - {None}
    if len(shares) == 2:
        return frozenset(shares) in _APART
    return one.claim.polarity is not other.claim.polarity and not one.numbers and not other.numbers


def _numbered(one: _Told, other: _Told) -> bool:
    """The same units in the same order, and a number that cannot be the other one."""
    both = tuple(zip(one.numbers, other.numbers, strict=False))
    if not both or len(one.numbers) != len(other.numbers) or _is_denied(one, other) or not _at_one_time(one, other):
        return False
    return all(first.unit == second.unit for first, second in both) and any(a.contradicts(b) for a, b in both)


def _is_denied(one: _Told, other: _Told) -> bool:
    return Polarity.DENIED in (one.claim.polarity, other.claim.polarity)


def _dated(one: _Told, other: _Told) -> bool:
    """One date each for an act that is done once, to a thing that is known."""
    if one.claim.root.lemma not in _ONCE or _is_denied(one, other):
        return False
    first, second = _time_of_act(one), _time_of_act(other)
    if first is None or second is None or first.agrees_with(second):
        return False
    return _is_known(one) and _is_known(other)


def _time_of_act(told: _Told) -> Date | None:
    if len(told.times) != 1 or told.times[0].relation is not Relation.IN or told.times[0].is_range:
        return None
    claim, time = told.claim, told.times[0]
    token = next(token for token in claim.sentence.tokens if token.end > time.span.start)
    between = (above for above in (token, *claim.sentence.ancestors(token)) if above.index != claim.head)
    up = []
    for above in between:
        up.append(above.dep)
        if above.head == claim.head:
            break
    return None if any(dep in _ELSEWHERE for dep in up) else time


def _is_known(told: _Told) -> bool:
    thing = _thing(told.claim)
    if thing is None:
        return False
    before = {child.lower for child in told.claim.sentence.of(thing, "det", "amod", "nummod")}
    return not before & _INDEFINITE and (thing.pos == "PROPN" or "the" in before)
