"""A student in the middle of a quiz, and a clock that a test sets."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest

from quizgen.domain.attempts.policy import Policy
from quizgen.domain.people import Person
from quizgen.services import taking
from quizgen.services.taking import Sitting
from quizgen.storage.engine import Database
from quizgen.web import clock
from tests import stored
from tests.cast import NOW, Cast
from tests.web.conftest import Browser

TWENTY_MINUTES = timedelta(minutes=20)


class Hands:
    """The hands of the web's clock."""

    def __init__(self) -> None:
        self.now = NOW

    def move(self, **by: float) -> datetime:
        """Let time pass and return the new instant."""
        self.now += timedelta(**by)
        return self.now


@pytest.fixture
def hands(monkeypatch: pytest.MonkeyPatch) -> Hands:
    """The one clock of the web, at NOW until it is moved."""
    hands = Hands()
    monkeypatch.setattr(clock, "now", lambda: hands.now)
    return hands


@dataclass
class Sat:
    """A running attempt of Juniper's: six questions of three kinds, twenty minutes, started at NOW."""

    id: int
    quiz: int
    juniper: Browser
    database: Database

    @property
    def url(self) -> str:
        return f"/attempts/{self.id}"

    @property
    def sitting(self) -> Sitting:
        with self.database.reading() as session:
            return taking.sitting(session, self.id)

    def response(self, number: int, which: str = stored.RIGHT) -> str:
        """Return a right or wrong response to question ``number``, from 1, in the form in which it is stored."""
        return stored.answers(self.sitting, which)[number - 1].strip()

    def save(self, number: int, response: str, sequence: int = 0) -> object:
        """Save as the page's script does and return the reply."""
        document = {"position": number - 1, "response": response, "sequence": sequence}
        answer = self.juniper.post(f"{self.url}/responses", json=document, headers=self.headers)
        assert answer.status_code == 200, answer.text
        return answer.json

    @property
    def headers(self) -> dict[str, str]:
        return {"X-CSRFToken": self.juniper.token(f"{self.url}/hand-in"), "Accept": "application/json"}


@pytest.fixture
def hazel(cast: Cast) -> Person:
    """The teacher."""
    return cast.hazel


@pytest.fixture
def juniper(cast: Cast) -> Person:
    """Her student."""
    return cast.juniper


@pytest.fixture
def published(database: Database, hazel: Person, juniper: Person) -> Callable[..., int]:
    """Publish a quiz of Hazel's to a class with Juniper in it: ``published(policy)``."""

    def publish(policy: Policy | None = None, **parts: object) -> int:
        policy = policy or Policy(time_limit=TWENTY_MINUTES)
        with database.writing() as session:
            return stored.a_quiz(session, hazel, [juniper], policy=policy, **parts)  # type: ignore[arg-type]

    return publish


@pytest.fixture
def start(
    database: Database, juniper: Person, published: Callable[..., int], signed_in_as: Callable[[Person], Browser]
) -> Callable[..., Sat]:
    """Start an attempt of Juniper's at NOW: ``start(policy)``."""

    def begin(policy: Policy | None = None, **parts: object) -> Sat:
        quiz = published(policy, **parts)
        with database.writing() as session:
            attempt = stored.an_attempt(session, quiz, juniper)
        return Sat(attempt, quiz, signed_in_as(juniper), database)

    return begin


@pytest.fixture
def sat(start: Callable[..., Sat], hands: Hands) -> Sat:
    return start()
