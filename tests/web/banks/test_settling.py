"""Questions that wait: used or dropped by the teacher whose bank it is."""

import pytest

from quizgen.domain.items.item import Status
from quizgen.services import banks, quizzes
from quizgen.storage.engine import Database
from tests import builders
from tests.cast import Cast
from tests.stored import a_bank, a_quiz
from tests.web.conftest import Browser
from tests.web.plain import inline_parts

BUTTON = 'name="choice" value="use">Use it'
WAITING = builders.bank(
    items=(
        builders.verdict("i-1"),
        builders.verdict("i-2", ("c-2",), status=Status.QUEUED),
        builders.verdict("i-3", ("c-3",), status=Status.QUEUED),
        builders.verdict("i-4", (), status=Status.QUEUED),
    )
)


@pytest.fixture
def bank(database: Database, cast: Cast) -> int:
    """A bank of Hazel's with a question that is ready and three that wait."""
    with database.writing() as session:
        return a_bank(session, cast.hazel, WAITING)


def statuses(database: Database, bank_id: int) -> dict[str, Status]:
    with database.reading() as session:
        return {item.id: item.status for item in banks.get(session, bank_id).bank.items}


def test_each_question_that_waits_can_be_used_or_dropped(hazel: Browser, bank: int) -> None:
    page = hazel.text(f"/banks/{bank}")
    assert page.count(BUTTON) == page.count('name="choice" value="drop">Drop it') == 3
    assert 'Use it<span class="visually-hidden">: Statement i-2 holds.</span>' in page
    assert f'action="/banks/{bank}/items/i-1"' not in page
    assert inline_parts(page) == []


def test_a_used_question_is_ready_and_the_page_stays_with_it(hazel: Browser, bank: int, database: Database) -> None:
    answer = hazel.send(f"/banks/{bank}/items/i-2", {"choice": "use", "show": "all"}, page=f"/banks/{bank}")
    assert (answer.status_code, answer.location) == (303, f"/banks/{bank}?claim=c-2#item-i-2")
    assert statuses(database, bank)["i-2"] is Status.READY
    page = hazel.text(answer.location)
    assert 'id="claim-c-2" open' in page
    assert page.count(BUTTON) == 2


def test_a_dropped_question_is_gone_and_the_page_goes_on_to_the_next(
    hazel: Browser, bank: int, database: Database
) -> None:
    answer = hazel.send(f"/banks/{bank}/items/i-2", {"choice": "drop", "show": "all"}, page=f"/banks/{bank}")
    assert answer.location == f"/banks/{bank}?claim=c-3#item-i-3"
    assert "i-2" not in statuses(database, bank)
    assert 'id="item-i-3"' in hazel.text(answer.location)


def test_under_to_check_one_leads_to_the_next_until_nothing_waits(hazel: Browser, bank: int) -> None:
    here = f"/banks/{bank}?show=check"
    for item, place in (
        ("i-3", f"{here}#item-i-4"),
        ("i-4", f"{here}&claim=c-2#item-i-2"),
        ("i-2", here),
    ):
        answer = hazel.send(f"/banks/{bank}/items/{item}", {"choice": "use", "show": "check"}, page=here)
        assert answer.location == place
    assert "Nothing waits. Every question is ready." in hazel.text(here)


@pytest.mark.parametrize("show", ["nonsense", "//example.org", ""])
def test_an_unknown_filter_leads_back_to_all(hazel: Browser, bank: int, show: str) -> None:
    answer = hazel.send(f"/banks/{bank}/items/i-2", {"choice": "use", "show": show}, page=f"/banks/{bank}")
    assert answer.location == f"/banks/{bank}?claim=c-2#item-i-2"


@pytest.mark.parametrize("choice", ["use", "drop"])
def test_a_second_press_says_plainly_that_it_was_settled(hazel: Browser, bank: int, choice: str) -> None:
    first, second = (
        hazel.send(f"/banks/{bank}/items/i-2", {"choice": choice}, page=f"/banks/{bank}") for _ in range(2)
    )
    assert (first.status_code, second.status_code) == (303, 409)
    assert "This question does not wait any more" in second.text


def test_neither_use_nor_drop_and_an_unknown_question_are_refused(hazel: Browser, bank: int) -> None:
    page = f"/banks/{bank}"
    assert hazel.send(f"{page}/items/i-2", page=page).status_code == 400
    assert hazel.send(f"{page}/items/i-2", {"choice": "keep"}, page=page).status_code == 400
    assert hazel.send(f"{page}/items/i-99", {"choice": "use"}, page=page).status_code == 404
    assert hazel.post(f"{page}/items/i-2", data={"choice": "use"}).status_code == 400


def test_a_question_whose_id_has_a_slash_can_be_used(hazel: Browser, database: Database, cast: Cast) -> None:
    odd = builders.bank(items=(builders.verdict("part 1/i?1", status=Status.QUEUED),))
    with database.writing() as session:
        bank_id = a_bank(session, cast.hazel, odd)
    page = hazel.text(f"/banks/{bank_id}")
    action = page.split('<form class="actions" method="post" action="')[1].split('"')[0]
    assert hazel.send(action, {"choice": "use"}, page=f"/banks/{bank_id}").status_code == 303
    assert statuses(database, bank_id) == {"part 1/i?1": Status.READY}


def test_nobody_else_settles_a_question(
    basil: Browser, juniper: Browser, client: Browser, bank: int, database: Database
) -> None:
    address = f"/banks/{bank}/items/i-2"
    for other in (basil, juniper):
        assert other.send(address, {"choice": "use"}, page="/").status_code == 404
    sent = client.send(address, {"choice": "use"}, page="/sign-in")
    assert sent.location.startswith("/sign-in")
    assert statuses(database, bank)["i-2"] is Status.QUEUED


def test_a_bank_that_came_with_the_product_stays_as_it_is(hazel: Browser, database: Database) -> None:
    with database.writing() as session:
        shipped = a_bank(session, None, WAITING)
    assert BUTTON not in hazel.text(f"/banks/{shipped}")
    assert hazel.send(f"/banks/{shipped}/items/i-2", {"choice": "use"}, page="/").status_code == 404
    assert statuses(database, shipped)["i-2"] is Status.QUEUED


def test_a_published_quiz_keeps_its_version(hazel: Browser, database: Database, cast: Cast) -> None:
    with database.writing() as session:
        quiz = quizzes.get(session, a_quiz(session, cast.hazel, bank=WAITING, count=1))
    address = f"/banks/{quiz.bank_id}"
    assert hazel.send(f"{address}/items/i-2", {"choice": "use"}, page=address).status_code == 303
    with database.reading() as session:
        kept = banks.bank_of_version(session, quizzes.get(session, quiz.id).bank_version_id)
    assert kept == WAITING
