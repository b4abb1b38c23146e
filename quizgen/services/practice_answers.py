"""An answer in practice: kept once, whatever is sent twice, and its question put back for another day."""

from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from sqlalchemy import ColumnElement, select, update
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


@dataclass(frozen=True, slots=True)
class Kept:
    """The answer that stands, by the id of its review, and whether it is the one that was just given."""

    review: int
    as_given: bool


def answer(session: Session, practice: Practice, student: int, given: Given, *, now: datetime) -> Kept:
    """Keep an answer and put its card back.

    When that question was answered before under the same number, in another tab or by the same form sent twice,
    nothing changes and the first answer stands. Raises InvalidResponse for what is no answer to the
    item, and Conflict for an item that is gone or a number that no page has shown.
    """
    item = next((item for item in practice.bank.ready() if item.id == given.item), None)
    if item is None:
        raise Conflict(GONE)
    response = item.read_response(plausible_response(item.kind, given.response)) if given.response else ""
    credit = item.credit(response) if response else Fraction(0)
    card_id = _put_back(session, practice, student, item, given.number, credit, now)
    if card_id is None:
        return _earlier(session, practice, student, given, response)
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
    return Kept(review.id, as_given=True)


def _put_back(
    session: Session, practice: Practice, student: int, item: Item, number: int, credit: Fraction, now: datetime
) -> int | None:
    """Write the card as it is after an answer and return its id; None when this is not the answer it waits for."""
    query = select(PracticeCardRow).where(*_is_card(practice, student, item.id)).with_for_update()
    row = session.scalar(query.execution_options(populate_existing=True))
    if number != (1 if row is None else row.reviews + 1):
        return None
    zone, rating = practice.opening.zone, rating_of(credit)
    memory, interval = after_answer(None if row is None else card_of(row).memory, rating, day=local_day(now, zone))
    values = card_values(Card(item.id, memory, due_after(interval, now, zone), number))
    if row is None:
        return _added(session, practice, student, item, values)
    session.execute(update(PracticeCardRow).where(PracticeCardRow.id == row.id).values(values))
    return row.id


def _added(session: Session, practice: Practice, student: int, item: Item, values: dict[str, object]) -> int | None:
    """Add the first card of an item and return its id, or None when another answer came first."""
    owner = {"student_id": student, "bank_id": practice.opening.bank_id, "item": item.id}
    statement = insert(session, PracticeCardRow).values({**owner, **values})
    return session.scalar(statement.on_conflict_do_nothing().returning(PracticeCardRow.id))


def _earlier(session: Session, practice: Practice, student: int, given: Given, response: str) -> Kept:
    query = (
        select(PracticeReviewRow.id, PracticeReviewRow.response)
        .join(PracticeCardRow, PracticeCardRow.id == PracticeReviewRow.card_id)
        .where(*_is_card(practice, student, given.item), PracticeReviewRow.number == given.number)
    )
    found = session.execute(query).one_or_none()
    if found is None:
        raise Conflict("This question has gone on elsewhere since this page was opened. Go on with the next one.")
    return Kept(found.id, as_given=found.response == response)


def _is_card(practice: Practice, student: int, item: str) -> tuple[ColumnElement[bool], ...]:
    return (
        PracticeCardRow.student_id == student,
        PracticeCardRow.bank_id == practice.opening.bank_id,
        PracticeCardRow.item == item,
    )
