"""Banks for those who keep them as files: all of them listed, and one version found by the name a person types."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from quizgen.domain.errors import BadInput, NotFound
from quizgen.services import banks
from quizgen.services.banks import StoredBank
from quizgen.storage.tables import AccountRow, BankRow, BankVersionRow

_LARGEST = 2**31 - 1


@dataclass(frozen=True, slots=True)
class Listed:
    """A bank in one line; ``owner`` is a user name, None for a bank that came with the product."""

    id: int
    title: str
    slug: str | None
    owner: str | None
    version: int
    claims: int
    ready: int
    queued: int
    made: datetime


def every(session: Session, *, owner: str | None = None) -> tuple[Listed, ...]:
    """Return all banks by their number, or those of one user name."""
    newest = (BankVersionRow.bank_id == BankRow.id) & (BankVersionRow.number == BankRow.version)
    query = (
        select(BankRow, BankVersionRow, AccountRow.username)
        .join_from(BankRow, BankVersionRow, newest)
        .outerjoin(AccountRow, AccountRow.id == BankRow.owner_id)
        .order_by(BankRow.id)
    )
    found = [
        Listed(bank.id, row.title, bank.slug, username, row.number, row.claims, row.ready, row.queued, row.made)
        for bank, row, username in session.execute(query)
    ]
    return tuple(each for each in found if owner is None or (each.owner or "").casefold() == owner.casefold())


def named(session: Session, name: str) -> StoredBank:
    """Return the bank that is meant: ``12``, ``12@3`` for its third version, or the slug of one that was shipped.

    Raises NotFound, BadInput for a version that is no number.
    """
    wanted, at, number = name.partition("@")
    if at and not _is_number(number):
        raise BadInput(f"{name}: behind @ stands the number of a version, such as {wanted or '12'}@3.")
    mine = BankRow.id == int(wanted) if _is_number(wanted) else BankRow.slug == wanted
    bank_id = session.scalar(select(BankRow.id).where(mine))
    if bank_id is None:
        raise NotFound(f"There is no bank {wanted}; `quizgen bank list` lists them.")
    if not at:
        return banks.get(session, bank_id)
    return banks.numbered(session, bank_id, min(int(number), _LARGEST))


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and int(text) <= _LARGEST
