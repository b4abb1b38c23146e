"""An answer in practice: kept once, whatever is sent twice, and its question put back for another day."""

from dataclasses import dataclass, replace
from datetime import datetime
from fractions import Fraction

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from quizgen.domain.errors import Conflict
from quizgen.domain.items.item import Item
from quizgen.domain.items.shapes import plausible_response
from quizgen.domain.practice.card import Card, rating_of
from quizgen.domain.practice.days import due_after, local_day
from quizgen.scheduling.reviews import after_answer
from quizgen.services.practising import GONE, Practice
from quizgen.storage.inserting import insert
from quizgen.storage.stores.practice import card_of, card_values
from quizgen.storage.tables import PracticeCardRow, PracticeReviewRow


@dataclass(frozen=True, slots=True)
class Given:
    """What a form sent: an answer to an item for the ``number``-th time, "" for one who asks to be shown it."""

    item: str
    number: int
    response: str


def answer(session: Session, practice: Practice, student: int, given: Given, *, now: datetime) -> int:
    """Keep an answer, put its card back, and return the id of the review.

    When that question was answered before under the same number, in another tab or by the same form sent twice,
    nothing changes and the first answer's review is returned. Raises InvalidResponse for what is no answer to the
    item, and Conflict for an item that is gone or a number that no page has shown.
    """
    item = next((item for item in practice.bank.ready() if item.id == given.item), None)
    if item is None:
        raise Conflict(GONE)
    response = item.read_response(plausible_response(item.kind, given.response)) if given.response else ""
    credit = item.credit(response) if response else Fraction(0)
    row = _locked(session, practice, student, item)
    card = _reviewed(item, None if row is None else card_of(row), credit, practice.opening.zone, now)
    card_id = row.id if row else None
    if row is None and given.number == 1:
        card_id = _added(session, practice, student, card)
    elif row is not None and card.reviews == given.number:
        session.execute(update(PracticeCardRow).where(PracticeCardRow.id == row.id).values(card_values(card)))
    else:
        return _earlier(session, card_id, given.number)
    if card_id is None:
        # Another answer came first between looking and writing.
        row = _locked(session, practice, student, item)
        return _earlier(session, row.id if row else None, given.number)
    review = PracticeReviewRow(
        card_id=card_id,
        number=given.number,
        bank_version_id=practice.version_id,
        response=response,
        credit=credit,
        rating=rating_of(credit),
        at=now,
    )
    session.add(review)
    session.flush()
    return review.id


def _reviewed(item: Item, card: Card | None, credit: Fraction, zone: str, now: datetime) -> Card:
    memory, interval = after_answer(card.memory if card else None, rating_of(credit), day=local_day(now, zone))
    due = due_after(interval, now, zone)
    return replace(card, memory=memory, due=due, reviews=card.reviews + 1) if card else Card(item.id, memory, due, 1)


def _locked(session: Session, practice: Practice, student: int, item: Item) -> PracticeCardRow | None:
    """Return the card's row, kept for this transaction, or None before the first answer."""
    query = select(PracticeCardRow).where(
        PracticeCardRow.student_id == student,
        PracticeCardRow.bank_id == practice.opening.bank_id,
        PracticeCardRow.item == item.id,
    )
    return session.scalar(query.with_for_update().execution_options(populate_existing=True))


def _added(session: Session, practice: Practice, student: int, card: Card) -> int | None:
    """Add the first card of an item and return its id, or None when there is one by now."""
    owner = {"student_id": student, "bank_id": practice.opening.bank_id, "item": card.item}
    statement = insert(session, PracticeCardRow).values({**owner, **card_values(card)})
    return session.scalar(statement.on_conflict_do_nothing().returning(PracticeCardRow.id))


def _earlier(session: Session, card_id: int | None, number: int) -> int:
    query = select(PracticeReviewRow.id).where(PracticeReviewRow.card_id == card_id, PracticeReviewRow.number == number)
    found = session.scalar(query)
    if found is None:
        raise Conflict("This question has gone on elsewhere since this page was opened. Go on with the next one.")
    return found
