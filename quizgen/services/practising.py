"""Practice as its student meets it: what waits, one question, the answer to it, and what it was."""

import random
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from quizgen.domain.banks.bank import Bank
from quizgen.domain.claims.claim import Source
from quizgen.domain.errors import NotAllowed, NotFound
from quizgen.domain.items.item import Basis, Item
from quizgen.domain.passages.passage import Passage
from quizgen.domain.practice.card import Rating
from quizgen.domain.practice.days import beginning, local_day
from quizgen.domain.practice.desk import Desk, lay_out
from quizgen.services import banks, practice_openings
from quizgen.services.practice_openings import Hold, Opening
from quizgen.storage.stores.practice import card_of, cards_of
from quizgen.storage.tables import BankRow, BankVersionRow, PracticeCardRow, PracticeReviewRow

GONE = "This question is not in the bank any more. Go on with the next one."


@dataclass(frozen=True, slots=True)
class Today:
    """What a student did with a bank since their day began; ``begun`` counts the questions that were new."""

    answered: int = 0
    right: int = 0
    begun: int = 0


@dataclass(frozen=True, slots=True)
class Practice:
    """A bank that a student may practise: what waits now, and the quizzes for which it rests, () when it does not."""

    opening: Opening
    version_id: int
    bank: Bank
    desk: Desk
    today: Today
    holds: tuple[Hold, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it is put to a student for the ``number``-th time, options shuffled anew for each time."""

    item: Item
    number: int
    passage: Passage


@dataclass(frozen=True, slots=True)
class Feedback:
    """An answered question with all that belongs to it; ``due`` is when it comes back, None once it has."""

    opening: Opening
    title: str
    asked: Asked
    response: str
    credit: Fraction
    sources: tuple[Source, ...]
    due: datetime | None
    in_minutes: bool
    waiting: int


def overview(session: Session, student: int, *, now: datetime) -> tuple[Practice, ...]:
    """Return every bank that a student may practise, by title."""
    openings = practice_openings.of_student(session, student)
    found = _practices(session, student, openings, now)
    return tuple(sorted(found, key=lambda each: (each.bank.title.casefold(), each.opening.bank_id)))


def practice(session: Session, student: int, bank_id: int, *, now: datetime) -> Practice:
    """Return one bank as a student practises it. Raises NotFound where it is not open, NotAllowed while it rests."""
    openings = practice_openings.of_student(session, student, bank_id)
    if not openings:
        raise NotFound("This bank is not open for practice.")
    found = _practices(session, student, openings, now)[0]
    if found.holds:
        raise NotAllowed(_rests(found.holds))
    return found


def asked(practice: Practice, student: int, item_id: str, number: int) -> Asked:
    """Return a question of a bank as it is put to a student the ``number``-th time, from 1. Raises NotFound."""
    item = next((item for item in practice.bank.ready() if item.id == item_id), None)
    if item is None:
        raise NotFound(GONE)
    return _put(practice.bank, item, student, number)


def next_asked(practice: Practice, student: int) -> Asked | None:
    """Return the question that comes now, or None when nothing waits any more."""
    first = practice.desk.first
    return None if first is None else asked(practice, student, first, practice.desk.number)


def feedback(session: Session, review_id: int, *, now: datetime) -> Feedback:
    """Return an answer with the right one and the reasons, from the version of the bank that was answered.

    Raises NotFound, also when the bank is not open any more, and NotAllowed while it rests.
    """
    query = (
        select(PracticeReviewRow, PracticeCardRow)
        .join(PracticeCardRow, PracticeCardRow.id == PracticeReviewRow.card_id)
        .where(PracticeReviewRow.id == review_id)
    )
    found = session.execute(query).one_or_none()
    if found is None:
        raise NotFound("There is no such answer.")
    review, card = found
    current = practice(session, card.student_id, card.bank_id, now=now)
    bank = banks.bank_of_version(session, review.bank_version_id)
    question = _put(bank, bank.item(card.item), card.student_id, review.number)
    is_newest = review.number == card.reviews
    return Feedback(
        opening=current.opening,
        title=bank.title,
        asked=question,
        response=review.response,
        credit=review.credit,
        sources=_sources(bank, question.item),
        due=card.due if is_newest else None,
        in_minutes=is_newest and card_of(card).in_minutes,
        waiting=current.desk.waiting,
    )


def _practices(session: Session, student: int, openings: Collection[Opening], now: datetime) -> list[Practice]:
    """Return the banks of the openings; one query each for what was done today, and a few for all together."""
    ids = [opening.bank_id for opening in openings]
    if not ids:
        return []
    newest = (BankVersionRow.bank_id == BankRow.id) & (BankVersionRow.number == BankRow.version)
    versions = select(BankRow.id, BankVersionRow.id).join(BankVersionRow, newest).where(BankRow.id.in_(ids))
    version_ids = dict(iter(session.execute(versions)))
    cards = cards_of(session, student, ids)
    holds = practice_openings.held_for_student(session, student, ids, now=now)
    found = []
    for opening in openings:
        bank = banks.bank_of_version(session, version_ids[opening.bank_id])
        today = _today(session, student, opening, now)
        new_left = opening.new_a_day - today.begun
        desk = lay_out(bank.ready(), cards[opening.bank_id], new_left=new_left, now=now)
        held = holds.get(opening.bank_id, ())
        found.append(Practice(opening, version_ids[opening.bank_id], bank, desk, today, held))
    return found


def _today(session: Session, student: int, opening: Opening, now: datetime) -> Today:
    since = beginning(local_day(now, opening.zone), opening.zone)
    query = (
        select(
            func.count(),
            func.coalesce(func.sum(case((PracticeReviewRow.rating == Rating.GOOD, 1), else_=0)), 0),
            func.coalesce(func.sum(case((PracticeReviewRow.number == 1, 1), else_=0)), 0),
        )
        .join(PracticeCardRow, PracticeCardRow.id == PracticeReviewRow.card_id)
        .where(
            PracticeCardRow.student_id == student,
            PracticeCardRow.bank_id == opening.bank_id,
            PracticeReviewRow.at >= since,
        )
    )
    return Today(*session.execute(query).one())


def _put(bank: Bank, item: Item, student: int, number: int) -> Asked:
    # The same order whenever this question is shown, and another one the next time.
    rng = random.Random(f"{student} {item.id} {number}")
    return Asked(item.shuffled(rng), number, bank.passage_of(item))


def _sources(bank: Bank, item: Item) -> tuple[Source, ...]:
    by_evidence = item.basis is Basis.EVIDENCE and item.claims
    return bank.claim(item.claims[0]).evidence.sources if by_evidence else ()


def _rests(holds: tuple[Hold, ...]) -> str:
    hold = holds[0]
    if hold.unreleased:
        return f"Practice rests until the results of the quiz {hold.title} are shown. Come back then."
    return f"Practice rests while the quiz {hold.title} is not over. Come back when it has closed."
