"""Claims and kept proposals become the claims and items of a bank, with ids that follow from their content."""

from collections.abc import Callable
from typing import Any

from quizgen.domain.claims.claim import Claim
from quizgen.domain.identity import content_id
from quizgen.domain.items.cloze import ClozeItem
from quizgen.domain.items.item import Basis, Item, Status
from quizgen.domain.items.multiple_response import MultipleResponseItem
from quizgen.domain.items.numeric import NumericItem
from quizgen.domain.items.short_answer import ShortAnswerItem
from quizgen.domain.items.single_choice import SingleChoiceItem
from quizgen.domain.items.verdict import VerdictItem
from quizgen.generation.choosing import Judged
from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.difficulty import difficulty
from quizgen.generation.gates.ruling import Outcome
from quizgen.generation.makers.maker import Proposal


def claim_of(found: FoundClaim, taken: set[str], repeats: str | None = None) -> Claim:
    """Return the claim for a bank, with the id of the one that it restates; its own id joins ``taken``."""
    statement, span = found.statement, found.span
    claim_id = content_id("c", found.passage, statement, str(span.start), taken=taken)
    taken.add(claim_id)
    return Claim(
        id=claim_id,
        passage=found.passage,
        span=span,
        statement=statement,
        stance=found.stance,
        polarity=found.polarity,
        quantifier=found.quantifier,
        importance=found.importance,
        leans_on=found.leaning or None,
        repeats=repeats,
    )


def item_of(judged: Judged, claim_id: str, taken: set[str]) -> Item:
    """Return the item for a bank; its id joins ``taken``. What leans on earlier words opens with a context line."""
    kind = judged.candidate.maker.kind
    stem = stem_of(judged)
    item_id = content_id("i", kind, Basis.PASSAGE.value, stem, claim_id, taken=taken)
    taken.add(item_id)
    return _BUILDERS[kind](judged.candidate.proposal, _frame(judged, item_id, claim_id, stem))


def stem_of(judged: Judged) -> str:
    """Return the stem as it is printed."""
    context, stem = judged.candidate.claim.context, judged.candidate.proposal.stem
    return f'[Context: "{context}"] {stem}' if context else stem


def _frame(judged: Judged, item_id: str, claim_id: str, stem: str) -> dict[str, Any]:
    """Return what every item has, whatever its kind."""
    candidate, ruling = judged.candidate, judged.ruling
    waits = ruling.outcome is Outcome.QUEUE
    return {
        "id": item_id,
        "basis": Basis.PASSAGE,
        "claims": (claim_id,),
        "stem": stem,
        "rationale": candidate.proposal.rationale,
        "spans": candidate.proposal.spans,
        "maker": candidate.maker.name,
        "status": Status.QUEUED if waits else Status.READY,
        "why": ruling.reason if waits else None,
        "difficulty": difficulty(candidate),
    }


def _verdict(proposal: Proposal, frame: dict[str, Any]) -> Item:
    if proposal.verdict is None:
        raise ValueError(f"{frame['maker']} made a verdict item without a verdict")
    return VerdictItem(**frame, key=proposal.verdict)


def _choice(proposal: Proposal, frame: dict[str, Any]) -> Item:
    return SingleChoiceItem(**frame, key=proposal.key[0], options=proposal.options)


def _cloze(proposal: Proposal, frame: dict[str, Any]) -> Item:
    return ClozeItem(**frame, key=proposal.key, options=proposal.options)


def _numeric(proposal: Proposal, frame: dict[str, Any]) -> Item:
    number, *units = proposal.key
    return NumericItem(**frame, key=number, units=tuple(units), tolerance=proposal.tolerance)


def _short_answer(proposal: Proposal, frame: dict[str, Any]) -> Item:
    return ShortAnswerItem(**frame, key=proposal.key)


def _response(proposal: Proposal, frame: dict[str, Any]) -> Item:
    return MultipleResponseItem(**frame, key=proposal.key, options=proposal.options)


_BUILDERS: dict[str, Callable[[Proposal, dict[str, Any]], Item]] = {
    VerdictItem.kind: _verdict,
    SingleChoiceItem.kind: _choice,
    ClozeItem.kind: _cloze,
    NumericItem.kind: _numeric,
    ShortAnswerItem.kind: _short_answer,
    MultipleResponseItem.kind: _response,
}
