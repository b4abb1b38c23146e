"""One transaction a request: opened when a view first asks, committed once when the view has answered."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from typing import cast

from flask import current_app, g, request
from sqlalchemy.orm import Session

from quizgen.services.banks import ACTS_FOR
from quizgen.storage.engine import Database

_SAFE = ("GET", "HEAD", "OPTIONS")


class Transactions:
    """The database as the web uses it."""

    def __init__(self, database: Database) -> None:
        self.database = database

    @contextmanager
    def around_request(self, *, acts_for: int | None = None) -> Iterator[None]:
        """Commit what the view did when it returns; roll back when it raises. ``acts_for`` is who is signed in."""
        with ExitStack() as stack:
            g.transaction = _Lazy(self.database, stack, writes=request.method not in _SAFE, acts_for=acts_for)
            yield

    def apart(self, *, writes: bool = False) -> AbstractContextManager[Session]:
        """Open a short transaction of its own, for work outside a view: who is signed in, what a rule asks."""
        return self.database.writing() if writes else self.database.looking()


class _Lazy:
    """A session that begins at its first use, so that hashing and parsing never hold up other writers."""

    def __init__(self, database: Database, stack: ExitStack, *, writes: bool, acts_for: int | None) -> None:
        self._database, self._stack, self._writes, self._acts_for = database, stack, writes, acts_for
        self._session: Session | None = None

    def session(self) -> Session:
        if self._session is None:
            opened = self._database.writing() if self._writes else self._database.reading()
            self._session = self._stack.enter_context(opened)
            if self._acts_for is not None:
                self._session.info[ACTS_FOR] = self._acts_for
        return self._session


def session() -> Session:
    """Return the request's session; a GET reads, everything else may write. For views only."""
    return cast("_Lazy", g.transaction).session()


def transactions() -> Transactions:
    """Return the application's transactions."""
    return cast("Transactions", current_app.extensions["transactions"])
