"""The claim ledger as its teacher works on it: verdicts, evidence, wording, conflicts, each saved as a new version."""

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from quizgen.domain.banks import claim_words, judging
from quizgen.domain.banks.bank import Bank
from quizgen.domain.banks.conflicts import Side, with_settled_conflict
from quizgen.domain.banks.writing import claim_document
from quizgen.domain.claims.claim import Bearing, Source, Stance, Verdict
from quizgen.domain.errors import BadInput, Conflict
from quizgen.domain.passages.span import Span
from quizgen.services import banks
from quizgen.services.references import citation
from quizgen.services.wording import LONGEST_TITLE, one_line

LONGEST_STATEMENT = 2000
LONGEST_SHOWN = 2000
CHANGED = (
    "Somebody else changed this claim after you opened it. Above is the claim as it is now, "
    "and what you typed is kept below: save it again if it still holds."
)
GONE = "This claim is not in the bank any more: somebody left it out or merged it. What you typed is kept below."
CHANGED_SINCE = "The bank was changed after that, so it cannot be undone here. Nothing was changed now."


class ClaimChanged(Conflict):
    """The claim is not what the form was made from."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A claim as a form was made from it: its id and its digest then."""

    claim: str
    digest: str


@dataclass(frozen=True, slots=True)
class Words:
    """A statement and the words of the passage that make it; without ``quote`` the place stays what it was."""

    statement: str
    quote: str = ""


def digest(bank: Bank, claim_id: str) -> str:
    """Return a short digest of all that the ledger says of a claim. Raises KeyError."""
    conflicts = sorted(other for pair in bank.conflicts if claim_id in pair for other in pair)
    whole = json.dumps([claim_document(bank.claim(claim_id)), conflicts], sort_keys=True)
    return hashlib.sha256(whole.encode()).hexdigest()[:16]


def source(*, title: str, publisher: str, shows: str, says: Bearing, year: int | None, url: str | None) -> Source:
    """Return a source as it may be kept, in one line each. Raises BadInput."""
    cited = citation(publisher=publisher, year=year, url=url)
    title = one_line(title, "The title", longest=LONGEST_TITLE)
    shown = one_line(shows, "What it shows", longest=LONGEST_SHOWN)
    return Source(title, cited.publisher, shown, says, cited.year, cited.url)


def set_verdict(
    session: Session,
    bank_id: int,
    seen: Seen,
    verdict: Verdict,
    *,
    reason: str | None,
    rationale: str,
    asks: bool,
    now: datetime,
) -> int:
    """Keep the teacher's verdict on a claim; its items on evidence are keyed by it. Returns the bank's version.

    ``asks``: one is made where there is none. Without ``rationale`` the sources or the reason give it.
    Raises BadInput without a source that bears it out or without a reason, ClaimChanged, NotFound.
    """
    told = one_line(rationale, "The reason in words", longest=LONGEST_SHOWN) if rationale.strip() else None

    def changed(bank: Bank) -> Bank:
        return judging.with_verdict(bank, seen.claim, verdict, reason=reason, rationale=told, asks=asks)

    return _work(session, bank_id, [seen], changed, note=f"Verdict: {verdict.value}", now=now)


def add_source(session: Session, bank_id: int, seen: Seen, source: Source, *, weighs: bool, now: datetime) -> int:
    """Keep one more source for a claim; only if it ``weighs`` does the verdict follow. Returns the bank's version.

    Raises ClaimChanged, NotFound.
    """
    return _work(
        session,
        bank_id,
        [seen],
        lambda bank: judging.with_added_source(bank, seen.claim, source, weighs=weighs),
        note="Evidence added",
        now=now,
    )


def change_source(
    session: Session, bank_id: int, seen: Seen, place: int, source: Source | None, *, now: datetime
) -> int:
    """Say the source at ``place`` (from 0) otherwise, or take it away (None). Returns the bank's version.

    Raises BadInput when the verdict rests on it, ClaimChanged, Conflict, NotFound.
    """
    return _work(
        session,
        bank_id,
        [seen],
        lambda bank: judging.with_changed_source(bank, seen.claim, place, source),
        note="Evidence changed" if source else "Evidence removed",
        now=now,
    )


def reword(session: Session, bank_id: int, seen: Seen, words: Words, *, stance: Stance, now: datetime) -> int:
    """Say a claim otherwise, or elsewhere in its passage. Returns the bank's version.

    Raises BadInput, ClaimChanged, NotFound.
    """

    def changed(bank: Bank) -> Bank:
        statement, span = _said(bank, seen.claim, words)
        return claim_words.reworded(bank, seen.claim, statement=statement, span=span, stance=stance)

    return _work(session, bank_id, [seen], changed, note="A claim reworded", now=now)


def split(session: Session, bank_id: int, seen: Seen, first: Words, second: Words, *, now: datetime) -> int:
    """Say a claim as two. Returns the bank's version. Raises BadInput, ClaimChanged, NotFound."""

    def changed(bank: Bank) -> Bank:
        parts = _said(bank, seen.claim, first), _said(bank, seen.claim, second)
        if parts[0][0] == parts[1][0]:
            raise BadInput("Both parts say the same. Say in each what the other does not.")
        return claim_words.split(bank, seen.claim, *parts)[0]

    return _work(session, bank_id, [seen], changed, note="A claim divided", now=now)


def merge(session: Session, bank_id: int, seen: Seen, other: Seen, *, statement: str, now: datetime) -> int:
    """Take the claim ``other`` into another. Returns the bank's version. Raises BadInput, ClaimChanged, NotFound."""
    said = _statement(statement)

    def changed(bank: Bank) -> Bank:
        return claim_words.merged_claims(bank, seen.claim, other.claim, statement=said)

    return _work(session, bank_id, [seen, other], changed, note="Two claims merged", now=now)


def add(
    session: Session, bank_id: int, words: Words, *, passage: str, stance: Stance, near: int = 0, now: datetime
) -> int:
    """Put a claim into the ledger for words of a passage. Returns the bank's version.

    Of words that stand there several times those nearest to the character ``near`` are meant.
    Raises BadInput when they do not stand there or the claim is there already, NotFound.
    """

    def changed(bank: Bank) -> Bank:
        if all(each.id != passage for each in bank.passages):
            raise BadInput("Choose the passage in which the words stand.")
        span = claim_words.located(bank.passage(passage), words.quote, near=near)
        statement = _statement(words.statement or " ".join(words.quote.split()))
        if any((each.passage, each.span, each.statement) == (passage, span, statement) for each in bank.claims):
            raise BadInput("This claim is in the ledger already.")
        return claim_words.with_claim(bank, passage=passage, span=span, statement=statement, stance=stance)[0]

    return _work(session, bank_id, [], changed, note="A claim added", now=now)


def drop(session: Session, bank_id: int, seen: Seen, *, whole_sentence: bool = False, now: datetime) -> int:
    """Leave a claim out, with the items about it alone; with its ``whole_sentence`` every claim that stands in it.

    Returns the bank's version. Raises ClaimChanged, NotFound.
    """

    def changed(bank: Bank) -> Bank:
        gone = claim_words.claims_of_sentence(bank, seen.claim) if whole_sentence else (seen.claim,)
        return claim_words.without_claims(bank, gone)

    return _work(
        session,
        bank_id,
        [seen],
        changed,
        note="A sentence without a claim" if whole_sentence else "A claim left out",
        now=now,
    )


def settle_conflict(session: Session, bank_id: int, seen: Seen, other: str, holds: Side, *, now: datetime) -> int:
    """Say which of two claims holds. Returns the bank's version. Raises ClaimChanged, Conflict, NotFound."""
    return _work(
        session,
        bank_id,
        [seen],
        lambda bank: with_settled_conflict(bank, seen.claim, other, holds),
        note="A conflict settled",
        now=now,
    )


def undo(session: Session, bank_id: int, version: int, *, now: datetime) -> int:
    """Take back what made ``version``, as a new version. Returns its number.

    Raises Conflict when the bank was changed since, NotFound.
    """

    def before(_bank: Bank) -> Bank:
        if version < 2 or banks.get(session, bank_id).version != version:
            raise Conflict(CHANGED_SINCE)
        return banks.numbered(session, bank_id, version - 1).bank

    return banks.change(session, bank_id, before, now=now, note=f"Version {version} taken back")


def _work(
    session: Session, bank_id: int, seen: Sequence[Seen], changed: Callable[[Bank], Bank], *, note: str, now: datetime
) -> int:
    """Change a bank whose claims are what they were; an act that was done before changes nothing and is no conflict."""

    def checked(bank: Bank) -> Bank:
        known = {claim.id for claim in bank.claims}
        if any(one.claim not in known for one in seen):
            raise ClaimChanged(GONE)
        is_same = all(digest(bank, one.claim) == one.digest for one in seen)
        try:
            after = changed(bank)
        except Conflict:
            raise
        except BadInput:
            if is_same:
                raise
            raise ClaimChanged(CHANGED) from None
        if not is_same and after != bank:
            raise ClaimChanged(CHANGED)
        return after

    return banks.change(session, bank_id, checked, now=now, note=note)


def _said(bank: Bank, claim_id: str, words: Words) -> tuple[str, Span]:
    claim = bank.claim(claim_id)
    passage = bank.passage(claim.passage)
    span = claim_words.located(passage, words.quote, near=claim.span.start) if words.quote.strip() else claim.span
    return _statement(words.statement), span


def _statement(text: str) -> str:
    return one_line(text, "The statement", longest=LONGEST_STATEMENT)
