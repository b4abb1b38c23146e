import re
from dataclasses import replace

import pytest
from flask import Flask

from quizgen.settings import Settings
from quizgen.web.app import create_app
from tests.cast import Cast
from tests.web.conftest import PASSWORD, Browser

WRONG = {"email": "juniper.quill", "password": "not the password"}


@pytest.fixture(autouse=True)
def cheap_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    # These tests are about counting; hashing hundreds of passwords would only take time.
    monkeypatch.setattr("quizgen.web.accounts.sign_in.matches_nothing", lambda _plain: False)
    monkeypatch.setattr("quizgen.web.accounts.datastore.matches", lambda _hash, plain: plain == PASSWORD)


def sign_in(client: Browser, name: str, token: str, address: str = "192.0.2.1", **headers: str) -> int:
    data = {"email": name, "password": "not the password", "csrf_token": token}
    place = {"REMOTE_ADDR": address}
    return client.post("/sign-in", data=data, environ_overrides=place, headers=headers).status_code


def test_the_eleventh_try_at_a_name_in_a_minute_is_refused_with_the_time_to_wait(client: Browser, cast: Cast) -> None:
    token = client.token("/sign-in")
    assert {sign_in(client, "juniper.quill", token) for _ in range(10)} == {200}
    answer = client.post("/sign-in", data={**WRONG, "password": PASSWORD, "csrf_token": token})
    assert answer.status_code == 429
    seconds = int(answer.headers["Retry-After"])
    assert 1 <= seconds <= 60
    assert re.search(rf"That was tried too often. Try again in {seconds}.seconds?\.", answer.text)


def test_another_spelling_of_the_name_is_the_same_name(client: Browser, cast: Cast) -> None:
    token = client.token("/sign-in")
    spellings = ["juniper.quill", "JUNIPER.QUILL", " Juniper.Quill "]
    assert {sign_in(client, spellings[number % 3], token) for number in range(10)} == {200}
    assert sign_in(client, "Juniper.QUILL", token) == 429


def test_one_name_being_tried_keeps_nobody_else_out(client: Browser, cast: Cast) -> None:
    token = client.token("/sign-in")
    for _ in range(11):
        sign_in(client, "juniper.quill", token)
    assert client.send("/sign-in", {"email": "rowan.pike", "password": PASSWORD}).status_code == 303


def test_a_school_behind_one_address_signs_in_within_a_minute(client: Browser) -> None:
    token = client.token("/sign-in")
    assert {sign_in(client, f"student.{number}", token) for number in range(600)} == {200}
    assert sign_in(client, "student.601", token) == 429
    assert sign_in(client, "student.601", token, address="192.0.2.2") == 200


def test_looking_at_the_page_is_never_limited(client: Browser) -> None:
    assert {client.get("/sign-in").status_code for _ in range(30)} == {200}


def test_joining_is_limited_by_name_too(client: Browser, cast: Cast) -> None:
    token = client.token("/join")
    data = {"code": "QQQQQQ", "name": "T", "username": "tansy", "password": "seven stones", "csrf_token": token}
    assert {client.post("/join", data=data).status_code for _ in range(10)} == {422}
    assert client.post("/join", data=data).status_code == 429
    assert client.post("/join", data={**data, "username": "marnie"}).status_code == 422


def test_a_form_without_a_name_counts_for_nobody(client: Browser) -> None:
    token = client.token("/sign-in")
    assert {sign_in(client, "", token) for _ in range(11)} == {200}


def limited_by_forwarded_address(app: Flask) -> bool:
    app.test_client_class = Browser
    client = app.test_client()
    token = client.token("/sign-in")
    for number in range(20):
        sign_in(client, f"student.{number}", token, **{"X-Forwarded-For": "198.51.100.7"})
    return sign_in(client, "student.21", token, **{"X-Forwarded-For": "198.51.100.8"}) != 429


def test_addresses_that_a_proxy_forwards_are_believed_when_the_proxy_is_ours_and_only_then(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quizgen.web.limits.PER_ADDRESS", "20 per minute")
    for proxies, believed in ((0, False), (1, True)):
        app = create_app(replace(settings, trusted_proxies=proxies), enqueue=[].append)
        assert limited_by_forwarded_address(app) is believed
        app.extensions["transactions"].database.dispose()
