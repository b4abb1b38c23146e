"""Every route declares who may use it; without a declaration nobody enters."""

from pathlib import Path

import pytest
from flask import Flask

from quizgen.settings import Settings
from quizgen.web.access import LIBRARY_ROUTES, Rule, rule_of
from quizgen.web.app import create_app


@pytest.fixture
def app(tmp_path: Path) -> Flask:
    settings = Settings.from_env({"QUIZGEN_DATA_DIR": str(tmp_path)})
    return create_app(settings, enqueue=[].append)


def undeclared(app: Flask) -> set[str]:
    with app.app_context():
        return {rule.endpoint for rule in app.url_map.iter_rules() if not isinstance(rule_of(rule.endpoint), Rule)}


def test_every_route_declares_who_may_use_it(app: Flask) -> None:
    # Flask-Security brings pages that nobody asked for: they stay closed, since no rule lets anybody in.
    assert {endpoint for endpoint in undeclared(app) if not endpoint.startswith("security.")} == set()


def test_a_route_without_a_rule_is_noticed_and_lets_nobody_in(app: Flask) -> None:
    app.add_url_rule("/undeclared", "undeclared", lambda: "in")
    assert "undeclared" in undeclared(app)
    assert app.test_client().get("/undeclared").status_code == 404


def test_no_rule_is_kept_for_a_route_that_is_gone(app: Flask) -> None:
    assert set(LIBRARY_ROUTES) <= {rule.endpoint for rule in app.url_map.iter_rules()}


def test_routes_that_name_a_thing_ask_about_that_thing(app: Flask) -> None:
    loose = []
    with app.app_context():
        for rule in app.url_map.iter_rules():
            access = rule_of(rule.endpoint)
            named = {argument for argument in rule.arguments if argument.endswith("_id")}
            if access and named and access.holds is None:
                loose.append(f"{rule.endpoint} names {', '.join(sorted(named))} but asks nothing about it")
            if access and access.thing and access.thing not in rule.arguments:
                loose.append(f"{rule.endpoint} asks about {access.thing}, which its address does not name")
    assert loose == []
