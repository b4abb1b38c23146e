"""Banks to practise, and answers to their questions."""

from dataclasses import replace
from datetime import datetime
from fractions import Fraction

from sqlalchemy.orm import Session

from quizgen.domain.banks.bank import Bank
from quizgen.domain.items.item import Item
from quizgen.domain.people import Person
from quizgen.domain.practice.card import Rating, Stage
from quizgen.services import banks, practice_openings
from quizgen.storage.tables import PracticeCardRow, PracticeReviewRow
from tests import builders

RATIONALE = "The passage calls it a river."


def every_kind() -> Bank:
    """Return a bank with a claim and a question for each kind, each with its reason and a span of the passage."""
    items: tuple[Item, ...] = (
        builders.verdict(),
        builders.choice(),
        builders.cloze(),
        builders.numeric(),
        builders.responses(),
        builders.finding(),
        builders.ordering(),
        builders.matching(),
        builders.short(),
    )
    claims = tuple(builders.claim(f"c-{number}") for number in range(len(items)))
    return builders.bank(
        claims=claims,
        items=tuple(
            replace(item, claims=(claim.id,), rationale=RATIONALE, spans=(claim.span,))
            for item, claim in zip(items, claims, strict=True)
        ),
    )


def a_practice(session: Session, bank_id: int, class_id: int, teacher: Person, *, now: datetime) -> None:
    """Open a bank for a class, with all of its questions on one day."""
    practice_openings.open_for(
        session, bank_id, classes=[class_id], among=[class_id], new_a_day=50, by=teacher.id, now=now
    )


def an_old_answer(session: Session, bank_id: int, student: Person, item: str, *, now: datetime) -> int:
    """Return the answer that a student gave to an item, as if it had been before a quiz came."""
    card = PracticeCardRow(
        student_id=student.id,
        bank_id=bank_id,
        item=item,
        reviews=1,
        stage=Stage.LEARNING,
        step=0,
        stability=1.0,
        difficulty=5.0,
        day=now.date(),
        due=now,
    )
    session.add(card)
    session.flush()
    review = PracticeReviewRow(
        card_id=card.id,
        number=1,
        bank_version_id=banks.get(session, bank_id).version_id,
        response="",
        credit=Fraction(0),
        rating=Rating.AGAIN,
        at=now,
    )
    session.add(review)
    session.flush()
    return review.id
