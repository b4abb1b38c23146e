"""A claim that restates an earlier one is linked to it instead of being asked about twice."""

from collections import defaultdict
from collections.abc import Sequence

from quizgen.generation.claims.found import FoundClaim

_ALIKE = 0.75
_EMPTY = frozenset({"be", "have", "do", "also", "other", "such"})


def find_repeats(claims: Sequence[FoundClaim]) -> dict[int, int]:
    """Return, by index, for each claim that restates an earlier one the first that it restates.

    Both have the same subject, predicate, stance and polarity, the same numbers and dates, and three quarters of all
    their content words in common. A claim whose subject only earlier sentences explain is never taken for a repeat.
    """
    groups: dict[tuple[object, ...], list[int]] = defaultdict(list)
    content = [_content(claim) for claim in claims]
    found: dict[int, int] = {}
    for index, claim in enumerate(claims):
        key = _key(claim)
        if key is None:
            continue
        for earlier in groups[key]:
            both, either = content[index] & content[earlier], content[index] | content[earlier]
            if len(both) >= 2 and len(both) >= _ALIKE * len(either):
                found[index] = found.get(earlier, earlier)
                break
        else:
            groups[key].append(index)
    return found


def _key(claim: FoundClaim) -> tuple[object, ...] | None:
    subject = claim.subject
    if subject is None or subject.pos not in ("NOUN", "PROPN") or claim.leaning or claim.missing:
        return None
    numbers = frozenset((quantity.numeral.value, quantity.unit) for quantity in claim.quantities)
    times = frozenset((date.first, date.last, date.month, date.day, date.relation) for date in claim.dates)
    return subject.lemma.lower(), claim.root.lemma, claim.stance, claim.polarity, claim.quantifier, numbers, times


def _content(claim: FoundClaim) -> frozenset[str]:
    return frozenset(
        token.lemma.lower()
        for token in claim.tokens
        if token.pos in ("NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM", "ADP")
        and token.lemma.lower() not in _EMPTY
        and (token.pos != "ADP" or token.dep == "prt")
    )
