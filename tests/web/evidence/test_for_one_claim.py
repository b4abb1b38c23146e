"""A reference is brought for one claim, and what it says stands beside the claim in the ledger."""

import re

from quizgen.domain.claims.claim import Verdict
from quizgen.services import banks, checking, generating
from quizgen.storage.engine import Database
from tests.cast import NOW
from tests.web.conftest import Browser
from tests.web.evidence.conftest import FOUND

GIVEN = {"one-title": "Rivers", "one-publisher": "Quill Press", "one-text": "The Wye is a river of Wales."}


def work(hazel: Browser, bank: int, database: Database, *, finds: bool = True) -> str:
    """Bring a reference for claim c-1, let the worker finish, and return where its page leads."""
    sent = hazel.send(f"/banks/{bank}/sources?claim=c-1", GIVEN)
    assert sent.status_code == 303
    assert sent.location.endswith("?claim=c-1")
    job = int(re.findall(r"/checks/(\d+)", sent.location)[0])
    assert f'data-progress="/checks/{job}/status?claim=c-1"' in hazel.text(sent.location)
    with database.writing() as session:
        generating.take(session, job, now=NOW)
        checking.finish(session, job, FOUND if finds else (), now=NOW)
    assert hazel.get(f"/checks/{job}/status?claim=c-1").json["next"] == f"/checks/{job}?claim=c-1"
    return hazel.get(sent.location).location


def test_what_a_reference_says_of_the_claim_is_confirmed_there(hazel: Browser, bank: int, database: Database) -> None:
    ledger = work(hazel, bank, database)
    assert ledger == f"/banks/{bank}/claims?claim=c-1#claim-c-1"
    page = hazel.text(ledger)
    assert "Seems to confirm it" in page
    assert "Seems to refute it" not in page
    number = re.findall(r'name="suggestion" value="(\d+)"', page)
    assert len(number) == 1
    data = {"claim": "c-1", "suggestion": number[0]}
    assert hazel.send(f"/banks/{bank}/claims/suggestion", data, page=ledger).status_code == 400
    answer = hazel.send(f"/banks/{bank}/claims/suggestion", {**data, "choice": "confirm"}, page=ledger)
    assert answer.location == ledger
    with database.reading() as session:
        assert banks.get(session, bank).bank.claim("c-1").evidence.verdict is Verdict.TRUE
    assert "Seems to confirm it" not in hazel.text(ledger)


def test_a_suggestion_is_put_away_there(hazel: Browser, bank: int, database: Database) -> None:
    ledger = work(hazel, bank, database)
    number = re.findall(r'name="suggestion" value="(\d+)"', hazel.text(ledger))[0]
    hazel.send(
        f"/banks/{bank}/claims/suggestion", {"claim": "c-1", "suggestion": number, "choice": "dismiss"}, page=ledger
    )
    assert "Seems to confirm it" not in hazel.text(ledger)
    with database.reading() as session:
        assert banks.get(session, bank).version == 1


def test_a_reference_that_says_nothing_of_the_claim_says_so(hazel: Browser, bank: int, database: Database) -> None:
    assert "No sentence of the sources seems to speak to this claim." in hazel.text(
        work(hazel, bank, database, finds=False)
    )
