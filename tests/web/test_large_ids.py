"""An id that no row can have is an address that is not there, on every route that takes one."""

from collections.abc import Callable

from flask import Flask

from quizgen.domain.people import Person
from quizgen.web.access import LARGEST_ID
from tests.cast import Cast
from tests.web.conftest import Browser


def test_an_id_beyond_every_row_is_not_found(app: Flask, cast: Cast, signed_in_as: Callable[[Person], Browser]) -> None:
    hazel = signed_in_as(cast.hazel)
    rules = [rule for rule in app.url_map.iter_rules() if "GET" in (rule.methods or ()) and "int:" in rule.rule]
    assert len(rules) > 8
    for rule in rules:
        address = rule.rule
        for name in rule.arguments:
            address = address.replace(f"<int:{name}>", str(LARGEST_ID + 1))
        assert hazel.get(address).status_code == 404, address
