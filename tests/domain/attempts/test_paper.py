"""The frozen draw: kept as plain values, and the same when read again."""

import json
import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.domain.attempts.paper import Paper, Question, draw_paper, paper_document, read_paper
from quizgen.domain.banks.blueprint import Blueprint
from quizgen.domain.claims.claim import Evidence, Verdict
from quizgen.domain.errors import BadBank, NotAllowed
from quizgen.domain.items.item import Basis
from tests.builders import bank, choice, claim, passage, source, verdict
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
