"""Cards of practice, and the columns that hold them."""

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from quizgen.domain.practice.card import Card, Memory
from quizgen.storage.tables.practice import PracticeCardRow


def card_of(row: PracticeCardRow) -> Card:
    """Return the card that the columns hold."""
    memory = Memory(row.stage, row.step, row.stability, row.difficulty, row.day)
    return Card(row.item, memory, row.due, row.reviews)


def card_values(card: Card) -> dict[str, object]:
    """Return the columns of a card, but for those that say whose it is."""
    memory = card.memory
    return {
        "reviews": card.reviews,
        "stage": memory.stage,
        "step": memory.step,
        "stability": memory.stability,
        "difficulty": memory.difficulty,
        "day": memory.day,
        "due": card.due,
    }


def cards_of(session: Session, student: int, banks: Collection[int]) -> dict[int, dict[str, Card]]:
    """Return a student's cards of several banks, by bank and item; one query, of columns: there may be hundreds."""
    found: dict[int, dict[str, Card]] = {bank: {} for bank in banks}
    row = PracticeCardRow
    query = select(
        row.bank_id, row.item, row.stage, row.step, row.stability, row.difficulty, row.day, row.due, row.reviews
    ).where(row.student_id == student, row.bank_id.in_(banks))
    for bank, item, stage, step, stability, difficulty, day, due, reviews in session.execute(query):
        found[bank][item] = Card(item, Memory(stage, step, stability, difficulty, day), due, reviews)
    return found
