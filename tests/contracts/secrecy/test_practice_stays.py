"""In practice a key comes after its own answer and never before, on any route, in any byte."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from flask import Flask

from quizgen.domain.attempts.policy import Policy
from quizgen.domain.attempts.reveal import Part
from quizgen.domain.banks.bank import Bank
from quizgen.domain.people import Person
from quizgen.services import banks, quizzes
from quizgen.storage.engine import Database
from quizgen.web import clock
from tests import stored
from tests.cast import Cast
from tests.contracts.secrecy.canaries import NEVER, SECRETS, bank_of_canaries, other_keys, song, words_of
from tests.contracts.secrecy.walking import Walk, everything, writings
from tests.practised import a_practice
from tests.web.conftest import Browser, without_tokens

SignIn = Callable[[Person], Browser]
ITEM = re.compile(r'name="item" value="([^"]+)"')
# The id of an item has to travel with its form, and tells nothing.
SILENT = tuple(secret for secret in SECRETS if secret != song("item-id"))


@pytest.fixture
def bank(database: Database, cast: Cast) -> int:
    """A bank in which each part of a key sings, open for Juniper's class, and no quiz made from it."""
    with database.writing() as session:
        class_id = stored.a_class(session, cast.hazel, cast.juniper).id
        bank = stored.a_bank(session, cast.hazel, bank_of_canaries())
        a_practice(session, bank, class_id, cast.hazel, now=clock.now())
    return bank


@pytest.fixture
def juniper(signed_in_as: SignIn, cast: Cast) -> Browser:
    return signed_in_as(cast.juniper)


def told(answer: bytes, secrets: tuple[str, ...] = SILENT) -> list[bytes]:
    return [writing for secret in secrets for writing in writings(secret) if writing in answer]


def unanswered(juniper: Browser, bank: int) -> Iterator[tuple[str, bytes]]:
    """Yield every page that a student can open before answering the question that comes now."""
    for address in ("/", "/practice", f"/practice/{bank}", f"/practice/{bank}/end"):
        yield address, everything(juniper, juniper.get(address))


def test_no_page_before_an_answer_tells_a_key_and_the_answer_tells_its_own_alone(juniper: Browser, bank: int) -> None:
    asked = set()
    while found := ITEM.search(juniper.text(f"/practice/{bank}")):
        item = found[1]
        if item in asked:
            break
        asked.add(item)
        for address, answer in unanswered(juniper, bank):
            assert told(answer) == [], address
        form = {"csrf_token": juniper.token(f"/practice/{bank}"), "item": item, "number": "1"}
        for refused in ({"response": "nonsense\x00"}, {"response": ""}, {"number": "9", "go": "show"}):
            answer = juniper.post(f"/practice/{bank}", data={**form, **refused})
            assert told(everything(juniper, answer)) == [], refused
        sent = juniper.post(f"/practice/{bank}", data={**form, "go": "show"})
        assert sent.status_code == 303
        assert told(everything(juniper, sent)) == []
        page = everything(juniper, juniper.get(sent.location))
        assert song("rationale").encode() in page
        assert told(page, tuple(song(name) for name in NEVER)) == []
    assert len(asked) == len(bank_of_canaries().items)


def test_the_answers_together_sing_everything_that_may_be_known_then(juniper: Browser, bank: int) -> None:
    pages = b""
    for item in bank_of_canaries().items:
        form = {"csrf_token": juniper.token(f"/practice/{bank}"), "item": item.id, "number": "1", "go": "show"}
        pages += juniper.get(juniper.post(f"/practice/{bank}", data=form).location).data
    for part in (Part.ANSWERED, Part.KEY, Part.RATIONALE, Part.EVIDENCE):
        assert all(word.encode() in pages for word in words_of(part)), part


def test_no_route_at_all_tells_a_key_of_what_was_not_answered(
    app: Flask, database: Database, cast: Cast, signed_in_as: SignIn, bank: int
) -> None:
    with database.writing() as session:
        other = stored.a_quiz(session, cast.hazel, [cast.juniper], policy=Policy(attempts=None))
        attempt = stored.an_attempt(session, other, cast.juniper, now=clock.now())
        classes = [quizzes.get(session, other).class_id]
    ids = {"quiz_id": [other], "attempt_id": [attempt], "bank_id": [bank], "class_id": classes, "review_id": [1]}
    walk = Walk(app, database, cast.juniper, signed_in_as, ids, attempt, keep_going=hands_in_nothing)
    for asked, answer in walk.answers():
        assert told(answer) == [], asked
    assert {"practice.index", "practice.show", "practice.end", "practice.answer"} <= set(walk.reached)


def hands_in_nothing(walk: Walk) -> None:
    """Start another attempt when a request has ended the one that runs: its questions are what the walk sends."""
    with walk.database.writing() as session:
        walk.attempt = stored.an_attempt(session, walk.ids["quiz_id"][0], walk.student, now=clock.now())


def test_two_banks_that_differ_in_their_keys_alone_give_the_same_questions(
    juniper: Browser, database: Database, bank: int
) -> None:
    def changed(whole: Bank) -> Bank:
        return replace(whole, items=tuple(map(other_keys, whole.items)))

    before = questions(juniper, bank)
    with database.writing() as session:
        banks.change(session, bank, changed, now=clock.now())
    assert questions(juniper, bank) == before
    assert "</svg> Right</h1>" not in before[0]


def questions(juniper: Browser, bank: int) -> list[str]:
    """Return the page of every question, refused so that each of them is shown."""
    pages = []
    for item in bank_of_canaries().items:
        form = {"csrf_token": juniper.token(f"/practice/{bank}"), "item": item.id, "number": "1"}
        answer = juniper.post(f"/practice/{bank}", data=form)
        assert answer.status_code == 422
        pages.append(without_tokens(answer.text))
    return pages
