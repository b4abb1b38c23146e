"""What a run found, made and refused; plain counts, no clock."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from quizgen.domain.banks.bank import Bank
from quizgen.domain.banks.cues import ALL_CUES, Balance, cues_of
from quizgen.domain.claims.claim import Verdict
from quizgen.domain.document import Document
from quizgen.domain.items.item import Basis, Item, Status
from quizgen.domain.items.verdict import VerdictItem
from quizgen.generation.choosing import Judged
from quizgen.generation.claims.finding import Skipped
from quizgen.generation.composing import Composed
from quizgen.generation.report_text import report_text

MOST_EXAMPLES = 3


@dataclass(frozen=True, slots=True)
class Refused:
    """Proposals that one gate refused: how many, and the first few as (statement, reason)."""

    count: int
    examples: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Report:
    """What a run found and made.

    ``items`` counts by aspect (kind, key, maker, difficulty, status); ``cues`` counts the ready verdict items of each
    class of ``domain/banks/cues.py`` by key; ``skipped`` pairs sentences without a claim with the reason; ``set_aside``
    items are ready but were not asked for; ``unmet`` tells what was asked for and could not be had.
    """

    words: int = 0
    sentences: int = 0
    claims: dict[str, int] = field(default_factory=dict)
    covered_ready: int = 0
    covered: int = 0
    conflicts: int = 0
    skipped: tuple[tuple[str, str], ...] = ()
    items: dict[str, dict[str, int]] = field(default_factory=dict)
    refused: dict[str, Refused] = field(default_factory=dict)
    cues: dict[str, dict[str, int]] = field(default_factory=dict)
    set_aside: int = 0
    unmet: tuple[str, ...] = ()

    def document(self) -> Document:
        """Return plain values that JSON can hold."""
        return {
            "words": self.words,
            "sentences": self.sentences,
            "claims": {"count": sum(self.claims.values()), "by_stance": dict(self.claims)},
            "coverage": {"with_ready_verdict_item": self.covered_ready, "with_verdict_item": self.covered},
            "conflicts": self.conflicts,
            "skipped": [{"sentence": sentence, "reason": reason} for sentence, reason in self.skipped],
            "items": {aspect: dict(counts) for aspect, counts in self.items.items()},
            "refused": {gate: _refused_document(refused) for gate, refused in self.refused.items()},
            "cues": {cue: dict(counts) for cue, counts in self.cues.items()},
            "set_aside": self.set_aside,
            "unmet": list(self.unmet),
        }

    def text(self) -> str:
        """Return the report as a person reads it."""
        return report_text(self.document())


def make_report(composed: Composed, sentences: int, skipped: Iterable[Skipped], refused: Iterable[Judged]) -> Report:
    """Return the report on a finished bank."""
    bank = composed.bank
    verdict_items = [item for item in bank.items if isinstance(item, VerdictItem)]
    ready = [item for item in verdict_items if item.status is Status.READY]
    return Report(
        words=sum(
            len(block.span.of(passage.text).split()) for passage in bank.passages for block in passage.paragraphs()
        ),
        sentences=sentences,
        claims=_counted(claim.stance.value for claim in bank.claims),
        covered_ready=_covered(bank, ready),
        covered=_covered(bank, verdict_items),
        conflicts=len(bank.conflicts),
        skipped=tuple((one.sentence.text, one.reason) for one in skipped),
        items=_item_counts(bank.items),
        refused=_refusals(refused),
        cues=_cues([item for item in ready if item.basis is Basis.PASSAGE]),
        set_aside=composed.set_aside,
        unmet=composed.unmet,
    )


def _covered(bank: Bank, items: Sequence[Item]) -> int:
    """Return how many claims an item asks about; what restates another claim goes with that one."""
    asked = {item.claims[0] for item in items}
    return sum(claim.id in asked or claim.repeats in asked for claim in bank.claims)


def _refusals(judged: Iterable[Judged]) -> dict[str, Refused]:
    examples: dict[str, list[tuple[str, str]]] = {}
    counts: Counter[str] = Counter()
    for one in judged:
        counts[one.ruling.gate] += 1
        found = examples.setdefault(one.ruling.gate, [])
        if len(found) < MOST_EXAMPLES:
            found.append((one.candidate.proposal.stem, one.ruling.reason))
    return {gate: Refused(counts[gate], tuple(examples[gate])) for gate in sorted(counts)}


def _item_counts(items: Sequence[Item]) -> dict[str, dict[str, int]]:
    verdicts = [item for item in items if isinstance(item, VerdictItem)]
    return {
        "by_status": _counted(item.status.value for item in items),
        "by_kind": _counted(item.kind for item in items),
        "ready_by_kind": _counted(item.kind for item in items if item.status is Status.READY),
        "ready_by_key": _counted(item.key.value for item in verdicts if item.status is Status.READY),
        "queued_by_key": _counted(item.key.value for item in verdicts if item.status is Status.QUEUED),
        "ready_by_maker": _counted(item.maker or "" for item in items if item.status is Status.READY),
        "queued_by_maker": _counted(item.maker or "" for item in items if item.status is Status.QUEUED),
        "by_difficulty": _counted(str(item.difficulty) for item in items),
    }


def _cues(ready: Sequence[VerdictItem]) -> dict[str, dict[str, int]]:
    balance = Balance()
    for item in ready:
        balance.add(item.key, cues_of(item.stem))
    table = {
        cue: {key.value: balance.counts[key][cue] for key in sorted(Verdict) if balance.counts[key][cue]}
        for cue in ALL_CUES
    }
    return {"all": _counted(item.key.value for item in ready)} | {
        cue: counts for cue, counts in table.items() if counts
    }


def _counted(names: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(names).items()))


def _refused_document(refused: Refused) -> Document:
    examples = [{"statement": statement, "reason": reason} for statement, reason in refused.examples]
    return {"count": refused.count, "examples": examples}
