"""The web as a browser without scripts meets it: a real database, real sessions, real CSRF tokens."""

import re
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from quizgen.domain.people import Person, Role
from quizgen.services import accounts
from quizgen.services.passwords import hash_password
from quizgen.settings import Settings
from quizgen.storage.engine import Database
from quizgen.storage.migrate import upgrade
from quizgen.web.app import create_app

PASSWORD = "a heron stands still"
TOKEN = re.compile(r'name="csrf_token"[^>]*?value="([^"]+)"')


class Browser(FlaskClient):
    """A test client that sends forms as a browser does: it opens the page first and takes its token along."""

    def send(self, path: str, data: dict[str, Any] | None = None, *, page: str | None = None) -> TestResponse:
        """Send a form to ``path`` from ``page`` (by default the page at the same path)."""
        return self.post(path, data={"csrf_token": self.token(page or path), **(data or {})})

    def token(self, page: str = "/") -> str:
        """Return the CSRF token of the first form on a page."""
        found = TOKEN.search(self.text(page))
        assert found, f"{page} has no form with a token"
        return unescape(found[1])

    def text(self, page: str) -> str:
        """Return the HTML of a page that must be there, entities resolved."""
        answer = self.get(page)
        assert answer.status_code == 200, f"{page} answered {answer.status}"
        return unescape(answer.text)


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file without a row, made once and copied for each test."""
    path = tmp_path_factory.mktemp("database") / "empty.sqlite3"
    upgrade(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def password_hash() -> str:
    """The hash of PASSWORD, at the real cost, made once."""
    return hash_password(PASSWORD)


@pytest.fixture
def settings(tmp_path: Path, empty_database: Path) -> Settings:
    settings = Settings.from_env({"QUIZGEN_DATA_DIR": str(tmp_path / "data")})
    settings.data_dir.mkdir()
    shutil.copy(empty_database, settings.data_dir / "quizgen.sqlite3")
    return settings


@pytest.fixture
def enqueued() -> list[int]:
    """The ids of the generation jobs that the web woke the worker for."""
    return []


@pytest.fixture
def app(settings: Settings, enqueued: list[int]) -> Iterator[Flask]:
    app = create_app(settings, enqueue=enqueued.append)
    app.testing = True
    app.test_client_class = Browser
    yield app
    app.extensions["transactions"].database.dispose()


@pytest.fixture
def database(app: Flask) -> Database:
    """The application's own database, for ``with database.writing() as session:``."""
    return app.extensions["transactions"].database


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A browser in which nobody is signed in."""
    return app.test_client()


@pytest.fixture
def signed_in_as(app: Flask, database: Database) -> Callable[[Person], FlaskClient]:
    """Return a fresh browser in which the person is signed in, without the cost of a password."""

    def sign_in(person: Person) -> FlaskClient:
        with database.reading() as session:
            account = accounts.find(session, id=person.id)
        assert account, f"{person.name} has no account"
        client = app.test_client()
        with client.session_transaction() as cookie:
            cookie.update(_user_id=account.uniquifier, _fresh=True)
        return client

    return sign_in


@pytest.fixture
def account_of(database: Database, password_hash: str) -> Callable[..., Person]:
    """Make an account whose password is PASSWORD: ``account_of("Hazel Ashdown", Role.TEACHER)``."""

    def make(name: str, role: Role = Role.STUDENT) -> Person:
        username = name.casefold().replace(" ", ".")
        with database.writing() as session:
            return accounts.create(
                session,
                username=username,
                name=name,
                role=role,
                password_hash=password_hash,
                uniquifier=f"uniquifier of {username}",
                now=datetime(2026, 9, 1, 8, 0, tzinfo=UTC),
            ).person

    return make


@pytest.fixture
def hazel(account_of: Callable[..., Person]) -> Person:
    """A teacher."""
    return account_of("Hazel Ashdown", Role.TEACHER)


@pytest.fixture
def rowan(account_of: Callable[..., Person]) -> Person:
    """Another teacher, who has nothing to do with Hazel's classes."""
    return account_of("Rowan Larkspur", Role.TEACHER)


@pytest.fixture
def juniper(account_of: Callable[..., Person]) -> Person:
    """A student."""
    return account_of("Juniper Quill")
