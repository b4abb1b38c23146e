"""The frozen draw: kept as plain values, and the same when read again."""

import json
import random
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.domain.attempts.paper import Paper, Question, draw_paper, paper_document, read_paper
from quizgen.domain.attempts.policy import Order
from quizgen.domain.banks.blueprint import Blueprint
from quizgen.domain.claims.claim import Evidence, Verdict
from quizgen.domain.errors import BadBank, NotAllowed
from quizgen.domain.items.item import Basis, Item
from tests.builders import bank, choice, claim, cloze, finding, matching, ordering, passage, source, verdict
from tests.strategies import evidence, items

TRUE = Evidence(Verdict.TRUE, (source(),), rationale="It is.")
hashes = st.text("0123456789abcdef", min_size=64, max_size=64)
papers = st.lists(st.builds(Question, items, hashes, st.none() | evidence), max_size=3).map(
    lambda questions: Paper(tuple(questions))
)


@given(papers)
@settings(max_examples=60, deadline=None)
def test_a_paper_survives_its_document_and_json(paper: Paper) -> None:
    assert read_paper(json.loads(json.dumps(paper_document(paper)))) == paper


@pytest.mark.parametrize(
    "raw", [None, "paper", 5, [], {"questions": ["x"]}, {"questions": [{"item": {"kind": "essay"}}]}]
)
def test_what_is_not_a_paper_is_refused(raw: object) -> None:
    with pytest.raises(BadBank):
        read_paper(raw)


def test_a_drawn_paper_freezes_passage_evidence_and_the_order_of_options() -> None:
    two = passage("Another text about hills and lakes.", "p2")
    one = bank(
        passages=(passage(), two),
        claims=(claim(evidence=TRUE), replace(claim("c-2", 0, 7), passage="p2")),
        items=(verdict(basis=Basis.EVIDENCE), choice(claims=("c-2",))),
    )
    paper = draw_paper(one, Blueprint(2), rng=random.Random(4))
    by_id = {question.item.id: question for question in paper.questions}
    assert by_id["i-1"] == Question(verdict(basis=Basis.EVIDENCE), passage().sha256, TRUE)
    assert by_id["i-2"].passage == two.sha256
    assert by_id["i-2"].evidence is None
    assert set(paper.passages) == {passage().sha256, two.sha256}
    assert paper == draw_paper(one, Blueprint(2), rng=random.Random(4))


def test_options_are_shuffled_for_each_student() -> None:
    one = bank(items=(choice(),))
    orders = {draw_paper(one, Blueprint(1), rng=random.Random(seed)).questions[0].item for seed in range(40)}
    assert len(orders) == 6


def test_each_passage_is_named_once_in_the_order_of_first_use() -> None:
    questions = [Question(verdict(f"i-{n}"), name) for n, name in enumerate(["b", "a", "b", "c", "a"])]
    assert Paper(tuple(questions)).passages == ("b", "a", "c")


def test_a_bank_without_ready_items_gives_no_paper() -> None:
    with pytest.raises(NotAllowed):
        draw_paper(bank(items=()), Blueprint(3), rng=random.Random(1))


@pytest.mark.parametrize("order", Order)
@pytest.mark.parametrize(
    "item",
    [
        choice(options=("river", "lake", "hill", "town"), key="river"),
        cloze(key=("wet",), options=("wet", "long", "hot", "square"), stem="The Wye is ____."),
        finding(options=("It may flood in spring.", "The Wye is a river.", "It is 250 kilometres long.", "The Wye")),
    ],
    ids=lambda item: item.kind,
)
def test_the_right_option_stands_at_every_place_equally_often_wherever_the_bank_has_it(
    item: Item, order: Order
) -> None:
    one, rng, draws = bank(items=(item,)), random.Random(7), 800
    key = item.key if isinstance(item.key, str) else item.key[0]  # type: ignore[attr-defined]
    places = Counter(
        draw_paper(one, Blueprint(1), rng=rng, order=order).questions[0].item.options.index(key)  # type: ignore[attr-defined]
        for _ in range(draws)
    )
    # Three degrees of freedom: fair dice are worse than this once in a thousand times, and these are always the same.
    assert sum((places[place] - draws / 4) ** 2 / (draws / 4) for place in range(4)) < 16.3


@pytest.mark.parametrize(
    ("item", "orders"), [(matching(options=("Hereford", "London", "Worcester")), 6), (ordering(), 24)]
)
def test_pairs_and_orders_are_shown_in_an_order_of_their_own(item: Item, orders: int) -> None:
    one, rng, draws = bank(items=(item,)), random.Random(7), 600
    drawn = [draw_paper(one, Blueprint(1), rng=rng, order=Order.AS_IN_BANK).questions[0].item for _ in range(draws)]
    in_line = sum(key_order(each) == list(each.shown) for each in drawn)  # type: ignore[attr-defined]
    assert 0.5 * draws / orders < in_line < 2 * draws / orders


def key_order(item: Item) -> list[str]:
    """Return the texts of a key as they belong together with what stands beside them."""
    return [each if isinstance(each, str) else each.right for each in item.key]  # type: ignore[attr-defined]


def test_questions_may_come_as_they_stand_in_the_bank() -> None:
    one = bank()
    for seed in range(10):
        paper = draw_paper(one, Blueprint(3), rng=random.Random(seed), order=Order.AS_IN_BANK)
        assert [question.item.id for question in paper.questions] == [item.id for item in one.items]
