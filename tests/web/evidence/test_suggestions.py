"""Suggestions side by side with their claims, confirmed or dismissed one by one."""

import pytest

from quizgen.domain.claims.claim import Verdict
from quizgen.domain.items.item import Basis
from quizgen.services import banks, evidence
from quizgen.storage.engine import Database
from tests.cast import Cast
from tests.stored import a_bank
from tests.web.conftest import Browser
from tests.web.plain import inline_parts

Waiting = tuple[int, ...]


def left(database: Database, bank: int) -> list[int]:
    with database.reading() as session:
        return [one.id for one in evidence.of_bank(session, bank)]


def test_each_stands_beside_its_claim_with_the_quotation_and_the_reason(
    hazel: Browser, bank: int, waiting: Waiting
) -> None:
    answer = hazel.get(f"/banks/{bank}/suggestions")
    assert answer.status_code == 200
    assert inline_parts(answer.text) == []
    page = hazel.text(f"/banks/{bank}/suggestions")
    assert "2 suggestions about 2 claims. Nothing is evidence until you confirm it." in page.replace("\u00a0", " ")
    assert '<q class="serif">The Wye is one of them.</q>' in page
    assert (
        '<a href="https://example.org/wye" rel="noopener noreferrer">Rivers of Britain</a>, Quill Press, 1999' in page
    )
    assert "“Wales”, paragraph\u00a02" in page
    assert "Seems to confirm it" in page
    assert "Seems to refute it" in page
    assert "The same in both: The Wye." in page
    assert "&lt;autumn&gt;" in answer.text
    assert page.count('value="confirm"') == 2
    assert page.count('value="dismiss"') == 3


def test_confirming_settles_the_claim_and_leads_to_the_next(
    hazel: Browser, bank: int, waiting: Waiting, database: Database
) -> None:
    here = f"/banks/{bank}/suggestions"
    answer = hazel.send(f"{here}/{waiting[0]}", {"choice": "confirm"}, page=here)
    assert (answer.status_code, answer.location) == (303, f"{here}#suggestion-{waiting[1]}")
    assert "The source is kept as evidence." in hazel.text(here)
    with database.reading() as session:
        stored = banks.get(session, bank)
    assert stored.version == 2
    assert stored.bank.claim("c-1").evidence.verdict is Verdict.TRUE
    assert [item.key_text() for item in stored.bank.items if item.basis is Basis.EVIDENCE] == ["True"]
    assert left(database, bank) == list(waiting[1:])
    assert "A source bears it out" in hazel.text(f"/banks/{bank}")


def test_dismissing_changes_nothing_but_the_list(
    hazel: Browser, bank: int, waiting: Waiting, database: Database
) -> None:
    here = f"/banks/{bank}/suggestions"
    for each in waiting:
        assert hazel.send(f"{here}/{each}", {"choice": "dismiss"}, page=here).status_code == 303
    assert left(database, bank) == []
    assert "None wait now." in hazel.text(here)
    with database.reading() as session:
        assert banks.get(session, bank).version == 1


@pytest.mark.parametrize("choice", ["", "both"])
def test_another_choice_is_refused(hazel: Browser, bank: int, waiting: Waiting, choice: str) -> None:
    here = f"/banks/{bank}/suggestions"
    assert hazel.send(f"{here}/{waiting[0]}", {"choice": choice}, page=here).status_code == 400


def test_what_was_decided_or_whose_claim_is_gone_is_told(hazel: Browser, bank: int, waiting: Waiting) -> None:
    here = f"/banks/{bank}/suggestions"
    hazel.send(f"{here}/{waiting[0]}", {"choice": "dismiss"}, page=here)
    again = hazel.send(f"{here}/{waiting[0]}", {"choice": "confirm"}, page=here)
    assert (again.status_code, "was decided before" in again.text) == (409, True)
    gone = hazel.send(f"{here}/{waiting[2]}", {"choice": "confirm"}, page=here)
    assert (gone.status_code, "is not in the bank any more" in gone.text) == (409, True)


def test_a_suggestion_belongs_to_its_bank(
    hazel: Browser, bank: int, waiting: Waiting, database: Database, cast: Cast
) -> None:
    with database.writing() as session:
        other = a_bank(session, cast.hazel)
    here = f"/banks/{bank}/suggestions"
    assert hazel.send(f"/banks/{other}/suggestions/{waiting[0]}", {"choice": "confirm"}, page=here).status_code == 404
    assert left(database, bank) == list(waiting)
