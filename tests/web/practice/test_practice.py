"""Practice in a browser without scripts."""

import re
from collections.abc import Callable

import pytest
from werkzeug.datastructures import MultiDict

from quizgen.domain.attempts.accommodation import Accommodation
from quizgen.domain.attempts.policy import Policy
from quizgen.domain.banks.blueprint import Blueprint
from quizgen.domain.items.item import Item
from quizgen.domain.people import Person
from quizgen.services import quizzes, rules
from quizgen.storage.engine import Database
from quizgen.web import clock
from tests.cast import Cast
from tests.practised import RATIONALE, every_kind
from tests.web.conftest import Browser

ITEMS = {item.id: item for item in every_kind().items}


def shown_item(page: str) -> tuple[Item, int]:
    """Return the item that a question page asks, and for which time."""
    name, number = re.search(r'name="item" value="([^"]+)"', page), re.search(r'name="number" value="(\d+)"', page)
    assert name is not None
    assert number is not None
    return ITEMS[name[1]], int(number[1])


def fields(item: Item, number: int, response: str, go: str = "check") -> MultiDict[str, str]:
    """Return the form as a browser sends it: a value for each control."""
    several = response.split() if item.kind in ("multiple_response", "matching", "ordering") else [response]
    return MultiDict(
        [("item", item.id), ("number", f"{number}"), ("go", go), *(("response", each) for each in several)]
    )


def send(client: Browser, bank_id: int, form: MultiDict[str, str]) -> str:
    """Send an answer from the question page and return the address that the browser is sent to."""
    form.add("csrf_token", client.token(f"/practice/{bank_id}"))
    answer = client.post(f"/practice/{bank_id}", data=form)
    assert answer.status_code == 303, answer.text
    return str(answer.location)


def test_a_student_finds_practice_at_home_and_every_kind_can_be_practised(juniper: Browser, opened: int) -> None:
    assert 'href="/practice"' in juniper.text("/")
    assert "<b>9</b> new today" in juniper.text("/practice")
    for waiting in range(9, 0, -1):
        page = juniper.text(f"/practice/{opened}")
        assert f"{waiting} question" in page
        assert RATIONALE not in page
        item, number = shown_item(page)
        told = juniper.text(send(juniper, opened, fields(item, number, item.samples().right)))
        assert RATIONALE in told
        assert "</svg> Right</h1>" in told
        assert '<mark class="marked evidence open">' in told
        assert re.search(r"This question comes back (tomorrow|in \d+\s+days)\.", told)
    page = juniper.text(f"/practice/{opened}")
    assert re.search(r"9 answered today, 9 right\.\s+The next ones come (tomorrow|in 2\s+days)\.", page)
    assert "9 of 9 learnt for now" in juniper.text("/practice")


@pytest.mark.parametrize("item", ITEMS.values(), ids=lambda item: item.kind)
def test_a_wrong_answer_is_told_with_the_right_one_and_comes_back(juniper: Browser, opened: int, item: Item) -> None:
    told = juniper.text(send(juniper, opened, fields(item, 1, item.samples().wrong)))
    assert "</svg> Not right</h1>" in told
    assert "You said" in told
    assert "Key" in told
    assert "This question comes back in this sitting." in told
    assert "Question" not in re.findall("<h1[^>]*>(.*?)</h1>", told)
    assert "You have met this one before" not in juniper.text(f"/practice/{opened}")
    for _ in range(8):
        other, number = shown_item(juniper.text(f"/practice/{opened}"))
        send(juniper, opened, fields(other, number, other.samples().right))
    page = juniper.text(f"/practice/{opened}")
    assert shown_item(page) == (item, 2)
    assert "You have met this one before" in page


def test_partly_right_says_so(juniper: Browser, opened: int) -> None:
    item = ITEMS["i-5"]
    told = juniper.text(send(juniper, opened, fields(item, 1, item.samples().right.split()[0])))
    assert "</svg> Partly right</h1>" in told


def test_who_does_not_know_sees_the_answer(juniper: Browser, opened: int) -> None:
    told = juniper.text(send(juniper, opened, fields(ITEMS["i-1"], 1, "true", go="show")))
    assert "Not right" in told
    assert re.search(r"You said\s+<b>nothing</b>", told)


@pytest.mark.parametrize(("name", "response"), [("i-1", ""), ("i-1", "perhaps"), ("i-9", "a\x00b"), ("i-8", "o-0=o-1")])
def test_what_is_no_answer_is_refused_on_the_same_page_and_not_kept(
    juniper: Browser, opened: int, name: str, response: str
) -> None:
    form = fields(ITEMS[name], 1, response)
    form.add("csrf_token", juniper.token(f"/practice/{opened}"))
    answer = juniper.post(f"/practice/{opened}", data=form)
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text
    assert RATIONALE not in answer.text
    assert shown_item(answer.text) == (ITEMS[name], 1)
    assert "Nothing answered today yet." in juniper.text(f"/practice/{opened}/end")


def test_what_was_typed_is_kept_over_a_refusal(juniper: Browser, opened: int) -> None:
    form = fields(ITEMS["i-4"], 1, "about two hundred")
    form.add("csrf_token", juniper.token(f"/practice/{opened}"))
    answer = juniper.post(f"/practice/{opened}", data=form)
    assert answer.status_code == 422
    assert 'value="about two hundred"' in answer.text


def test_the_same_form_twice_leads_to_the_same_page(juniper: Browser, opened: int) -> None:
    item = ITEMS["i-1"]
    once = send(juniper, opened, fields(item, 1, "true"))
    assert send(juniper, opened, fields(item, 1, "true")) == once
    assert "That answer stands." not in juniper.text(once)
    assert send(juniper, opened, fields(item, 1, "false")) == once
    assert "That answer stands." in juniper.text(once)
    assert "1 answered today, 1 right." in juniper.text(f"/practice/{opened}/end")


@pytest.mark.parametrize("form", [{"item": "i-1", "number": "7"}, {"item": "i-77", "number": "1"}, {}, {"number": "x"}])
def test_a_form_that_no_page_has_sent_leads_back_to_a_question(
    juniper: Browser, opened: int, form: dict[str, str]
) -> None:
    address = send(juniper, opened, MultiDict({"response": "true", **form}))
    assert address == f"/practice/{opened}"


def test_numbers_beyond_all_bounds_do_no_harm(juniper: Browser, opened: int) -> None:
    form = MultiDict({"item": "i-1", "number": "9" * 30, "response": "true"})
    assert send(juniper, opened, form) == f"/practice/{opened}"
    assert juniper.get(f"/practice/answers/{'9' * 30}").status_code == 404


def test_who_needs_larger_type_has_it_here_too(juniper: Browser, database: Database, cast: Cast, opened: int) -> None:
    review = send(juniper, opened, fields(ITEMS["i-1"], 1, "true"))
    assert "larger-type" not in juniper.text(review)
    with database.writing() as session:
        needs = Accommodation(larger_type=True)
        rules.accommodate(session, cast.juniper.id, needs, by=cast.hazel.id, now=clock.now())
    assert all('<body class="larger-type">' in juniper.text(page) for page in (review, f"/practice/{opened}"))


def test_one_can_stop_and_go_on(juniper: Browser, opened: int) -> None:
    send(juniper, opened, fields(ITEMS["i-1"], 1, "true"))
    page = juniper.text(f"/practice/{opened}/end")
    assert "1 answered today, 1 right. 8 questions still wait" in " ".join(page.split())
    assert "Go on" in page


def test_practice_is_for_those_for_whom_it_is_open(
    signed_in_as: Callable[[Person], Browser], cast: Cast, juniper: Browser, bank_id: int, opened: int
) -> None:
    review = send(juniper, opened, fields(ITEMS["i-1"], 1, "true"))
    rowan = signed_in_as(cast.rowan)
    for address in (f"/practice/{opened}", f"/practice/{opened}/end", review, f"/practice/{opened + 1}"):
        assert rowan.get(address).status_code == 404
    assert rowan.post(f"/practice/{opened}", data={"csrf_token": rowan.token("/")}).status_code == 404
    assert "None is open now." in rowan.text("/practice")
    assert "/practice" not in rowan.text("/")


def test_a_bank_rests_while_a_quiz_needs_its_keys_kept(
    juniper: Browser, database: Database, cast: Cast, class_id: int, opened: int
) -> None:
    review = send(juniper, opened, fields(ITEMS["i-1"], 1, "false"))
    token = juniper.token(f"/practice/{opened}")
    with database.writing() as session:
        quizzes.publish(
            session,
            bank_id=opened,
            class_id=class_id,
            title="Rivers, first part",
            policy=Policy(),
            blueprint=Blueprint(3),
            by=cast.hazel.id,
            now=clock.now(),
        )
    assert "Rests while the quiz Rivers, first part is not over." in juniper.text("/practice")
    answer = juniper.post(
        f"/practice/{opened}", data=MultiDict({"item": "i-2", "number": "1", "go": "show", "csrf_token": token})
    )
    for each in (answer, juniper.get(f"/practice/{opened}"), juniper.get(review)):
        assert each.status_code == 403
        assert "Practice rests while the quiz Rivers, first part is not over." in each.text
        assert RATIONALE not in each.text


def test_a_teacher_has_an_empty_list(hazel: Browser, opened: int) -> None:
    assert "None is open now." in hazel.text("/practice")
