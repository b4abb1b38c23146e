"""The web as a browser without scripts meets it: a real database, real sessions, real CSRF tokens."""

import re
import shutil
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from quizgen.domain.people import Person
from quizgen.services import accounts
from quizgen.services.passwords import hash_password
from quizgen.settings import Settings
from quizgen.storage.engine import Database
from quizgen.web.app import create_app
from tests.cast import Cast, the_cast

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


def without_tokens(html: str) -> str:
    """Return a page without its CSRF tokens, which change with every second: what may be compared."""
    return TOKEN.sub("", html)


@pytest.fixture(scope="session")
def password_hash() -> str:
    """The hash of PASSWORD, at the real cost, made once."""
    return hash_password(PASSWORD)


@pytest.fixture
def settings(tmp_path: Path, migrated_file: Path) -> Settings:
    settings = Settings.from_env({"QUIZGEN_DATA_DIR": str(tmp_path / "data")})
    settings.data_dir.mkdir()
    shutil.copy(migrated_file, settings.data_dir / "quizgen.sqlite3")
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
def cast(database: Database, password_hash: str) -> Cast:
    """Everybody of ``tests/cast.py``, with an account whose password is PASSWORD."""
    with database.writing() as session:
        return the_cast(session, password_hash=password_hash)


@pytest.fixture
def hazel(signed_in_as: Callable[[Person], Browser], cast: Cast) -> Browser:
    return signed_in_as(cast.hazel)


@pytest.fixture
def basil(signed_in_as: Callable[[Person], Browser], cast: Cast) -> Browser:
    return signed_in_as(cast.basil)


@pytest.fixture
def juniper(signed_in_as: Callable[[Person], Browser], cast: Cast) -> Browser:
    return signed_in_as(cast.juniper)
