"""Practice: what waits, answers that are kept once, and what a new version of the bank does."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from fractions import Fraction
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from quizgen.domain.banks.bank import Bank
from quizgen.domain.errors import Conflict, NotFound
from quizgen.domain.items.item import InvalidResponse, Status
from quizgen.services import banks, classes, practice_answers, practice_openings, practising
from quizgen.services.practice_answers import Given
from quizgen.services.practising import Asked, Today
from quizgen.storage.engine import Database
from quizgen.storage.tables import PracticeCardRow, PracticeReviewRow
from tests import stored
from tests.cast import NOW, Cast
from tests.practised import every_kind
from tests.threads import at_once

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)


@dataclass
class Desk:
    """Juniper at a bank that is open for her class."""

    database: Database
    student: int
    class_id: int
    bank: int
    now: datetime = NOW

    @contextmanager
    def session(self) -> Iterator[Session]:
        with self.database.writing() as session:
            yield session

    def look(self) -> practising.Practice:
        with self.session() as session:
            return practising.practice(session, self.student, self.bank, now=self.now)

    def next(self) -> Asked | None:
        with self.session() as session:
            practice = practising.practice(session, self.student, self.bank, now=self.now)
            return practising.next_asked(practice, self.student)

    def give(self, item: str, number: int, response: str) -> int:
        with self.session() as session:
            practice = practising.practice(session, self.student, self.bank, now=self.now)
            given = Given(item, number, response)
            return practice_answers.answer(session, practice, self.student, given, now=self.now).review

    def feedback(self, review: int) -> practising.Feedback:
        with self.session() as session:
            return practising.feedback(session, review, now=self.now)

    def change(self, **items: Any) -> None:
        """Keep a new version of the bank: ``i_1=None`` takes an item out, ``i_1={...}`` replaces its fields."""
        wanted = {name.replace("_", "-"): parts for name, parts in items.items()}

        def changed(bank: Bank) -> Bank:
            kept = [item for item in bank.items if wanted.get(item.id, {}) is not None]
            return replace(bank, items=tuple(replace(item, **(wanted.get(item.id) or {})) for item in kept))

        with self.session() as session:
            banks.change(session, self.bank, changed, now=self.now)


@pytest.fixture
def desk(database: Database, cast: Cast) -> Desk:
    with database.writing() as session:
        class_id = stored.a_class(session, cast.hazel, cast.juniper).id
        bank = stored.a_bank(session, cast.hazel, every_kind())
        practice_openings.open_for(
            session, bank, classes=[class_id], among=[class_id], new_a_day=20, by=cast.hazel.id, now=NOW
        )
    return Desk(database, cast.juniper.id, class_id, bank)


def test_every_kind_is_asked_answered_right_and_rests_for_days(desk: Desk) -> None:
    kinds = []
    while asked := desk.next():
        kinds.append(asked.item.kind)
        review = desk.feedback(desk.give(asked.item.id, asked.number, asked.item.samples().right))
        assert (review.credit, review.in_minutes) == (1, False)
        assert review.due is not None
        assert review.due > desk.now
        desk.now += MINUTE
    assert len(kinds) == len(set(kinds)) == 9
    done = desk.look()
    assert (done.today, done.desk.waiting, len(done.desk.resting)) == (Today(9, 9, 9), 0, 9)


def test_what_was_not_right_comes_back_in_the_same_sitting_and_then_on_another_day(desk: Desk) -> None:
    first = desk.next()
    assert first is not None
    desk.give(first.item.id, 1, first.item.samples().wrong)
    order = []
    while asked := desk.next():
        order.append((asked.item.id, asked.number))
        desk.give(asked.item.id, asked.number, asked.item.samples().right)
        desk.now += timedelta(seconds=10)
    assert order[-1] == (first.item.id, 2)
    assert len(order) == 9
    assert desk.look().today == Today(10, 9, 9)
    desk.now += 30 * DAY
    assert (desk.look().today, len(desk.look().desk.due)) == (Today(), 9)


def test_only_so_many_new_ones_begin_a_day(desk: Desk, cast: Cast) -> None:
    with desk.session() as session:
        practice_openings.open_for(
            session, desk.bank, classes=[desk.class_id], among=[desk.class_id], new_a_day=2, by=cast.hazel.id, now=NOW
        )
    for _ in range(2):
        asked = desk.next()
        assert asked is not None
        desk.give(asked.item.id, 1, asked.item.samples().right)
    assert (desk.next(), desk.look().desk.kept) == (None, 7)
    desk.now += DAY
    assert desk.next() is not None


def test_the_same_form_sent_twice_is_one_answer(desk: Desk) -> None:
    one = desk.give("i-1", 1, "true")
    before = desk.look()
    desk.now += MINUTE
    assert desk.give("i-1", 1, "true") == one
    assert desk.give("i-1", 1, "false") == one
    assert desk.look().today == before.today
    assert desk.feedback(one).response == "true"


def test_two_devices_that_answer_at_once_land_on_one_answer(desk: Desk) -> None:
    reviews = at_once(*[lambda: desk.give("i-1", 1, "false")] * 4)
    assert len(set(reviews)) == 1
    with desk.session() as session:
        assert session.scalar(select(func.count()).select_from(PracticeReviewRow)) == 1
        assert session.scalar(select(func.count()).select_from(PracticeCardRow)) == 1
    reviews = at_once(*[lambda: desk.give("i-1", 2, "true")] * 4)
    assert len(set(reviews)) == 1
    assert desk.look().today == Today(2, 1, 1)


def test_an_answer_that_no_page_asked_for_is_refused(desk: Desk) -> None:
    with pytest.raises(Conflict, match="gone on elsewhere"):
        desk.give("i-1", 2, "true")
    desk.give("i-1", 1, "true")
    with pytest.raises(Conflict, match="gone on elsewhere"):
        desk.give("i-1", 3, "true")
    with pytest.raises(Conflict, match="not in the bank any more"):
        desk.give("i-99", 1, "true")
    with pytest.raises(InvalidResponse):
        desk.give("i-2", 1, "o-000000")
    with pytest.raises(InvalidResponse):
        desk.give("i-9", 1, "Plyn\x00limon")
    assert desk.look().today.answered == 1


def test_who_does_not_know_is_shown_and_asked_again(desk: Desk) -> None:
    shown = desk.feedback(desk.give("i-1", 1, ""))
    assert (shown.response, shown.credit, shown.in_minutes) == ("", 0, True)


def test_half_right_comes_back_in_the_sitting_and_is_not_right(desk: Desk) -> None:
    item = next(item for item in every_kind().items if item.id == "i-5")
    half = item.samples().right.split()[0]
    found = desk.feedback(desk.give("i-5", 1, half))
    assert (found.credit, found.in_minutes) == (Fraction(1, 2), True)
    assert desk.look().today == Today(1, 0, 1)


def test_options_keep_their_order_until_the_question_was_answered(desk: Desk) -> None:
    practice = desk.look()
    orders = [practising.asked(practice, desk.student, "i-7", number).item for number in (1, 1, 2, 3, 4, 5)]
    assert orders[0] == orders[1]
    assert len({item.shown for item in orders}) > 1  # type: ignore[attr-defined]


def test_items_that_are_gone_vanish_with_their_cards_and_come_back_with_them(desk: Desk) -> None:
    desk.give("i-1", 1, "true")
    desk.change(i_1={"status": Status.QUEUED, "why": "to check"})
    found = desk.look()
    assert [card.item for card in found.desk.resting] == []
    assert "i-1" not in [item.id for item in found.desk.new]
    with pytest.raises(Conflict, match="not in the bank any more"):
        desk.give("i-1", 2, "true")
    desk.change(i_1={"status": Status.READY, "why": None})
    assert [card.item for card in desk.look().desk.resting] == ["i-1"]


def test_a_changed_item_keeps_its_card_and_an_answer_keeps_the_words_it_was_given_to(desk: Desk) -> None:
    review = desk.give("i-1", 1, "true")
    desk.change(i_1={"stem": "The Wye is a stream.", "rationale": "New reason."})
    assert [card.item for card in desk.look().desk.resting] == ["i-1"]
    assert desk.feedback(review).asked.item.stem == "Statement i-1 holds."
    assert practising.asked(desk.look(), desk.student, "i-1", 2).item.stem == "The Wye is a stream."


def test_nothing_is_practised_where_it_is_not_open(desk: Desk, cast: Cast) -> None:
    review = desk.give("i-1", 1, "true")
    with desk.session() as session:
        assert practising.overview(session, cast.rowan.id, now=NOW) == ()
        with pytest.raises(NotFound):
            practising.practice(session, cast.rowan.id, desk.bank, now=NOW)
        classes.remove(session, desk.class_id, desk.student)
    with pytest.raises(NotFound):
        desk.next()
    with pytest.raises(NotFound):
        desk.feedback(review)


def test_the_cards_of_one_student_are_not_those_of_another(desk: Desk, cast: Cast) -> None:
    with desk.session() as session:
        code = classes.get(session, desk.class_id).join_code
        classes.join(session, student=cast.rowan.id, code=code, now=NOW)
    desk.give("i-1", 1, "true")
    other = replace(desk, student=cast.rowan.id)
    assert other.look().today == Today()
    assert desk.give("i-2", 1, "") != other.give("i-1", 1, "false")
    assert len(desk.look().desk.new) == 7
    assert len(other.look().desk.new) == 8


def test_there_is_no_answer_without_one(desk: Desk) -> None:
    with pytest.raises(NotFound):
        desk.feedback(77)
