"""Claims and items as rows of the ledger: everything a teacher needs to judge a key, in words."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from flask import url_for

from quizgen.domain.banks.bank import Bank
from quizgen.domain.claims.claim import Claim, Evidence, Source, Stance, Verdict
from quizgen.domain.items.cloze import ClozeItem
from quizgen.domain.items.evidence_finding import EvidenceFindingItem
from quizgen.domain.items.item import Item, Status
from quizgen.domain.items.multiple_response import MultipleResponseItem
from quizgen.domain.items.short_answer import ShortAnswerItem
from quizgen.domain.items.verdict import VerdictItem
from quizgen.domain.passages.passage import Block
from quizgen.domain.passages.span import Span
from quizgen.web.banks.wording import BASIS_WORDS, BEARING_WORDS, STANCE_WORDS, kind_words, maker_words
from quizgen.web.items.item import without_context


@dataclass(frozen=True, slots=True)
class Option:
    """An option, and whether it is the key."""

    text: str
    is_key: bool


@dataclass(frozen=True, slots=True)
class ItemRow:
    """A question: its key (``verdict`` for the signature kind), how it came about, and why it waits if it does.

    ``others`` are the numbers of further claims that it is about.
    """

    id: str
    kind: str
    basis: str
    verdict: str
    key: str
    accepted: tuple[str, ...]
    context: str
    stem: str
    options: tuple[Option, ...]
    rationale: str
    to_check: bool
    why: str
    maker: str
    difficulty: int
    tags: tuple[str, ...]
    others: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source and what it says about the claim, in a word."""

    bearing: str
    source: Source


@dataclass(frozen=True, slots=True)
class OtherClaim:
    """A claim that another one cannot hold together with, or says again."""

    number: int
    statement: str
    href: str


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim with its place in the passage, its evidence and its questions.

    ``anchor`` and ``place`` are the ids of its row and of its paragraph on the page. ``looked`` tells whether anybody
    has looked for evidence; ``matching`` are the questions that the chosen filter shows.
    """

    number: int
    id: str
    anchor: str
    statement: str
    stance: Stance
    stance_word: str
    verdict: Verdict
    looked: bool
    reason: str
    rationale: str
    sources: tuple[SourceRow, ...]
    quote: str
    paragraph: int
    place: str
    conflicts: tuple[OtherClaim, ...]
    repeats: OtherClaim | None
    matching: tuple[ItemRow, ...]
    is_open: bool

    @property
    def to_check(self) -> bool:
        """Tell whether a question of this claim waits for a person."""
        return any(item.to_check for item in self.matching)


class Ledger:
    """A bank's claims in reading order, numbered from 1, with what belongs to each."""

    def __init__(self, bank_id: int, bank: Bank) -> None:
        self.bank_id, self.bank = bank_id, bank
        self._passages = {passage.id: passage for passage in bank.passages}
        self._places = {passage.id: place for place, passage in enumerate(bank.passages, start=1)}
        self.claims = sorted(bank.claims, key=lambda each: (self._places[each.passage], each.span.start, each.span.end))
        self.numbers = {claim.id: number for number, claim in enumerate(self.claims, start=1)}
        self._statements = {claim.id: claim.statement for claim in self.claims}
        self._blocks = {passage.id: passage.blocks() for passage in bank.passages}
        self._starts = {name: [block.span.start for block in blocks] for name, blocks in self._blocks.items()}
        self.items: dict[str, list[Item]] = {claim.id: [] for claim in self.claims}
        self.loose: list[Item] = []
        for item in bank.items:
            self.items[item.claims[0]].append(item) if item.claims else self.loose.append(item)
        self._conflicts: dict[str, list[str]] = {claim.id: [] for claim in self.claims}
        for one, other in bank.conflicts:
            self._conflicts[one].append(other)
            self._conflicts[other].append(one)

    def claim_row(self, claim: Claim, items: list[Item], *, is_open: bool) -> ClaimRow:
        """Return the row of a claim with these of its questions."""
        evidence = claim.evidence
        paragraph = self.block_at(claim.passage, claim.span).number
        return ClaimRow(
            number=self.numbers[claim.id],
            id=claim.id,
            anchor=anchor(claim.id),
            statement=claim.statement,
            stance=claim.stance,
            stance_word=STANCE_WORDS[claim.stance],
            verdict=evidence.verdict,
            looked=evidence != Evidence(),
            reason=evidence.reason or "",
            rationale=evidence.rationale or "",
            sources=tuple(SourceRow(BEARING_WORDS[source.says], source) for source in evidence.sources),
            quote=claim.span.of(self._passages[claim.passage].text),
            paragraph=paragraph,
            place=f"{self.paragraph_ids(claim.passage)}-{paragraph}",
            conflicts=tuple(self.other(other) for other in sorted(self._conflicts[claim.id], key=self.numbers.get)),
            repeats=self.other(claim.repeats) if claim.repeats in self.numbers else None,
            matching=tuple(self.item_row(item) for item in items),
            is_open=is_open,
        )

    def href(self, claim_id: str) -> str:
        """Return the address of the page with a claim opened."""
        return url_for("banks.show", bank_id=self.bank_id, claim=claim_id, _anchor=anchor(claim_id))

    def item_row(self, item: Item) -> ItemRow:
        """Return the row of a question."""
        context, stem = without_context(item.stem)
        accepted = (
            item.key if isinstance(item, ClozeItem | EvidenceFindingItem | ShortAnswerItem) else (item.key_text(),)
        )
        right = item.key if isinstance(item, MultipleResponseItem) else accepted
        options: tuple[str, ...] = getattr(item, "options", ())
        return ItemRow(
            id=item.id,
            kind=kind_words(item.kind),
            basis=BASIS_WORDS[item.basis],
            verdict=item.key.value if isinstance(item, VerdictItem) else "",
            key=item.key_text(),
            accepted=accepted,
            context=context,
            stem=stem,
            options=tuple(Option(option, option in right) for option in options),
            rationale=item.rationale,
            to_check=item.status is Status.QUEUED,
            why=item.why or "",
            maker=maker_words(item.maker),
            difficulty=item.difficulty,
            tags=item.tags,
            others=tuple(sorted(self.numbers[claim] for claim in item.claims[1:])),
        )

    def paragraph_ids(self, passage: str) -> str:
        """Return what the ids of a passage's paragraphs on the page begin with."""
        return f"paragraph-{self._places[passage]}"

    def paragraph(self, place: str) -> tuple[str, Span] | None:
        """Return the passage and the span of the paragraph that has this id on the page, None when there is none."""
        return next(
            (
                (passage, block.span)
                for passage, blocks in self._blocks.items()
                for block in blocks
                if not block.is_heading and f"{self.paragraph_ids(passage)}-{block.number}" == place
            ),
            None,
        )

    def other(self, claim_id: str) -> OtherClaim:
        """Return a claim as a link."""
        return OtherClaim(self.numbers[claim_id], self._statements[claim_id], self.href(claim_id))

    def block_at(self, passage: str, span: Span) -> Block:
        """Return the block in which a span of the passage begins, or the nearest one before it."""
        place = bisect_right(self._starts[passage], span.start) - 1
        return self._blocks[passage][max(place, 0)]


def anchor(claim_id: str) -> str:
    """Return the id of a claim's row on the page; ids in bank files may hold what an anchor cannot."""
    return f"claim-{re.sub('[^A-Za-z0-9_-]', '-', claim_id)}"
