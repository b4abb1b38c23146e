"""The ledger as a file: looked at first, then kept whole or not at all."""

import pytest

from quizgen.domain.errors import BadInput, Conflict
from quizgen.services import banks, claim_files
from quizgen.storage.engine import Database
from tests import builders
from tests.cast import NOW, Cast
from tests.stored import a_bank

CHANGED = b"id,verdict,reason\r\nc-1,unverified,opinion\r\n"


@pytest.fixture
def bank_id(database: Database, cast: Cast) -> int:
    """A bank of Hazel's."""
    with database.writing() as session:
        return a_bank(session, cast.hazel, builders.bank())


def test_what_was_looked_at_is_kept(database: Database, bank_id: int) -> None:
    with database.writing() as session:
        seen = claim_files.preview(session, bank_id, CHANGED)
        assert (seen.version, len(seen.differences), seen.problems) == (1, 1, ())
        assert claim_files.take(session, bank_id, CHANGED, version=1, now=NOW) == 2
        assert banks.get(session, bank_id).bank.claim("c-1").evidence.reason == "opinion"
        with pytest.raises(Conflict, match="changed since you looked"):
            claim_files.take(session, bank_id, CHANGED, version=1, now=NOW)


def test_one_row_that_cannot_be_taken_keeps_all_others_out(database: Database, bank_id: int) -> None:
    with database.writing() as session:
        wrong = CHANGED + b"c-99,true,\r\n"
        assert claim_files.preview(session, bank_id, wrong).problems == ((3, "There is no claim c-99."),)
        with pytest.raises(BadInput, match="Row 3"):
            claim_files.take(session, bank_id, wrong, version=1, now=NOW)
        assert banks.get(session, bank_id).version == 1


def test_what_goes_out_and_comes_back_makes_no_version(database: Database, bank_id: int) -> None:
    with database.writing() as session:
        data = claim_files.export(session, bank_id).encode()
        assert claim_files.take(session, bank_id, data, version=1, now=NOW) == 1
