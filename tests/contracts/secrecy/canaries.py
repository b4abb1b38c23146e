"""A bank of every kind in which each part that belongs to a key sings."""

from dataclasses import replace

from quizgen.domain.attempts.reveal import Part
from quizgen.domain.banks.bank import Bank
from quizgen.domain.claims.claim import Bearing, Claim, Evidence, Source, Stance, Verdict
from quizgen.domain.items.evidence_finding import EvidenceFindingItem
from quizgen.domain.items.item import Basis, Item
from quizgen.domain.items.kinds import KINDS
from quizgen.domain.items.verdict import VerdictItem
from quizgen.domain.passages.span import Span
from tests import builders

CANARY = "canary7731"
# What nobody ever reads off a page: the inner names and notes of a bank.
NEVER = ("maker", "tag", "item-id", "claim-id", "reason", "shared", "statement")
NUMBER = "0.7731773"
SONGS = {
    Part.ANSWERED: ("stem",),
    Part.KEY: ("key", NUMBER),
    Part.RATIONALE: ("rationale",),
    Part.EVIDENCE: ("title", "publisher", "shows"),
}


def song(name: str) -> str:
    """Return the words that sing for a part."""
    return f"{CANARY}{name}"


def words_of(part: Part) -> tuple[str, ...]:
    """Return what sings when a part is shown."""
    return tuple(NUMBER if name == NUMBER else song(name) for name in SONGS.get(part, ()))


SECRETS = (*map(song, NEVER), *words_of(Part.KEY), *words_of(Part.RATIONALE), *words_of(Part.EVIDENCE))


def bank_of_canaries() -> Bank:
    """Return a bank with an item of each kind, and two on cited evidence."""
    source = Source(song("title"), song("publisher"), song("shows"), Bearing.CONFIRMS, 1999, "https://example.org/x")
    evidence = Evidence(Verdict.TRUE, (source,), song("reason"), song("shared"))
    items = [_guarded(number, item) for number, item in enumerate(_items())]
    assert {item.kind for item in items} == set(KINDS)
    claims = tuple(
        Claim(_claim_id(number), "p1", Span(10 + number, 29), song("statement"), Stance.ASSERTED, evidence)
        for number in range(len(items))
    )
    return builders.bank(title="Rivers", claims=claims, items=tuple(items))


def other_keys(item: Item) -> Item:
    """Return the item with the same question and controls, and another key."""
    match item:
        case VerdictItem():
            return replace(item, key=next(verdict for verdict in Verdict if verdict is not item.key))
        case EvidenceFindingItem():
            return replace(item, key=(item.options[-1],))
    match item.kind:
        case "single_choice":
            return replace(item, key=next(text for text in item.options if text != item.key))  # type: ignore[attr-defined]
        case "multiple_response":
            return replace(item, key=tuple(text for text in item.options if text not in item.key))  # type: ignore[attr-defined]
        case "cloze":
            right = next((text for text in item.options if text not in item.key), "something else")  # type: ignore[attr-defined]
            return replace(item, key=(right,))
        case "numeric":
            return replace(item, key="12", tolerance="1", units=())
        case "short_answer":
            return replace(item, key=("something else",))
        case "ordering":
            return replace(item, key=tuple(reversed(item.key)), options=item.shown)  # type: ignore[attr-defined]
    lefts, rights = [pair.left for pair in item.key], [pair.right for pair in item.key]  # type: ignore[attr-defined]
    turned = zip(lefts, [*rights[1:], rights[0]], strict=True)
    return replace(item, key=tuple(type(item.key[0])(*pair) for pair in turned), options=item.shown)  # type: ignore[attr-defined]


def _items() -> list[Item]:
    return [
        builders.verdict(),
        builders.verdict(basis=Basis.EVIDENCE),
        builders.choice(),
        builders.cloze(key=(song("key"),)),
        builders.cloze(key=("long",), options=("long", "short", "wet")),
        builders.numeric(key=NUMBER, units=(song("key"),)),
        builders.responses(),
        builders.finding(),
        builders.ordering(),
        builders.matching(),
        builders.short(key=(song("key"), "Plynlimon")),
    ]


def _guarded(number: int, item: Item) -> Item:
    return replace(
        item,
        id=f"{song('item-id')}-{number}",
        claims=(_claim_id(number),),
        stem=f"{song('stem')} {number}: {item.stem}",
        rationale=song("rationale"),
        maker=song("maker"),
        tags=(song("tag"),),
        spans=(Span(10, 29),),
    )


def _claim_id(number: int) -> str:
    return f"{song('claim-id')}-{number}"
