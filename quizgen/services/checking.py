"""Checks of claims as the worker sees them: what was found is kept for the teacher to decide."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from quizgen.domain.claims.suggestion import Suggestion
from quizgen.services import banks
from quizgen.services.drafting import JobState
from quizgen.services.generating import running
from quizgen.storage.tables import SuggestionRow
from quizgen.storage.tables.suggestions import SuggestionState


def finish(session: Session, job_id: int, found: Sequence[Suggestion], *, now: datetime) -> None:
    """Keep what a check suggests for its teacher to decide. Raises Cancelled when the job does not run any more."""
    row = running(session, job_id)
    bank_id = row.checks_id
    if bank_id is None:
        raise ValueError(f"job {job_id} checks no bank")
    cited = {
        (claim.id, source) for claim in banks.get(session, bank_id).bank.claims for source in claim.evidence.sources
    }
    session.add_all(
        SuggestionRow(
            bank_id=bank_id, job_id=job_id, claim=one.claim, document=one.document(), state=SuggestionState.WAITING
        )
        for one in found
        if (one.claim, one.source) not in cited
    )
    row.state, row.finished, row.looked_at, row.bank_id = JobState.DONE, now, now, bank_id
    session.flush()
