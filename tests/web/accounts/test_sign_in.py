import re
from dataclasses import replace
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from quizgen.services import accounts
from quizgen.storage.engine import Database
from quizgen.web.accounts.sign_in import NO_MATCH
from tests.cast import Cast
from tests.web.conftest import PASSWORD, Browser, without_tokens

DOOR = "/sign-in"
RIGHT = {"email": "juniper.quill", "password": PASSWORD}


@pytest.fixture
def at_the_door(client: Browser, cast: Cast) -> Browser:
    return client


def is_signed_in(client: FlaskClient) -> bool:
    answer = client.get("/join")
    assert answer.status_code in (200, 403)
    return answer.status_code == 403 or 'name="password"' not in answer.text


def deactivate(database: Database, username: str) -> None:
    with database.writing() as session:
        account = accounts.find(session, username=username)
        assert account
        accounts.save(session, replace(account, active=False))


def test_nobody_is_sent_to_sign_in_and_back_to_the_page(client: Browser) -> None:
    answer = client.get("/classes/7?find=a")
    assert answer.status_code == 302
    assert answer.location == "/sign-in?next=/classes/7?find%3Da"


def test_the_first_page_shows_the_sign_in_to_nobody(client: Browser) -> None:
    assert client.get("/").location == DOOR
    assert "Sign in" in client.get("/", follow_redirects=True).text


def test_name_and_password_open_the_house(at_the_door: Browser) -> None:
    answer = at_the_door.send(DOOR, RIGHT)
    assert (answer.status_code, answer.location) == (303, "/")
    assert is_signed_in(at_the_door)


@pytest.mark.parametrize("name", ["Juniper.Quill", "  juniper.quill ", "JUNIPER.QUILL"])
def test_case_and_blanks_of_the_name_do_not_matter(at_the_door: Browser, name: str) -> None:
    at_the_door.send(DOOR, {**RIGHT, "email": name})
    assert is_signed_in(at_the_door)


def test_unknown_name_wrong_password_and_closed_account_read_the_same(at_the_door: Browser, database: Database) -> None:
    deactivate(database, "rowan.pike")
    tries = [
        {"email": "nobody.here", "password": PASSWORD},
        {"email": "juniper.quill", "password": "not the password"},
        {"email": "rowan.pike", "password": PASSWORD},
        {"email": "nobody@school.example", "password": PASSWORD},
    ]
    pages = []
    for attempt in tries:
        answer = at_the_door.send(DOOR, attempt)
        assert NO_MATCH in answer.text
        pages.append((answer.status_code, without_tokens(answer.text).replace(attempt["email"], "NAME")))
    assert len({status for status, _ in pages}) == 1
    assert len({page for _, page in pages}) == 1
    assert not is_signed_in(at_the_door)


def test_a_refused_sign_in_keeps_the_name_and_never_the_password(at_the_door: Browser) -> None:
    page = at_the_door.send(DOOR, {"email": "juniper.quill", "password": "not the password"}).text
    assert 'value="juniper.quill"' in page
    assert "not the password" not in page


def test_an_account_that_is_closed_is_out_at_once(at_the_door: Browser, database: Database) -> None:
    at_the_door.send(DOOR, RIGHT)
    deactivate(database, "juniper.quill")
    assert not is_signed_in(at_the_door)


def test_without_the_token_nobody_signs_in(at_the_door: Browser) -> None:
    answer = at_the_door.post(DOOR, data=RIGHT)
    assert answer.status_code == 400
    assert not is_signed_in(at_the_door)


def test_what_was_planted_in_a_session_does_not_sign_in_with_its_owner(at_the_door: Browser) -> None:
    token = at_the_door.token(DOOR)
    with at_the_door.session_transaction() as cookie:
        cookie["planted"] = "by somebody else"
        before = cookie["csrf_token"]
    at_the_door.post(DOOR, data={**RIGHT, "csrf_token": token})
    with at_the_door.session_transaction() as cookie:
        assert "planted" not in cookie
        assert cookie.get("csrf_token") != before
    assert at_the_door.post("/sign-out", data={"csrf_token": token}).status_code == 400
    assert is_signed_in(at_the_door)


def test_signing_out_is_never_a_matter_of_following_a_link(at_the_door: Browser) -> None:
    at_the_door.send(DOOR, RIGHT)
    assert at_the_door.get("/sign-out").status_code == 405
    assert is_signed_in(at_the_door)


def test_signing_out_leaves_nothing_behind(at_the_door: Browser) -> None:
    at_the_door.send(DOOR, RIGHT)
    answer = at_the_door.send("/sign-out", page="/join")
    assert (answer.status_code, answer.location) == (303, DOOR)
    with at_the_door.session_transaction() as cookie:
        assert dict(cookie) == {}
    assert not is_signed_in(at_the_door)


def test_the_way_back_leads_to_the_page_that_was_asked_for(at_the_door: Browser) -> None:
    page = at_the_door.get("/classes/7").location
    assert at_the_door.send(page, RIGHT).location.removeprefix("http://localhost") == "/classes/7"


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://elsewhere.example/",
        "//elsewhere.example/",
        "///elsewhere.example/",
        "/\\elsewhere.example/",
        "\\\\elsewhere.example/",
        "/\t/elsewhere.example/",
        "https:elsewhere.example",
        "http:///elsewhere.example",
        "javascript:alert(1)",
        " https://elsewhere.example/",
        "/\n/elsewhere.example/",
        "http://localhost@elsewhere.example/",
        "http://localhost.elsewhere.example/",
    ],
)
def test_the_way_back_never_leads_elsewhere(at_the_door: Browser, elsewhere: str) -> None:
    for place in ("query", "form"):
        client = at_the_door.application.test_client()
        sent = {**RIGHT, "csrf_token": client.token(DOOR), **({"next": elsewhere} if place == "form" else {})}
        query = {"next": elsewhere} if place == "query" else None
        answer = client.post(DOOR, query_string=query, data=sent)
        assert answer.status_code == 303
        assert re.fullmatch(r"/([\w%][\w%./-]*)?", answer.location), place


def test_the_session_ends_with_the_browser_and_after_twelve_hours(app: Flask, at_the_door: Browser) -> None:
    answer = at_the_door.send(DOOR, RIGHT)
    cookie = next(line for line in answer.headers.getlist("Set-Cookie") if line.startswith("quizgen="))
    assert "Expires" not in cookie
    assert "Max-Age" not in cookie
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert app.permanent_session_lifetime == timedelta(hours=12)


def test_a_session_is_signed_out_twelve_hours_after_it_was_last_written(at_the_door: Browser, app: Flask) -> None:
    at_the_door.send(DOOR, RIGHT)
    app.permanent_session_lifetime = timedelta(seconds=-1)
    assert not is_signed_in(at_the_door)


def test_who_is_signed_in_has_no_business_at_the_door(at_the_door: Browser) -> None:
    at_the_door.send(DOOR, RIGHT)
    answer = at_the_door.get(DOOR)
    assert (answer.status_code, answer.location) == (302, "/")


def test_no_page_of_the_library_stands_open_beside_the_door(at_the_door: Browser) -> None:
    assert at_the_door.get("/verify").status_code == 404


def test_no_token_for_scripts_is_ever_handed_out(at_the_door: Browser) -> None:
    headers = {"X-CSRFToken": at_the_door.token(DOOR), "Accept": "application/json"}
    answer = at_the_door.post(f"{DOOR}?include_auth_token", json=RIGHT, headers=headers)
    assert (answer.status_code, answer.location) == (303, "/")
    assert "token" not in answer.text
