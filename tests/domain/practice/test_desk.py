"""What waits on the desk, and in which order."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from quizgen.domain.items.item import Item
from quizgen.domain.practice.card import Card, Memory, Stage
from quizgen.domain.practice.desk import AHEAD, lay_out
from tests import builders

NOW = datetime(2026, 9, 1, 8, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
ITEMS: tuple[Item, ...] = tuple(builders.verdict(f"i-{number}", (f"c-{number // 2}",)) for number in range(6))


def card(item: str, due: datetime, stage: Stage = Stage.REVIEW) -> Card:
    return Card(item, Memory(stage, None if stage is Stage.REVIEW else 0, 2.0, 5.0, date(2026, 8, 30)), due, 1)


def cards(*each: Card) -> dict[str, Card]:
    return {one.item: one for one in each}


def test_a_new_student_meets_one_question_about_each_claim_before_a_second_one() -> None:
    desk = lay_out(ITEMS, {}, new_left=10, now=NOW)
    assert [item.id for item in desk.new] == ["i-0", "i-2", "i-4", "i-1", "i-3", "i-5"]
    assert desk.first == "i-0"


def test_claims_that_were_met_wait_for_those_that_were_not() -> None:
    desk = lay_out(ITEMS, cards(card("i-0", NOW + timedelta(days=2))), new_left=10, now=NOW)
    assert [item.id for item in desk.new] == ["i-2", "i-4", "i-1", "i-3", "i-5"]


def test_no_more_begin_than_the_day_allows() -> None:
    desk = lay_out(ITEMS, {}, new_left=2, now=NOW)
    assert (len(desk.new), desk.kept, desk.waiting) == (2, 4, 2)
    assert lay_out(ITEMS, {}, new_left=-3, now=NOW).first is None


def test_what_was_not_right_comes_first_then_what_is_due_then_what_is_new_then_what_comes_soon() -> None:
    desk = lay_out(
        ITEMS,
        cards(
            card("i-0", NOW - timedelta(days=3)),
            card("i-1", NOW - MINUTE, Stage.LEARNING),
            card("i-2", NOW + MINUTE, Stage.RELEARNING),
            card("i-3", NOW + timedelta(days=1)),
        ),
        new_left=1,
        now=NOW,
    )
    assert [each.item for each in desk.due] == ["i-1", "i-0"]
    assert [item.id for item in desk.new] == ["i-4"]
    assert [each.item for each in desk.soon] == ["i-2"]
    assert [each.item for each in desk.resting] == ["i-3"]
    assert desk.next_due == NOW + timedelta(days=1)


def test_a_card_is_due_at_its_instant_and_soon_up_to_the_end_of_the_look_ahead() -> None:
    tick = timedelta(microseconds=1)
    at, ahead = card("i-0", NOW), card("i-1", NOW + AHEAD, Stage.LEARNING)
    desk = lay_out(ITEMS, cards(at, ahead), new_left=0, now=NOW)
    assert (desk.due, desk.soon) == ((at,), (ahead,))
    desk = lay_out(ITEMS, cards(at, ahead), new_left=0, now=NOW - tick)
    assert (desk.due, desk.soon, desk.resting) == ((), (), (at, ahead))


def test_cards_of_items_that_are_gone_are_on_no_heap() -> None:
    desk = lay_out(ITEMS, cards(card("i-gone", NOW)), new_left=0, now=NOW)
    assert (desk.due, desk.resting, desk.first) == ((), (), None)


stages = st.sampled_from(Stage)
minutes = st.integers(-5000, 5000)


@given(
    st.dictionaries(st.integers(0, 7), st.tuples(minutes, stages), max_size=8),
    st.integers(-2, 9),
)
def test_every_item_lies_on_one_heap_and_nothing_is_asked_before_its_time(
    known: dict[int, tuple[int, Stage]], new_left: int
) -> None:
    found = cards(*(card(f"i-{number}", NOW + at * MINUTE, stage) for number, (at, stage) in known.items()))
    desk = lay_out(ITEMS, found, new_left=new_left, now=NOW)
    heaps = [each.item for each in (*desk.due, *desk.soon, *desk.resting)] + [item.id for item in desk.new]
    assert len(heaps) == len(set(heaps)) == len(ITEMS) - desk.kept
    assert set(heaps) <= {item.id for item in ITEMS}
    assert all(each.due <= NOW for each in desk.due)
    assert all(each.in_minutes and NOW < each.due <= NOW + AHEAD for each in desk.soon)
    assert (desk.first is None) is (desk.waiting == 0)
    assert desk.number == (2 if desk.first in found else 1)
