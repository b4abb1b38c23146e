"""How much a class practises and what it misses most, for its teacher; nothing of it reaches the gradebook."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from quizgen.domain.practice.card import Rating
from quizgen.services import banks, classes, practice_openings
from quizgen.services.practice_openings import Hold, Opening
from quizgen.storage.tables import (
    EnrolmentRow,
    PracticeCardRow,
    PracticeOpeningRow,
    PracticeReviewRow,
)

WEEK = timedelta(days=7)
MISSED_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Missed:
    """A question and how its answers went: how many there were, how many were not right, from how many students."""

    item: str
    stem: str
    answers: int
    not_right: int
    students: int


@dataclass(frozen=True, slots=True)
class Practiser:
    """A student of the class and how much they practised; ``last`` is None for one who never did."""

    id: int
    name: str
    answers: int
    this_week: int
    last: datetime | None


@dataclass(frozen=True, slots=True)
class BankReport:
    """One bank that the class may practise; ``missed`` has the most often missed question first."""

    opening: Opening
    title: str
    holds: tuple[Hold, ...]
    students: int
    answers: int
    right: int
    this_week: int
    missed: tuple[Missed, ...]


@dataclass(frozen=True, slots=True)
class ClassReport:
    """The practice of a class: its banks as they were opened, its students by name."""

    banks: tuple[BankReport, ...]
    students: tuple[Practiser, ...]


@dataclass(frozen=True, slots=True)
class _Tally:
    bank: int
    item: str
    student: int
    answers: int
    right: int
    this_week: int
    last: datetime


def of_class(session: Session, class_id: int, *, now: datetime) -> ClassReport:
    """Return the report of a class over the banks that are open for it now; students who left are not in it."""
    openings = practice_openings.of_class(session, class_id)
    holds = practice_openings.held_for_classes(session, [class_id], [opening.bank_id for opening in openings], now=now)
    tallies = _tallies(session, class_id, now)
    reports = tuple(_bank(session, opening, holds.get(opening.bank_id, ()), tallies) for opening in openings)
    by_student: defaultdict[int, list[_Tally]] = defaultdict(list)
    for tally in tallies:
        by_student[tally.student].append(tally)
    students = tuple(
        Practiser(
            id=entry.id,
            name=entry.name,
            answers=sum(tally.answers for tally in by_student[entry.id]),
            this_week=sum(tally.this_week for tally in by_student[entry.id]),
            last=max((tally.last for tally in by_student[entry.id]), default=None),
        )
        for entry in classes.roster(session, class_id)
    )
    return ClassReport(reports, students)


def _tallies(session: Session, class_id: int, now: datetime) -> list[_Tally]:
    """Return what each student of the class did with each item of the banks open for it; one query."""
    right = func.sum(case((PracticeReviewRow.rating == Rating.GOOD, 1), else_=0))
    lately = func.sum(case((PracticeReviewRow.at >= now - WEEK, 1), else_=0))
    card = PracticeCardRow
    query = (
        select(card.bank_id, card.item, card.student_id, func.count(), right, lately, func.max(PracticeReviewRow.at))
        .join(card, card.id == PracticeReviewRow.card_id)
        .join(EnrolmentRow, EnrolmentRow.student_id == card.student_id)
        .join(
            PracticeOpeningRow,
            (PracticeOpeningRow.bank_id == card.bank_id) & (PracticeOpeningRow.class_id == EnrolmentRow.class_id),
        )
        .where(EnrolmentRow.class_id == class_id)
        .group_by(card.bank_id, card.item, card.student_id)
    )
    return [_Tally(*row) for row in session.execute(query)]


def _bank(session: Session, opening: Opening, holds: tuple[Hold, ...], tallies: list[_Tally]) -> BankReport:
    bank = banks.get(session, opening.bank_id).bank
    own = [tally for tally in tallies if tally.bank == opening.bank_id]
    by_item: defaultdict[str, list[_Tally]] = defaultdict(list)
    for tally in own:
        by_item[tally.item].append(tally)
    missed = [
        Missed(
            item.id, item.stem, answers, answers - sum(tally.right for tally in by_item[item.id]), len(by_item[item.id])
        )
        for item in bank.items
        if (answers := sum(tally.answers for tally in by_item[item.id]))
    ]
    missed = sorted((each for each in missed if each.not_right), key=lambda each: (-each.not_right, each.answers))
    return BankReport(
        opening=opening,
        title=bank.title,
        holds=holds,
        students=len({tally.student for tally in own}),
        answers=sum(tally.answers for tally in own),
        right=sum(tally.right for tally in own),
        this_week=sum(tally.this_week for tally in own),
        missed=tuple(missed[:MISSED_SHOWN]),
    )
