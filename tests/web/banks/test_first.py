"""A bank opens on what needs eyes first."""

from dataclasses import replace

from quizgen.domain.items.item import Status
from quizgen.storage.engine import Database
from tests import builders
from tests.cast import Cast
from tests.stored import a_bank
from tests.web.conftest import Browser

ITEMS = (builders.verdict("i-1"), builders.verdict("i-2", ("c-2",), status=Status.QUEUED))


def test_conflicts_come_before_questions_that_wait_and_claims_that_lean(
    hazel: Browser, database: Database, cast: Cast
) -> None:
    leaning = replace(builders.claim("c-1"), leans_on="It")
    bank = builders.bank(claims=(leaning, builders.claim("c-2", 30, 53)), conflicts=(("c-1", "c-2"),), items=ITEMS)
    with database.writing() as session:
        page = f"/banks/{a_bank(session, cast.hazel, bank)}"
    text = hazel.text(page).replace("\u00a0", " ")
    part = text[text.index("Look at these first") : text.index('aria-label="Questions to show"')]
    places = [part.index(words) for words in ("1 conflict<", "1 question to check<", "1 question made with less")]
    assert places == sorted(places)
    for link in (f"{page}/claims?show=conflicts", f"{page}?show=check", f"{page}/claims?show=leaning"):
        assert f'href="{link}"' in part
        assert hazel.get(link).status_code == 200


def test_a_bank_in_which_nothing_waits_says_nothing_of_it(hazel: Browser, database: Database, cast: Cast) -> None:
    with database.writing() as session:
        mine = a_bank(session, cast.hazel, builders.bank(items=ITEMS[:1]))
        shipped = a_bank(session, None, builders.bank(claims=(builders.claim(), builders.claim("c-2")), items=ITEMS))
    assert "Look at these first" not in hazel.text(f"/banks/{mine}")
    assert "Look at these first" not in hazel.text(f"/banks/{shipped}")
