"""A bank as plain mappings and lists: what a YAML file, a JSON file and a row of the database hold."""

from quizgen.domain.banks.bank import FORMAT, Bank
from quizgen.domain.claims.claim import MIDDLE_IMPORTANCE, Claim, Evidence, Polarity, Source
from quizgen.domain.document import Document
from quizgen.domain.items.item import Item
from quizgen.domain.passages.passage import Passage
from quizgen.domain.passages.span import Span


def bank_document(bank: Bank) -> Document:
    """Return the bank as a document of format 1; empty optional fields are left out."""
    document: Document = {
        "format": FORMAT,
        "title": bank.title,
        "passages": [passage_document(passage) for passage in bank.passages],
        "claims": [claim_document(claim) for claim in bank.claims],
    }
    if bank.conflicts:
        document["conflicts"] = [list(pair) for pair in bank.conflicts]
    document["items"] = [item_document(item) for item in bank.items]
    return document


def passage_document(passage: Passage) -> Document:
    """Return a passage with its text, or with the name and SHA-256 of the file that holds it."""
    document: Document = {"id": passage.id, "title": passage.title}
    if passage.source:
        return {**document, "source": passage.source, "sha256": passage.sha256}
    return {**document, "text": passage.text}


def claim_document(claim: Claim) -> Document:
    """Return a claim; what it says of itself as most claims do, and evidence while there is none, is left out."""
    document: Document = {
        "id": claim.id,
        "passage": claim.passage,
        "span": _span(claim.span),
        "statement": claim.statement,
        "stance": claim.stance.value,
    }
    if claim.polarity is not Polarity.AFFIRMED:
        document["polarity"] = claim.polarity.value
    if claim.quantifier:
        document["quantifier"] = claim.quantifier.value
    if claim.importance != MIDDLE_IMPORTANCE:
        document["importance"] = claim.importance
    if claim.leans_on:
        document["leans_on"] = claim.leans_on
    if claim.repeats:
        document["repeats"] = claim.repeats
    if claim.evidence != Evidence():
        document["evidence"] = evidence_document(claim.evidence)
    return document


def item_document(item: Item) -> Document:
    """Return an item: the common frame, and the fields of its kind between stem and rationale."""
    document: Document = {
        "id": item.id,
        "kind": item.kind,
        "basis": item.basis.value,
        "claims": list(item.claims),
        "stem": item.stem,
        **item.own_document(),
        "rationale": item.rationale,
        "spans": [_span(span) for span in item.spans],
        "maker": item.maker,
        "status": item.status.value,
        "why": item.why,
        "difficulty": item.difficulty,
        "tags": list(item.tags),
    }
    return {name: value for name, value in document.items() if value not in (None, [])}


def evidence_document(evidence: Evidence) -> Document:
    """Return a verdict on evidence with its sources."""
    document: Document = {"verdict": evidence.verdict.value}
    if evidence.reason:
        document["reason"] = evidence.reason
    if evidence.rationale:
        document["rationale"] = evidence.rationale
    if evidence.sources:
        document["sources"] = [_source(source) for source in evidence.sources]
    return document


def _source(source: Source) -> Document:
    document: Document = {
        "title": source.title,
        "publisher": source.publisher,
        "year": source.year,
        "url": source.url,
        "shows": source.shows,
        "says": source.says.value,
    }
    return {name: value for name, value in document.items() if value is not None}


def _span(span: Span) -> list[int]:
    return [span.start, span.end]
