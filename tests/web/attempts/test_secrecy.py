"""While an attempt runs, nothing of a key leaves the server."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from werkzeug.test import TestResponse

from quizgen.domain.attempts.policy import Policy
from quizgen.domain.attempts.reveal import Reveal
from quizgen.domain.banks.bank import Bank
from quizgen.domain.claims.claim import Bearing, Claim, Evidence, Source, Stance, Verdict
from quizgen.domain.items.cloze import ClozeItem
from quizgen.domain.items.item import Basis, Item
from quizgen.domain.items.single_choice import SingleChoiceItem
from quizgen.domain.items.verdict import VerdictItem
from quizgen.domain.passages.span import Span
from quizgen.web.attempts.pages import sitting_page
from tests import builders
from tests.cast import NOW
from tests.web.attempts.conftest import Hands, Sat

CANARY = "canary7731"


def canary(name: str) -> str:
    return f"{CANARY} {name}"


def guarded_bank() -> Bank:
    """Return a bank whose every part that belongs to a key sings."""
    source = Source(
        canary("title"), canary("publisher"), canary("shows"), Bearing.CONFIRMS, 1999, f"https://{CANARY}.org"
    )
    evidence = Evidence(Verdict.TRUE, (source,), canary("reason"), canary("evidence rationale"))
    claims = tuple(
        Claim(f"c-{number}", "p1", Span(10 + number, 29), canary("statement"), Stance.ASSERTED, evidence)
        for number in range(4)
    )
    secret = {
        "rationale": canary("rationale"),
        "maker": canary("maker"),
        "tags": (canary("tag"),),
        "spans": (Span(10, 29),),
    }
    items: tuple[Item, ...] = (
        VerdictItem(id=canary("id1"), basis=Basis.PASSAGE, claims=("c-0",), stem="One.", key=Verdict.TRUE, **secret),
        VerdictItem(id=canary("id2"), basis=Basis.EVIDENCE, claims=("c-1",), stem="Two.", key=Verdict.TRUE, **secret),
        SingleChoiceItem(
            id=canary("id3"), basis=Basis.PASSAGE, claims=("c-2",), stem="3?", options=("a", "b"), key="a", **secret
        ),
        ClozeItem(id=canary("id4"), basis=Basis.PASSAGE, claims=("c-3",), stem="____", key=(canary("key"),), **secret),
    )
    return builders.bank(claims=claims, items=items)


@pytest.fixture
def guarded(start: Callable[..., Sat], hands: Hands) -> Sat:
    return start(bank=guarded_bank())


def everything(sat: Sat) -> Iterator[TestResponse]:
    """Yield every answer that a student can get out of a running attempt."""
    client, headers = sat.juniper, sat.headers
    token = headers["X-CSRFToken"]
    yield client.send(f"/quizzes/{sat.quiz}/start", page=sat.url)
    yield from (client.get(f"{sat.url}?q={number}") for number in range(1, 5))
    yield from (client.get(f"{sat.url}{page}") for page in ("/hand-in", "/status", "/result"))
    for place, question in enumerate(sat.sitting.paper.questions):
        is_typed = isinstance(question.item, ClozeItem)
        response = "something" if is_typed else question.item.samples().right
        change = {"position": place, "response": response, "sequence": 1}
        for _ in range(2):
            yield client.post(f"{sat.url}/responses", json=change, headers=headers)
        yield client.post(f"{sat.url}/responses", json={**change, "response": "nonsense"}, headers=headers)
        yield client.post(f"{sat.url}/flags", json={"position": place, "flagged": True}, headers=headers)
        for go in ("next", "clear", "hand-in"):
            form = {"q": place + 1, "sequence": 9, "response": response, "go": go, "csrf_token": token}
            yield client.post(sat.url, data=form)
    yield client.get(sat.url)
    yield client.get("/")


def test_no_answer_of_a_running_attempt_carries_a_word_of_the_key(guarded: Sat) -> None:
    answers = list(everything(guarded))
    assert len(answers) > 30
    for answer in answers:
        assert answer.status_code < 500
        assert CANARY not in answer.text
        assert CANARY not in str(answer.headers)


def test_the_canaries_do_sing_once_the_key_may_be_seen(guarded: Sat) -> None:
    guarded.juniper.send(f"{guarded.url}/hand-in")
    page = guarded.juniper.text(f"{guarded.url}/result")
    for name in ("rationale", "key", "title", "publisher", "shows"):
        assert canary(name) in page


@pytest.mark.parametrize("reveal", [Reveal.NEVER, Reveal.AFTER_CLOSING])
def test_the_result_of_a_closed_key_has_the_score_alone(
    start: Callable[..., Sat], hands: Hands, reveal: Reveal
) -> None:
    sat = start(Policy(reveal=reveal, closes=NOW + timedelta(days=2)), bank=guarded_bank())
    sat.juniper.send(f"{sat.url}/hand-in")
    for query in ("", "?open=1", "?show=not-right"):
        page = sat.juniper.text(f"{sat.url}/result{query}")
        assert "of 4 right" in page
        assert CANARY not in page
        assert "Not right" not in page


def test_two_papers_that_differ_in_their_keys_alone_give_the_same_page(guarded: Sat) -> None:
    sitting = guarded.sitting

    def turned(item: Item) -> Item:
        match item:
            case VerdictItem():
                return replace(item, key=Verdict.UNVERIFIED, spans=())
            case SingleChoiceItem():
                return replace(item, key="b", difficulty=5)
            case _:
                return replace(item, key=("other",), claims=())  # type: ignore[call-arg]

    questions = tuple(
        replace(question, item=turned(question.item), evidence=None) for question in sitting.paper.questions
    )
    other = replace(sitting, paper=replace(sitting.paper, questions=questions))
    assert sitting_page(other, wanted=1, now=NOW) == sitting_page(sitting, wanted=1, now=NOW)
