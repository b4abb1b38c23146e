"""What only all claims together show: how much each matters, which repeat one another, which cannot both hold."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quizgen.domain.passages.passage import Passage
from quizgen.generation.claims.conflicts import find_conflicts
from quizgen.generation.claims.finding import Skipped
from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.claims.importance import weighed
from quizgen.generation.claims.repeats import find_repeats

Found = tuple[FoundClaim, ...] | Skipped


@dataclass(frozen=True, slots=True)
class Compared:
    """Sentence by sentence what was found in each passage, pairs in conflict, and by ``id`` what a claim restates."""

    found: tuple[tuple[Found, ...], ...]
    conflicts: tuple[tuple[FoundClaim, FoundClaim], ...]
    repeats: dict[int, FoundClaim]

    def disputed(self) -> dict[int, str]:
        """Return, by ``id``, the statement that first speaks against a claim."""
        against: dict[int, str] = {}
        for one, other in self.conflicts:
            against.setdefault(id(one), other.statement)
            against.setdefault(id(other), one.statement)
        return against


def compared(passages: Sequence[Passage], found: Sequence[Sequence[Found]]) -> Compared:
    """Compare all claims of the passages of one bank, across the passages as well."""
    everything = [_weighed(passage, each) for passage, each in zip(passages, found, strict=True)]
    claims = [claim for each in everything for claim in _claims(each)]
    return Compared(
        found=tuple(everything),
        conflicts=tuple((claims[one], claims[other]) for one, other in find_conflicts(claims)),
        repeats={id(claims[later]): claims[earlier] for later, earlier in find_repeats(claims).items()},
    )


def _weighed(passage: Passage, found: Sequence[Found]) -> tuple[Found, ...]:
    fresh = iter(weighed(passage, list(_claims(found))))
    return tuple(each if isinstance(each, Skipped) else tuple(next(fresh) for _ in each) for each in found)


def _claims(found: Iterable[Found]) -> Iterable[FoundClaim]:
    return (claim for each in found if not isinstance(each, Skipped) for claim in each)
