"""What a run found, made and refused; plain counts, no clock."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from quizgen.domain.banks.bank import Bank
from quizgen.domain.document import Document
from quizgen.domain.items.item import Basis, Item, Status
from quizgen.domain.items.verdict import VerdictItem
from quizgen.generation.choosing import Judged
from quizgen.generation.claims.finding import Skipped
from quizgen.generation.report_text import report_text

MOST_EXAMPLES = 3
_NEGATION = re.compile(r"\b(?:not|never|no|none|neither|nor|rarely|hardly|few)\b|n[’']t\b", re.IGNORECASE)
_HEDGE = re.compile(
    r"\b(?:may|might|could|seems?|appears?|perhaps|probably|likely|usually|mostly|mainly|often)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Refused:
    """Proposals that one gate refused: how many, and the first few as (statement, reason)."""

    count: int
    examples: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Report:
    """``items`` counts by aspect (kind, key, maker, difficulty, status); ``cues`` counts ready verdict items with a cue
    by key; ``skipped`` pairs sentences without a claim with the reason."""

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
        }

    def text(self) -> str:
        """Return the report as a person reads it."""
        return report_text(self.document())


def make_report(bank: Bank, sentences: int, skipped: Iterable[Skipped], refused: Iterable[Judged]) -> Report:
    """Return the report on a finished bank."""
    verdict_items = [item for item in bank.items if isinstance(item, VerdictItem)]
    ready = [item for item in verdict_items if item.status is Status.READY]
    return Report(
        words=sum(
            len(block.span.of(passage.text).split()) for passage in bank.passages for block in passage.paragraphs()
        ),
        sentences=sentences,
        claims=_counted(claim.stance.value for claim in bank.claims),
        covered_ready=len({item.claims[0] for item in ready}),
        covered=len({item.claims[0] for item in verdict_items}),
        conflicts=len(bank.conflicts),
        skipped=tuple((one.sentence.text, one.reason) for one in skipped),
        items=_item_counts(bank.items),
        refused=_refusals(refused),
        cues=_cues([item for item in ready if item.basis is Basis.PASSAGE]),
    )


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
    return {
        "all": _counted(item.key.value for item in ready),
        "negation": _counted(item.key.value for item in ready if _NEGATION.search(_statement(item))),
        "number": _counted(item.key.value for item in ready if re.search(r"\d", _statement(item))),
        "hedge": _counted(item.key.value for item in ready if _HEDGE.search(_statement(item))),
        "context line": _counted(item.key.value for item in ready if item.stem.startswith("[Context:")),
        "up to 12 words": _counted(item.key.value for item in ready if len(_statement(item).split()) <= 12),
        "13 to 22 words": _counted(item.key.value for item in ready if 12 < len(_statement(item).split()) <= 22),
        "over 22 words": _counted(item.key.value for item in ready if len(_statement(item).split()) > 22),
    }


def _statement(item: Item) -> str:
    return item.stem.rpartition('"] ')[2]


def _counted(names: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(names).items()))


def _refused_document(refused: Refused) -> Document:
    examples = [{"statement": statement, "reason": reason} for statement, reason in refused.examples]
    return {"count": refused.count, "examples": examples}
