"""What the pages of this area show, but for the ledger: the list of banks, a new bank, a draft on its way."""

from dataclasses import dataclass, replace
from datetime import datetime

from quizgen.domain.passages.passage import Passage
from quizgen.reading.files import READABLE
from quizgen.services.banks import BankCard
from quizgen.services.draft_cards import JobCard
from quizgen.services.drafting import Job, JobState
from quizgen.web.banks.choices import ChoicesForm
from quizgen.web.banks.forms import OTHER_FILE, BringForm
from quizgen.web.banks.progress import Progress, progress
from quizgen.web.banks.sections import Section, sections_of
from quizgen.web.banks.understood import Understood, understood
from quizgen.web.banks.wording import STATE_WORDS, counted

FINER = ("kinds", "count", "true", "false", "unverified", "easiest", "hardest", "bases", "never_gaps", "seed")


@dataclass(frozen=True, slots=True)
class DraftRow:
    """A draft in the list: where it stands, in words; ``can_retry`` when it has failed or was stopped."""

    id: int
    title: str
    words: str
    can_retry: bool
    requested: datetime


@dataclass(frozen=True, slots=True)
class IndexPage:
    """Drafts without a bank yet, the teacher's banks, those of colleagues, and those that came with the product."""

    drafts: tuple[DraftRow, ...]
    own: tuple[BankCard, ...]
    shared: tuple[BankCard, ...]
    shipped: tuple[BankCard, ...]


@dataclass(frozen=True, slots=True)
class NewBankPage:
    """The form that texts come in by; ``largest`` is the most that can be read, in bytes; ``readable`` the endings of
    files, and ``other`` what is said of other files."""

    form: BringForm
    largest: int
    readable: str = ",".join(READABLE)
    other: str = OTHER_FILE


@dataclass(frozen=True, slots=True)
class JobPage:
    """A draft at work: what was understood, and how far it is. ``can_reopen``: its teacher may choose again."""

    id: int
    title: str
    understood: Understood
    progress: Progress
    can_reopen: bool


@dataclass(frozen=True, slots=True)
class ChoicesPage:
    """A draft that waits for its teacher: what was read, and the form; ``more`` when another text came in just now.

    ``opened`` tells whether the part with the finer choices stands open: something in it is to be mended.
    """

    id: int
    title: str
    understood: Understood
    sections: tuple[Section, ...]
    form: ChoicesForm
    bring: NewBankPage
    opened: bool
    came: int = 0


def index_page(drafts: tuple[JobCard, ...], cards: tuple[BankCard, ...], *, reader: int) -> IndexPage:
    """Return the list of banks."""
    own = tuple(card for card in cards if card.owner == reader)
    shared = tuple(card for card in cards if card.owner not in (reader, None))
    shipped = tuple(card for card in cards if card.shipped)
    return IndexPage(tuple(_draft_row(card) for card in drafts), own, shared, shipped)


def job_page(job: Job) -> JobPage:
    """Return the page of a draft at work."""
    found = understood([replace(text, read=text.reading, put_back=()) for text in job.texts if text.used])
    now = progress(job.state, job.progress, found.words, job.error)
    return JobPage(job.id, job.title, found, now, job.state in (JobState.FAILED, JobState.CANCELLED))


def choices_page(job: Job, form: ChoicesForm, *, largest: int, came: int = 0) -> ChoicesPage:
    """Return the page of a draft that waits for its teacher, with the text as the form would have it."""
    choices = form.text_choices(job.texts)
    texts = [replace(text, put_back=choice.put_back) for text, choice in zip(job.texts, choices, strict=True)]
    sections = sections_of(Passage("", text.title, text.read.text) for text in job.texts)
    opened = any(field.errors for field in form if field.short_name in FINER)
    return ChoicesPage(job.id, job.title, understood(texts), sections, form, NewBankPage(form, largest), opened, came)


def _draft_row(card: JobCard) -> DraftRow:
    words = STATE_WORDS[card.state]
    if card.state is JobState.RUNNING and card.progress.total:
        done, total = card.progress.done, counted(card.progress.total, "sentence")
        words = f"At work: {done:,} of {total}, {counted(card.progress.claims, 'claim')} so far"
    can_retry = card.state in (JobState.FAILED, JobState.CANCELLED)
    return DraftRow(card.id, card.title, words, can_retry, card.requested)
