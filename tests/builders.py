"""Small sound values of the domain, for tests that are about something else."""

from quizgen.domain.banks.bank import Bank
from quizgen.domain.claims.claim import Bearing, Claim, Evidence, Source, Stance, Verdict
from quizgen.domain.items.cloze import ClozeItem
from quizgen.domain.items.evidence_finding import EvidenceFindingItem
from quizgen.domain.items.item import Basis, Status
from quizgen.domain.items.matching import MatchingItem, Pair
from quizgen.domain.items.multiple_response import MultipleResponseItem
from quizgen.domain.items.numeric import NumericItem
from quizgen.domain.items.ordering import OrderingItem
from quizgen.domain.items.short_answer import ShortAnswerItem
from quizgen.domain.items.single_choice import SingleChoiceItem
from quizgen.domain.items.verdict import VerdictItem
from quizgen.domain.passages.passage import Passage
from quizgen.domain.passages.span import Span

TEXT = "# Rivers\n\nThe Wye is a river. It may flood in spring. It is 250 kilometres long.\n"


def passage(text: str = TEXT, id: str = "p1") -> Passage:  # noqa: A002
    """Return a passage about a river."""
    return Passage(id, "Rivers", text)


def source(says: Bearing = Bearing.CONFIRMS) -> Source:
    """Return a source with every field."""
    return Source("Rivers of Britain", "Quill Press", "The Wye is one of them.", says, 1999, "https://example.org/wye")


def claim(id: str = "c-1", start: int = 10, end: int = 29, evidence: Evidence | None = None) -> Claim:  # noqa: A002
    """Return a claim of the passage."""
    return Claim(id, "p1", Span(start, end), "The Wye is a river.", Stance.ASSERTED, evidence or Evidence())


def verdict(
    id: str = "i-1",  # noqa: A002
    claims: tuple[str, ...] = ("c-1",),
    key: Verdict = Verdict.TRUE,
    basis: Basis = Basis.PASSAGE,
    status: Status = Status.READY,
    stem: str = "",
) -> VerdictItem:
    """Return a verdict item; its stem follows from its id unless it is given."""
    why = "two readings" if status is Status.QUEUED else None
    stem = stem or f"Statement {id} holds."
    return VerdictItem(id=id, basis=basis, claims=claims, stem=stem, rationale="", key=key, status=status, why=why)


def choice(
    id: str = "i-2",  # noqa: A002
    claims: tuple[str, ...] = ("c-1",),
    options: tuple[str, ...] = ("river", "lake", "hill"),
    key: str = "river",
) -> SingleChoiceItem:
    """Return a multiple-choice item."""
    return SingleChoiceItem(
        id=id,
        basis=Basis.PASSAGE,
        claims=claims,
        stem=f"What is the Wye, {id}?",
        rationale="",
        options=options,
        key=key,
    )


def cloze(
    id: str = "i-3",  # noqa: A002
    claims: tuple[str, ...] = ("c-1",),
    key: tuple[str, ...] = ("250", "two hundred and fifty"),
    options: tuple[str, ...] = (),
    stem: str = "The Wye is ____ kilometres long.",
) -> ClozeItem:
    """Return a cloze item."""
    return ClozeItem(id=id, basis=Basis.PASSAGE, claims=claims, stem=stem, rationale="", key=key, options=options)


def numeric(
    id: str = "i-4",  # noqa: A002
    claims: tuple[str, ...] = ("c-1",),
    key: str = "250",
    tolerance: str = "0",
    units: tuple[str, ...] = ("kilometres", "km"),
    stem: str = "How long is the Wye?",
) -> NumericItem:
    """Return a numeric item."""
    return NumericItem(
        id=id, basis=Basis.PASSAGE, claims=claims, stem=stem, rationale="", key=key, tolerance=tolerance, units=units
    )


def responses(
    id: str = "i-5",  # noqa: A002
    claims: tuple[str, ...] = ("c-1",),
    options: tuple[str, ...] = ("wet", "long", "hot", "square"),
    key: tuple[str, ...] = ("wet", "long"),
) -> MultipleResponseItem:
    """Return a multiple-response item."""
    stem = f"What is true of the Wye, {id}?"
    return MultipleResponseItem(
        id=id, basis=Basis.PASSAGE, claims=claims, stem=stem, rationale="", options=options, key=key
    )


def finding(
    id: str = "i-6",  # noqa: A002
    claims: tuple[str, ...] = ("c-1",),
    options: tuple[str, ...] = ("The Wye is a river.", "It may flood in spring.", "It is 250 kilometres long."),
    key: tuple[str, ...] = ("It may flood in spring.",),
) -> EvidenceFindingItem:
    """Return an evidence-finding item on the passage about a river."""
    stem = "High water is possible."
    return EvidenceFindingItem(
        id=id, basis=Basis.PASSAGE, claims=claims, stem=stem, rationale="", options=options, key=key
    )


def ordering(
    id: str = "i-7",  # noqa: A002
    claims: tuple[str, ...] = ("c-1",),
    key: tuple[str, ...] = ("spring", "brook", "river", "estuary"),
) -> OrderingItem:
    """Return an ordering item."""
    stem = "Put the parts in order from source to sea."
    return OrderingItem(id=id, basis=Basis.PASSAGE, claims=claims, stem=stem, rationale="", key=key)


def matching(
    id: str = "i-8",  # noqa: A002
    claims: tuple[str, ...] = ("c-1",),
    pairs: tuple[tuple[str, str], ...] = (("Wye", "Hereford"), ("Thames", "London"), ("Severn", "Worcester")),
    options: tuple[str, ...] = (),
) -> MatchingItem:
    """Return a matching item."""
    key = tuple(Pair(*pair) for pair in pairs)
    stem = "Match each river with a town on it."
    return MatchingItem(id=id, basis=Basis.PASSAGE, claims=claims, stem=stem, rationale="", key=key, options=options)


def short(
    id: str = "i-9",  # noqa: A002
    claims: tuple[str, ...] = ("c-1",),
    key: tuple[str, ...] = ("Plynlimon", "on Plynlimon"),
) -> ShortAnswerItem:
    """Return a short-answer item."""
    stem = "Where does the Wye rise?"
    return ShortAnswerItem(id=id, basis=Basis.PASSAGE, claims=claims, stem=stem, rationale="", key=key)


def bank(**parts: object) -> Bank:
    """Return a sound bank of one passage, three claims and three items; ``parts`` replace its own."""
    whole: dict[str, object] = {
        "title": "Rivers",
        "passages": (passage(),),
        "claims": (claim(), claim("c-2", 30, 55), claim("c-3", 56, 81)),
        "conflicts": (),
        "items": (verdict(), choice(claims=("c-2",)), cloze(claims=("c-3",))),
    }
    return Bank(**{**whole, **parts})  # type: ignore[arg-type]
