"""The people of a bank: who is invited, who may enter which route, and who is named in its versions."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from flask import Flask

from quizgen.domain.banks.duty import Duty
from quizgen.domain.items.item import Status
from quizgen.domain.people import Person
from quizgen.services import banks, colleagues
from quizgen.storage.engine import Database
from quizgen.web.access import author_of_bank, owner_of_bank, reader_of_bank, reviewer_of_bank, rule_of
from tests import builders
from tests.cast import NOW, Cast
from tests.stored import a_bank
from tests.web.conftest import Browser

OWNER, AUTHOR, REVIEWER, STUDENT, NOBODY = "owner", "author", "reviewer", "student", "nobody"
ALLOWED = {
    reader_of_bank: {OWNER, AUTHOR, REVIEWER},
    reviewer_of_bank: {OWNER, AUTHOR, REVIEWER},
    author_of_bank: {OWNER, AUTHOR},
    owner_of_bank: {OWNER},
}
RULES = {
    "banks.show": reader_of_bank,
    "banks.report": reader_of_bank,
    "banks.report_as_json": reader_of_bank,
    "banks.report_as_text": reader_of_bank,
    "banks.settle": reviewer_of_bank,
    "claims.show": reader_of_bank,
    "claims.export": reader_of_bank,
    "colleagues.show": reviewer_of_bank,
    "colleagues.leave": reviewer_of_bank,
    "colleagues.invite": owner_of_bank,
    "colleagues.change": owner_of_bank,
    "exchange.export": reader_of_bank,
    "exchange.export_file": reader_of_bank,
    "practice.opening": reader_of_bank,
    "printing.bank_choices": reader_of_bank,
    "printing.bank_page": reader_of_bank,
    "printing.bank_pdf": reader_of_bank,
    "quizzes.publish": reader_of_bank,
    "versions.history": reader_of_bank,
    "versions.compare": reader_of_bank,
    "versions.restore": author_of_bank,
}
CHANGING = ("claims.", "evidence.")


@pytest.fixture
def bank_id(database: Database, cast: Cast) -> int:
    queued = replace(builders.verdict(), id="i-9", stem="The Wye is short.", status=Status.QUEUED, why="Look at it.")
    with database.writing() as session:
        return a_bank(session, cast.hazel, builders.bank(items=(builders.verdict(), queued)))


@pytest.fixture
def people(database: Database, cast: Cast, bank_id: int) -> dict[str, Person | None]:
    """Hazel owns the bank, Basil writes in it, Marlow reviews."""
    with database.writing() as session:
        colleagues.invite(session, bank_id, username="BASIL.thorne", duty=Duty.AUTHOR, now=NOW)
        colleagues.invite(session, bank_id, username="marlow.fenn", duty=Duty.REVIEWER, now=NOW)
    return {
        OWNER: cast.hazel,
        AUTHOR: cast.basil,
        REVIEWER: cast.marlow,
        STUDENT: cast.juniper,
        NOBODY: None,
    }


def test_each_route_of_a_bank_lets_in_each_role_that_it_is_for_and_no_other(
    app: Flask, bank_id: int, people: dict[str, Person | None]
) -> None:
    asked = 0
    with app.app_context():
        for route in app.url_map.iter_rules():
            rule = rule_of(route.endpoint)
            if rule is None or rule.thing != "bank_id" or rule not in ALLOWED:
                continue
            may_enter = {role for role, person in people.items() if rule.allows(person, {"bank_id": bank_id})}
            assert may_enter == ALLOWED[rule], route
            asked += 1
            if route.endpoint in RULES:
                assert rule is RULES[route.endpoint], route
            elif route.endpoint.startswith(CHANGING):
                assert rule is author_of_bank, route
    assert asked > len(RULES)
    with app.app_context():
        assert set(RULES) <= {route.endpoint for route in app.url_map.iter_rules()}


def test_an_author_changes_a_reviewer_settles_and_a_stranger_sees_nothing(
    signed_in_as: Callable[[Person], Browser],
    hazel: Browser,
    basil: Browser,
    database: Database,
    cast: Cast,
    bank_id: int,
) -> None:
    page = f"/banks/{bank_id}"
    assert basil.get(page).status_code == 404
    marlow = signed_in_as(cast.marlow)
    people = f"{page}/people"
    assert hazel.send(people, {"username": " Basil.Thorne ", "duty": "author"}).status_code == 303
    assert hazel.send(people, {"username": "marlow.fenn", "duty": "reviewer"}).status_code == 303
    assert "Of Hazel Ashdown" in basil.text("/banks")
    assert "Check against sources" in basil.text(page)
    assert "Check against sources" not in marlow.text(page)
    assert marlow.get(f"{page}/sources").status_code == 404
    assert "Invite a teacher" not in marlow.text(people)
    refused = marlow.send(people, {"username": "basil.thorne", "duty": "author"}, page=people)
    assert refused.status_code == 404
    assert marlow.send(f"{page}/items/i-9", {"choice": "use"}, page=page).status_code == 303
    with database.reading() as session:
        assert len(banks.get(session, bank_id).bank.ready()) == 2
    assert "Marlow Fenn" in hazel.text(f"{page}/versions")


def test_what_an_author_did_stays_under_the_authors_name_after_leaving(
    hazel: Browser, basil: Browser, bank_id: int, people: dict[str, Person | None]
) -> None:
    page = f"/banks/{bank_id}"
    basil.send(f"{page}/items/i-9", {"choice": "drop"}, page=page)
    assert basil.send(f"{page}/versions/1/restore", page=page).status_code == 303
    assert "Leave this bank" in basil.text(f"{page}/people")
    assert basil.send(f"{page}/people/leave", page=f"{page}/people").status_code == 303
    assert basil.get(page).status_code == 404
    history = hazel.text(f"{page}/versions")
    assert history.count("Basil Thorne") == 2


def test_the_owner_changes_a_duty_and_takes_out(
    hazel: Browser, basil: Browser, cast: Cast, bank_id: int, people: dict[str, Person | None]
) -> None:
    page = f"/banks/{bank_id}/people"
    one = f"{page}/{cast.basil.id}"
    assert basil.send(one, {"act": "author"}, page=page).status_code == 404
    assert hazel.send(one, {"act": "reviewer"}, page=page).status_code == 303
    assert basil.get(f"/banks/{bank_id}/sources").status_code == 404
    assert hazel.send(one, {"act": "owner"}, page=page).status_code == 400
    assert hazel.send(one, {"act": "remove"}, page=page).status_code == 303
    assert basil.get(f"/banks/{bank_id}").status_code == 404
    assert hazel.send(one, {"act": "author"}, page=page).status_code == 404


@pytest.mark.parametrize(
    ("username", "said"),
    [
        ("", "Type the user name."),
        ("nobody.known", "No teacher here has this user name"),
        ("juniper.quill", "No teacher here has this user name"),
        ("hazel.ashdown", "your own user name"),
        ("basil.thorne", "is in the list already"),
        ("x" * 121, "This is too long."),
        ("<b>", "No teacher here has this user name"),
    ],
)
def test_an_invitation_that_cannot_be_meant_is_told_beside_the_field(
    hazel: Browser, bank_id: int, people: dict[str, Person | None], username: str, said: str
) -> None:
    page = f"/banks/{bank_id}/people"
    answer = hazel.send(page, {"username": username, "duty": "author"})
    assert answer.status_code == 422
    assert said in answer.text


def test_an_author_brings_a_file_into_the_bank_a_reviewer_cannot(
    signed_in_as: Callable[[Person], Browser],
    basil: Browser,
    database: Database,
    bank_id: int,
    people: dict[str, Person | None],
) -> None:
    marlow = signed_in_as(people[REVIEWER])
    assert f'value="{bank_id}"' in basil.text("/banks/import")
    assert f'value="{bank_id}"' not in marlow.text("/banks/import")
