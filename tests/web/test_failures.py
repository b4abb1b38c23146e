"""What a person is told when the database cannot do it now, and what is tried once more before that."""

from http import HTTPStatus

import pytest
from flask import Flask, request

from quizgen.settings import Settings
from quizgen.storage.engine import Database
from quizgen.storage.failures import LostRace
from quizgen.web.access import anyone
from tests.web.conftest import Browser


def test_a_database_that_is_gone_is_said_with_a_time_to_come_back(
    hazel: Browser, database: Database, settings: Settings
) -> None:
    file = settings.data_dir / "quizgen.sqlite3"
    database.dispose()
    file.rename(file.with_suffix(".away"))
    file.mkdir()
    page = hazel.get("/")
    assert page.status_code == HTTPStatus.SERVICE_UNAVAILABLE
    assert int(page.headers["Retry-After"]) >= 1
    assert "Nothing was changed; please try again." in page.text
    said = hazel.get("/", headers={"Accept": "application/json"})
    assert (said.status_code, said.headers["Retry-After"]) == (page.status_code, page.headers["Retry-After"])
    file.rmdir()
    file.with_suffix(".away").rename(file)
    assert hazel.get("/").status_code == HTTPStatus.OK


@pytest.mark.parametrize(("losses", "status"), [(1, HTTPStatus.OK), (2, HTTPStatus.SERVICE_UNAVAILABLE)])
def test_what_lost_against_another_transaction_is_tried_once_more(app: Flask, losses: int, status: int) -> None:
    tries: list[str] = []

    @app.post("/raced")
    @anyone
    def raced() -> str:
        tries.append(request.form["said"])
        if len(tries) <= losses:
            raise LostRace("Please try again.")
        return "kept"

    app.config["WTF_CSRF_ENABLED"] = False
    assert app.test_client().post("/raced", data={"said": "once"}).status_code == status
    assert tries == ["once", "once"]
