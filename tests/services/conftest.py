"""The house of the services' tests: the cast with accounts, in a database on each engine."""

import pytest

from quizgen.storage.engine import Database
from tests.cast import Cast, the_cast


@pytest.fixture
def cast(database: Database) -> Cast:
    with database.writing() as session:
        return the_cast(session)
