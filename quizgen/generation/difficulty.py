"""How hard an item is thought to be, from 1 to 5: an additive score until answers of students replace it."""

from quizgen.domain.claims.claim import Stance
from quizgen.generation.gates.ruling import Candidate

_LONG, _BASE = 22, 2


def difficulty(candidate: Candidate) -> int:
    """Return 2, the maker's hardness added, and one each for length, for caution or a report, for a context line."""
    claim = candidate.claim
    score = _BASE + candidate.maker.hardness
    score += sum(token.is_word for token in claim.tokens) > _LONG
    score += claim.stance in (Stance.HEDGED, Stance.REPORTED) and candidate.maker.name == "as-stated"
    score += bool(claim.context)
    return min(max(score, 1), 5)
