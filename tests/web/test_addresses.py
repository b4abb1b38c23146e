import pytest

from quizgen.web.addresses import own_page


@pytest.mark.parametrize("address", ["/", "/classes/7", "/classes/7?find=a%20b#top", "/sign-in?next=/classes/7"])
def test_a_page_of_this_site_stays_as_it_is(address: str) -> None:
    assert own_page(address) == address


@pytest.mark.parametrize(
    "address",
    [
        "",
        "classes",
        "https://elsewhere.example/",
        "//elsewhere.example/",
        "///elsewhere.example/",
        "/\\elsewhere.example/",
        "\\\\elsewhere.example/",
        "/\t/elsewhere.example/",
        "/\n/elsewhere.example/",
        " https://elsewhere.example/",
        "javascript:alert(1)",
        "http://[::1",
    ],
)
def test_everything_else_becomes_the_first_page(address: str) -> None:
    assert own_page(address) == "/"
