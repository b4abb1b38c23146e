"""What only the whole bank shows: both sides of a conflict wait, repeated stems go, denials stay a minority."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from quizgen.domain.claims.claim import Stance, Verdict
from quizgen.generation.assembling import stem_of
from quizgen.generation.choosing import Judged
from quizgen.generation.gates.ruling import Outcome, Ruling
from quizgen.generation.makers.as_stated import AS_STATED
from quizgen.generation.makers.maker import COPY
from quizgen.generation.makers.verb_denied import VERB_DENIED

DENIED_SHARE = 0.15
COPIED_SHARE = 0.4


def without_conflicts(judged: Iterable[Judged], conflicting: dict[int, str]) -> list[Judged]:
    """Queue the verdict items of a claim in conflict; ``conflicting`` maps its ``id`` to the other statement."""
    return [
        replace(one, ruling=Ruling(Outcome.QUEUE, "conflict", _conflict(other)))
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


def with_few_denials(judged: Sequence[Judged]) -> list[Judged]:
    """Queue plain denials beyond DENIED_SHARE of the ready false statements; their words decide which ones stay."""
    ready = [
        one for one in judged if one.ruling.outcome is Outcome.PASS and one.candidate.proposal.verdict is Verdict.FALSE
    ]
    denials = [one for one in ready if one.candidate.maker is VERB_DENIED]
    others = len(ready) - len(denials)
    allowed = max(round(others * DENIED_SHARE / (1 - DENIED_SHARE)), 1)
    surplus = {id(one) for one in sorted(denials, key=_shuffled)[allowed:]}
    reason = "Too many statements with “not” would give the key away; use this one only if it is needed."
    ruling = Ruling(Outcome.QUEUE, "cue-balance", reason)
    return [replace(one, ruling=ruling) if id(one) in surplus else one for one in judged]


def with_few_copies(judged: Sequence[Judged]) -> list[Judged]:
    """Queue statements that repeat their sentence beyond COPIED_SHARE of the ready true ones.

    More of them stay where true would else be rarer than false: a key that is rare is a key that is guessed. Those
    that keep a hedge or a source stay first, since they ask for a careful reader, then those without context.
    """
    keys = Counter(one.candidate.proposal.verdict for one in judged if one.ruling.outcome is Outcome.PASS)
    copies = [one for one in judged if one.ruling.outcome is Outcome.PASS and one.candidate.maker is AS_STATED]
    others = keys[Verdict.TRUE] - len(copies)
    allowed = max(round(others * COPIED_SHARE / (1 - COPIED_SHARE)), keys[Verdict.FALSE] - others, 1)
    surplus = {id(one) for one in sorted(copies, key=_worth)[allowed:]}
    ruling = Ruling(Outcome.QUEUE, "copy", COPY)
    return [replace(one, ruling=ruling) if id(one) in surplus else one for one in judged]


def _worth(one: Judged) -> tuple[bool, bool, str]:
    claim = one.candidate.claim
    return claim.stance not in (Stance.HEDGED, Stance.REPORTED), bool(claim.context), _shuffled(one)


def _shuffled(one: Judged) -> str:
    return hashlib.sha256(one.candidate.proposal.stem.encode()).hexdigest()


def _conflict(other: str) -> str:
    return f"Another sentence of the passage seems to say otherwise: “{other}”"
