"""What a teacher says of a claim's evidence: sources added, changed and taken away, and the verdict on them."""

from quizgen.domain.banks.bank import Bank
from quizgen.domain.banks.evidence import bank_with_evidence
from quizgen.domain.claims.claim import Source, Verdict
from quizgen.domain.claims.weighing import judged, with_source, with_sources
from quizgen.domain.errors import BadInput, Conflict

NEEDED = "The verdict rests on this source. Set the verdict to Unverified first, or add another source."
SOURCE_GONE = "This source is not there any more. Look at the sources of the claim again."


def with_verdict(
    bank: Bank, claim_id: str, verdict: Verdict, *, reason: str | None, rationale: str | None, asks: bool
) -> Bank:
    """Return the bank with a verdict of the teacher's, its items on evidence keyed by it.

    ``asks``: a claim without such an item gets one. Raises KeyError, BadInput when nothing bears the verdict out.
    """
    evidence = judged(bank.claim(claim_id).evidence, verdict, reason=reason, rationale=rationale)
    return bank_with_evidence(bank, claim_id, evidence, asks=asks)


def with_added_source(bank: Bank, claim_id: str, source: Source, *, weighs: bool) -> Bank:
    """Return the bank with one more source for a claim; the verdict follows from all of them only if it ``weighs``.

    A source that is there already changes nothing. Raises KeyError.
    """
    evidence = bank.claim(claim_id).evidence
    if source in evidence.sources:
        return bank
    if weighs:
        return bank_with_evidence(bank, claim_id, with_source(evidence, source), asks=True)
    return bank_with_evidence(bank, claim_id, with_sources(evidence, (*evidence.sources, source)), asks=False)


def with_changed_source(bank: Bank, claim_id: str, place: int, source: Source | None) -> Bank:
    """Return the bank with the source at ``place`` (from 0) said otherwise, or taken away (None).

    Raises KeyError, Conflict when there is no such source, BadInput when the verdict would rest on nothing.
    """
    evidence = bank.claim(claim_id).evidence
    if not 0 <= place < len(evidence.sources):
        raise Conflict(SOURCE_GONE)
    new = () if source is None else (source,)
    sources = tuple(dict.fromkeys((*evidence.sources[:place], *new, *evidence.sources[place + 1 :])))
    try:
        changed = with_sources(evidence, sources)
    except BadInput:
        raise BadInput(NEEDED) from None
    return bank_with_evidence(bank, claim_id, changed, asks=False)
