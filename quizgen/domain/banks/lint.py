"""What is wrong with a bank as a whole: ids, references, spans, keys that evidence does not bear out."""

from collections.abc import Iterator

from quizgen.domain.banks.bank import Bank
from quizgen.domain.errors import Problem
from quizgen.domain.items.evidence_finding import EvidenceFindingItem
from quizgen.domain.items.item import Basis, Item, self_test
from quizgen.domain.items.verdict import VerdictItem


def lint(bank: Bank) -> tuple[Problem, ...]:
    """Return every problem, in the order of the file; () for a sound bank."""
    return (*_repeated_ids(bank), *_claims(bank), *_conflicts(bank), *_items(bank))


def _repeated_ids(bank: Bank) -> Iterator[Problem]:
    ids = {
        "passages": [passage.id for passage in bank.passages],
        "claims": [claim.id for claim in bank.claims],
        "items": [item.id for item in bank.items],
    }
    for name, names in ids.items():
        seen: set[str] = set()
        for index, thing in enumerate(names):
            if thing in seen:
                yield Problem(f"{name}[{index}].id", f"{thing} is used twice")
            seen.add(thing)


def _claims(bank: Bank) -> Iterator[Problem]:
    lengths = {passage.id: len(passage.text) for passage in bank.passages}
    earlier: set[str] = set()
    for index, claim in enumerate(bank.claims):
        path = f"claims[{index}]"
        if claim.passage not in lengths:
            yield Problem(f"{path}.passage", f"there is no passage {claim.passage!r}")
        elif claim.span.end > lengths[claim.passage]:
            yield Problem(f"{path}.span", f"ends after the passage, which has {lengths[claim.passage]:,} characters")
        for message in claim.evidence.problems():
            yield Problem(f"{path}.evidence", message)
        for message in claim.problems():
            yield Problem(path, message)
        if claim.repeats is not None and claim.repeats not in earlier:
            yield Problem(f"{path}.repeats", f"no claim before this one is {claim.repeats!r}")
        earlier.add(claim.id)


def _conflicts(bank: Bank) -> Iterator[Problem]:
    known = {claim.id for claim in bank.claims}
    for index, pair in enumerate(bank.conflicts):
        for claim_id in pair:
            if claim_id not in known:
                yield Problem(f"conflicts[{index}]", f"there is no claim {claim_id!r}")
        if pair[0] == pair[1]:
            yield Problem(f"conflicts[{index}]", "a claim cannot be in conflict with itself")


def _items(bank: Bank) -> Iterator[Problem]:
    claims = {claim.id: claim for claim in bank.claims}
    lengths = {passage.id: len(passage.text) for passage in bank.passages}
    for index, item in enumerate(bank.items):
        path = f"items[{index}]"
        own = item.problems()
        yield from (Problem(path, message) for message in own)
        unknown = [claim_id for claim_id in item.claims if claim_id not in claims]
        yield from (Problem(f"{path}.claims", f"there is no claim {claim_id!r}") for claim_id in unknown)
        if own or unknown:
            continue
        yield from (Problem(path, message) for message in self_test(item))
        yield from _evidence_key(bank, item, path)
        passage = claims[item.claims[0]].passage if item.claims else bank.passages[0].id
        yield from _quotes(bank, item, passage, path)
        if any(span.end > lengths.get(passage, 0) for span in item.spans):
            yield Problem(f"{path}.spans", "a span ends after the passage")


def _evidence_key(bank: Bank, item: Item, path: str) -> Iterator[Problem]:
    if isinstance(item, VerdictItem) and item.basis is Basis.EVIDENCE:
        verdict = bank.claim(item.claims[0]).evidence.verdict
        if item.key is not verdict:
            message = f"the evidence for {item.claims[0]} says {verdict.value}, so the key cannot be {item.key.value}"
            yield Problem(f"{path}.key", message)


def _quotes(bank: Bank, item: Item, passage_id: str, path: str) -> Iterator[Problem]:
    if isinstance(item, EvidenceFindingItem):
        text = next((passage.text for passage in bank.passages if passage.id == passage_id), "")
        for quote in item.foreign(text):
            yield Problem(f"{path}.options", f"does not stand in the passage word for word: {quote}")
