"""What else could have been the answer: the same sort of thing, which the passage does not say it of."""

import random
from collections.abc import Iterator, Sequence

from quizgen.generation.article import Article
from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.questions.gazetteer import PLACES
from quizgen.generation.questions.names import PERSON, Name

FEWEST, MOST = 2, 3
_REACH = 80
_TOO_MANY = 40
_ENOUGH_SHARED = 2
# One is a part of the other, or was its core, so that both may be right.
_PARTS = frozenset(
    frozenset(pair)
    for pair in (("Britain", "England"), ("Britain", "Scotland"), ("Prussia", "Germany"), ("China", "Tibet"))
)


def rival_names(claim: FoundClaim, name: Name, article: Article, rng: random.Random) -> list[str]:
    """Return two or three names to offer beside ``name``, those of the passage first; [] when there are too few."""
    found = list(dict.fromkeys(_of_the_passage(claim, name, article)))
    if name.sort in PLACES:
        groups = [group for group in PLACES[name.sort] if name.text in group]
        found = [other for other in found if any(other in group for group in groups)]
        new = [[other for other in group if other != name.text and not article.mentions(other)] for group in groups]
        missing = max(MOST - len(found), 0)
        enough = next((group for group in new if len(group) >= missing), ())
        found += rng.sample(enough, missing) if enough else []
    statement = claim.statement.lower()
    found = [other for other in found if not any(word in statement for word in _own_words(other, name.sort))]
    apart: list[str] = []
    for other in found:
        if not any(_overlap(other, kept) for kept in apart):
            apart.append(other)
    found = apart[:MOST]
    return found if len(found) >= FEWEST else []


def listed_rivals(claim: FoundClaim, names: Sequence[Name], article: Article, rng: random.Random) -> list[str]:
    """Return up to three names that could stand in a list beside ``names`` and do not; [] when there are too few."""
    own = {name.text for name in names}
    rivals = [each for name in names for each in rival_names(claim, name, article, rng)]
    return [each for each in dict.fromkeys(rivals) if each not in own and each not in claim.sentence.text][:MOST]


def has_double(claim: FoundClaim, name: Name, article: Article) -> bool:
    """Tell whether another sentence may say the same of another name of the sort, so that both would be right."""
    own = (article.speaks_of[claim.number] - article.common) - set(name.text.lower().split())
    for number in {number for lemma in own for number in article.where[lemma][:_TOO_MANY]} - {claim.number}:
        others = [other for other in article.names.by_sentence.get(number, ()) if other.sort == name.sort]
        if any(other.text != name.text for other in others) and len(article.speaks_of[number] & own) > _ENOUGH_SHARED:
            return True
    return False


def is_said_of(claim: FoundClaim, article: Article, numbers: Sequence[int]) -> bool:
    """Tell whether one of these sentences may say of something else what the claim says: it speaks of much the same."""
    own = article.speaks_of[claim.number] - article.common
    verb = claim.root.lemma.lower()
    for number in numbers:
        shared = article.speaks_of[number] & own
        if number == claim.number or len(shared) >= _ENOUGH_SHARED + 1 or (verb in shared and len(shared) > 1):
            return True
    return False


def _of_the_passage(claim: FoundClaim, name: Name, article: Article) -> Iterator[str]:
    for step in range(1, _REACH):
        for number in (claim.number - step, claim.number + step):
            for other in article.names.by_sentence.get(number, ()):
                if _could_be(other, name) and not is_said_of(claim, article, other.mentions):
                    yield other.text


def _could_be(other: Name, name: Name) -> bool:
    if other.sort != name.sort or len(other.mentions) > _TOO_MANY:
        return False
    # Two members of one family cannot be told apart by a short answer.
    family = name.sort == PERSON and set(other.text.lower().split()) & set(name.text.lower().split())
    return not family and not _overlap(other.text, name.text)


def _own_words(name: str, sort: str) -> list[str]:
    """Return the words of a name that tell it from others of its sort; in the stem they would rule it out."""
    return [word for word in name.lower().split() if len(word) > 3 and word != sort]


def _overlap(one: str, other: str) -> bool:
    first, second = set(one.lower().split()), set(other.lower().split())
    if frozenset((one, other)) in _PARTS:
        return True
    return first <= second or second <= first
