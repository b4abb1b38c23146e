"""How quizzes are marked: the steps of correction that count, as they are stored, and who may make marks when."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from quizgen.domain.scoring.correcting import Correction, Intention, RuleChange, Step, rules_after
from quizgen.domain.scoring.rules import MarkingRules, read_rules
from quizgen.storage.tables.corrections import CorrectionRow

_MARKS = 1  # names these locks among the advisory locks of the database


@dataclass(frozen=True, slots=True)
class Marking:
    """The steps of a quiz in order, each with the instant from which one that leaves marks counts."""

    steps: tuple[tuple[datetime, Step], ...] = ()

    @property
    def rules(self) -> MarkingRules:
        """Return the rules for attempts that have not ended."""
        return rules_after(self.for_attempt(None))

    def for_attempt(self, finished: datetime | None) -> tuple[Step, ...]:
        """Return the steps for an attempt that ended then, None: not yet; one that leaves marks is for later ones."""
        return tuple(
            step
            for at, step in self.steps
            if step.intention is not Intention.LEAVE or finished is None or finished > at
        )


def markings_of(session: Session, quiz_ids: Collection[int]) -> dict[int, Marking]:
    """Return how each quiz is marked; one query."""
    query = select(CorrectionRow).where(CorrectionRow.quiz_id.in_(quiz_ids), CorrectionRow.undone.is_(None))
    found: defaultdict[int, list[tuple[datetime, Step]]] = defaultdict(list)
    for row in session.scalars(query.order_by(CorrectionRow.id)):
        found[row.quiz_id].append((row.at, step_of(row)))
    return {quiz_id: Marking(tuple(found[quiz_id])) for quiz_id in quiz_ids}


def step_of(row: CorrectionRow) -> Step:
    """Return the step that the columns hold."""
    if row.item is None:
        return RuleChange(read_rules(row.document), row.intention)
    return Correction(row.item, row.intention, row.document)


def hold_marks(session: Session, quiz_ids: Collection[int], *, alone: bool = False) -> None:
    """Wait until marks of these quizzes may be made, and keep it so until the transaction ends.

    Any number mark at once; whoever corrects is ``alone``, so that each mark is made before a correction, which then
    finds and changes it, or after. SQLite has one writer at a time anyway.
    """
    if session.get_bind().dialect.name != "postgresql":
        return
    lock = func.pg_advisory_xact_lock if alone else func.pg_advisory_xact_lock_shared
    for quiz_id in sorted(quiz_ids):
        session.execute(select(lock(_MARKS, quiz_id)))
