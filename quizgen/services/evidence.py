"""Evidence for claims as the teacher sees it: a check is asked for, and what it suggests confirmed or dismissed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from quizgen.domain.banks.bank import Bank
from quizgen.domain.banks.evidence import bank_with_source
from quizgen.domain.claims.suggestion import Reference, Suggestion
from quizgen.domain.errors import BadInput, Conflict, NotFound
from quizgen.generation.options import Options
from quizgen.services import banks
from quizgen.services.draft_texts import text_row
from quizgen.services.drafting import Job, JobState
from quizgen.services.references import Citation, Cited, citation
from quizgen.services.wording import LONGEST_TITLE, one_line
from quizgen.storage.tables import JobRow, SuggestionRow
from quizgen.storage.tables.suggestions import SuggestionState

__all__ = [
    "Citation",
    "Cited",
    "StoredSuggestion",
    "SuggestionState",
    "citation",
    "confirm",
    "dismiss",
    "of_bank",
    "references_of",
    "request",
    "unfinished",
    "waiting",
]

NO_REFERENCE = "Bring at least one reference text."
DECIDED = "This suggestion was decided before. Go back to the suggestions."
CLAIM_GONE = "The claim of this suggestion is not in the bank any more. Dismiss the suggestion."


@dataclass(frozen=True, slots=True)
class StoredSuggestion:
    """A suggestion and where it stands."""

    id: int
    state: SuggestionState
    suggestion: Suggestion


def request(session: Session, *, bank_id: int, owner: int, references: Sequence[Cited], now: datetime) -> int:
    """Ask for a check of a bank's claims against references, and return the job's id; the caller queues it.

    Raises BadInput, BadText for too many texts, NotFound.
    """
    if not references:
        raise BadInput(NO_REFERENCE)
    row = JobRow(
        owner_id=owner,
        title=banks.get(session, bank_id).bank.title,
        options=Options().document(),
        state=JobState.QUEUED,
        requested=now,
        looked_at=now,
        checks_id=bank_id,
    )
    session.add(row)
    session.flush()
    for place, cited in enumerate(references, start=1):
        text = text_row(cited.text, job_id=row.id, place=place)
        text.title = one_line(cited.title or text.title, "The title", longest=LONGEST_TITLE)
        text.citation = cited.citation.document()
        session.add(text)
    session.flush()
    return row.id


def references_of(job: Job) -> tuple[Reference, ...]:
    """Return the reference texts of a check."""
    found = []
    for text in job.texts:
        given = text.citation or {}
        year, url = given.get("year"), given.get("url")
        found.append(
            Reference(
                title=text.title,
                publisher=str(given.get("publisher", "")),
                text=text.reading.text,
                year=int(str(year)) if year else None,
                url=str(url) if url else None,
            )
        )
    return tuple(found)


def of_bank(session: Session, bank_id: int) -> tuple[StoredSuggestion, ...]:
    """Return the suggestions for a bank that wait, the oldest check first."""
    rows = session.scalars(
        select(SuggestionRow)
        .where(SuggestionRow.bank_id == bank_id, SuggestionRow.state == SuggestionState.WAITING)
        .order_by(SuggestionRow.id)
    )
    return tuple(StoredSuggestion(row.id, row.state, Suggestion.from_document(row.document)) for row in rows)


def waiting(session: Session, bank_id: int) -> int:
    """Return how many suggestions for a bank wait for its teacher."""
    query = select(func.count()).where(SuggestionRow.bank_id == bank_id, SuggestionRow.state == SuggestionState.WAITING)
    return session.scalar(query) or 0


def unfinished(session: Session, bank_id: int) -> int | None:
    """Return the newest check of a bank that waits or runs, None when there is none."""
    query = select(func.max(JobRow.id)).where(
        JobRow.checks_id == bank_id, JobRow.state.in_((JobState.QUEUED, JobState.RUNNING))
    )
    return session.scalar(query)


def confirm(session: Session, bank_id: int, suggestion_id: int, *, now: datetime) -> None:
    """Take a suggestion as evidence, in a new version of its bank.

    The claim's verdict becomes what its sources allow, its items on evidence are keyed anew, and one is made where
    there is none. Raises NotFound, Conflict when it does not wait any more or its claim is gone.
    """

    def changed(bank: Bank) -> Bank:
        row = _waiting(session, bank_id, suggestion_id)
        suggestion = Suggestion.from_document(row.document)
        if all(claim.id != suggestion.claim for claim in bank.claims):
            raise Conflict(CLAIM_GONE)
        row.state, row.decided = SuggestionState.CONFIRMED, now
        return bank_with_source(bank, suggestion.claim, suggestion.source)

    # The bank is locked first, always: two who confirm at once never wait for each other in a circle.
    banks.change(session, bank_id, changed, now=now, note="Evidence confirmed")


def dismiss(session: Session, bank_id: int, suggestion_id: int, *, now: datetime) -> None:
    """Put a suggestion away; the bank stays as it is. Raises NotFound, Conflict when it does not wait any more."""
    row = _waiting(session, bank_id, suggestion_id)
    row.state, row.decided = SuggestionState.DISMISSED, now
    session.flush()


def _waiting(session: Session, bank_id: int, suggestion_id: int) -> SuggestionRow:
    row = session.get(SuggestionRow, suggestion_id, with_for_update=True, populate_existing=True)
    if row is None or row.bank_id != bank_id:
        raise NotFound("There is no such suggestion for this bank.")
    if row.state is not SuggestionState.WAITING:
        raise Conflict(DECIDED)
    return row
