"""The marking of quizzes: the rules that hold, and the corrections that count, as they are stored."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from quizgen.domain.scoring.correcting import Correction, Intention
from quizgen.domain.scoring.rules import USUAL, MarkingRules, read_rules
from quizgen.storage.tables.corrections import CorrectionRow


@dataclass(frozen=True, slots=True)
class Marking:
    """How attempts at a quiz are marked; each correction with the instant from which one that leaves marks counts."""

    rules: MarkingRules = USUAL
    corrections: tuple[tuple[datetime, Correction], ...] = ()

    def for_attempt(self, finished: datetime | None) -> tuple[Correction, ...]:
        """Return the corrections for an attempt that ended then (None: not yet)."""
        return tuple(
            correction
            for at, correction in self.corrections
            if correction.intention is not Intention.LEAVE or finished is None or finished >= at
        )


def markings_of(session: Session, quiz_ids: Collection[int]) -> dict[int, Marking]:
    """Return how each quiz is marked; one query."""
    query = select(CorrectionRow).where(CorrectionRow.quiz_id.in_(quiz_ids), CorrectionRow.undone.is_(None))
    found: defaultdict[int, list[CorrectionRow]] = defaultdict(list)
    for row in session.scalars(query.order_by(CorrectionRow.id)):
        found[row.quiz_id].append(row)
    return {quiz_id: _marking(found[quiz_id]) for quiz_id in quiz_ids}


def correction_of(row: CorrectionRow) -> Correction | None:
    """Return the correction that the columns hold, or None for one of the marking rules."""
    return None if row.item is None else Correction(row.item, row.intention, row.document)


def _marking(rows: list[CorrectionRow]) -> Marking:
    rules = USUAL
    corrections = []
    for row in rows:
        correction = correction_of(row)
        if correction is None:
            rules = read_rules(row.document)
        else:
            corrections.append((row.at, correction))
    return Marking(rules, tuple(corrections))
