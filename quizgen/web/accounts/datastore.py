"""Flask-Security's view of accounts: it speaks of users and roles, the house of accounts and persons."""

from dataclasses import replace
from typing import Any

from flask_security import RoleMixin, UserMixin
from flask_security.datastore import UserDatastore

from quizgen.domain.people import Person
from quizgen.services import accounts
from quizgen.services.passwords import hash_password, matches, needs_rehash
from quizgen.web.transaction import transactions


class NamedRole(RoleMixin):
    """A role as Flask-Security asks for it."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.permissions: list[str] = []


class SignedIn(UserMixin):
    """An account while its person uses the site."""

    fs_uniquifier: str = ""  # Flask-Security looks for it on the class

    def __init__(self, account: accounts.Account) -> None:
        self.account = account
        self.id = account.id
        self.username = account.username
        self.email = account.email or ""
        self.password = account.password_hash
        self.active = account.active
        self.fs_uniquifier = account.uniquifier
        self.roles = [NamedRole(account.role.value)]

    @property
    def person(self) -> Person:
        """Return who this is."""
        return self.account.person

    def verify_and_update_password(self, password: str) -> bool:
        """Tell whether the password is right; a hash made with older parameters is made anew."""
        if not matches(self.password, password):
            return False
        if needs_rehash(self.password):
            self.password = hash_password(password)
            Accounts.store(self)
        return True


class Accounts(UserDatastore):
    """Finds and keeps accounts, each call in a short transaction of its own."""

    def __init__(self) -> None:
        super().__init__(SignedIn, NamedRole)

    def find_user(self, case_insensitive: bool = False, **kwargs: Any) -> SignedIn | None:  # noqa: ARG002
        """Return the user with this ``fs_uniquifier``, ``username``, ``email`` or ``id``; case never matters."""
        name, value = next(iter(kwargs.items()))
        wanted = {"uniquifier" if name == "fs_uniquifier" else name: value}
        with transactions().apart() as session:
            account = accounts.find(session, **wanted)
        return SignedIn(account) if account else None

    def find_role(self, role: str) -> NamedRole:
        """Return the role of that name."""
        return NamedRole(role)

    def put(self, model: SignedIn) -> SignedIn:
        """Keep what Flask-Security changed."""
        self.store(model)
        return model

    def commit(self) -> None:
        """Do nothing: each change is committed when it is put."""

    @staticmethod
    def store(user: SignedIn) -> None:
        """Write the password, the uniquifier and whether the account is active."""
        changed = replace(user.account, password_hash=user.password, active=user.active, uniquifier=user.fs_uniquifier)
        if changed != user.account:
            with transactions().apart(writes=True) as session:
                accounts.save(session, changed)
            user.account = changed
