"""A bank of Hazel's, references for it, and suggestions that wait."""

import pytest

from quizgen.domain.claims.claim import Bearing
from quizgen.domain.claims.suggestion import Suggestion
from quizgen.domain.passages.span import Span
from quizgen.services import checking, drafting, evidence, generating
from quizgen.storage.engine import Database
from tests import builders
from tests.cast import NOW, Cast
from tests.stored import a_bank

TEXT = "# Rivers\n\nThe Wye is a river of Wales. It is 250 kilometres long, and it was measured in 1870.\n"
FOUND = (
    Suggestion("c-1", builders.source(), Span(3, 9), 2, "Wales", ("The Wye",), ()),
    Suggestion("c-2", builders.source(Bearing.REFUTES), Span(3, 9), 1, "", ("It",), ("spring here, <autumn> there",)),
    Suggestion("c-99", builders.source(), Span(3, 9), 1, "", (), ()),
)


@pytest.fixture
def bank(database: Database, cast: Cast) -> int:
    """A bank of Hazel's."""
    with database.writing() as session:
        return a_bank(session, cast.hazel, builders.bank())


@pytest.fixture
def check(database: Database, cast: Cast, bank: int) -> int:
    """A check of it that waits for the worker."""
    cited = evidence.Cited(
        drafting.bring(TEXT.encode(), name="r.md"), "Rivers", evidence.citation(publisher="Quill Press")
    )
    with database.writing() as session:
        return evidence.request(session, bank_id=bank, owner=cast.hazel.id, references=[cited], now=NOW)


@pytest.fixture
def waiting(database: Database, bank: int, check: int) -> tuple[int, ...]:
    """The ids of three suggestions that wait: about claims 1 and 2, and one whose claim is gone."""
    with database.writing() as session:
        generating.take(session, check, now=NOW)
        checking.finish(session, check, FOUND, now=NOW)
        return tuple(one.id for one in evidence.of_bank(session, bank))
