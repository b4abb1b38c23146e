"""Accounts: finding, making and changing them. Passwords come in as hashes."""

from dataclasses import dataclass, fields
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Select, bindparam, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from quizgen.domain.errors import Conflict, NotFound
from quizgen.domain.people import Person, Role
from quizgen.services.wording import folded, mail_address, one_line, user_name
from quizgen.storage.tables import AccountRow

USERNAME_TAKEN = "That user name is taken; please choose another."
EMAIL_TAKEN = "That e-mail address belongs to another account."


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody who can sign in. ``uniquifier`` changes when every session of theirs must end."""

    id: int
    username: str
    name: str
    email: str | None
    role: Role
    active: bool
    password_hash: str
    uniquifier: str
    created: datetime

    @property
    def person(self) -> Person:
        """Return who this is, as the rules see it."""
        return Person(self.id, self.username, self.name, self.role)


def find(
    session: Session,
    *,
    id: int | None = None,  # noqa: A002 (the word that callers use for it)
    username: str | None = None,
    email: str | None = None,
    uniquifier: str | None = None,
) -> Account | None:
    """Return the account with everything that is given, or None; case of user name and e-mail does not matter."""
    wanted = {
        "id": id,
        "username_folded": None if username is None else folded(username),
        "email_folded": None if email is None else folded(email),
        "uniquifier": uniquifier,
    }
    given = {name: value for name, value in wanted.items() if value is not None}
    found = session.execute(_with(*given), given).one_or_none() if given else None
    return None if found is None else Account(*found)


def create(
    session: Session,
    *,
    username: str,
    name: str,
    role: Role,
    password_hash: str,
    uniquifier: str,
    now: datetime,
    email: str | None = None,
) -> Account:
    """Add an active account.

    Raises Conflict when the user name or e-mail address is taken, BadInput when one is empty or cannot be one.
    """
    account = Account(
        id=0,
        username=user_name(username),
        name=one_line(name, "The name"),
        email=mail_address(email) if email else None,
        role=role,
        active=True,
        password_hash=password_hash,
        uniquifier=uniquifier,
        created=now,
    )
    row = AccountRow(created=now)
    _fill(row, account)
    _keep_unique(session, row)
    return _account(row)


def save(session: Session, account: Account) -> None:
    """Write every field of an existing account. Raises NotFound, and Conflict as ``create`` does."""
    row = session.get(AccountRow, account.id)
    if row is None:
        raise NotFound("There is no such account.")
    with session.no_autoflush:
        _fill(row, account)
        _keep_unique(session, row)


def _keep_unique(session: Session, row: AccountRow) -> None:
    others = select(AccountRow.id).where(AccountRow.id != (row.id or 0))
    with session.no_autoflush:
        if session.scalar(others.where(AccountRow.username_folded == row.username_folded)):
            _refuse(session, row, USERNAME_TAKEN)
        if row.email_folded and session.scalar(others.where(AccountRow.email_folded == row.email_folded)):
            _refuse(session, row, EMAIL_TAKEN)
    try:
        with session.begin_nested():
            session.add(row)
    except IntegrityError as failure:
        raise Conflict(EMAIL_TAKEN if "email" in str(failure.orig) else USERNAME_TAKEN) from failure


def _refuse(session: Session, row: AccountRow, message: str) -> None:
    if row in session:
        session.expire(row)
    raise Conflict(message)


@cache
def _with(*names: str) -> Select[*tuple[Any, ...]]:
    """Return the query for the account with these columns; every request asks it, so it is put together once."""
    columns = AccountRow.__table__.c
    return select(*(columns[field.name] for field in fields(Account))).where(
        *(columns[name] == bindparam(name) for name in names)
    )


def _account(row: AccountRow) -> Account:
    return Account(
        id=row.id,
        username=row.username,
        name=row.name,
        email=row.email,
        role=row.role,
        active=row.active,
        password_hash=row.password_hash,
        uniquifier=row.uniquifier,
        created=row.created,
    )


def _fill(row: AccountRow, account: Account) -> None:
    row.username, row.username_folded = account.username, folded(account.username)
    row.name, row.role, row.active = account.name, account.role, account.active
    row.email, row.email_folded = account.email, folded(account.email) if account.email else None
    row.password_hash, row.uniquifier = account.password_hash, account.uniquifier
