"""How much a claim matters in its text, from signs that can be named: where it stands, what it names, what recurs."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from quizgen.domain.passages.passage import Passage
from quizgen.generation.claims.found import FoundClaim

_LEAST_OFTEN = 3
_EXAMPLES = (("for", "example"), ("for", "instance"), ("such", "as"))


def weighed(passage: Passage, claims: Sequence[FoundClaim]) -> list[FoundClaim]:
    """Return the claims of one passage with their importance, 1 (a detail) to 5 (what the passage is about).

    One point for each sign: it stands in the first paragraph, it opens its paragraph, its subject is named in title or
    heading, it gives a name with a number or a date, most of its nouns recur in other sentences. One is taken off what
    gives an example or says less than six words. No sign at all is 1, one is 2, and so on.
    """
    one_each = {claim.number: claim for claim in claims}.values()
    spoken = Counter(lemma for claim in one_each for lemma in _nouns(claim, whole=True))
    title = _plain(passage.title)
    first = min((claim.sentence.paragraph for claim in claims), default=0)
    openers: dict[int, int] = {}
    for claim in claims:
        openers.setdefault(claim.sentence.paragraph, claim.number)
    return [replace(claim, importance=_bands(_points(claim, title, first, openers, spoken))) for claim in claims]


def _points(claim: FoundClaim, title: frozenset[str], first: int, openers: dict[int, int], spoken: Counter[str]) -> int:
    nouns = _nouns(claim)
    subject = claim.subject
    names = {subject.lower, subject.lemma.lower()} if subject else frozenset()
    points = int(claim.sentence.paragraph == first)
    points += openers[claim.sentence.paragraph] == claim.number
    points += bool(names & (title | _plain(claim.sentence.section)))
    points += any(claim.entities()) and bool(claim.quantities or claim.dates)
    points += 2 * sum(spoken[noun] >= _LEAST_OFTEN for noun in nouns) > len(nouns)
    opening = tuple(token.lower for token in claim.tokens[:2])
    points -= opening in _EXAMPLES or sum(token.is_word for token in claim.tokens) < 6
    return points


def _bands(points: int) -> int:
    return min(max(points + 1, 1), 5)


def _nouns(claim: FoundClaim, *, whole: bool = False) -> set[str]:
    tokens = claim.sentence.tokens if whole else claim.tokens
    return {token.lemma.lower() for token in tokens if token.pos in ("NOUN", "PROPN")}


def _plain(text: str) -> frozenset[str]:
    return frozenset(word.lower().strip(".,:;?!'\"“”") for word in text.split() if len(word) > 3)
