"""Claims reworded, split, merged, added and left out by a teacher, and what becomes of their items."""

import re
from collections.abc import Collection, Iterator
from dataclasses import replace

from quizgen.domain.banks.bank import Bank
from quizgen.domain.banks.evidence import is_on_evidence
from quizgen.domain.claims.claim import Claim, Stance
from quizgen.domain.claims.weighing import unlooked
from quizgen.domain.errors import BadInput
from quizgen.domain.identity import content_id
from quizgen.domain.items.item import Item, Status
from quizgen.domain.passages.passage import Passage
from quizgen.domain.passages.span import Span

REWORDED = "Its claim was put into other words: see whether statement and key still hold."
NOT_THERE = "These words do not stand in the passage. Copy them from it, letter by letter."
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*(?=\s)")


def located(passage: Passage, words: str, *, near: int = 0) -> Span:
    """Return where ``words`` stand in the passage, blanks and line ends being one; of several the nearest to ``near``.

    Raises BadInput when they do not.
    """
    pattern = r"\s+".join(map(re.escape, words.split()))
    found = [Span(*match.span()) for match in re.finditer(pattern, passage.text)] if pattern else []
    if not found:
        raise BadInput(NOT_THERE)
    return min(found, key=lambda span: abs(span.start - near))


def reworded(bank: Bank, claim_id: str, *, statement: str, span: Span, stance: Stance) -> Bank:
    """Return the bank with a claim said otherwise.

    Its items on evidence that asked for the old words ask for the new ones; all items on evidence wait to be looked at.
    Items from the passage stay, since the passage settles them. Verdict and sources stay. Raises KeyError.
    """
    claim = bank.claim(claim_id)
    changed = replace(claim, statement=statement, span=span, stance=stance)
    said = _with_claims(bank, {claim_id: (changed,)})
    if statement == claim.statement:
        return said
    items = tuple(
        _asked_anew(item, claim, statement) if is_on_evidence(item, claim_id) else item for item in bank.items
    )
    return replace(said, items=items)


def split(bank: Bank, claim_id: str, first: tuple[str, Span], second: tuple[str, Span]) -> tuple[Bank, str]:
    """Return the bank with a claim said as two, and the id of the second; each is a statement and where it stands.

    The first keeps the id, verdict, sources and the items on evidence, as if it were reworded. The second begins
    without evidence. Items from the passage are about both. Raises KeyError.
    """
    claim = bank.claim(claim_id)
    taken = {each.id for each in bank.claims}
    new = Claim(
        id=content_id("c", claim.passage, second[0], str(second[1].start), taken=taken),
        passage=claim.passage,
        span=second[1],
        statement=second[0],
        stance=claim.stance,
        evidence=unlooked(claim.stance),
        polarity=claim.polarity,
        importance=claim.importance,
    )
    said = reworded(bank, claim_id, statement=first[0], span=first[1], stance=claim.stance)
    items = tuple(
        item
        if claim_id not in item.claims or is_on_evidence(item, claim_id)
        else replace(item, claims=(*item.claims, new.id))
        for item in said.items
    )
    return replace(_with_claims(said, {claim_id: (said.claim(claim_id), new)}), items=items), new.id


def merged_claims(bank: Bank, claim_id: str, other_id: str, *, statement: str) -> Bank:
    """Return the bank with the claim ``other_id`` taken into ``claim_id``, in these words.

    The claim keeps its id, place, stance and verdict, and has the sources of both. Items of the other are about it
    now, but those on evidence go when the verdicts differ: their key would not hold. Raises KeyError, BadInput.
    """
    if claim_id == other_id:
        raise BadInput("Choose another claim to merge with.")
    claim, other = bank.claim(claim_id), bank.claim(other_id)
    if claim.passage != other.passage:
        raise BadInput("Only claims of one text can be merged: their questions quote it.")
    said = reworded(bank, claim_id, statement=statement, span=_joined(claim, other), stance=claim.stance)
    sources = tuple(dict.fromkeys((*claim.evidence.sources, *other.evidence.sources)))
    whole = replace(said.claim(claim_id), evidence=replace(claim.evidence, sources=sources))
    agree = claim.evidence.verdict is other.evidence.verdict
    items = tuple(
        replace(item, claims=_renamed(item.claims, other_id, claim_id))
        for item in said.items
        if agree or not is_on_evidence(item, other_id)
    )
    return replace(
        _with_claims(said, {claim_id: (whole,), other_id: ()}, instead={other_id: claim_id}),
        items=items,
        conflicts=tuple(_renamed_pairs(bank.conflicts, other_id, claim_id)),
    )


def with_claim(bank: Bank, *, passage: str, span: Span, statement: str, stance: Stance) -> tuple[Bank, str]:
    """Return the bank with one more claim, where it stands in reading order, and its id. Raises KeyError."""
    taken = {each.id for each in bank.claims}
    name = content_id("c", bank.passage(passage).id, statement, str(span.start), taken=taken)
    new = Claim(name, passage, span, statement, stance, unlooked(stance))
    later = (
        place for place, each in enumerate(bank.claims) if each.passage == passage and each.span.start > span.start
    )
    place = next(later, len(bank.claims))
    return replace(bank, claims=(*bank.claims[:place], new, *bank.claims[place:])), name


def without_claims(bank: Bank, gone: Collection[str]) -> Bank:
    """Return the bank without these claims and without the items that are about nothing else.

    Items that are about other claims too stay, but for those whose key rests on the evidence for a claim that goes, and
    those whose own place in a passage would be lost.
    """
    items = []
    for item in bank.items:
        left = tuple(claim for claim in item.claims if claim not in gone)
        if left == item.claims:
            items.append(item)
        elif left and not is_on_evidence(item, item.claims[0]) and _same_passage(bank, item.claims[0], left[0]):
            items.append(replace(item, claims=left))
    conflicts = tuple(pair for pair in bank.conflicts if not set(pair) & set(gone))
    said = _with_claims(bank, dict.fromkeys(gone, ()))
    return replace(said, items=tuple(items), conflicts=conflicts)


def going_with(bank: Bank, gone: Collection[str]) -> tuple[Item, ...]:
    """Return the items that go when these claims do."""
    stay = {item.id for item in without_claims(bank, gone).items}
    return tuple(item for item in bank.items if item.id not in stay)


def claims_of_sentence(bank: Bank, claim_id: str) -> tuple[str, ...]:
    """Return the ids of the claims that stand in the same sentence, in reading order, the claim itself among them."""
    claim = bank.claim(claim_id)
    sentence = sentence_at(bank.passage(claim.passage), claim.span)
    near = [each for each in bank.claims if each.passage == claim.passage and sentence.covers(each.span)]
    return tuple(each.id for each in sorted(near, key=lambda each: each.span))


def sentence_at(passage: Passage, span: Span) -> Span:
    """Return the span widened to the ends of its sentence, as the full stops of its paragraph show them."""
    block = next((block.span for block in passage.blocks() if block.span.overlaps(span)), span)
    ends = [block.start + match.end() for match in _SENTENCE_END.finditer(block.of(passage.text))]
    start = max((end for end in ends if end <= span.start), default=block.start)
    end = min((end for end in ends if end >= span.end), default=max(block.end, span.end))
    blanks = len(passage.text[start:end]) - len(passage.text[start:end].lstrip())
    return Span(min(start + blanks, span.start), end)


def _asked_anew(item: Item, claim: Claim, statement: str) -> Item:
    stem = statement if item.stem == claim.statement else item.stem
    return replace(item, stem=stem, status=Status.QUEUED, why=REWORDED)


def _with_claims(bank: Bank, changes: dict[str, tuple[Claim, ...]], *, instead: dict[str, str] | None = None) -> Bank:
    """Return the bank with each claim that ``changes`` names replaced, and no claim repeating one not before it."""
    renamed, earlier = instead or {}, set[str]()
    claims = []
    for each in (new for old in bank.claims for new in changes.get(old.id, (old,))):
        repeats = renamed.get(each.repeats or "", each.repeats)
        claims.append(
            each if repeats == each.repeats and repeats in {None, *earlier} else _repeating(each, repeats, earlier)
        )
        earlier.add(each.id)
    return replace(bank, claims=tuple(claims))


def _repeating(claim: Claim, repeats: str | None, earlier: Collection[str]) -> Claim:
    return replace(claim, repeats=repeats if repeats in earlier and repeats != claim.id else None)


def _joined(claim: Claim, other: Claim) -> Span:
    """Return one span for both where they touch or overlap, else the claim's own."""
    near = claim.passage == other.passage and claim.span.start - 2 <= other.span.end <= claim.span.end + 2 + len(
        other.span
    )
    return Span(min(claim.span.start, other.span.start), max(claim.span.end, other.span.end)) if near else claim.span


def _renamed(names: tuple[str, ...], old: str, new: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(new if name == old else name for name in names))


def _renamed_pairs(pairs: tuple[tuple[str, str], ...], old: str, new: str) -> Iterator[tuple[str, str]]:
    seen = set[frozenset[str]]()
    for one, other in pairs:
        pair = (new if one == old else one), (new if other == old else other)
        if pair[0] != pair[1] and frozenset(pair) not in seen:
            seen.add(frozenset(pair))
            yield pair


def _same_passage(bank: Bank, one: str, other: str) -> bool:
    return bank.claim(one).passage == bank.claim(other).passage
