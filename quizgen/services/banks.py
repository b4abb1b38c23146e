"""Banks: kept in immutable versions, listed by their counts, read back as values."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVarTuple

from sqlalchemy import ColumnElement, Select, or_, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, undefer

from quizgen.domain.banks.bank import Bank
from quizgen.domain.document import Document
from quizgen.domain.errors import Conflict, NotFound
from quizgen.domain.items.item import Item, Status
from quizgen.services.recent import Recent
from quizgen.storage.stores.banks import document_name, passage_names, stored_bank, stored_document
from quizgen.storage.stores.passages import keep_passages, passages_by_name
from quizgen.storage.tables import AccountRow, BankRow, BankVersionRow, ColleagueRow

# What a session knows of itself: the id of the account whose request it serves.
ACTS_FOR = "acts_for"
Columns = TypeVarTuple("Columns")

# Content-addressed, so it never goes stale: a room that presses Start at once parses its bank once a process.
_PARSED: Recent[str, Bank] = Recent(16)


@dataclass(frozen=True, slots=True)
class BankCard:
    """A bank at a glance: whose it is, the counts and the date of its newest version."""

    id: int
    title: str
    slug: str | None
    owner: int | None
    owner_name: str | None
    claims: int
    ready: int
    queued: int
    made: datetime

    @property
    def shipped(self) -> bool:
        """Tell whether it came with the product."""
        return self.owner is None


@dataclass(frozen=True, slots=True)
class StoredBank:
    """One version of a bank. ``version`` counts from 1; ``report`` says how it was generated, where it was."""

    id: int
    version: int
    version_id: int
    owner: int | None
    bank: Bank
    report: Document | None
    made: datetime


def add(
    session: Session,
    bank: Bank,
    *,
    owner: int | None,
    now: datetime,
    slug: str | None = None,
    report: Document | None = None,
    note: str | None = None,
) -> int:
    """Keep a bank as its first version and return its id; without an owner every teacher sees it.

    Raises BadBank for a bank that could not be read back.
    """
    row = BankRow(owner_id=owner, slug=slug, version=0)
    session.add(row)
    session.flush()
    _add_version(session, row, bank, report, now, note=note)
    return row.id


def put_shipped(session: Session, slug: str, bank: Bank, *, now: datetime) -> int:
    """Keep a bank that comes with the product: a new one, or a new version when it says something else now."""
    found = select(BankRow).where(BankRow.slug == slug).with_for_update()
    row = session.scalar(found)
    if row is None:
        try:
            with session.begin_nested():
                return add(session, bank, owner=None, now=now, slug=slug)
        except IntegrityError:
            row = session.scalar(found)
            if row is None:
                raise
    newest = session.scalar(_newest(select(BankVersionRow.sha256)).where(BankRow.id == row.id))
    if newest != document_name(stored_document(bank)):
        _add_version(session, row, bank, None, now)
    return row.id


def settle(session: Session, bank_id: int, item_id: str, *, status_ready: bool, now: datetime) -> None:
    """Make a queued item ready, or take it out, in a new version of its bank; quizzes keep the version they have.

    Raises NotFound for an item that the bank never had, Conflict for one that does not wait any more.
    """
    row = session.get(BankRow, bank_id, with_for_update=True, populate_existing=True)
    if row is None:
        raise NotFound("There is no such bank.")
    stored = get(session, bank_id)
    if not any(item.id == item_id and item.status is Status.QUEUED for item in stored.bank.items):
        if not _ever_had(session, stored, item_id):
            raise NotFound("There is no such question in this bank.")
        raise Conflict("This question does not wait any more: it was used or dropped before. Go back to the bank.")
    settled: list[Item] = []
    for item in stored.bank.items:
        if item.id != item_id:
            settled.append(item)
        elif status_ready:
            settled.append(replace(item, status=Status.READY, why=None))
    note = "A question used" if status_ready else "A question dropped"
    _add_version(session, row, replace(stored.bank, items=tuple(settled)), stored.report, now, note=note)


def change(
    session: Session,
    bank_id: int,
    changed: Callable[[Bank], Bank],
    *,
    now: datetime,
    by: int | None = None,
    note: str | None = None,
) -> int:
    """Keep what ``changed`` makes of the newest version as the next one, and return the number of the newest.

    ``by`` is who did it; when None whoever the session acts for, else the owner. ``note`` says why, if not plain.

    Quizzes keep the version they have, and a bank that says what it said makes no version. Raises NotFound, BadBank for
    a bank that could not be read back, and whatever ``changed`` raises.
    """
    row = session.get(BankRow, bank_id, with_for_update=True, populate_existing=True)
    if row is None:
        raise NotFound("There is no such bank.")
    stored = get(session, bank_id)
    bank = changed(stored.bank)
    if bank != stored.bank:
        _add_version(session, row, bank, stored.report, now, by=by, note=note)
    return row.version


def visible_to(session: Session, teacher: int) -> tuple[BankCard, ...]:
    """Return the teacher's own banks and those of colleagues, newest first, then the shipped ones by title."""
    rows = session.execute(
        _newest(select(BankRow, BankVersionRow, AccountRow.name))
        .outerjoin(AccountRow, AccountRow.id == BankRow.owner_id)
        .where(readable_by(teacher))
    )
    cards = [_card(bank, version, name) for bank, version, name in rows]
    own = sorted((card for card in cards if not card.shipped), key=lambda card: (card.made, card.id), reverse=True)
    shipped = sorted((card for card in cards if card.shipped), key=lambda card: card.title.casefold())
    return (*own, *shipped)


def readable_by(teacher: int) -> ColumnElement[bool]:
    """Return the condition that a teacher may read a bank: an own one, one of a colleague, a shipped one."""
    invited = select(ColleagueRow.bank_id).where(ColleagueRow.account_id == teacher)
    return or_(BankRow.owner_id == teacher, BankRow.owner_id.is_(None), BankRow.id.in_(invited))


def get(session: Session, bank_id: int) -> StoredBank:
    """Return the newest version of a bank. Raises NotFound."""
    return _stored(session, _newest(select(BankRow, BankVersionRow)).where(BankRow.id == bank_id))


def version(session: Session, version_id: int) -> StoredBank:
    """Return one version of a bank. Raises NotFound."""
    query = select(BankRow, BankVersionRow).join(BankVersionRow, BankVersionRow.bank_id == BankRow.id)
    return _stored(session, query.where(BankVersionRow.id == version_id))


def numbered(session: Session, bank_id: int, number: int) -> StoredBank:
    """Return the version of a bank with this number, which counts from 1. Raises NotFound."""
    query = select(BankRow, BankVersionRow).join(BankVersionRow, BankVersionRow.bank_id == BankRow.id)
    return _stored(session, query.where(BankRow.id == bank_id, BankVersionRow.number == number))


def bank_of_version(session: Session, version_id: int) -> Bank:
    """Return what a version says; cheap when this process has read the same bank lately. Raises NotFound."""
    name = session.scalar(select(BankVersionRow.sha256).where(BankVersionRow.id == version_id))
    bank = None if name is None else _PARSED.get(name)
    return bank or version(session, version_id).bank


def _ever_had(session: Session, stored: StoredBank, item_id: str) -> bool:
    """Tell whether the item is in the bank now, was in its first version, or in the one before this.

    Items are seldom added later, and who sends the same form twice is one version late.
    """
    earlier = select(BankVersionRow.id).where(
        BankVersionRow.bank_id == stored.id, BankVersionRow.number.in_((1, stored.version - 1))
    )
    before = [bank_of_version(session, version_id) for version_id in session.scalars(earlier)]
    return any(item.id == item_id for bank in (stored.bank, *before) for item in bank.items)


def _stored(session: Session, query: Select[BankRow, BankVersionRow]) -> StoredBank:
    found = session.execute(
        query.options(undefer(BankVersionRow.document), undefer(BankVersionRow.report))
    ).one_or_none()
    if found is None:
        raise NotFound("There is no such bank.")
    row, version_row = found
    return StoredBank(
        id=row.id,
        version=version_row.number,
        version_id=version_row.id,
        owner=row.owner_id,
        bank=_bank(session, version_row),
        report=version_row.report,
        made=version_row.made,
    )


def _bank(session: Session, row: BankVersionRow) -> Bank:
    bank = _PARSED.get(row.sha256)
    if bank is None:
        passages = passages_by_name(session, passage_names(row.document))
        bank = stored_bank(row.document, {name: passage.text for name, passage in passages.items()})
        _PARSED.put(row.sha256, bank)
    return bank


def _add_version(
    session: Session,
    row: BankRow,
    bank: Bank,
    report: Document | None,
    now: datetime,
    *,
    by: int | None = None,
    note: str | None = None,
) -> None:
    document = stored_document(bank)
    stored_bank(document, {passage.sha256: passage.text for passage in bank.passages})
    keep_passages(session, bank.passages)
    row.version += 1
    session.add(
        BankVersionRow(
            bank_id=row.id,
            number=row.version,
            title=bank.title,
            sha256=document_name(document),
            document=document,
            report=report,
            claims=len(bank.claims),
            ready=len(bank.ready()),
            queued=sum(item.status is Status.QUEUED for item in bank.items),
            made=now,
            made_by_id=session.info.get(ACTS_FOR, row.owner_id) if by is None else by,
            note=note,
        )
    )
    session.flush()


def _newest(query: Select[*Columns]) -> Select[*Columns]:
    return query.join_from(
        BankRow,
        BankVersionRow,
        (BankVersionRow.bank_id == BankRow.id) & (BankVersionRow.number == BankRow.version),
    )


def _card(bank: BankRow, version_row: BankVersionRow, owner_name: str | None) -> BankCard:
    return BankCard(
        id=bank.id,
        title=version_row.title,
        slug=bank.slug,
        owner=bank.owner_id,
        owner_name=owner_name,
        claims=version_row.claims,
        ready=version_row.ready,
        queued=version_row.queued,
        made=version_row.made,
    )
