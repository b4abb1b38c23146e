"""The bank page: passage and claims side by side, filtered by what a teacher looks for, a hundred claims at a time."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from flask import url_for

from quizgen.domain.banks.bank import Bank
from quizgen.domain.claims.claim import Claim, Evidence, Stance, Verdict
from quizgen.domain.items.item import Item, Status
from quizgen.domain.items.verdict import VerdictItem
from quizgen.domain.passages.passage import Passage
from quizgen.domain.passages.span import Span
from quizgen.services.banks import StoredBank
from quizgen.services.quizzes import Quiz
from quizgen.web.banks.first import First, what_comes_first
from quizgen.web.banks.report import ReportSummary, report_summary
from quizgen.web.banks.rows import ClaimRow, ItemRow, Ledger
from quizgen.web.banks.wording import STANCE_WORDS, counted, in_order, kind_words
from quizgen.web.passages import Mark, ShownBlock, shown

ROWS_A_PAGE = 100
WHOLE_PASSAGE = 60_000
QUIZZES_NAMED = 4
ALL, TO_CHECK = "all", "check"

Wanted = Callable[[Item], bool]


@dataclass(frozen=True, slots=True)
class Tab:
    """A filter: its word, how many questions it shows, and whether it is the chosen one. ``sign`` is a verdict."""

    name: str
    word: str
    sign: str
    count: int
    href: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class PassagePart:
    """A passage, or the paragraphs of it that the claims on this page come from.

    ``ids`` is what the ids of its paragraphs begin with.
    """

    ids: str
    title: str
    blocks: tuple[ShownBlock, ...]
    is_whole: bool
    has_title: bool


@dataclass(frozen=True, slots=True)
class Turn:
    """A link to another hundred claims."""

    word: str
    href: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class LedgerPage:
    """A bank as its teacher looks through it; ``is_mine`` when the reader may change it."""

    id: int
    title: str
    shipped: bool
    is_mine: bool
    may_review: bool
    summary: str
    tabs: tuple[Tab, ...]
    show: str
    passages: tuple[PassagePart, ...]
    stances: tuple[tuple[Stance, str], ...]
    rows: tuple[ClaimRow, ...]
    loose: tuple[ItemRow, ...]
    turns: tuple[Turn, ...]
    report: ReportSummary | None
    quizzes: tuple[Quiz, ...]
    more_quizzes: int
    can_publish: bool
    any_looked: bool
    suggestions: int
    first: tuple[First, ...]


def ledger_page(
    stored: StoredBank,
    *,
    is_mine: bool,
    may_review: bool,
    show: str,
    claim: str,
    page: int,
    quizzes: Sequence[Quiz],
    suggestions: int = 0,
) -> LedgerPage:
    """Return the page with the filter ``show``, the claim with that id opened, and the ``page``-th hundred of rows.

    ``suggestions`` is how many wait for the teacher. An unknown filter shows all; the page of an opened
    claim wins over ``page``.
    """
    bank = stored.bank
    ledger = Ledger(stored.id, bank)
    wanted = filters(bank).get(show)
    show = show if wanted else ALL
    claims = [each for each in ledger.claims if not wanted or any(map(wanted, ledger.items[each.id]))]
    pages = max(-(-len(claims) // ROWS_A_PAGE), 1)
    place = next((place for place, each in enumerate(claims) if each.id == claim), None)
    number = min(max(page, 1), pages) if place is None else place // ROWS_A_PAGE + 1
    here = claims[(number - 1) * ROWS_A_PAGE : number * ROWS_A_PAGE]
    loose = [item for item in ledger.loose if not wanted or wanted(item)] if number == pages else []
    used = [quiz for quiz in reversed(quizzes) if quiz.bank_id == stored.id]
    return LedgerPage(
        id=stored.id,
        title=bank.title,
        shipped=stored.owner is None,
        is_mine=is_mine,
        may_review=may_review,
        summary=_summary(bank),
        tabs=tuple(_tabs(stored.id, bank, show)),
        show=show,
        passages=tuple(passage_parts(ledger, here, claim)),
        stances=tuple(STANCE_WORDS.items()),
        rows=tuple(_row(ledger, each, wanted, is_open=wanted is not None or each.id == claim) for each in here),
        loose=tuple(ledger.item_row(item) for item in loose),
        turns=tuple(_turns(stored.id, show, len(claims), number)),
        report=report_summary(stored.report),
        quizzes=tuple(used[:QUIZZES_NAMED]),
        more_quizzes=max(len(used) - QUIZZES_NAMED, 0),
        can_publish=bool(bank.ready()),
        any_looked=any(claim.evidence != Evidence() for claim in bank.claims),
        suggestions=suggestions,
        first=what_comes_first(stored.id, bank) if may_review else (),
    )


def _row(ledger: Ledger, claim: Claim, wanted: Wanted | None, *, is_open: bool) -> ClaimRow:
    items = ledger.items[claim.id]
    return ledger.claim_row(claim, [item for item in items if not wanted or wanted(item)], is_open=is_open)


def filters(bank: Bank) -> dict[str, Wanted]:
    """Return what each filter but ALL lets through; kinds with a verdict are told apart by it."""
    found: dict[str, Wanted] = {TO_CHECK: lambda item: item.status is Status.QUEUED}
    for verdict in Verdict:
        found[verdict.value] = lambda item, verdict=verdict: isinstance(item, VerdictItem) and item.key is verdict
    for kind in in_order({item.kind for item in bank.items if not isinstance(item, VerdictItem)}):
        found[kind] = lambda item, kind=kind: item.kind == kind
    return found


def _tabs(bank_id: int, bank: Bank, show: str) -> list[Tab]:
    words = {TO_CHECK: "To check", **{verdict.value: verdict.value.capitalize() for verdict in Verdict}}
    signs = {verdict.value for verdict in Verdict}
    tabs = [Tab(ALL, "All", "", len(bank.items), _address(bank_id), show == ALL)]
    for name, wanted in filters(bank).items():
        count = sum(map(wanted, bank.items))
        sign = name if name in signs else ""
        tabs.append(
            Tab(name, words.get(name) or kind_words(name), sign, count, _address(bank_id, show=name), show == name)
        )
    return tabs


def passage_parts(ledger: Ledger, here: Sequence[Claim], opened: str) -> list[PassagePart]:
    """Return each passage that has a claim here; all of them when there is no claim at all."""
    touched = {claim.passage for claim in here}
    parts = []
    for passage in ledger.bank.passages:
        if passage.id in touched or not here:
            within = _within(ledger, passage, here)
            marks = [_mark(ledger, claim, opened) for claim in ledger.claims if claim.passage == passage.id]
            blocks = shown(passage, marks, within=within)
            has_title = any(block.level == 1 for block in blocks)
            parts.append(
                PassagePart(ledger.paragraph_ids(passage.id), passage.title, blocks, within is None, has_title)
            )
    return parts


def _within(ledger: Ledger, passage: Passage, here: Sequence[Claim]) -> Span | None:
    """Return None for a passage that is shown whole, else the stretch from the first claim here to the last."""
    spans = [claim.span for claim in here if claim.passage == passage.id]
    if len(passage.text) <= WHOLE_PASSAGE:
        return None
    if not spans:
        return Span(0, WHOLE_PASSAGE)
    first = ledger.block_at(passage.id, spans[0]).span.start
    return Span(min(first, spans[0].start), max(span.end for span in spans))


def _mark(ledger: Ledger, claim: Claim, opened: str) -> Mark:
    number, verdict = ledger.numbers[claim.id], claim.evidence.verdict.value
    selected = " selected" if claim.id == opened else ""
    return Mark(
        span=claim.span,
        name=claim.id,
        look=f"line-{claim.stance.value} tone-{verdict}{selected}",
        label=str(number),
        sign=verdict,
        spoken=f"Claim {number}, {STANCE_WORDS[claim.stance]}, {verdict}:",
        href=ledger.href(claim.id),
    )


def _turns(bank_id: int, show: str, count: int, current: int) -> list[Turn]:
    if count <= ROWS_A_PAGE:
        return []
    turns = []
    for number, first in enumerate(range(1, count + 1, ROWS_A_PAGE), start=1):
        last = min(first + ROWS_A_PAGE - 1, count)
        href = _address(bank_id, show=None if show == ALL else show, page=number)
        turns.append(Turn(f"{first:,}–{last:,}", href, number == current))
    return turns


def _summary(bank: Bank) -> str:
    ready = len(bank.ready())
    queued = len(bank.items) - ready
    waiting = f", {queued:,} to check" if queued else ""
    return f"{counted(len(bank.claims), 'claim')}, {counted(len(bank.items), 'question')}: {ready:,} ready{waiting}."


def _address(bank_id: int, **query: object) -> str:
    return url_for("banks.show", bank_id=bank_id, **query)
