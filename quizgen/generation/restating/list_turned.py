"""Names, plurals or adjectives joined by and, the other way round, where the order says nothing."""

from collections.abc import Iterator
from itertools import pairwise

from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.lexicon import words
from quizgen.generation.makers.maker import Setting
from quizgen.generation.restating.shape import Change
from quizgen.generation.wording import Edit
from quizgen.language.parsed import Token

_ORDERED = words("respectively former latter first then followed later second successively between from")
_SET = words("black white up down trial error ups downs ladies gentlemen brothers sons so old new many few")
_KINDS = {"NNP": "name", "NNPS": "name", "NNS": "plural", "JJ": "adjective"}


def list_turned(claim: FoundClaim, setting: Setting) -> Iterator[Change]:  # noqa: ARG001 (the shape of a wording)
    """Yield the change for each flat list: its first two members change places, or all of a pair."""
    if claim.lowers & _ORDERED:
        return
    for token in claim.tokens:
        if token.dep != "conj" and _KINDS.get(token.tag):
            stretches = _stretches(claim, token)
            if stretches:
                (a, b), (c, d) = stretches[0], stretches[-1]
                yield Change((Edit(a, b, _text(claim, c, d)), Edit(c, d, _text(claim, a, b))))


def _stretches(claim: FoundClaim, token: Token) -> list[tuple[int, int]]:
    """Return the half-open stretches of the members, () when one is more than a name or a bare word."""
    sentence, heads = claim.sentence, [token]
    while following := sentence.of(heads[-1], "conj"):
        if len(following) > 1 or _KINDS.get(following[0].tag) != _KINDS[token.tag]:
            return []
        heads.append(following[0])
    stretches = [_stretch(claim, head) for head in heads]
    found = [stretch for stretch in stretches if stretch]
    if len(heads) < 2 or len(found) < len(heads) or not _is_joined(claim, found):
        return []
    behind = sentence.tokens[found[-1][1]].lower if found[-1][1] < len(sentence.tokens) else ""
    before = sentence.tokens[found[0][0] - 1].lower if found[0][0] else ""
    kind = _KINDS[token.tag]
    open_end = behind in ("'s", "’s", "'", "’", "-", "–", "alike", "of", "who", "which", "that", "and", "or")
    open_start = before in ("more", "most", "very", "-", "–", "less", "and", "both", "as", "so", "called", "named")
    fits = kind != "adjective" or (token.dep == "amod" and len(found) == 2)
    whole = {e.first for e in sentence.entities} if kind == "name" else set()
    if found[0][0] == claim.kept[0] and kind != "name":
        return []
    inside = any(
        sentence.entity_at(one[1]) and sentence.entity_at(one[1]) is sentence.entity_at(one[0]) for one in found
    )
    named = kind != "name" or all(one[0] in whole for one in found)
    free = not open_end and not open_start and fits and named and not inside
    return found if free and not {sentence.tokens[i].lower for one in found for i in range(*one)} & _SET else []


def _stretch(claim: FoundClaim, head: Token) -> tuple[int, int] | None:
    own = [head.index, *(c.index for c in claim.sentence.of(head, "compound") if c.pos == "PROPN")]
    others = [c for c in claim.sentence.of(head) if c.dep not in ("conj", "cc", "punct") and c.index not in own]
    start, end = min(own), max(own) + 1
    return (start, end) if not others and end - start == len(own) and set(own) <= set(claim.kept) else None


def _is_joined(claim: FoundClaim, found: list[tuple[int, int]]) -> bool:
    tokens = claim.sentence.tokens
    gaps = [[t.lower for t in tokens[one[1] : other[0]]] for one, other in pairwise(found)]
    return gaps[-1] in (["and"], [",", "and"]) and all(gap == [","] for gap in gaps[:-1])


def _text(claim: FoundClaim, start: int, end: int) -> str:
    return " ".join(token.text for token in claim.sentence.tokens[start:end])
