"""Every request that a signed-in student can make, taken from the map of routes."""

import base64
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http import HTTPStatus
from itertools import product
from typing import Any

from flask import Flask
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from quizgen.domain.attempts.paper import Question
from quizgen.domain.people import Person
from quizgen.services import taking
from quizgen.storage.engine import Database
from tests.web.conftest import Browser

# Files of the product, and the one address after which nobody is signed in any more.
LEFT_OUT = ("static", "bootstrap.static", "security.logout")
TYPED = {"cloze": "something", "short_answer": "something", "numeric": "12"}


@dataclass
class Walk:
    """A student on every route, with all ids that there are; ``keep_going`` is told after each request."""

    app: Flask
    database: Database
    student: Person
    signed_in_as: Callable[[Person], Browser]
    ids: dict[str, list[int]]
    attempt: int
    keep_going: Callable[["Walk"], None] | None = None
    reached: dict[str, int] = field(default_factory=dict)

    def answers(self) -> Iterator[tuple[str, bytes]]:
        """Yield what was asked, and every byte that came back: status, headers, body and session."""
        for rule in self.app.url_map.iter_rules():
            if rule.endpoint in LEFT_OUT:
                continue
            client = self.signed_in_as(self.student)
            token = client.token("/")
            for method in sorted((rule.methods or set()) - {"OPTIONS", "HEAD"}):
                yield from self._ask(client, rule, method, token)

    def _ask(self, client: Browser, rule: Rule, method: str, token: str) -> Iterator[tuple[str, bytes]]:
        for path in self._paths(rule):
            for options in self._requests(method, token):
                answer = client.open(path, method=method, **options)
                if answer.status_code in (200, 303, 302):
                    self.reached[rule.endpoint] = self.reached.get(rule.endpoint, 0) + 1
                assert answer.status_code < 500, f"{method} {path}: {answer.status}"
                yield f"{method} {path} {options}", everything(client, answer)
                if answer.status_code == HTTPStatus.NOT_FOUND:
                    # Not for a student, or nothing of theirs: whatever is sent, the gate says no more.
                    break
                if self.keep_going:
                    self.keep_going(self)

    def _paths(self, rule: Rule) -> Iterator[str]:
        names = sorted(rule.arguments)
        every = sorted({number for numbers in self.ids.values() for number in numbers})
        choices = [self.ids.get(name, every) if _is_whole(rule, name) else ["x"] for name in names]
        with self.app.test_request_context():
            adapter = self.app.url_map.bind("localhost")
            for values in product(*choices):
                yield adapter.build(rule.endpoint, dict(zip(names, values, strict=True)), force_external=False)

    def _requests(self, method: str, token: str) -> Iterator[dict[str, Any]]:
        if method == "GET":
            numbers = range(len(self.questions) + 2)
            yield from ({"query_string": query} for query in ("", "show=not-right", "show=all"))
            yield from ({"query_string": f"q={number}&open={number}"} for number in numbers)
            return
        headers = {"X-CSRFToken": token, "Accept": "application/json"}
        for place, question in enumerate(self.questions):
            for response in (given(question), "nonsense"):
                fields = {"q": place + 1, "position": place, "response": response, "sequence": 3}
                yield {"json": {**fields, "flagged": True, "item": place}, "headers": headers}
                for go in ("next", "clear", "hand-in"):
                    yield {"data": {**fields, "go": go, "csrf_token": token, "item": place}}
        yield {"data": {"csrf_token": token, "because": "time"}}
        yield {"data": {}}

    @property
    def questions(self) -> tuple[Question, ...]:
        """Return the questions of the student's attempt."""
        with self.database.reading() as session:
            return taking.sitting(session, self.attempt).paper.questions


def given(question: Question) -> str:
    """Return a response that a student could give without knowing the key."""
    item = question.item
    has_options = bool(getattr(item, "options", ()))
    return TYPED[item.kind] if item.kind in TYPED and not has_options else item.samples().right


def everything(client: Browser, answer: TestResponse) -> bytes:
    """Return all bytes of an answer, its cookie opened, and what stands in it under another writing."""
    with client.session_transaction() as cookie:
        session = json.dumps(dict(cookie), default=str)
    return f"{answer.status}\n{answer.headers}\n{session}\n".encode() + answer.data


def writings(secret: str) -> Iterator[bytes]:
    """Yield a secret as it is, in capitals, backwards, in hexadecimal and in base 64 at each of its three places."""
    raw = secret.encode()
    yield from (raw, raw.upper(), raw[::-1], raw.hex().encode())
    for before in range(3):
        # What stands at the ends mixes with its neighbours.
        yield base64.b64encode(b"\0" * before + raw)[4 if before else 0 : -4]


def _is_whole(rule: Rule, name: str) -> bool:
    return f"int:{name}>" in rule.rule
