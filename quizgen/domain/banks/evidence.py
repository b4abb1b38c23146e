"""Items on evidence: the claim itself as the statement, keyed by what its sources allow."""

from collections.abc import Container
from dataclasses import replace

from quizgen.domain.banks.bank import Bank
from quizgen.domain.claims.claim import Claim, Evidence, Source, Verdict
from quizgen.domain.claims.weighing import rationale_of, with_source
from quizgen.domain.identity import content_id
from quizgen.domain.items.item import Basis, Item, Status
from quizgen.domain.items.verdict import VerdictItem

MAKER = "on-evidence"
_DIFFICULTY = {Verdict.TRUE: 2, Verdict.FALSE: 3, Verdict.UNVERIFIED: 4}
_LEANS = "It may lean on the sentence before it; say it in full, or use it if it is clear."


def evidence_item(claim: Claim, *, why: str = "", taken: Container[str] = ()) -> VerdictItem:
    """Return the claim as a statement to be judged on evidence; ``why`` is the reason to queue it, "" for none."""
    evidence = claim.evidence
    return VerdictItem(
        id=content_id("i", VerdictItem.kind, Basis.EVIDENCE.value, claim.statement, claim.id, taken=taken),
        basis=Basis.EVIDENCE,
        claims=(claim.id,),
        stem=claim.statement,
        key=evidence.verdict,
        rationale=rationale_of(evidence),
        spans=(claim.span,),
        maker=MAKER,
        status=Status.QUEUED if why else Status.READY,
        why=why or None,
        difficulty=_DIFFICULTY[evidence.verdict],
    )


def bank_with_source(bank: Bank, claim_id: str, source: Source) -> Bank:
    """Return the bank with one more source for a claim: its evidence weighed again, its items on evidence keyed anew.

    A claim without such an item gets one, queued where its other questions open with a context line. Raises KeyError
    when there is no such claim.
    """
    return bank_with_evidence(bank, claim_id, with_source(bank.claim(claim_id).evidence, source), asks=True)


def bank_with_evidence(bank: Bank, claim_id: str, evidence: Evidence, *, asks: bool) -> Bank:
    """Return the bank with other evidence for a claim, and its items on evidence keyed by its verdict.

    ``asks``: a claim without such an item gets one. Raises KeyError when there is no such claim.
    """
    claim = bank.claim(claim_id)
    changed = replace(claim, evidence=evidence)
    items = tuple(_keyed(item, claim, changed) if is_on_evidence(item, claim_id) else item for item in bank.items)
    if asks and not any(is_on_evidence(item, claim_id) for item in items):
        items = _with_item(items, changed)
    claims = tuple(changed if each.id == claim_id else each for each in bank.claims)
    return replace(bank, claims=claims, items=items)


def is_on_evidence(item: Item, claim_id: str) -> bool:
    """Tell whether the item asks for the verdict that the evidence for this claim allows."""
    return isinstance(item, VerdictItem) and item.basis is Basis.EVIDENCE and item.claims[0] == claim_id


def _with_item(items: tuple[Item, ...], claim: Claim) -> tuple[Item, ...]:
    leans = claim.leans_on or any(claim.id in i.claims and i.stem.startswith("[Context:") for i in items)
    new = evidence_item(claim, why=_LEANS if leans else "", taken={item.id for item in items})
    place = max((place for place, item in enumerate(items, 1) if item.claims[:1] == (claim.id,)), default=len(items))
    return (*items[:place], new, *items[place:])


def _keyed(item: Item, before: Claim, after: Claim) -> Item:
    """Return the item with the key of the evidence; words of its own stay while the key does."""
    evidence = after.evidence
    own_words = item.rationale not in ("", rationale_of(before.evidence))
    if not isinstance(item, VerdictItem) or (item.key is evidence.verdict and own_words):
        return item
    return replace(item, key=evidence.verdict, rationale=rationale_of(evidence))
