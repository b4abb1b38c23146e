"""What the pages of this area show: references to bring, a check at work, and suggestions side by side."""

from dataclasses import dataclass

from quizgen.domain.banks.bank import Bank
from quizgen.domain.claims.claim import Bearing, Source
from quizgen.reading.files import READABLE
from quizgen.services.banks import StoredBank
from quizgen.services.drafting import Job, JobProgress, JobState
from quizgen.services.evidence import StoredSuggestion
from quizgen.web.banks.progress import DONE, LATER, NOW, Progress, Step
from quizgen.web.banks.rows import Ledger
from quizgen.web.banks.wording import counted
from quizgen.web.evidence.forms import CheckForm

BEARING_WORDS = {
    Bearing.CONFIRMS: "Seems to confirm it",
    Bearing.REFUTES: "Seems to refute it",
    Bearing.LEAVES_OPEN: "Leaves it open",
}
WOULD_BE = {Bearing.CONFIRMS: "true", Bearing.REFUTES: "false", Bearing.LEAVES_OPEN: "unverified"}
HEADINGS = {
    JobState.QUEUED: "Waiting for its turn",
    JobState.RUNNING: "Comparing claims with the sources",
    JobState.DONE: "The claims are checked",
    JobState.FAILED: "The claims could not be checked",
    JobState.CANCELLED: "Stopped",
}


@dataclass(frozen=True, slots=True)
class CheckPage:
    """The form for references; ``largest`` is the most that can be read, in bytes."""

    bank: int
    title: str
    claims: int
    form: CheckForm
    largest: int
    readable: str = ",".join(READABLE)


@dataclass(frozen=True, slots=True)
class WorkPage:
    """A check at work: the sources, how far it is, and the claim it was asked for, None for all."""

    id: int
    bank: int
    title: str
    sources: tuple[str, ...]
    progress: Progress
    claim: str | None


@dataclass(frozen=True, slots=True)
class SuggestionRow:
    """A claim beside what a source says: ``sign`` is the verdict that the bearing speaks for."""

    id: int
    number: int
    statement: str
    href: str
    verdict: str
    quote: str
    source: Source
    place: str
    bearing: str
    sign: str
    why: str


@dataclass(frozen=True, slots=True)
class SuggestionsPage:
    """Suggestions that wait, in the order of the claims; ``at_work`` is a check that goes on."""

    bank: int
    title: str
    summary: str
    rows: tuple[SuggestionRow, ...]
    lost: tuple[int, ...]
    at_work: int | None


def work_page(job: Job, bank_id: int, claim: str | None) -> WorkPage:
    """Return the page of a check at work."""
    sources = tuple(text.title for text in job.texts)
    return WorkPage(job.id, bank_id, job.title, sources, check_progress(job.state, job.progress, job.error), claim)


def check_progress(state: JobState, counts: JobProgress, error: str | None) -> Progress:
    """Return how far a check is, in two named steps."""
    compared = state is JobState.DONE or 0 < counts.total <= counts.done
    notes = (f"{counts.done:,} of {counts.total:,}" if counts.total else "Not yet", f"{counts.items:,} so far")
    first = DONE if compared else NOW if state is JobState.RUNNING else LATER
    second = DONE if state is JobState.DONE else NOW if compared and state is JobState.RUNNING else LATER
    return Progress(
        state=state,
        heading=HEADINGS[state] if state in HEADINGS else HEADINGS[JobState.QUEUED],
        done=counts.total if state is JobState.DONE else counts.done,
        total=counts.total,
        steps=(Step("Claims compared", first, notes[0]), Step("Suggestions found", second, notes[1])),
        live=state in (JobState.QUEUED, JobState.RUNNING),
        error=error,
    )


def suggestions_page(stored: StoredBank, waiting: tuple[StoredSuggestion, ...], at_work: int | None) -> SuggestionsPage:
    """Return the suggestions of a bank beside their claims."""
    ledger = Ledger(stored.id, stored.bank)
    known = [one for one in waiting if one.suggestion.claim in ledger.numbers]
    rows = [suggestion_row(stored.bank, ledger, one) for one in known]
    rows.sort(key=lambda row: (row.number, row.id))
    claims = len({row.number for row in rows})
    about = f" about {counted(claims, 'claim')}" if rows else ""
    return SuggestionsPage(
        bank=stored.id,
        title=stored.bank.title,
        summary=f"{counted(len(rows), 'suggestion')}{about}.",
        rows=tuple(rows),
        lost=tuple(one.id for one in waiting if one.suggestion.claim not in ledger.numbers),
        at_work=at_work,
    )


def suggestion_row(bank: Bank, ledger: Ledger, one: StoredSuggestion) -> SuggestionRow:
    """Return a suggestion beside its claim. Raises KeyError when the claim is not in the bank."""
    suggestion = one.suggestion
    claim = bank.claim(suggestion.claim)
    source = suggestion.source
    section = f"“{suggestion.section}”, " if suggestion.section else ""
    return SuggestionRow(
        id=one.id,
        number=ledger.numbers[claim.id],
        statement=claim.statement,
        href=ledger.href(claim.id),
        verdict=claim.evidence.verdict.value,
        quote=source.shows,
        source=source,
        place=f"{section}paragraph\u00a0{suggestion.paragraph}",
        bearing=BEARING_WORDS[source.says],
        sign=WOULD_BE[source.says],
        why=suggestion.why,
    )
