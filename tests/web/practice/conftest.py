"""A class with Juniper in it, and a bank of every kind that it may practise."""

import pytest

from quizgen.storage.engine import Database
from tests import stored
from tests.cast import NOW, Cast
from tests.practised import a_practice, every_kind


@pytest.fixture
def class_id(database: Database, cast: Cast) -> int:
    with database.writing() as session:
        return stored.a_class(session, cast.hazel, cast.juniper).id


@pytest.fixture
def bank_id(database: Database, cast: Cast) -> int:
    with database.writing() as session:
        return stored.a_bank(session, cast.hazel, every_kind())


@pytest.fixture
def opened(database: Database, cast: Cast, class_id: int, bank_id: int) -> int:
    """The bank, open for the class, with all of its questions on one day."""
    with database.writing() as session:
        a_practice(session, bank_id, class_id, cast.hazel, now=NOW)
    return bank_id
