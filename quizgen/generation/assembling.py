"""Claims and kept proposals become the claims and items of a bank, with ids that follow from their content."""

from collections.abc import Callable

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
    return _BUILDERS[kind](judged, item_id, claim_id, stem)


def stem_of(judged: Judged) -> str:
    """Return the stem as it is printed."""
    context, stem = judged.candidate.claim.context, judged.candidate.proposal.stem
    return f'[Context: "{context}"] {stem}' if context else stem


def _verdict(judged: Judged, item_id: str, claim_id: str, stem: str) -> Item:
    verdict, proposal = judged.candidate.proposal.verdict, judged.candidate.proposal
    if verdict is None:
        raise ValueError(f"{judged.candidate.maker.name} made a verdict item without a verdict")
    return VerdictItem(
        id=item_id, basis=Basis.PASSAGE, claims=(claim_id,), stem=stem, key=verdict, rationale=proposal.rationale,
        spans=proposal.spans, maker=judged.candidate.maker.name, status=_status(judged), why=_why(judged),
        difficulty=difficulty(judged.candidate),
    )  # fmt: skip


def _choice(judged: Judged, item_id: str, claim_id: str, stem: str) -> Item:
    proposal = judged.candidate.proposal
    return SingleChoiceItem(
        id=item_id, basis=Basis.PASSAGE, claims=(claim_id,), stem=stem, key=proposal.key[0], options=proposal.options,
        rationale=proposal.rationale, spans=proposal.spans, maker=judged.candidate.maker.name, status=_status(judged),
        why=_why(judged), difficulty=difficulty(judged.candidate),
    )  # fmt: skip


def _cloze(judged: Judged, item_id: str, claim_id: str, stem: str) -> Item:
    proposal = judged.candidate.proposal
    return ClozeItem(
        id=item_id, basis=Basis.PASSAGE, claims=(claim_id,), stem=stem, key=proposal.key, options=proposal.options,
        rationale=proposal.rationale, spans=proposal.spans, maker=judged.candidate.maker.name, status=_status(judged),
        why=_why(judged), difficulty=difficulty(judged.candidate),
    )  # fmt: skip


def _numeric(judged: Judged, item_id: str, claim_id: str, stem: str) -> Item:
    proposal = judged.candidate.proposal
    number, *units = proposal.key
    return NumericItem(
        id=item_id, basis=Basis.PASSAGE, claims=(claim_id,), stem=stem, key=number, units=tuple(units),
        tolerance=proposal.tolerance,
        rationale=proposal.rationale, spans=proposal.spans, maker=judged.candidate.maker.name, status=_status(judged),
        why=_why(judged), difficulty=difficulty(judged.candidate),
    )  # fmt: skip


def _short_answer(judged: Judged, item_id: str, claim_id: str, stem: str) -> Item:
    proposal = judged.candidate.proposal
    return ShortAnswerItem(
        id=item_id, basis=Basis.PASSAGE, claims=(claim_id,), stem=stem, key=proposal.key, rationale=proposal.rationale,
        spans=proposal.spans, maker=judged.candidate.maker.name, status=_status(judged), why=_why(judged),
        difficulty=difficulty(judged.candidate),
    )  # fmt: skip


def _response(judged: Judged, item_id: str, claim_id: str, stem: str) -> Item:
    proposal = judged.candidate.proposal
    return MultipleResponseItem(
        id=item_id, basis=Basis.PASSAGE, claims=(claim_id,), stem=stem, key=proposal.key, options=proposal.options,
        rationale=proposal.rationale, spans=proposal.spans, maker=judged.candidate.maker.name, status=_status(judged),
        why=_why(judged), difficulty=difficulty(judged.candidate),
    )  # fmt: skip


_BUILDERS: dict[str, Callable[[Judged, str, str, str], Item]] = {
    VerdictItem.kind: _verdict,
    SingleChoiceItem.kind: _choice,
    ClozeItem.kind: _cloze,
    NumericItem.kind: _numeric,
    ShortAnswerItem.kind: _short_answer,
    MultipleResponseItem.kind: _response,
}


def _status(judged: Judged) -> Status:
    return Status.QUEUED if judged.ruling.outcome is Outcome.QUEUE else Status.READY


def _why(judged: Judged) -> str | None:
    return judged.ruling.reason if judged.ruling.outcome is Outcome.QUEUE else None
