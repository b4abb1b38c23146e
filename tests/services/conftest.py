"""The house of the services' tests: the cast with accounts, in a database on each engine."""

import pytest

from quizgen.services import banks
from quizgen.services.recent import Recent
from quizgen.storage.engine import Database
from tests.cast import Cast, the_cast


@pytest.fixture
def cast(database: Database) -> Cast:
    with database.writing() as session:
        return the_cast(session)


@pytest.fixture(autouse=True)
def _nothing_read_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test reads its banks from its own database."""
    monkeypatch.setattr(banks, "_PARSED", Recent(16))
