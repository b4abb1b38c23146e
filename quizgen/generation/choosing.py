"""Of all proposals about one claim, at most one item for each kind and key; every other one is counted as refused."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from quizgen.domain.claims.claim import Verdict
from quizgen.generation.gates.ruling import Candidate, Outcome, Ruling
from quizgen.generation.makers.as_stated import AS_STATED
from quizgen.generation.ranking.score import score

SPARE = Ruling(Outcome.REFUSE, "spare", "a better item with the same key was kept for the claim")
_ORDER = {None: 0, Verdict.TRUE: 1, Verdict.FALSE: 2, Verdict.UNVERIFIED: 3}


@dataclass(frozen=True, slots=True)
class Judged:
    """A candidate and what the gates said."""

    candidate: Candidate
    ruling: Ruling

    @property
    def group(self) -> tuple[str, Verdict | None]:
        """Return kind and verdict: rivals share both."""
        return self.candidate.maker.kind, self.candidate.proposal.verdict


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is kept of the proposals about one claim, and what is refused with its ruling."""

    kept: tuple[Judged, ...]
    refused: tuple[Judged, ...]


def choose(judged: Iterable[Judged]) -> Chosen:
    """Return the best of each kind and key: what passed before what waits, then by the maker's rank.

    The claim as it stands is never refused and never ready, only queued, so that every claim keeps an item.
    """
    groups: dict[tuple[str, Verdict | None], list[Judged]] = {}
    refused: list[Judged] = []
    for one in judged:
        saved = _kept_for_review(one)
        if saved.ruling.outcome is Outcome.REFUSE or saved.ruling is SPARE:
            refused.append(saved)
        else:
            groups.setdefault(saved.group, []).append(saved)
    kept: list[Judged] = []
    for group in groups.values():
        best, *rest = sorted(group, key=preference)
        kept.append(best)
        refused.extend(_spare(rest))
    kept.sort(key=lambda one: (one.candidate.maker.kind != "verdict", one.candidate.maker.kind, _ORDER[one.group[1]]))
    return Chosen(tuple(kept), tuple(refused))


def _kept_for_review(one: Judged) -> Judged:
    if one.ruling.outcome is Outcome.REFUSE and one.candidate.maker is AS_STATED and one.ruling is not SPARE:
        reason = f"Look at the wording: {one.ruling.reason}."
        return replace(one, ruling=Ruling(Outcome.QUEUE, one.ruling.gate, reason))
    return one


def preference(one: Judged) -> tuple[int, int, float, str]:
    """Sort the better first."""
    return int(one.ruling.outcome), *promise(one.candidate)


def promise(candidate: Candidate) -> tuple[int, float, str]:
    """Sort what looks better before the gates have spoken first: the maker's rank, then the ranker's score."""
    claim, maker = candidate.claim, candidate.maker
    return maker.rank, -score(maker.name, candidate.proposal.stem, claim.statement, claim.context), maker.name


def _spare(rest: Iterable[Judged]) -> Iterator[Judged]:
    for one in rest:
        yield replace(one, ruling=SPARE)
