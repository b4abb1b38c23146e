"""True: what the passage only reports, supposes or intends, said to be left open."""

from collections.abc import Iterator

from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.lexicon import words
from quizgen.generation.makers.aim_reached import AIM_REACHED
from quizgen.generation.makers.hedge_removed import ADVERBS, HEDGE_REMOVED
from quizgen.generation.makers.maker import Maker, Proposal, Setting, true
from quizgen.generation.makers.rumour_settled import RUMOUR_SETTLED
from quizgen.generation.makers.source_removed import SOURCE_REMOVED

_STRIPPED = (HEDGE_REMOVED, SOURCE_REMOVED, RUMOUR_SETTLED, AIM_REACHED)
_LONGEST = 24


def _propose(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    """Historians believe that S becomes The passage leaves open whether S."""
    for maker in _STRIPPED:
        for bare in maker.propose(claim, setting):
            said = bare.stem.split()
            if len(said) <= _LONGEST and said[0].lower() not in _OPENERS and _is_all_open(claim):
                stem = f"The passage leaves open whether {_inside(claim, bare.stem)}"
                yield true(claim, stem, bare.rationale, why=bare.why)
            return


_OPENERS = words("in on at by during after before while when with despite although to for since thus as")


def _is_all_open(claim: FoundClaim) -> bool:
    """Tell whether the caution lies on the whole statement: no second verb, no "allegedly" about a part of it."""
    cautions = [token for token in claim.tokens if token.dep == "advmod" and token.lower in ADVERBS]
    return not claim.sentence.of(claim.root, "conj") and all(token.head == claim.head for token in cautions)


def _inside(claim: FoundClaim, stem: str) -> str:
    """Return the statement as it goes on in a sentence: a first word that is no name with a small letter."""
    first, *rest = stem.split(" ")
    tokens = [token for token in claim.sentence.tokens if token.lower == first.lower().strip(",.")]
    named = any(token.pos == "PROPN" for token in tokens) and first not in ("The", "A", "An")
    return " ".join((first if named or not tokens else first[0].lower() + first[1:], *rest))


WHETHER_OPEN = Maker("whether-open", "verdict", rank=2, hardness=1, propose=_propose)
