"""The marking rules of a quiz: what a response is worth beyond right and wrong."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

from quizgen.domain.claims.claim import Verdict
from quizgen.domain.document import Document, Fields
from quizgen.domain.items.item import Item
from quizgen.domain.items.verdict import VerdictItem

Pair = tuple[Verdict, Verdict]
NEAREST, WORST = Fraction(1), Fraction(-1)


class Partial(StrEnum):
    """What a response is worth of which a part is right."""

    PARTS = "a share for each part"
    WHOLE = "all or nothing"


@dataclass(frozen=True, slots=True)
class MarkingRules:
    """How responses become credit, from -1 to 1 an item.

    ``partial`` is for kinds with several parts. ``near`` maps the key of a verdict item and another verdict that was
    given for it to its credit; a pair that is not there gets none. ``wrong`` is taken off for a response without any
    credit, never for a blank. The score of an attempt is never below 0.
    """

    partial: Partial = Partial.PARTS
    near: Mapping[Pair, Fraction] = field(default_factory=dict)
    wrong: Fraction = Fraction(0)

    def problems(self) -> tuple[str, ...]:
        """Return what cannot be meant, each as one plain sentence; () when all is well."""
        found = []
        if not 0 <= self.wrong <= 1:
            found.append("From 0 to 1 point can be taken off for a wrong answer.")
        if any(key is given for key, given in self.near):
            found.append("The right verdict always gets the whole point.")
        if any(not 0 <= credit < 1 for credit in self.near.values()):
            found.append("A verdict that is not right gets less than a point, and nothing below 0.")
        return tuple(found)

    def credit(self, item: Item, response: str) -> Fraction:
        """Return the credit for a response that the item has read; the right one always gets 1."""
        credit = item.credit(response)
        if credit == 1:
            return credit
        if isinstance(item, VerdictItem):
            credit = self.near.get((item.key, Verdict(response)), Fraction(0))
        elif self.partial is Partial.WHOLE:
            credit = Fraction(0)
        return credit or -self.wrong


USUAL = MarkingRules()
# To call open what the passage settles is a smaller slip than to believe the opposite, or to be sure without a ground.
CAREFUL = {(Verdict.TRUE, Verdict.UNVERIFIED): Fraction(1, 3), (Verdict.FALSE, Verdict.UNVERIFIED): Fraction(1, 3)}


def rules_document(rules: MarkingRules) -> Document:
    """Return the rules as plain values, to be kept."""
    near: list[object] = [[key.value, given.value, str(credit)] for (key, given), credit in rules.near.items()]
    return {"partial": rules.partial.value, "near": near, "wrong": str(rules.wrong)}


def read_rules(document: Mapping[str, object]) -> MarkingRules:
    """Return the rules that ``rules_document`` wrote."""
    near = Fields(document, "", []).entries("near")
    triples = (tuple(map(str, each)) for each in near if isinstance(each, list))
    return MarkingRules(
        partial=Partial(str(document["partial"])),
        near={(Verdict(key), Verdict(given)): Fraction(credit) for key, given, credit in triples},
        wrong=Fraction(str(document["wrong"])),
    )
