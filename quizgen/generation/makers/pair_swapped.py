"""True: two names or two words joined by "and" the other way round, where the order says nothing."""

from collections.abc import Iterator

from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.lexicon import words
from quizgen.generation.makers.maker import COPY, Maker, Proposal, Setting, true
from quizgen.generation.wording import Edit
from quizgen.language.parsed import Token

_ORDERED = words("respectively former latter first then followed")


def _propose(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:  # noqa: ARG001 (the shape of a maker)
    if claim.lowers & _ORDERED or any(quote in claim.statement for quote in '"“'):
        return
    for token in claim.tokens:
        pair = _pair(claim, token)
        if pair:
            (a, b), (c, d) = pair
            one, other = _words(claim, a, b), _words(claim, c, d)
            stem = claim.with_edits([Edit(a, b, other), Edit(c, d, one)])
            yield true(claim, stem, f"The passage joins {one} and {other} with “and”; the order makes no difference.",
                       why=COPY)  # fmt: skip
            return


def _pair(claim: FoundClaim, token: Token) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Return the half-open stretches of both partners, each a name or a bare adjective, with "and" alone between."""
    sentence = claim.sentence
    partners, joints = sentence.of(token, "conj"), sentence.of(token, "cc")
    if len(partners) != 1 or len(joints) != 1 or joints[0].lower != "and" or sentence.of(partners[0], "conj", "cc"):
        return None
    partner, joint = partners[0], joints[0]
    if token.pos != partner.pos or token.pos not in ("PROPN", "ADJ") or token.dep == "conj":
        return None
    first, second = _stretch(claim, token, partner, joint), _own(claim, partner)
    if not first or not second or first[1] != joint.index or second[0] != joint.index + 1:
        return None
    whole = sentence.entity_at(joint.index)
    inside = all(index in claim.kept for index in range(first[0], second[1]))
    if token.pos == "ADJ" and (
        first[1] - first[0] > 1 or second[1] - second[0] > 1 or token.dep != "amod" or token.tag != "JJ"
    ):
        return None
    following = sentence.tokens[second[1]].lower if second[1] < len(sentence.tokens) else ""
    previous = sentence.tokens[first[0] - 1].lower if first[0] else ""
    safe = following not in ("'s", "’s", "-", "–", "'") and previous not in ("more", "most", "-", "very", "and", ",")
    return (first, second) if inside and safe and not whole else None


def _stretch(claim: FoundClaim, token: Token, partner: Token, joint: Token) -> tuple[int, int] | None:
    below = set(claim.sentence.subtree(token)) - set(claim.sentence.subtree(partner)) - {joint.index}
    return _run(claim, token, below)


def _own(claim: FoundClaim, token: Token) -> tuple[int, int] | None:
    return _run(claim, token, set(claim.sentence.subtree(token)))


def _run(claim: FoundClaim, token: Token, below: set[int]) -> tuple[int, int] | None:
    """A name may bring the rest of the name; anything else that hangs on it makes the swap unsafe."""
    fine = all(
        index == token.index
        or (claim.sentence.tokens[index].dep == "compound" and claim.sentence.tokens[index].pos == "PROPN")
        for index in below
    )
    start, end = min(below), max(below) + 1
    return (start, end) if fine and end - start == len(below) else None


def _words(claim: FoundClaim, start: int, end: int) -> str:
    return " ".join(token.text for token in claim.sentence.tokens[start:end])


PAIR_SWAPPED = Maker("pair-swapped", "verdict", rank=4, hardness=0, propose=_propose)
