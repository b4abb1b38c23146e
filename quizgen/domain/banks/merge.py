"""Joining a bank that a person wrote with a generated draft over the same text."""

from dataclasses import replace

from quizgen.domain.banks.bank import Bank
from quizgen.domain.claims.claim import Claim
from quizgen.domain.errors import BadInput
from quizgen.domain.identity import content_id
from quizgen.domain.items.item import Item
from quizgen.domain.passages.span import Span


def merged(authored: Bank, generated: Bank) -> Bank:
    """Return ``authored`` with the items of ``generated`` behind its own.

    Each added item points to the authored claims whose spans share most with those of its own claims; a claim that
    overlaps no authored one is added too. Conflicts between claims that are then there come along. An item that says
    the same as one already there is left out, so that merging twice changes nothing. Ids stay unique.

    Raises BadInput when a passage of ``generated`` is not one of ``authored`` to the letter, blanks at the end aside.
    """
    passages = _same_passages(authored, generated)
    claims, places = _joined_claims(authored, generated, passages)
    items = list(authored.items)
    taken = {item.id for item in items}
    said = {_content(item) for item in items}
    for item in generated.items:
        ids = tuple(dict.fromkeys(places[claim_id] for claim_id in item.claims))
        moved = replace(item, claims=ids)
        if _content(moved) not in said:
            if item.id in taken:
                moved = replace(moved, id=content_id("i", *_content(moved), *ids, taken=taken))
            items.append(moved)
            taken.add(moved.id)
            said.add(_content(moved))
    pairs = ((places[one], places[other]) for one, other in generated.conflicts if one in places and other in places)
    conflicts = dict.fromkeys((*authored.conflicts, *(pair for pair in pairs if pair[0] != pair[1])))
    return replace(authored, claims=claims, conflicts=tuple(conflicts), items=tuple(items))


def _same_passages(authored: Bank, generated: Bank) -> dict[str, str]:
    """Return the authored id of each generated passage."""
    known = {passage.text.rstrip(): passage.id for passage in authored.passages}
    for passage in generated.passages:
        if passage.text.rstrip() not in known:
            raise BadInput(f"The banks are about different texts: {passage.title!r} is not in the first. Make it anew.")
    return {passage.id: known[passage.text.rstrip()] for passage in generated.passages}


def _joined_claims(
    authored: Bank, generated: Bank, passages: dict[str, str]
) -> tuple[tuple[Claim, ...], dict[str, str]]:
    """Return all claims, and where each generated claim that an item needs has gone."""
    needed = {claim_id for item in generated.items for claim_id in item.claims}
    claims = list(authored.claims)
    places: dict[str, str] = {}
    taken = {claim.id for claim in claims}
    for claim in generated.claims:
        if claim.id not in needed:
            continue
        passage = passages[claim.passage]
        near = _nearest(authored, passage, claim.span)
        if near is None:
            fresh = claim.id not in taken
            name = claim.id if fresh else content_id("c", passage, claim.statement, str(claim.span.start), taken=taken)
            near = replace(claim, id=name, passage=passage, repeats=places.get(claim.repeats or ""))
            claims.append(near)
            taken.add(name)
        places[claim.id] = near.id
    return tuple(claims), places


def _nearest(bank: Bank, passage: str, span: Span) -> Claim | None:
    """Return the claim that shares most characters with ``span``, of equals the shortest; None when none does."""
    near = [claim for claim in bank.claims if claim.passage == passage and claim.span.overlaps(span)]
    return max(near, key=lambda claim: (_shared(claim.span, span), -len(claim.span)), default=None)


def _shared(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def _content(item: Item) -> tuple[str, str, str]:
    return item.kind, item.basis.value, item.stem
