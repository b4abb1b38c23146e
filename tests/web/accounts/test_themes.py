import pytest

from tests.web.conftest import Browser


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_chosen_look_stays(client: Browser, theme: str) -> None:
    answer = client.send("/theme", {"theme": theme, "page": "/join?code=A"}, page="/join")
    assert (answer.status_code, answer.location) == (303, "/join?code=A")
    assert f'<html lang="en" data-bs-theme="{theme}">' in client.text("/join")


def test_as_the_device_forgets_the_choice(client: Browser) -> None:
    client.send("/theme", {"theme": "dark"}, page="/join")
    client.send("/theme", {"theme": "device"}, page="/join")
    assert '<html lang="en">' in client.text("/join")


def test_another_look_is_refused(client: Browser) -> None:
    answer = client.send("/theme", {"theme": "blue"}, page="/join")
    assert answer.status_code == 400
    assert "The look is light, dark or as the device." in answer.text


def test_the_way_back_from_the_look_stays_on_the_site(client: Browser) -> None:
    answer = client.send("/theme", {"theme": "dark", "page": "https://elsewhere.example/"}, page="/join")
    assert answer.location == "/"
