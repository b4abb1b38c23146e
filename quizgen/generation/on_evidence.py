"""Items on evidence: each claim itself as the statement; nobody has cited a source yet, so all are unverified."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from quizgen.domain.banks.bank import Bank
from quizgen.domain.banks.evidence import MAKER, evidence_item
from quizgen.domain.claims.claim import Claim, Verdict
from quizgen.domain.claims.weighing import unlooked
from quizgen.domain.items.item import Item
from quizgen.domain.items.verdict import VerdictItem
from quizgen.generation.article import Article
from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.gates.readable import readable
from quizgen.generation.gates.ruling import Candidate, Outcome
from quizgen.generation.gates.well_formed import well_formed
from quizgen.generation.makers.maker import Maker, Proposal, Setting
from quizgen.language.parsed import ParsedSentence

REPEATED = "Another claim says the same."
Parse = Callable[[Sequence[str]], list[tuple[ParsedSentence, ...]]]


def on_evidence(bank: Bank, found: Sequence[FoundClaim], articles: Mapping[str, Article], parse: Parse) -> Bank:
    """Return the bank with one more item for each claim, ready where its statement stands alone, else queued.

    ``found`` are the claims of the bank as they were found, in the same order; ``articles`` are those of its passages.
    """
    claims = tuple(replace(claim, evidence=unlooked(claim.stance)) for claim in bank.claims)
    parsed = parse([claim.statement for claim in claims])
    taken = {item.id for item in bank.items}
    said: set[str] = set()
    new: dict[str, Item] = {}
    for claim, one, sentences in zip(claims, found, parsed, strict=True):
        why = _doubt(claim, one, sentences, articles[claim.passage]) or (REPEATED if claim.statement in said else "")
        item = evidence_item(claim, why=why, taken=taken)
        said.add(claim.statement)
        taken.add(item.id)
        new[claim.id] = item
    return replace(bank, claims=claims, items=tuple(_in_order(bank, new)))


def _doubt(claim: Claim, found: FoundClaim, sentences: tuple[ParsedSentence, ...], article: Article) -> str:
    """Return why the statement may not be understood by itself, "" when it stands alone."""
    if found.leaning:
        return f"It is not clear what “{found.leaning}” points to; say it in full."
    proposal = Proposal(claim.statement, "", (claim.span,), Verdict.UNVERIFIED)
    candidate = Candidate(found, _ITSELF, proposal, sentences)
    for gate in (well_formed, readable):
        ruling = gate(candidate, article)
        if ruling.outcome is Outcome.REFUSE:
            return f"Look at the wording: {ruling.reason}."
        if ruling.outcome is Outcome.QUEUE:
            return ruling.reason
    return ""


def _in_order(bank: Bank, new: dict[str, Item]) -> Iterator[Item]:
    """Yield the items claim by claim, that on evidence behind the others about its claim, then those about none."""
    by_claim: dict[str, list[Item]] = {claim.id: [] for claim in bank.claims}
    loose = []
    for item in bank.items:
        by_claim[item.claims[0]].append(item) if item.claims else loose.append(item)
    for claim_id, items in by_claim.items():
        yield from items
        yield new[claim_id]
    yield from loose


def _nothing(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:  # noqa: ARG001 (the shape of a maker)
    yield from ()


_ITSELF = Maker(MAKER, VerdictItem.kind, rank=0, hardness=0, propose=_nothing)
