"""The frozen draw: what one student was asked, in which order and words."""

import random
from dataclasses import dataclass

from quizgen.domain.attempts.policy import Order
from quizgen.domain.banks.bank import Bank
from quizgen.domain.banks.blueprint import Blueprint
from quizgen.domain.banks.drawing import draw
from quizgen.domain.banks.reading import read_evidence, read_item
from quizgen.domain.banks.writing import evidence_document, item_document
from quizgen.domain.claims.claim import Evidence
from quizgen.domain.document import Document, Fields
from quizgen.domain.errors import BadBank, Problem
from quizgen.domain.items.item import Basis, Item


@dataclass(frozen=True, slots=True)
class Question:
    """An item as the student saw it, the SHA-256 of its passage, and, on the evidence basis, the evidence."""

    item: Item
    passage: str
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Paper:
    """The questions of one attempt, in the order of the student's pages."""

    questions: tuple[Question, ...]

    @property
    def passages(self) -> tuple[str, ...]:
        """Return the SHA-256 of each passage once, in the order of first use."""
        return tuple(dict.fromkeys(question.passage for question in self.questions))


def draw_paper(bank: Bank, blueprint: Blueprint, *, rng: random.Random, order: Order = Order.SHUFFLED) -> Paper:
    """Return a paper drawn from ``bank``: items shuffled, or as they stand in the bank.

    Options are always shuffled: whoever writes a bank tends to put the right one first. Raises NotAllowed when no
    ready item fits.
    """
    drawn = list(draw(bank, blueprint, rng=rng))
    if order is Order.AS_IN_BANK:
        places = {item.id: place for place, item in enumerate(bank.items)}
        drawn.sort(key=lambda item: places[item.id])
    return Paper(tuple(_question(bank, item.shuffled(rng)) for item in drawn))


def paper_document(paper: Paper) -> Document:
    """Return the paper as plain values, to be kept with the attempt."""
    return {"questions": [_question_document(question) for question in paper.questions]}


def read_paper(raw: object) -> Paper:
    """Return the paper that ``paper_document`` wrote. Raises BadBank when it is not one."""
    problems: list[Problem] = []
    taken: set[str] = set()
    questions = []
    for fields in Fields(raw, "", problems).children("questions"):
        item = read_item(fields.child("item"), taken)
        evidence = read_evidence(fields.child("evidence")) if fields.has("evidence") else None
        if item:
            questions.append(Question(item, fields.text("passage"), evidence))
    if problems:
        raise BadBank(tuple(problems))
    return Paper(tuple(questions))


def _question(bank: Bank, item: Item) -> Question:
    evidence = bank.claim(item.claims[0]).evidence if item.basis is Basis.EVIDENCE and item.claims else None
    return Question(item, bank.passage_of(item).sha256, evidence)


def _question_document(question: Question) -> Document:
    document: Document = {"item": item_document(question.item), "passage": question.passage}
    if question.evidence is not None:
        document["evidence"] = evidence_document(question.evidence)
    return document
