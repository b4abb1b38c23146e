"""The marking rules of a quiz: what a response is worth, and how many points an item carries."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from quizgen.domain.claims.claim import Verdict
from quizgen.domain.document import Document, Fields
from quizgen.domain.errors import Problem
from quizgen.domain.items.item import InvalidResponse, Item
from quizgen.domain.items.kinds import KINDS
from quizgen.domain.items.verdict import VerdictItem
from quizgen.domain.scoring.confidence import MOST, Asking, Confidence, certain
from quizgen.domain.scoring.partial import OrderRule, PairsRule, SeveralRule, parted_credit

Pair = tuple[Verdict, Verdict]
ONE, ZERO = Fraction(1), Fraction(0)
MOST_POINTS = 100


@dataclass(frozen=True, slots=True)
class Mark:
    """What one question came to: ``credit`` of the response alone, from -1 to 1, and ``points`` of ``possible`` ones.

    The two differ where items carry more than a point, and where the confidence counts.
    """

    credit: Fraction
    points: Fraction
    possible: Fraction


@dataclass(frozen=True, slots=True)
class MarkingRules:
    """How responses become marks.

    ``several``, ``pairs`` and ``order`` are for kinds with parts. ``near`` maps the key of a verdict item and another
    verdict that was given for it to its credit, from -1 to less than 1; a pair that is not there gets none. ``wrong``
    is taken off for a response without any credit, never for a blank. ``points`` are those of an item by its kind, 1
    where nothing is said. The score of an attempt is never below 0.
    """

    several: SeveralRule = SeveralRule.NET
    pairs: PairsRule = PairsRule.EACH
    order: OrderRule = OrderRule.NEIGHBOURS
    near: Mapping[Pair, Fraction] = field(default_factory=dict)
    wrong: Fraction = ZERO
    confidence: Asking = Asking.OFF
    points: Mapping[str, Fraction] = field(default_factory=dict)

    def problems(self) -> tuple[str, ...]:
        """Return what cannot be meant, each as one plain sentence; () when all is well."""
        found = []
        if not 0 <= self.wrong <= 1:
            found.append("From 0 to 1 point can be taken off for a wrong answer.")
        if self.wrong and self.confidence is Asking.COUNTED:
            found.append("Certainty-based marks take off points for wrong answers already; take off 0 here.")
        if any(key is given for key, given in self.near):
            found.append("The right verdict always gets the whole credit.")
        if any(not -1 <= credit < 1 for credit in self.near.values()):
            found.append("A verdict that is not right gets less than 1, and not less than -1.")
        if any(not 0 < points <= MOST_POINTS for points in self.points.values()) or not set(self.points) <= set(KINDS):
            found.append(f"A question carries more than 0 and at most {MOST_POINTS} points.")
        return tuple(found)

    def credit(self, item: Item, response: str) -> Fraction:
        """Return the credit for a response that the item has read; the right one always gets 1."""
        credit = parted_credit(item, response, self.several, self.pairs, self.order)
        if isinstance(item, VerdictItem) and credit != 1:
            credit = self.near.get((item.key, Verdict(response)), ZERO)
        return credit or -self.wrong

    def mark(self, item: Item, response: str, confidence: Confidence | None = None) -> Mark:
        """Return the mark for a stored response; "" and one that the item does not know get nothing."""
        worth = self.points.get(item.kind, ONE)
        counts = self.confidence is Asking.COUNTED
        possible = worth * MOST if counts else worth
        try:
            credit = self.credit(item, item.read_response(response)) if response else None
        except InvalidResponse:
            credit = None
        if credit is None:
            return Mark(ZERO, ZERO, possible)
        return Mark(credit, worth * (certain(credit, confidence) if counts else credit), possible)


USUAL = MarkingRules()
WHOLE = MarkingRules(several=SeveralRule.WHOLE, pairs=PairsRule.WHOLE, order=OrderRule.WHOLE)
# To leave open what the passage settles is a smaller slip than to believe the opposite, or to be sure without a ground.
CAREFUL = MarkingRules(
    near={(Verdict.TRUE, Verdict.UNVERIFIED): Fraction(1, 3), (Verdict.FALSE, Verdict.UNVERIFIED): Fraction(1, 3)}
)
# One of three verdicts is right, so that with half a point off blind guessing comes to nothing: 1/3 - 2/3 * 1/2.
PENALTY = MarkingRules(wrong=Fraction(1, 2))
CERTAINTY = MarkingRules(confidence=Asking.COUNTED)


def rules_document(rules: MarkingRules) -> Document:
    """Return the rules as plain values, to be kept."""
    near: list[object] = [[key.value, given.value, str(credit)] for (key, given), credit in rules.near.items()]
    return {
        "several": rules.several.value,
        "pairs": rules.pairs.value,
        "order": rules.order.value,
        "near": near,
        "wrong": str(rules.wrong),
        "confidence": rules.confidence.value,
        "points": {kind: str(points) for kind, points in rules.points.items()},
    }


def read_rules(document: Mapping[str, object]) -> MarkingRules:
    """Return the rules that ``rules_document`` wrote; what an older document does not say is as by default.

    Raises ValueError when it is not one.
    """
    problems: list[Problem] = []
    fields = Fields(document, "", problems)
    near = (tuple(map(str, each)) for each in fields.entries("near") if isinstance(each, list))
    points = document.get("points")
    rules = MarkingRules(
        several=fields.choice("several", SeveralRule, USUAL.several),
        pairs=fields.choice("pairs", PairsRule, USUAL.pairs),
        order=fields.choice("order", OrderRule, USUAL.order),
        near={(Verdict(key), Verdict(given)): Fraction(credit) for key, given, credit in near},
        wrong=Fraction(fields.optional_text("wrong") or 0),
        confidence=fields.choice("confidence", Asking, USUAL.confidence),
        points={str(kind): Fraction(str(worth)) for kind, worth in points.items()} if isinstance(points, dict) else {},
    )
    if problems:
        raise ValueError(f"no marking rules: {problems[0].message}")
    return rules
