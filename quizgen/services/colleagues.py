"""Who works in a bank: its owner, and the teachers whom the owner has invited."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from quizgen.domain.banks.duty import Duty
from quizgen.domain.errors import BadInput, Conflict, NotFound
from quizgen.domain.people import Role
from quizgen.services import accounts
from quizgen.storage.tables import AccountRow, BankRow, ColleagueRow

MOST = 50


@dataclass(frozen=True, slots=True)
class Colleague:
    """A teacher who was invited, and for what."""

    id: int
    username: str
    name: str
    duty: Duty
    since: datetime


def of_bank(session: Session, bank_id: int) -> tuple[Colleague, ...]:
    """Return who was invited to a bank, by name."""
    found = session.execute(
        select(ColleagueRow, AccountRow.username, AccountRow.name)
        .join(AccountRow, AccountRow.id == ColleagueRow.account_id)
        .where(ColleagueRow.bank_id == bank_id)
    )
    people = [Colleague(row.account_id, username, name, row.duty, row.since) for row, username, name in found]
    return tuple(sorted(people, key=lambda each: (each.name.casefold(), each.id)))


def owner_name(session: Session, bank_id: int) -> str | None:
    """Return whose bank it is, None for one that came with the product or is not there."""
    return session.scalar(
        select(AccountRow.name).join(BankRow, BankRow.owner_id == AccountRow.id).where(BankRow.id == bank_id)
    )


def invite(session: Session, bank_id: int, *, username: str, duty: Duty, now: datetime) -> Colleague:
    """Let another teacher into a bank from now on.

    Raises BadInput for a name that no teacher has, the owner's own, or one too many, Conflict for somebody who was
    invited before, NotFound for a bank that nobody owns.
    """
    bank = session.get(BankRow, bank_id, with_for_update=True, populate_existing=True)
    if bank is None or bank.owner_id is None:
        raise NotFound("There is no such bank.")
    account = accounts.find(session, username=username)
    if account is None or account.role is Role.STUDENT or not account.active:
        raise BadInput("No teacher here has this user name; please look at how it is written.")
    if account.id == bank.owner_id:
        raise BadInput("This is your own user name; the bank is yours already.")
    people = of_bank(session, bank_id)
    if any(each.id == account.id for each in people):
        raise Conflict(f"{account.name} is in the list already; change there what {account.name} may do.")
    if len(people) >= MOST:
        raise BadInput(f"At most {MOST} colleagues work in one bank; please take somebody out first.")
    session.add(ColleagueRow(bank_id=bank_id, account_id=account.id, duty=duty, since=now))
    session.flush()
    return Colleague(account.id, account.username, account.name, duty, now)


def set_duty(session: Session, bank_id: int, person: int, duty: Duty) -> Colleague:
    """Change what a colleague may do. Raises NotFound."""
    row = session.get(ColleagueRow, (bank_id, person), with_for_update=True, populate_existing=True)
    if row is None:
        raise NotFound("This colleague is not in the bank any more.")
    row.duty = duty
    session.flush()
    return next(each for each in of_bank(session, bank_id) if each.id == person)


def remove(session: Session, bank_id: int, person: int) -> None:
    """Take a colleague out; what they did stays. Nothing happens when they are out already."""
    session.execute(delete(ColleagueRow).where(ColleagueRow.bank_id == bank_id, ColleagueRow.account_id == person))
