"""What the pages of this area show, but for the ledger: the list of banks, a new bank, and a draft at work."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from quizgen.domain.passages.passage import Passage
from quizgen.reading.files import READABLE, LeftOut, Reading
from quizgen.services.banks import BankCard
from quizgen.services.draft_cards import JobCard
from quizgen.services.drafting import Job, JobState
from quizgen.web.banks.forms import OTHER_FILE, NewBankForm
from quizgen.web.banks.progress import Progress, progress
from quizgen.web.banks.wording import STATE_WORDS, counted
from quizgen.web.passages import ShownBlock, shown

SHOWN_PARAGRAPHS = 40
SHOWN_LEFT_OUT = 12
EXCERPT = 160


@dataclass(frozen=True, slots=True)
class DraftRow:
    """A draft in the list: where it stands, in words; ``live`` while it waits or runs."""

    id: int
    title: str
    words: str
    live: bool
    requested: datetime


@dataclass(frozen=True, slots=True)
class IndexPage:
    """Drafts that have no bank yet, the teacher's banks, and those that came with the product."""

    drafts: tuple[DraftRow, ...]
    own: tuple[BankCard, ...]
    shipped: tuple[BankCard, ...]


@dataclass(frozen=True, slots=True)
class NewBankPage:
    """The form; ``largest`` is the most that can be read, in bytes; ``readable`` the endings of files, and ``other``
    what is said of other files."""

    form: NewBankForm
    largest: int
    readable: str = ",".join(READABLE)
    other: str = OTHER_FILE


@dataclass(frozen=True, slots=True)
class LeftOutRow:
    """What was left out for one reason: how often, and the first stretches of it, shortened."""

    reason: str
    count: int
    excerpts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Understood:
    """What was understood of a text. ``more`` counts the paragraphs that are not shown."""

    title: str
    words: int
    paragraphs: int
    sections: tuple[str, ...]
    left_out: tuple[LeftOutRow, ...]
    notes: tuple[str, ...]
    blocks: tuple[ShownBlock, ...]
    more: int


@dataclass(frozen=True, slots=True)
class JobPage:
    """A draft at work: what was understood, and how far it is."""

    id: int
    title: str
    understood: Understood
    progress: Progress


def index_page(drafts: tuple[JobCard, ...], cards: tuple[BankCard, ...]) -> IndexPage:
    """Return the list of banks."""
    own = tuple(card for card in cards if not card.shipped)
    shipped = tuple(card for card in cards if card.shipped)
    return IndexPage(tuple(_draft_row(card) for card in drafts), own, shipped)


def job_page(job: Job) -> JobPage:
    """Return the page of a draft at work."""
    understood = _understood(job.title, job.texts[0].reading)
    return JobPage(job.id, job.title, understood, progress(job.state, job.progress, understood.words, job.error))


def _draft_row(card: JobCard) -> DraftRow:
    words = STATE_WORDS[card.state]
    if card.state is JobState.RUNNING and card.progress.total:
        done, total = card.progress.done, counted(card.progress.total, "sentence")
        words = f"At work: {done:,} of {total}, {counted(card.progress.claims, 'claim')} so far"
    live = card.state in (JobState.QUEUED, JobState.RUNNING)
    return DraftRow(card.id, card.title, words, live, card.requested)


def _understood(title: str, reading: Reading) -> Understood:
    passage = Passage("p1", reading.title, reading.text)
    blocks = passage.blocks()
    paragraphs = sum(not block.is_heading for block in blocks)
    shown_blocks = shown(passage, most=SHOWN_PARAGRAPHS)
    return Understood(
        title=title,
        words=len(reading.text.split()),
        paragraphs=paragraphs,
        sections=tuple(block.span.of(reading.text) for block in blocks if block.level > 1),
        left_out=_left_out_rows(reading.left_out),
        notes=reading.notes,
        blocks=shown_blocks,
        more=max(paragraphs - SHOWN_PARAGRAPHS, 0),
    )


def _left_out_rows(left_out: tuple[LeftOut, ...]) -> tuple[LeftOutRow, ...]:
    counts = Counter(left.reason for left in left_out)
    by_reason = groupby(sorted(left_out, key=lambda left: (left.reason, left.start)), key=lambda left: left.reason)
    rows = (
        LeftOutRow(reason, counts[reason], tuple(_excerpt(left.text) for left in list(group)[:SHOWN_LEFT_OUT]))
        for reason, group in by_reason
    )
    return tuple(sorted(rows, key=lambda row: (-row.count, row.reason)))


def _excerpt(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= EXCERPT else f"{line[:EXCERPT].rstrip()}…"
