"""Who stands how to what: for, against or neutral, by closed lists of words."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.lexicon import words
from quizgen.language.parsed import Token

_FOR = words("support supporter endorsement endorse favour favor praise welcome defend")
_AGAINST = words("criticism criticise criticize oppose opposition condemn condemnation reject rejection")
_NEUTRAL = words("neutral impartial uninvolved")
_HARD = words("hard harder tough tougher strict stricter firm firmer")
_STANCES = words("stance line position view approach")
_MEASURES = words("sanction punishment penalty restriction ban tariff")
_RULERS = words("regime government state leadership authority people nation")
_TOPICS = ("pobj", "dobj", "conj", "nsubjpass")


@dataclass(frozen=True, slots=True)
class _Attitude:
    """Who stands how to what: ``side`` is +1 for, -1 against, 0 neutral."""

    actor: str
    side: int
    topic: str


def opposed(claims: Sequence[FoundClaim]) -> Iterator[tuple[int, int]]:
    """Yield pairs of indexes of claims in which the same actor stands differently to the same thing."""
    holders: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    for index, claim in enumerate(claims):
        for attitude in _attitudes(claim):
            holders[attitude.actor, attitude.topic].append((index, attitude.side))
    for group in holders.values():
        for (one, side), (other, opposite) in combinations(group, 2):
            if side != opposite and one != other:
                yield one, other


def _attitudes(claim: FoundClaim) -> Iterator[_Attitude]:
    for token in claim.tokens:
        side = _side(claim, token)
        if side is None or any(child.dep == "neg" for child in claim.sentence.of(token)):
            continue
        actor = _actor(claim, token)
        if actor:
            for topic in _topics(claim, token):
                if topic != actor:
                    yield _Attitude(actor, side, topic)


def _side(claim: FoundClaim, token: Token) -> int | None:
    lemma = token.lemma.lower()
    if lemma in _NEUTRAL and token.pos == "ADJ":
        return 0
    if token.pos not in ("NOUN", "VERB"):
        return None
    if lemma in _STANCES and any(child.lower in _HARD for child in claim.sentence.of(token, "amod")):
        return 1
    return 1 if lemma in _FOR else -1 if lemma in _AGAINST else None


def _actor(claim: FoundClaim, token: Token) -> str:
    """Return the name whose attitude it is: its owner, or the subject of the verb it belongs to."""
    sentence = claim.sentence
    owner = next(iter(sentence.of(token, "poss")), None)
    if owner and owner.pos == "PROPN":
        return _name(claim, owner)
    for verb in (token, *sentence.ancestors(token)):
        subject = next(iter(sentence.of(verb, "nsubj")), None) if verb.pos in ("VERB", "AUX") else None
        if subject:
            return _power(claim, subject) if not sentence.of(subject, "conj") else ""
    return ""


def _topics(claim: FoundClaim, token: Token) -> Iterator[str]:
    sentence = claim.sentence
    start = sentence.tokens[token.head] if token.pos == "ADJ" else token
    is_hard = start.lemma in _STANCES and token.pos == "NOUN"
    for index in sentence.subtree(start):
        topic = sentence.tokens[index]
        if index == start.index or topic.dep not in _TOPICS or index not in claim.kept:
            continue
        if topic.lemma in _MEASURES:
            yield topic.lemma
        elif not is_hard and _is_near(claim, topic, start) and (name := _power(claim, topic)):
            yield name


def _is_near(claim: FoundClaim, topic: Token, start: Token) -> bool:
    """The name is what the attitude is towards, not something further down."""
    above = list(claim.sentence.ancestors(topic))
    return start in above[:2] or (topic.dep == "dobj" and above[:1] == [start])


def _power(claim: FoundClaim, token: Token) -> str:
    """Return the name that is meant: "Korea" as well for "the Korean government"; "" when there is none."""
    if token.pos == "PROPN":
        return _name(claim, token)
    if token.lemma not in _RULERS:
        return ""
    before = [claim.sentence.tokens[index] for index in claim.sentence.subtree(token) if index < token.index]
    named = " ".join(each.lower for each in before if each.text[:1].isupper())
    return named.removesuffix("n") if named.endswith("an") else ""


def _name(claim: FoundClaim, token: Token) -> str:
    parts = [child.text for child in claim.sentence.of(token, "compound") if child.index < token.index]
    return " ".join([*parts, token.text]).lower()
