"""What only the whole bank shows: both sides of a conflict wait, repeats go, what is left open stays a minority."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace

from quizgen.domain.banks.conflicts import why_in_conflict
from quizgen.generation.assembling import stem_of
from quizgen.generation.choosing import Judged
from quizgen.generation.gates.ruling import Outcome, Ruling
from quizgen.generation.makers.left_open import LEFT_OPEN, LEFT_OPEN_DENIED
from quizgen.generation.makers.whether_open import WHETHER_OPEN

OPEN_SHARE = 0.1


def without_conflicts(judged: Iterable[Judged], conflicting: dict[int, str]) -> list[Judged]:
    """Queue the verdict items of a claim in conflict; ``conflicting`` maps its ``id`` to the other statement."""
    return [
        replace(one, ruling=Ruling(Outcome.QUEUE, "conflict", why_in_conflict(other)))
        if (other := conflicting.get(id(one.candidate.claim))) and one.candidate.proposal.verdict
        else one
        for one in judged
    ]


def without_repeats(judged: Iterable[Judged], seen: set[tuple[str, str]]) -> tuple[list[Judged], list[Judged]]:
    """Return what is new and what repeats a stem of the same kind that is already in the bank."""
    kept: list[Judged] = []
    repeats: list[Judged] = []
    for one in judged:
        name = one.candidate.maker.kind, " ".join(stem_of(one).lower().split())
        if name in seen:
            repeats.append(
                replace(one, ruling=Ruling(Outcome.REFUSE, "repeated", "the same stem is already in the bank"))
            )
        else:
            seen.add(name)
            kept.append(one)
    return kept, repeats


def with_few_left_open(judged: Sequence[Judged]) -> list[Judged]:
    """Queue statements on what the passage says or leaves open beyond OPEN_SHARE of the ready verdict statements."""
    ready = [one for one in judged if one.ruling.outcome is Outcome.PASS and one.candidate.proposal.verdict]
    open_ones = [one for one in ready if one.candidate.maker in (LEFT_OPEN, LEFT_OPEN_DENIED, WHETHER_OPEN)]
    surplus = {id(one) for one in sorted(open_ones, key=_shuffled)[max(round(len(ready) * OPEN_SHARE), 1) :]}
    reason = "Too many statements on what the passage leaves open would be dull; use this one only if it is needed."
    ruling = Ruling(Outcome.QUEUE, "cue-balance", reason)
    return [replace(one, ruling=ruling) if id(one) in surplus else one for one in judged]


def _shuffled(one: Judged) -> str:
    return hashlib.sha256(one.candidate.proposal.stem.encode()).hexdigest()
