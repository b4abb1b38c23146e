"""Putting a quiz right after students have answered: preview who gains and loses, apply, undo; old marks are kept."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session, aliased

from quizgen.domain.attempts.attempt import ENDED
from quizgen.domain.attempts.paper import Paper, read_paper
from quizgen.domain.errors import BadInput, NotFound
from quizgen.domain.items.item import Item
from quizgen.domain.scoring.correcting import RIGHTING, Correction, Intention, righted
from quizgen.domain.scoring.rules import MarkingRules, rules_document
from quizgen.domain.scoring.score import Score, total
from quizgen.services.ending import credits_of, mark_rows
from quizgen.services.wording import one_line
from quizgen.storage.stores.attempts import score_of
from quizgen.storage.stores.corrections import correction_of, markings_of
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


@dataclass(frozen=True, slots=True)
class Asked:
    """An item of a quiz as it counts now: how many marked attempts had it, and their average credit, if any did."""

    item: Item
    attempts: int
    average: Fraction | None
    intention: Intention | None


@dataclass(frozen=True, slots=True)
class Change:
    """What a correction does to the score of one attempt."""

    attempt_id: int
    student: str
    before: Score
    after: Score


@dataclass(frozen=True, slots=True)
class Corrected:
    """A correction as it was written down; ``correction`` is None for one of the marking rules."""

    id: int
    correction: Correction | None
    stem: str
    reason: str
    by: str
    at: datetime
    undone: datetime | None


Wanted = Correction | MarkingRules


def rules(session: Session, quiz_id: int) -> MarkingRules:
    """Return the marking rules that hold for a quiz."""
    return markings_of(session, [quiz_id])[quiz_id].rules


def asked(session: Session, quiz_id: int) -> tuple[Asked, ...]:
    """Return the items that students of a quiz were asked, by stem, with their keys as put right so far."""
    corrections = [each for _, each in markings_of(session, [quiz_id])[quiz_id].corrections]
    items: dict[str, Item] = {}
    earned: defaultdict[str, list[Fraction]] = defaultdict(list)
    given: defaultdict[int, dict[int, Fraction]] = defaultdict(dict)
    of_quiz = select(AttemptRow.id).where(AttemptRow.quiz_id == quiz_id, AttemptRow.state.in_(ENDED))
    for mark in session.scalars(select(MarkRow).where(MarkRow.attempt_id.in_(of_quiz))):
        given[mark.attempt_id][mark.position] = mark.credit
    for attempt_id, paper in _papers(session, quiz_id).items():
        for place, question in enumerate(paper.questions):
            items.setdefault(question.item.id, question.item)
            if place in given[attempt_id]:
                earned[question.item.id].append(given[attempt_id][place])
    found = []
    for item in items.values():
        own = [each for each in corrections if each.item == item.id]
        for each in own:
            item = righted(item, each.changes) if each.intention in RIGHTING else item
        marks = earned[item.id]
        average = sum(marks, Fraction(0)) / len(marks) if marks else None
        found.append(Asked(item, len(marks), average, own[-1].intention if own else None))
    return tuple(sorted(found, key=lambda each: each.item.stem.casefold()))


def preview(session: Session, quiz_id: int, wanted: Wanted, *, now: datetime) -> tuple[Change, ...]:
    """Return every marked attempt whose score the correction would change, by student; nothing is kept.

    Raises BadInput when it changes nothing of the item or makes it unsound, NotFound.
    """
    with session.begin_nested() as trial:
        _write(session, quiz_id, wanted, reason="", by=_some_author(session, quiz_id), now=now)
        changes = _changes(session, quiz_id)
        trial.rollback()
    return changes


def correct(session: Session, quiz_id: int, wanted: Wanted, *, reason: str, by: int, now: datetime) -> int:
    """Put a question or the marking rules right, mark anew whom it concerns, and return the correction's id.

    Attempts that run are marked by it when they end. Raises BadInput as ``preview`` does and without a reason.
    """
    why = one_line(reason, "The reason", longest=LONGEST_REASON)
    row = _write(session, quiz_id, wanted, reason=why, by=by, now=now)
    _mark_anew(session, row, now)
    return row.id


def undo(session: Session, quiz_id: int, correction_id: int, *, by: int, now: datetime) -> None:
    """Take a correction back and mark anew; undoing twice changes nothing. Raises NotFound."""
    _locked(session, quiz_id)
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
        Corrected(row.id, correction_of(row), stems.get(row.item or "", ""), row.reason, name, row.at, row.undone)
        for row, name in rows
    )


def _write(session: Session, quiz_id: int, wanted: Wanted, *, reason: str, by: int, now: datetime) -> CorrectionRow:
    _locked(session, quiz_id)
    if isinstance(wanted, MarkingRules):
        if problems := wanted.problems():
            raise BadInput(" ".join(problems))
        if wanted == rules(session, quiz_id):
            raise BadInput("Nothing is changed: these are the rules that hold.")
        item, intention, document = None, Intention.NEW, rules_document(wanted)
    else:
        _check(session, quiz_id, wanted)
        item, intention, document = wanted.item, wanted.intention, dict(wanted.changes)
    row = CorrectionRow(
        quiz_id=quiz_id, item=item, intention=intention, document=document, reason=reason, by_id=by, at=now
    )
    session.add(row)
    session.flush()
    return row


def _check(session: Session, quiz_id: int, wanted: Correction) -> None:
    every = {each.item.id: each for each in asked(session, quiz_id)}
    if wanted.item not in every:
        raise NotFound("No student of this quiz was asked that question.")
    if len(history(session, quiz_id)) >= MOST_CORRECTIONS:
        raise BadInput(f"A quiz takes at most {MOST_CORRECTIONS} corrections.")
    now_counts = every[wanted.item]
    if wanted.intention in RIGHTING and righted(now_counts.item, wanted.changes) == now_counts.item:
        raise BadInput("Nothing is changed: this is the answer that counts now.")
    if wanted.intention not in RIGHTING and wanted.intention is now_counts.intention:
        raise BadInput("Nothing is changed: this was done before.")


def _ended(session: Session, quiz_id: int) -> Sequence[AttemptRow]:
    query = select(AttemptRow).where(AttemptRow.quiz_id == quiz_id, AttemptRow.state.in_(ENDED), AttemptRow.marked)
    return session.scalars(query.order_by(AttemptRow.id).with_for_update()).all()


def _changes(session: Session, quiz_id: int) -> tuple[Change, ...]:
    anew = credits_of(session, _ended(session, quiz_id))
    students = {row.student_id for row in anew}
    names = dict(session.execute(select(AccountRow.id, AccountRow.name).where(AccountRow.id.in_(students))).all())
    changes = []
    for row, earned in anew.items():
        before, after = score_of(row), total(earned)
        if before is not None and before != after:
            changes.append(Change(row.id, names[row.student_id], before, after))
    return tuple(sorted(changes, key=lambda change: (change.student.casefold(), change.attempt_id)))


def _mark_anew(session: Session, correction: CorrectionRow, now: datetime) -> None:
    for row, earned in credits_of(session, _ended(session, correction.quiz_id)).items():
        stored = select(MarkRow.position, MarkRow.credit).where(MarkRow.attempt_id == row.id)
        before = {str(place): str(credit) for place, credit in session.execute(stored)}
        after = mark_rows(row.id, earned)
        if before == {str(mark["position"]): str(mark["credit"]) for mark in after}:
            continue
        session.add(
            FormerMarkRow(
                correction_id=correction.id,
                attempt_id=row.id,
                replaced=now,
                points=row.points,
                possible=row.possible,
                credits=before,
            )
        )
        session.execute(delete(MarkRow).where(MarkRow.attempt_id == row.id))
        if after:
            session.execute(insert(MarkRow), after)
        score = total(earned)
        row.points, row.possible = score.points, score.possible
    session.flush()


def _papers(session: Session, quiz_id: int) -> dict[int, Paper]:
    query = (
        select(PaperRow.attempt_id, PaperRow.document)
        .join(AttemptRow, AttemptRow.id == PaperRow.attempt_id)
        .where(AttemptRow.quiz_id == quiz_id)
        .order_by(PaperRow.attempt_id)
    )
    return {attempt_id: read_paper(document) for attempt_id, document in session.execute(query)}


def _locked(session: Session, quiz_id: int) -> QuizRow:
    quiz = session.get(QuizRow, quiz_id, with_for_update=True, populate_existing=True)
    if quiz is None:
        raise NotFound("There is no such quiz.")
    return quiz


def _some_author(session: Session, quiz_id: int) -> int:
    return _locked(session, quiz_id).published_by_id
