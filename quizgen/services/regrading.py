"""Putting a quiz right after students have answered: preview who gains and loses, apply, undo; old marks are kept."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from typing import Any

from sqlalchemy import Select, delete, func, insert, select
from sqlalchemy.orm import Session, aliased

from quizgen.domain.attempts.attempt import ENDED, OPEN
from quizgen.domain.attempts.paper import Paper, read_paper
from quizgen.domain.document import Document
from quizgen.domain.errors import BadInput, NotFound
from quizgen.domain.items.item import Item
from quizgen.domain.scoring.correcting import RIGHTING, Correction, Intention, RuleChange, Step, righted
from quizgen.domain.scoring.rules import MarkingRules, rules_document
from quizgen.domain.scoring.score import Score, total
from quizgen.services.ending import mark_values, marks_of
from quizgen.services.wording import one_line
from quizgen.storage.stores.attempts import score_of
from quizgen.storage.stores.corrections import hold_marks, markings_of, step_of
from quizgen.storage.tables import (
    AccountRow,
    AttemptRow,
    CorrectionRow,
    FormerMarkRow,
    MarkRow,
    PaperRow,
    QuizRow,
)

LONGEST_REASON = 300
MOST_CORRECTIONS = 500
FIRST_RULES = "Chosen before anybody handed in."


@dataclass(frozen=True, slots=True)
class Asked:
    """An item of a quiz as it counts now, how often it was marked, and the average credit, if it was.

    ``intention`` is that of its last correction, None when it has none.
    """

    item: Item
    marked: int
    average: Fraction | None
    intention: Intention | None


@dataclass(frozen=True, slots=True)
class Change:
    """What a correction does to the score of one attempt that counts."""

    attempt_id: int
    student: str
    number: int
    before: Score
    after: Score

    @property
    def gain(self) -> Fraction:
        """Return by how much the share of the points grows, below 0 when it shrinks."""
        return self.after.share - self.before.share


@dataclass(frozen=True, slots=True)
class Corrected:
    """A correction as it was written down; ``stem`` is that of its item, "" for one of the marking rules."""

    id: int
    step: Step
    stem: str
    reason: str
    by: str
    at: datetime
    undone: datetime | None


def rules(session: Session, quiz_id: int) -> MarkingRules:
    """Return the marking rules that hold for attempts that have not ended."""
    return markings_of(session, [quiz_id])[quiz_id].rules


def ended_and_open(session: Session, quiz_id: int) -> tuple[int, int]:
    """Return how many attempts at a quiz have ended, and how many are being sat now."""
    query = select(AttemptRow.state, func.count()).where(AttemptRow.quiz_id == quiz_id).group_by(AttemptRow.state)
    counts = dict(iter(session.execute(query)))
    return sum(counts.get(state, 0) for state in ENDED), sum(counts.get(state, 0) for state in OPEN)


def asked(session: Session, quiz_id: int) -> tuple[Asked, ...]:
    """Return the items that students of a quiz were asked, by stem, with their keys as put right so far."""
    steps = markings_of(session, [quiz_id])[quiz_id].for_attempt(None)
    corrections = [step for step in steps if isinstance(step, Correction)]
    credits_given = _credits(session, quiz_id)
    items: dict[str, Item] = {}
    earned: defaultdict[str, list[Fraction]] = defaultdict(list)
    for attempt_id, paper in _papers(session, quiz_id):
        for place, question in enumerate(paper.questions):
            items.setdefault(question.item.id, question.item)
            if (attempt_id, place) in credits_given:
                earned[question.item.id].append(credits_given[attempt_id, place])
    found = [_asked(item, corrections, earned[item.id]) for item in items.values()]
    return tuple(sorted(found, key=lambda each: each.item.stem.casefold()))


def preview(session: Session, quiz_id: int, wanted: Step) -> tuple[Change, ...]:
    """Return what a step does to each marked attempt that counts, by student; nothing is kept.

    Raises BadInput when it changes nothing of the item or rules or makes them unsound, NotFound.
    """
    _check(session, quiz_id, wanted)
    extra = () if wanted.intention is Intention.LEAVE else (wanted,)
    rows = [row for row in session.scalars(_marked(quiz_id)) if row.state in ENDED]
    names = dict(
        iter(
            session.execute(
                select(AccountRow.id, AccountRow.name).where(AccountRow.id.in_({row.student_id for row in rows}))
            )
        )
    )
    changes = []
    for row, marks in marks_of(session, rows, extra).items():
        before = score_of(row)
        if before is not None:
            changes.append(Change(row.id, names[row.student_id], row.number, before, total(marks)))
    return tuple(sorted(changes, key=lambda change: (change.student.casefold(), change.attempt_id)))


def correct(session: Session, quiz_id: int, wanted: Step, *, reason: str, by: int, now: datetime) -> int:
    """Put a question or the marking rules right, mark anew whom it concerns, and return the correction's id.

    Attempts that run are marked by it when they end. The same step again, as from a button pressed twice, changes
    nothing. Raises BadInput as ``preview`` does, and without a reason once somebody has handed in.
    """
    _hold(session, quiz_id)
    if repeated := _repeated(session, quiz_id, wanted):
        return repeated
    _check(session, quiz_id, wanted)
    first = isinstance(wanted, RuleChange) and not ended_and_open(session, quiz_id)[0]
    why = one_line(reason or (FIRST_RULES if first else ""), "The reason", longest=LONGEST_REASON)
    item, document = _columns(wanted)
    row = CorrectionRow(
        quiz_id=quiz_id, item=item, intention=wanted.intention, document=document, reason=why, by_id=by, at=now
    )
    session.add(row)
    session.flush()
    _mark_anew(session, row, now)
    return row.id


def undo(session: Session, quiz_id: int, correction_id: int, *, by: int, now: datetime) -> None:
    """Take a correction back and mark anew; undoing twice changes nothing. Raises NotFound."""
    _hold(session, quiz_id)
    row = session.get(CorrectionRow, correction_id, populate_existing=True)
    if row is None or row.quiz_id != quiz_id:
        raise NotFound("There is no such correction.")
    if row.undone is None:
        row.undone, row.undone_by_id = now, by
        session.flush()
        _mark_anew(session, row, now)


def history(session: Session, quiz_id: int) -> tuple[Corrected, ...]:
    """Return the corrections of a quiz, the newest first, those that were undone too."""
    author = aliased(AccountRow)
    query = (
        select(CorrectionRow, author.name)
        .join(author, author.id == CorrectionRow.by_id)
        .where(CorrectionRow.quiz_id == quiz_id)
        .order_by(CorrectionRow.id.desc())
    )
    rows = session.execute(query).all()
    stems = {each.item.id: each.item.stem for each in asked(session, quiz_id)} if rows else {}
    return tuple(
        Corrected(row.id, step_of(row), stems.get(row.item or "", ""), row.reason, name, row.at, row.undone)
        for row, name in rows
    )


def _asked(item: Item, corrections: Sequence[Correction], earned: Sequence[Fraction]) -> Asked:
    own = [each for each in corrections if each.item == item.id]
    for each in own:
        item = righted(item, each.changes) if each.intention in RIGHTING else item
    average = sum(earned, Fraction(0)) / len(earned) if earned else None
    return Asked(item, len(earned), average, own[-1].intention if own else None)


def _columns(wanted: Step) -> tuple[str | None, Document]:
    if isinstance(wanted, RuleChange):
        return None, rules_document(wanted.rules)
    return wanted.item, dict(wanted.changes)


def _repeated(session: Session, quiz_id: int, wanted: Step) -> int | None:
    """Return the id of the newest correction when it says the same and counts."""
    query = select(CorrectionRow).where(CorrectionRow.quiz_id == quiz_id).order_by(CorrectionRow.id.desc()).limit(1)
    row = session.scalars(query).one_or_none()
    if row is None or row.undone is not None or step_of(row) != wanted:
        return None
    return row.id


def _check(session: Session, quiz_id: int, wanted: Step) -> None:
    if session.get(QuizRow, quiz_id) is None:
        raise NotFound("There is no such quiz.")
    made = select(func.count()).select_from(CorrectionRow).where(CorrectionRow.quiz_id == quiz_id)
    if (session.scalar(made) or 0) >= MOST_CORRECTIONS:
        raise BadInput(f"A quiz takes at most {MOST_CORRECTIONS} corrections.")
    if isinstance(wanted, RuleChange):
        _check_rules(session, quiz_id, wanted)
        return
    found = next((each for each in asked(session, quiz_id) if each.item.id == wanted.item), None)
    if found is None:
        raise NotFound("No student of this quiz was asked that question.")
    if wanted.intention not in RIGHTING:
        if wanted.intention is found.intention:
            raise BadInput("Nothing is changed: this was done before.")
    elif righted(found.item, wanted.changes) == found.item and found.intention in (None, *RIGHTING):
        raise BadInput("Nothing is changed: this is the answer that counts now.")


def _check_rules(session: Session, quiz_id: int, wanted: RuleChange) -> None:
    if problems := wanted.rules.problems():
        raise BadInput(" ".join(problems))
    if wanted.intention not in RIGHTING:
        raise BadInput("Rules hold for every question; take out a question, or give full credit, by itself.")
    if wanted.rules == rules(session, quiz_id):
        raise BadInput("Nothing is changed: these are the rules that hold.")


def _hold(session: Session, quiz_id: int) -> None:
    """Let nobody else make marks of this quiz, or correct it, until the transaction ends. Raises NotFound."""
    hold_marks(session, [quiz_id], alone=True)
    if session.get(QuizRow, quiz_id) is None:
        raise NotFound("There is no such quiz.")


def _mark_anew(session: Session, correction: CorrectionRow, now: datetime) -> None:
    rows = session.scalars(_marked(correction.quiz_id).with_for_update()).all()
    kept = _stored_marks(session, correction.quiz_id)
    for row, marks in marks_of(session, rows).items():
        before, after = kept[row.id], mark_values(row.id, marks)
        if before == after:
            continue
        session.add(
            FormerMarkRow(
                correction_id=correction.id,
                attempt_id=row.id,
                replaced=now,
                points=row.points,
                possible=row.possible,
                marks=_plain(before),
            )
        )
        session.execute(delete(MarkRow).where(MarkRow.attempt_id == row.id))
        if after:
            session.execute(insert(MarkRow), after)
        score = total(marks)
        row.points, row.possible = score.points, score.possible
    session.flush()


def _plain(marks: list[dict[str, Any]]) -> Document:
    return {str(mark["position"]): [str(mark[name]) for name in ("credit", "points", "possible")] for mark in marks}


def _marked(quiz_id: int) -> Select[AttemptRow]:
    """Voided attempts too: one that is brought back must come with marks that hold."""
    query = select(AttemptRow).where(AttemptRow.quiz_id == quiz_id, AttemptRow.marked).order_by(AttemptRow.id)
    return query.execution_options(populate_existing=True)


def _stored_marks(session: Session, quiz_id: int) -> defaultdict[int, list[dict[str, Any]]]:
    query = (
        select(MarkRow.attempt_id, MarkRow.position, MarkRow.credit, MarkRow.points, MarkRow.possible)
        .join(AttemptRow, AttemptRow.id == MarkRow.attempt_id)
        .where(AttemptRow.quiz_id == quiz_id)
        .order_by(MarkRow.attempt_id, MarkRow.position)
    )
    found: defaultdict[int, list[dict[str, Any]]] = defaultdict(list)
    for stored in session.execute(query).mappings():
        found[stored["attempt_id"]].append(dict(stored))
    return found


def _credits(session: Session, quiz_id: int) -> dict[tuple[int, int], Fraction]:
    """Return the credits of ended attempts by attempt and position."""
    query = (
        select(MarkRow.attempt_id, MarkRow.position, MarkRow.credit)
        .join(AttemptRow, AttemptRow.id == MarkRow.attempt_id)
        .where(AttemptRow.quiz_id == quiz_id, AttemptRow.state.in_(ENDED))
    )
    return {(attempt_id, place): credit for attempt_id, place, credit in session.execute(query)}


def _papers(session: Session, quiz_id: int) -> list[tuple[int, Paper]]:
    query = (
        select(PaperRow.attempt_id, PaperRow.document)
        .join(AttemptRow, AttemptRow.id == PaperRow.attempt_id)
        .where(AttemptRow.quiz_id == quiz_id)
        .order_by(PaperRow.attempt_id)
    )
    return [(attempt_id, read_paper(document)) for attempt_id, document in session.execute(query)]
