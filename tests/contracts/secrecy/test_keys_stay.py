"""No answer that a student can get carries a word of a key before its time, on any route, in any byte."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import update

from quizgen.domain.attempts.paper import Paper, Question, paper_document, read_paper
from quizgen.domain.attempts.policy import Layout, Navigation, Policy
from quizgen.domain.attempts.reveal import PRESETS, Part, Reveal
from quizgen.domain.people import Person
from quizgen.services import quizzes, taking
from quizgen.storage.engine import Database
from quizgen.storage.tables import PaperRow
from quizgen.web import clock
from tests import stored
from tests.cast import Cast
from tests.contracts.secrecy.canaries import NEVER, SECRETS, bank_of_canaries, other_keys, song, words_of
from tests.contracts.secrecy.walking import Walk, given, writings
from tests.practised import a_practice, an_old_answer
from tests.web.conftest import Browser, without_tokens

QUESTIONS = 11
DAY = timedelta(days=1)
SignIn = Callable[[Person], Browser]


@pytest.fixture
def walk_of(app: Flask, database: Database, cast: Cast, signed_in_as: SignIn) -> Callable[..., Walk]:
    """Return a walk of Juniper's, who is sitting a quiz under a policy; all ids of the house are in it."""

    def begin(policy: Policy, **options: Any) -> Walk:
        with database.writing() as session:
            quiz = stored.a_quiz(
                session, cast.hazel, [cast.juniper], policy=policy, count=QUESTIONS, bank=bank_of_canaries()
            )
            found = quizzes.get(session, quiz)
            attempt = stored.an_attempt(session, quiz, cast.juniper, now=clock.now())
            # The bank is open for practice too, where Juniper has answered before: it must rest now.
            a_practice(session, found.bank_id, found.class_id, cast.hazel, now=clock.now())
            review = an_old_answer(session, found.bank_id, cast.juniper, f"{song('item-id')}-0", now=clock.now())
        ids = {"quiz_id": [quiz], "attempt_id": [attempt], "bank_id": [found.bank_id], "class_id": [found.class_id]}
        ids["review_id"] = [review]
        return Walk(app, database, cast.juniper, signed_in_as, ids, attempt, **options)

    return begin


def sit_again(walk: Walk) -> None:
    """Start another attempt when a request has ended the one that runs; the ended one stays among the ids."""
    with walk.database.writing() as session:
        if not taking.clock(session, walk.attempt).is_open:
            again = stored.an_attempt(session, walk.ids["quiz_id"][0], walk.student, now=clock.now())
            walk.attempt = again
            walk.ids["attempt_id"] = [*walk.ids["attempt_id"][-1:], again]


def assert_silent(walk: Walk, secrets: tuple[str, ...]) -> None:
    hidden = [writing for secret in secrets for writing in writings(secret)]
    for asked, answer in walk.answers():
        told = [writing for writing in hidden if writing in answer]
        assert told == [], asked


@pytest.mark.parametrize("rule", [*({"layout": layout} for layout in Layout), {"navigation": Navigation.FORWARD}])
def test_no_route_tells_a_key_while_an_attempt_runs(walk_of: Callable[..., Walk], rule: dict[str, Any]) -> None:
    walk = walk_of(Policy(attempts=None, time_limit=DAY, **rule), keep_going=sit_again)
    assert_silent(walk, SECRETS)
    assert len(walk.ids["attempt_id"]) > 1
    assert walk.reached["attempts.show"] > QUESTIONS
    assert walk.reached["attempts.save"] > QUESTIONS
    assert {
        "attempts.start",
        "attempts.answer",
        "attempts.hand_in",
        "attempts.status",
        "home.show",
        "practice.index",
    } <= set(walk.reached)


@pytest.mark.parametrize("name", PRESETS)
def test_after_handing_in_no_route_tells_what_must_not_be_seen_yet(walk_of: Callable[..., Walk], name: str) -> None:
    reveal = PRESETS[name]
    walk = walk_of(Policy(closes=clock.now() + DAY, reveal=reveal))
    hand_in(walk)
    seen = [part for part in Part if reveal.when(part).value == "after handing in"]
    hidden = tuple(word for part in Part if part not in seen for word in words_of(part))
    assert_silent(walk, (*map(song, NEVER), *hidden))
    page = walk.signed_in_as(walk.student).text(f"/attempts/{walk.attempt}/result")
    for part in seen:
        assert all(word in page for word in words_of(part)), part
    assert ("right" in re.sub("right answers", "", page)) is (Part.SCORE in seen)
    assert ("Not right" in page) is (Part.MARK in seen)


def hand_in(walk: Walk) -> None:
    with walk.database.writing() as session:
        taking.hand_in(session, attempt_id=walk.attempt, now=clock.now())


def test_the_walk_hears_what_sings(walk_of: Callable[..., Walk]) -> None:
    walk = walk_of(Policy(reveal=Reveal.AFTER_HANDING_IN))
    hand_in(walk)
    told = b"".join(answer for _, answer in walk.answers())
    for part in Part:
        assert all(word.encode() in told for word in words_of(part)), part


def test_two_papers_that_differ_in_their_keys_alone_give_the_same_bytes(walk_of: Callable[..., Walk]) -> None:
    walk = walk_of(Policy())
    before = pages(walk)
    with walk.database.writing() as session:
        paper = read_paper(session.get_one(PaperRow, walk.attempt).document)
        turned = Paper(tuple(Question(other_keys(each.item), each.passage) for each in paper.questions))
        assert [each.item for each in turned.questions] != [each.item for each in paper.questions]
        changed = update(PaperRow).where(PaperRow.attempt_id == walk.attempt)
        session.execute(changed.values(document=paper_document(turned)))
    assert [given(each) for each in paper.questions] != [given(each) for each in turned.questions]
    assert pages(walk) == before


def pages(walk: Walk) -> list[str]:
    client = walk.signed_in_as(walk.student)
    addresses = [f"/attempts/{walk.attempt}?q={number}" for number in range(1, QUESTIONS + 1)]
    found = [client.text(address) for address in (*addresses, f"/attempts/{walk.attempt}/hand-in", "/")]
    return [re.sub(r'data-(remaining|token)="[^"]*"', "", without_tokens(page)) for page in found]
