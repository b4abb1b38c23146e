"""The claim ledger of a bank with 70 claims: how long the server takes for a page and for an act, and their size."""

import gzip
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from quizgen.domain.people import Role
from quizgen.formats.yaml_bank import read_bank_file
from quizgen.services import accounts, banks
from quizgen.settings import Settings
from quizgen.shipped import QUESTION_BANKS
from quizgen.storage.engine import Database
from quizgen.storage.migrate import upgrade
from quizgen.web.app import create_app

FILE = "north-korea-and-russia.yaml"
TIMES = 40
SEEN = re.compile(r'name="seen" value="(\w+)"')
TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings.from_env({"QUIZGEN_DATA_DIR": folder})
        upgrade(settings.database_url)
        app = create_app(settings, enqueue=[].append)
        database: Database = app.extensions["transactions"].database
        bank = read_bank_file(QUESTION_BANKS / FILE)
        now = datetime.now(UTC)
        with database.writing() as session:
            account = accounts.create(
                session,
                username="hazel",
                name="Hazel Ashdown",
                role=Role.TEACHER,
                password_hash="-",  # noqa: S106 (nobody signs in with it)
                uniquifier="hazel",
                now=now,
            )
            bank_id = banks.add(session, bank, owner=account.id, now=now)
        client = app.test_client()
        with client.session_transaction() as cookie:
            cookie.update(_user_id=account.uniquifier, _fresh=True)
        print(f"{len(bank.claims)} claims, {len(bank.items)} items")
        address, claim = f"/banks/{bank_id}/claims", bank.claims[len(bank.claims) // 2].id
        _tell("the ledger", lambda: client.get(address))
        _tell("with a claim open", lambda: client.get(f"{address}?claim={claim}"))
        _tell("a verdict kept, then shown", _verdicts(client, address, claim))
        _tell("the ledger as CSV", lambda: client.get(f"{address}.csv"))
        database.dispose()


def _verdicts(client: FlaskClient, address: str, claim: str) -> Callable[[], TestResponse]:
    page = client.get(f"{address}?claim={claim}").text
    form = {"claim": claim, "verdict": "unverified", "csrf_token": TOKEN.findall(page)[0]}
    seen = SEEN.findall(page)[:1]
    reasons = iter(["opinion", "prediction"] * TIMES)

    def keep() -> TestResponse:
        answer = client.post(f"{address}/verdict", data={**form, "seen": seen[0], "reason": next(reasons)})
        assert answer.status_code == 303, answer.text
        return answer

    def keep_and_look() -> TestResponse:
        answer = keep()
        seen[0] = SEEN.findall(client.get(f"{address}?claim={claim}").text)[0]
        return answer

    return keep_and_look


def _tell(what: str, ask: Callable[[], TestResponse]) -> None:
    ask()
    taken = []
    for _ in range(TIMES):
        begun = time.perf_counter()
        answer = ask()
        taken.append((time.perf_counter() - begun) * 1000)
    middle, worst = statistics.median(taken), max(taken)
    size, packed = len(answer.data) / 1000, len(gzip.compress(answer.data)) / 1000
    print(f"{what:26} median {middle:4.0f} ms, worst {worst:4.0f} ms, {size:4.0f} kB, {packed:3.0f} kB packed")


if __name__ == "__main__":
    sys.exit(main())
