"""Single items brought into a bank: beside its own, in place of those with the same id, each with its claims."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from quizgen.domain.banks.bank import Bank
from quizgen.domain.banks.understanding import Understood, understood
from quizgen.domain.banks.writing import bank_document, item_document
from quizgen.domain.claims.claim import Claim, Stance
from quizgen.domain.document import Document
from quizgen.domain.identity import content_id
from quizgen.domain.passages.passage import Passage
from quizgen.domain.passages.span import Span

LONGEST_STATEMENT = 2000
NO_TEXT = "These questions stand without a text."


@dataclass(frozen=True, slots=True)
class Brought:
    """An item as a document, where it stood in its file, and what could not even be read of it."""

    place: str
    document: Document
    problems: tuple[str, ...] = ()


def shell(title: str, text: str) -> Bank:
    """Return a bank without items, around a text; without one it says that there is none."""
    return Bank(title, (Passage("p1", title, text if text.strip() else NO_TEXT),))


def with_items(bank: Bank, brought: Sequence[Brought]) -> Understood:
    """Return what became of the items, and the bank with those that were understood.

    Where an item names a claim by the words of a sentence of the text, the claim at that sentence is meant; one is made
    when there is none yet. An item of the bank stays as it is when the one in its place was not understood.
    """
    found = _tried(bank, brought)
    if not found.left_out or found.bank is None:
        return found
    sound = [each for each, entry in zip(brought, found.entries, strict=True) if not entry.problems]
    return replace(found, bank=_tried(bank, sound).bank)


def _tried(bank: Bank, brought: Sequence[Brought]) -> Understood:
    claims = list(bank.claims)
    items: list[object] = [item_document(item) for item in bank.items]
    places = {item.id: index for index, item in enumerate(bank.items)}
    judged: dict[int, Brought] = {}
    for each in brought:
        document = {**each.document, "claims": _claims(bank, claims, each.document.get("claims"))}
        index = places.pop(_id(document), len(items))
        items[index : index + 1] = [document]
        judged[index] = each
    raw = {**bank_document(replace(bank, claims=tuple(claims)).self_contained()), "items": items}
    wrong = {index: each.problems for index, each in judged.items() if each.problems}
    found = understood(raw, _beside, place=lambda index: judged[index].place, judged=list(judged), refused=wrong)
    return replace(found, bank=None if found.bank is None else _without_idle(found.bank, bank))


def _beside(name: str) -> str:
    raise LookupError(name)


def _id(document: Document) -> str:
    """Return the id of an item, or the one that follows from what it says."""
    if document.get("id"):
        return str(document["id"])
    claims = document.get("claims")
    names = [str(name) for name in claims] if isinstance(claims, list) else []
    basis = str(document.get("basis") or "passage")
    return content_id("i", str(document.get("kind")), basis, str(document.get("stem")), *names)


def _claims(bank: Bank, claims: list[Claim], named: object) -> object:
    """Return the ids of the claims that an item names, by id or by the words of a sentence."""
    if not isinstance(named, list):
        return named
    return [_claim(bank, claims, str(name)) for name in named]


def _claim(bank: Bank, claims: list[Claim], name: str) -> str:
    if any(claim.id == name for claim in claims):
        return name
    words = re.compile(r"\s+".join(map(re.escape, name.split())))
    for passage in bank.passages:
        place = words.search(passage.text) if 0 < len(name.strip()) <= LONGEST_STATEMENT else None
        if place is None:
            continue
        span = Span(*place.span())
        there = next((claim for claim in claims if claim.passage == passage.id and claim.span == span), None)
        if there is None:
            taken = {claim.id for claim in claims}
            statement = " ".join(name.split())
            made = content_id("c", passage.id, statement, str(span.start), taken=taken)
            there = Claim(made, passage.id, span, statement, Stance.ASSERTED)
            claims.append(there)
        return there.id
    return name


def _without_idle(bank: Bank, before: Bank) -> Bank:
    """Return the bank without claims that were made for items which were then not understood."""
    known = {claim.id for claim in before.claims} | {name for item in bank.items for name in item.claims}
    claims = tuple(claim for claim in bank.claims if claim.id in known)
    passages = {passage.id: passage for passage in before.passages}
    return replace(bank, claims=claims, passages=tuple(passages.get(each.id, each) for each in bank.passages))
